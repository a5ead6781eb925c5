package org.proviso.migration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.proviso.clause.ClauseVersion;
import org.proviso.clause.ClauseVersionId;
import org.proviso.clause.SlotType;
import org.proviso.clause.Status;
import org.proviso.library.LibrarySnapshot;
import org.proviso.migration.Finding.Kind;
import org.proviso.migration.ImportReport.Outcome;

/// Standard terms in the shapes that are published as Markdown, in words of their own.
class MarkdownImportTest {

    @TempDir
    private Path folder;

    private ImportReport report;

    private LibrarySnapshot imported(Path source) {
        Path library = folder.resolve("library");
        report = Imports.run(Imports.request(source, library));
        assertEquals(Outcome.WRITTEN, report.outcome(), report::toString);
        return Imports.load(library);
    }

    private LibrarySnapshot imported(String markdown) {
        return imported(Imports.write(folder.resolve("doc.md"), markdown));
    }

    private static ClauseVersion clause(LibrarySnapshot library, String id) {
        return library.clause(ClauseVersionId.parse(id + "@1"))
                .orElseThrow(() -> new AssertionError(
                        library.clauses().stream().map(ClauseVersion::versionId).toList()));
    }

    @Test
    void aFolderOfTermsComesInAsDrafts() {
        LibrarySnapshot library = imported(Imports.sample("terms"));

        assertEquals(15, library.clauses().size());
        assertTrue(library.clauses().stream().allMatch(clause -> clause.status() == Status.DRAFT));
        assertEquals(15, report.drafts());
        assertTrue(Imports.says(report, Kind.NOTE, "README.md"));
        assertTrue(Imports.says(report, Kind.NOTE, "seed-swap-cover-page.md"));
    }

    @Test
    void headingsInAListAreCategories() {
        LibrarySnapshot library = imported(Imports.sample("terms/lending-terms.md"));

        ClauseVersion deposit = clause(library, "lending-terms.deposit");
        assertEquals("Money & Time", deposit.category());
        assertEquals("Deposit", deposit.title());
        assertEquals(
                "The borrower leaves a deposit of {{deposit-amount}} in the tin, and gets it back within"
                        + " {{return-period}}, less what a repair costs.",
                deposit.text().source());
        assertEquals(SlotType.MONEY, deposit.slots().get("deposit-amount").type());
        assertEquals(SlotType.DURATION, deposit.slots().get("return-period").type());
        assertEquals(
                SlotType.JURISDICTION,
                clause(library, "lending-terms.law")
                        .slots()
                        .get("governing-law")
                        .type());
        assertEquals("CC BY 4.0", deposit.provenance().licence());
        assertEquals("Farewell", clause(library, "lending-terms.farewell").title());
        assertTrue(Imports.says(report, Kind.NOTE, "lending-terms.md:32", "stays out"), report::toString);
    }

    @Test
    void aReferenceThatNoSlotMayReplaceStandsAsItsTerm() {
        LibrarySnapshot library = imported(Imports.sample("terms/lending-terms.md"));

        assertTrue(clause(library, "lending-terms.care").text().source().endsWith("(b) follows the Shed Rules."));
        assertTrue(Imports.says(report, Kind.NOTE, "(Care)", "shed-rules"), report::toString);
        assertTrue(clause(library, "lending-terms.handing-over")
                .text()
                .source()
                .endsWith("{{customer}}'s use of them begins then."));
    }

    @Test
    void subClausesStayWithinTheirNumberedClause() {
        LibrarySnapshot library = imported(Imports.sample("terms/seed-swap.md"));

        assertEquals(
                List.of(
                        "Every bag says what is in it:",
                        "(a) the name of the plant;",
                        "(b) the year of the harvest, where",
                        "(i) a guess is marked as one; and",
                        "(ii) an old year is said aloud; and",
                        "(c) who grew it."),
                List.of(clause(library, "seed-swap.labels").text().source().split("\n\n")));
        assertTrue(clause(library, "seed-swap.no-promise").conspicuous());
        assertEquals(
                "Seeds that nobody takes go to the birds at the end of the day.",
                clause(library, "seed-swap.seeds-that-nobody-takes-go-to")
                        .text()
                        .source());
    }

    @Test
    void boldNumbersInFrontOfParagraphsDivideToo() {
        LibrarySnapshot library = imported(Imports.sample("terms/bike-terms.md"));

        assertEquals("Parts", clause(library, "bike-terms.used-parts").category());
        assertEquals(
                "Tidying Up.\n\n(a) Whoever is last sweeps the floor.\n\n(b) Whoever is first makes tea.",
                clause(library, "bike-terms.tidying-up").text().source());
        assertTrue(clause(library, "bike-terms.new-parts")
                .text()
                .source()
                .endsWith("“Book” means the green book at the counter."));
    }

    @Test
    void listsInListsWithMarkedHeadingsDivideToo() {
        LibrarySnapshot library = imported("""
                # Kite Terms

                1. <span class="header_2" id="1">Flying</span>
                    1. <span class="header_3" id="1.1">Wind.</span> Kites fly from <span class="coverpage_link">Start Date</span> on, if there is wind enough:
                        1. on the meadow; or
                        2. on the hill.
                    2. <span class="header_3" id="1.2">Rain.</span> Nobody flies a kite in the rain.
                2. <span class="header_2" id="2">Landing</span>
                    1. <span class="header_3" id="2.1">Trees.</span> Whoever lands in a tree climbs it.
                """);

        assertEquals("Flying", clause(library, "doc.rain").category());
        assertEquals("Landing", clause(library, "doc.trees").category());
        assertEquals(
                "Kites fly from {{start-date}} on, if there is wind enough:\n\n(a) on the meadow; or\n\n(b) on the hill.",
                clause(library, "doc.wind").text().source());
    }

    @Test
    void headingsAloneDivideToo() {
        LibrarySnapshot library = imported("""
                # Garden Terms
                ## 1. Watering
                ### 1.1 Mornings
                Whoever is up first waters the beans.
                ### 1.2 Evenings
                Whoever is up last waters the peas.
                ## 2. Weeding
                Everybody weeds on Saturdays:

                - in the beds, and
                - on the path.
                """);

        assertEquals("Watering", clause(library, "doc.mornings").category());
        assertEquals(
                "Everybody weeds on Saturdays:\n\n- in the beds, and\n\n- on the path.",
                clause(library, "doc.weeding").text().source());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            on <R>Effective Date</R> it begins                  | date
            on the <R>Effective Date</R> it begins              | text
            under the laws of <R>Governing Law</R> it stands    | jurisdiction
            the laws of the State of <R>Governing Law</R> apply | text
            it lasts for <R>Trial Period</R> and ends           | duration
            it lasts for the <R>Trial Period</R> and ends       | text
            it costs <R>Monthly Fee</R> in all                  | money
            it costs a <R>Monthly Fee</R> in all                | text
            it belongs to <R>Customer</R> for good              | party
            the <R>Customer</R> keeps it for good               | party
            they follow <R>Support Policy</R> at all times      | text
            """)
    void aReferenceHasTheTypeThatReadsWell(String words, String type) {
        LibrarySnapshot library = imported("# Terms\n\n1. **Clause**. Here is what "
                + words.replace("<R>", "<span class=\"keyterms_link\">").replace("</R>", "</span>") + ".\n");

        assertEquals(
                List.of(type),
                clause(library, "doc.clause").slots().values().stream()
                        .map(slot -> slot.type().toString())
                        .toList());
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            | a | b |#|---|---|#| 1 | 2 | ; a table
            ![A map](map.png)             ; an image
            ```#code#```                  ; fenced code block
            > A quote                     ; block quote
            <table><tr></tr></table>      ; HTML block
            Five * stars at most          ; is markup
            """)
    void whatAClauseHasNoFormForIsAProblemAtItsLine(String block, String said) {
        Path source = Imports.write(
                folder.resolve("doc.md"),
                "# Terms\n\n## First\n\nThe first stands here.\n\n## Second\n\nThe second stands here.\n\n"
                        + block.replace('#', '\n') + "\n");

        ImportReport refused = Imports.run(Imports.request(source, folder.resolve("library")));
        ImportReport skipped = Imports.run(Imports.skipping(Imports.request(source, folder.resolve("library"))));

        assertEquals(Outcome.REFUSED, refused.outcome());
        assertTrue(Imports.says(refused, Kind.PROBLEM, "doc.md:11 (Second)", said), refused::toString);
        assertEquals(List.of("doc.first@1"), skipped.added());
    }

    @Test
    void severalHeadingsOfTheFirstLevelAreAllClauses() {
        LibrarySnapshot library = imported("""
                # 1. Planting
                Beans are planted in May of every year.
                # 2. Picking
                Beans are picked in August of every year.
                """);

        assertEquals(2, library.clauses().size());
        assertEquals("Planting", clause(library, "doc.planting").title());
    }

    @Test
    void frontMatterIsNoTerm() {
        LibrarySnapshot library =
                imported("---\ntitle: Terms\nowner: Ann\n---\n# Terms\n## First\nThe first stands here.\n");

        assertEquals("Terms", clause(library, "doc.first").category());
        assertTrue(Imports.says(report, Kind.NOTE, "doc.md:1", "front matter"), report::toString);
    }

    @Test
    void referencesByNumberAreNoted() {
        imported("# Terms\n\n## First\n\nThis follows Section 4.2 (Care) and clause 7 of the terms.\n");

        assertTrue(Imports.says(report, Kind.NOTE, "doc.md:3 (First)", "Section 4.2, clause 7"), report::toString);
    }

    @Test
    @Timeout(20)
    void whatMadeTheParserSlowIsRefused() {
        Path file = Imports.write(folder.resolve("bad.md"), "# Terms\n\n## First\n\n" + "<".repeat(1_000_000));

        assertThrows(UnusableImport.class, () -> imported(file));
    }

    @Test
    void anUnreadableFileIsNamed() {
        Path file = folder.resolve("bad.md");
        assertThrows(UnusableImport.class, () -> {
            java.nio.file.Files.write(file, new byte[] {'#', ' ', (byte) 0xC3, (byte) 0x28});
            imported(file);
        });
    }
}
