package org.proviso.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.proviso.clause.ClauseVersion;
import org.proviso.testkit.LibraryFolder;
import org.proviso.testkit.SampleLibrary;

class LibraryLoaderTest {

    private static final String CLAUSE = "---\nid: fee\nversion: 1\ntitle: Fee\n%s---\nThe borrower pays the fee %s.\n";

    @TempDir
    private Path folder;

    @Test
    void theShippedLibraryIsValidAndLargeEnough() {
        LibrarySnapshot library = SampleLibrary.library();

        assertTrue(library.clauses().size() >= 24);
        assertTrue(
                library.clauses().stream().map(ClauseVersion::family).distinct().count() >= 16);
    }

    static Stream<Arguments> broken() {
        return Stream.of(
                Arguments.of("clauses/fee.md", CLAUSE.formatted("status: [\n", "now"), 6, "not YAML"),
                Arguments.of("clauses/fee.md", "no front matter at all here", 1, "no front matter"),
                Arguments.of("clauses/fee.md", CLAUSE.formatted("colour: red\n", "now"), 5, "\"colour\" is unknown"),
                Arguments.of("clauses/fee.md", CLAUSE.formatted("title: Fees\n", "now"), 5, "stands twice"),
                Arguments.of(
                        "clauses/fee.md",
                        CLAUSE.formatted("position: second\n", "now"),
                        5,
                        "\"second\" is not a position"),
                Arguments.of(
                        "clauses/fee.md", CLAUSE.formatted("status: good\n", "now"), 5, "\"good\" is not a status"),
                Arguments.of("clauses/fee.md", CLAUSE.formatted("jurisdictions: [US-ZZ]\n", "now"), 5, "US-ZZ"),
                Arguments.of("clauses/fee.md", CLAUSE.formatted("jurisdictions: []\n", "now"), 5, "no jurisdiction"),
                Arguments.of("clauses/fee.md", CLAUSE.formatted("valid: {from: 2026-02-30}\n", "now"), 5, "2026-02-30"),
                Arguments.of(
                        "clauses/fee.md",
                        CLAUSE.formatted("valid: {from: 2027-01-01, until: 2026-01-01}\n", "now"),
                        5,
                        "not after"),
                Arguments.of(
                        "clauses/fee.md", CLAUSE.formatted("requires: [nothing]\n", "now"), 5, "no family \"nothing\""),
                Arguments.of(
                        "clauses/fee.md",
                        CLAUSE.formatted("conflicts: [nothing]\n", "now"),
                        5,
                        "no clause \"nothing\""),
                Arguments.of(
                        "clauses/fee.md",
                        CLAUSE.formatted("contracts: [lease]\n", "now"),
                        5,
                        "no contract type \"lease\""),
                Arguments.of("clauses/fee.md", CLAUSE.formatted("", "of {{amount}} now"), 6, "does not declare"),
                Arguments.of(
                        "clauses/fee.md",
                        CLAUSE.formatted("slots: {when: {type: date}}\n", "now"),
                        5,
                        "does not use it"),
                Arguments.of(
                        "clauses/fee.md",
                        CLAUSE.formatted("slots: {when: {type: day}}\n", "on {{when}} then"),
                        5,
                        "\"day\""),
                Arguments.of(
                        "clauses/fee.md",
                        CLAUSE.formatted(
                                "slots: {when: {type: duration, default: thirty (3) days}}\n", "in {{when}} then"),
                        5,
                        "word and figure disagree"),
                Arguments.of(
                        "clauses/fee.md",
                        CLAUSE.formatted(
                                "slots: {when: {type: duration, default: 9 years, max: 5 years}}\n",
                                "in {{when}} then"),
                        5,
                        "most allowed"),
                Arguments.of(
                        "clauses/fee.md",
                        CLAUSE.formatted("slots: {who: {type: party, min: 3}}\n", "to {{who}} then"),
                        5,
                        "has no \"min\""),
                Arguments.of(
                        "clauses/fee.md",
                        CLAUSE.formatted("slots: {who: {type: choice}}\n", "to {{who}} then"),
                        5,
                        "choices"),
                Arguments.of(
                        "clauses/fee.md",
                        CLAUSE.formatted("slots: {who: {type: flag}}\n", "to {{who}} then"),
                        7,
                        "that is printed"),
                Arguments.of("clauses/fee.md", CLAUSE.formatted("", "{{#if x}}now"), 6, "not closed by"),
                Arguments.of(
                        "clauses/fee.md",
                        CLAUSE.formatted("slots: {a: {type: text}, b: {type: text}}\n", "{{a}} {{b}} then"),
                        7,
                        "without a word between"),
                Arguments.of(
                        "clauses/fee.md",
                        CLAUSE.formatted("slots: {a: {type: text}}\n", "pre{{a}} then"),
                        7,
                        "joins a slot"),
                Arguments.of(
                        "clauses/fee.md",
                        CLAUSE.formatted("slots: {a: {type: party}}\n", "to {{a}}"),
                        7,
                        "two periods"),
                Arguments.of(
                        "clauses/fee.md",
                        "---\nid: fee\nversion: 1\ntitle: Fee\nslots: {a: {type: party}}\n---\n{{a}} pays the fee now.\n",
                        7,
                        "starts with a slot"),
                Arguments.of("clauses/fee.md", CLAUSE.formatted("", "now\u200b"), 6, "U+200B"),
                Arguments.of("clauses/fee.md", CLAUSE.formatted("", "in р\u0430yments of pаy"), 6, "look-alike"),
                Arguments.of("clauses/fee.md", CLAUSE.formatted("", "⟦x⟧"), 6, "reserved"),
                Arguments.of("clauses/fee.md", CLAUSE.formatted("", "[here](x)"), 6, "markup"),
                Arguments.of("clauses/fee.md", CLAUSE.formatted("", "<b>now</b>"), 6, "markup"),
                Arguments.of(
                        "clauses/fee.md",
                        "---\nid: fee\nversion: 1\ntitle: Fee\n---\nPay now.\n",
                        6,
                        "almost anything"),
                Arguments.of(
                        "clauses/fee.md",
                        "---\nid: fee\nversion: 1\ntitle: Fee\n---\n(a) Pay the fee now.\n",
                        6,
                        "label"),
                Arguments.of("clauses/fee.md", "---\nid: fee\nversion: 1\ntitle: Fee\n---\n\n", 5, "no text"),
                Arguments.of("clauses/other.md", CLAUSE.formatted("", "now"), 2, "not named after its id"),
                Arguments.of(
                        "clauses/more/cap.md",
                        "---\nid: cap\nversion: 1\ntitle: Cap\n---\nAnother text of a cap.\n",
                        2,
                        "stands in clauses/cap.md too"),
                Arguments.of(
                        "clauses/limit.md",
                        "---\nid: limit\nversion: 1\ntitle: Cap\nfamily: cap\n---\nAnother text of a cap.\n",
                        2,
                        "same family, position"),
                Arguments.of("clauses/notes.txt", "notes", 1, "not a .md file"),
                Arguments.of(
                        "contracts/loan.yaml",
                        LibraryFolder.RECIPE.replace("{family: cap}", "{family: hat}"),
                        5,
                        "\"hat\""),
                Arguments.of("contracts/loan.yaml", LibraryFolder.RECIPE.replace("[US-DE]", "[XX]"), 4, "\"XX\""),
                Arguments.of("contracts/loan.yaml", LibraryFolder.RECIPE + "extra: 1\n", 9, "\"extra\" is unknown"),
                Arguments.of(
                        "contracts/loan.yaml",
                        LibraryFolder.RECIPE.replace("heading: Terms", "heading: '*Terms*'"),
                        6,
                        "markup"),
                Arguments.of("library.yaml", LibraryFolder.SETTINGS.replace("en-US", "de-DE"), 4, "\"de-DE\""),
                Arguments.of("library.yaml", "id: x\n", 1, "\"name\" is missing"));
    }

    @ParameterizedTest
    @MethodSource("broken")
    void aBrokenFileIsReportedWithFileLineAndValue(String file, String content, int line, String message) {
        LibraryFolder library = new LibraryFolder(folder).write(file, content);

        List<LibraryProblem> problems =
                assertInstanceOf(LoadResult.Refused.class, library.load()).problems();

        LibraryProblem found = problems.stream()
                .filter(problem -> problem.message().contains(message))
                .findFirst()
                .orElseThrow(() -> new AssertionError(problems));
        assertEquals(file, found.file(), found::toString);
        assertEquals(line, found.line(), found::toString);
        assertTrue(found.remedy().endsWith("."), found::toString);
    }

    @Test
    void allProblemsOfAllFilesAreReportedTogether() {
        LibraryFolder library = new LibraryFolder(folder)
                .clause("one", "status: bad\nposition: worse", "The first clause with words.")
                .clause("two", "", "The second clause {{broken.")
                .write("contracts/lease.yaml", "id: lease\n");

        List<LibraryProblem> problems =
                assertInstanceOf(LoadResult.Refused.class, library.load()).problems();

        assertEquals(
                2,
                problems.stream().filter(p -> p.file().equals("clauses/one.md")).count());
        assertEquals(
                1,
                problems.stream().filter(p -> p.file().equals("clauses/two.md")).count());
        assertTrue(problems.stream().anyMatch(p -> p.file().equals("contracts/lease.yaml")));
    }

    @Test
    void aFileThatIsNotUtf8OrTooLargeIsReported() {
        LibraryFolder library = new LibraryFolder(folder)
                .write("clauses/a.md", "---\nid: a\n---\nM\u00fcnchen".getBytes(StandardCharsets.ISO_8859_1))
                .write("clauses/b.md", new byte[(1 << 20) + 1]);

        List<LibraryProblem> problems =
                assertInstanceOf(LoadResult.Refused.class, library.load()).problems();

        assertTrue(problems.get(0).message().contains("not UTF-8"));
        assertTrue(problems.get(1).message().contains("larger than 1 MiB"));
    }

    @Test
    void aMissingLibraryIsReported() {
        assertInstanceOf(LoadResult.Refused.class, new LibraryFolderView(folder.resolve("nowhere")).load());
    }

    @Test
    void anyChangeOfAWordASlotOrARecipeChangesTheRoot() {
        Root root = new LibraryFolder(folder).snapshot().root();

        assertEquals(root, new LibraryFolder(folder).snapshot().root());
        assertNotEquals(
                root,
                new LibraryFolder(folder)
                        .clause(
                                "cap",
                                "slots: {amount: {type: money, max: USD 100000}}",
                                "The borrower may borrow up to {{amount}} overall.")
                        .snapshot()
                        .root());
        assertNotEquals(
                root,
                new LibraryFolder(folder)
                        .clause(
                                "cap",
                                "slots: {amount: {type: money, max: USD 100001}}",
                                "The borrower may borrow up to {{amount}} in total.")
                        .snapshot()
                        .root());
        assertNotEquals(
                root,
                new LibraryFolder(folder)
                        .write("contracts/loan.yaml", LibraryFolder.RECIPE.replace("Terms", "The Terms"))
                        .snapshot()
                        .root());
    }

    private record LibraryFolderView(Path path) {
        LoadResult load() {
            try {
                return LibraryLoader.load(path);
            } catch (java.io.IOException e) {
                throw new AssertionError(e);
            }
        }
    }
}
