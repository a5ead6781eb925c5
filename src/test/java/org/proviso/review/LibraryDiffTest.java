package org.proviso.review;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.proviso.clause.ClauseVersionId;
import org.proviso.document.MarkdownReader;
import org.proviso.review.LibraryDiff.ClauseChange;
import org.proviso.review.LibraryDiff.FieldChange;
import org.proviso.review.LibraryDiff.Kind;
import org.proviso.testkit.LibraryFolder;
import org.proviso.testkit.SampleLibrary;
import org.proviso.verification.Deviation.Operation;

class LibraryDiffTest {

    private static final String FEE = "The borrower shall pay a fee each year.";

    @TempDir
    private Path folder;

    private LibraryFolder before;
    private LibraryFolder after;

    @BeforeEach
    void twoEqualLibraries() {
        before = new LibraryFolder(folder.resolve("before")).clause("fee", "", FEE);
        after = new LibraryFolder(folder.resolve("after")).clause("fee", "", FEE);
    }

    @Test
    void equalLibrariesHaveNoDifference() {
        LibraryDiff diff = diff();

        assertEquals(diff.before(), diff.after());
        assertEquals(List.of(), diff.settings());
        assertEquals(List.of(), diff.clauses());
        assertEquals(List.of(), diff.contractTypes());
    }

    @Test
    void theShippedLibraryHasNoDifferenceWithItself() {
        LibraryDiff diff = LibraryDiff.between(SampleLibrary.library(), SampleLibrary.library(), MarkdownReader::read);

        assertEquals(List.of(), diff.clauses());
        assertEquals(List.of(), diff.contractTypes());
    }

    @Test
    void aNewVersionIsComparedWithTheHighestBeforeTokenByToken() throws IOException {
        Files.move(file("fee.md"), file("fee@1.md"));
        after.write("clauses/fee.md", "---\nid: fee\nversion: 2\ntitle: Fee\n---\n" + FEE.replace("shall", "may"));

        ClauseChange change = diff().clauses().getFirst();

        assertEquals(Kind.NEW_VERSION, change.kind());
        assertEquals("fee@2", change.clause().toString());
        assertEquals(ClauseVersionId.parse("fee@1"), change.against());
        assertEquals(List.of(new FieldChange("title", "Title of fee", "Fee")), change.fields());
        assertEquals(
                "The borrower |shall>may| pay a fee each year.",
                change.difference().stream()
                        .map(part -> part.operation() == Operation.EQUAL
                                ? part.found()
                                : "|" + part.approved() + ">" + part.found() + "|")
                        .collect(Collectors.joining(" ")));
    }

    @Test
    void addedAndRemovedClausesAreSeen() throws IOException {
        Files.delete(file("fee.md"));
        after.clause("toll", "", "A toll is due at every bridge.");

        assertEquals(List.of("REMOVED fee@1", "ADDED toll@1"), kinds(diff()));
    }

    @Test
    void aRetiredClauseIsNoMereChange() {
        after.clause("fee", "status: retired", FEE);

        assertEquals(List.of("RETIRED fee@1"), kinds(diff()));
    }

    @Test
    void whatIsSaidOfAClauseIsComparedKeyByKey() {
        after.clause(
                "fee",
                "position: fallback-2\nguidance: Never.\nslots: {sum: {type: money, max: USD 5}}",
                "The borrower shall pay a fee of {{sum}} each year.");

        assertEquals(
                List.of(
                        new FieldChange("position", "preferred", "fallback-2"),
                        new FieldChange("guidance", "", "Never."),
                        new FieldChange("slots.sum", "", "money"),
                        new FieldChange("slots.sum.max", "", "USD 5")),
                diff().clauses().getFirst().fields().stream()
                        .sorted((one, other) -> Integer.compare(order(one), order(other)))
                        .toList());
    }

    @Test
    void aTextThatOnlyLooksTheSameIsAChange() {
        after.clause("fee", "", FEE.replace(" fee", "  fee"));

        assertEquals(
                Operation.REPLACED,
                diff().clauses().getFirst().difference().getFirst().operation());
    }

    @Test
    void recipesAndSettingsAreCompared() {
        after.write("contracts/loan.yaml", LibraryFolder.RECIPE.replace("cap}", "cap, optional: true}"));
        after.write("contracts/gift.yaml", LibraryFolder.RECIPE.replace("loan", "gift"));
        after.write("library.yaml", LibraryFolder.SETTINGS.replace("US-DE", "GB-EAW"));

        LibraryDiff diff = diff();

        assertEquals(List.of(new FieldChange("default-jurisdiction", "US-DE", "GB-EAW")), diff.settings());
        assertEquals(
                List.of("ADDED gift", "CHANGED loan"),
                diff.contractTypes().stream()
                        .map(change -> change.kind() + " " + change.contractType())
                        .toList());
        assertEquals(
                "under Terms, optional, after the beginning",
                diff.contractTypes().getLast().fields().getFirst().after());
    }

    private static int order(FieldChange change) {
        return List.of("position", "guidance", "slots.sum", "slots.sum.max").indexOf(change.field());
    }

    private Path file(String name) {
        return folder.resolve("after/clauses").resolve(name);
    }

    private LibraryDiff diff() {
        return LibraryDiff.between(before.snapshot(), after.snapshot(), MarkdownReader::read);
    }

    private static List<String> kinds(LibraryDiff diff) {
        return diff.clauses().stream()
                .map(change -> change.kind() + " " + change.clause())
                .toList();
    }
}
