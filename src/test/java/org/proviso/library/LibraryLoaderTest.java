package org.proviso.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.proviso.clause.ClauseVersion;
import org.proviso.clause.ClauseVersionId;
import org.proviso.clause.ContractTypeId;
import org.proviso.clause.FamilyId;
import org.proviso.clause.Jurisdiction;
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
                        "---\nid: fee\nversion: 1\ntitle: Fee\nslots: {a: {type: party}}\n---\n{{a}} pays.\n\nIt pays now.\n",
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
                Arguments.of("clauses/fee.md", CLAUSE.formatted("may-agree: The CEO!\n", "now"), 5, "not a role"),
                Arguments.of("clauses/fee.md", CLAUSE.formatted("category: a\u200bb\n", "now"), 5, "U+200B"),
                Arguments.of("clauses/fee.md", CLAUSE.formatted("uses: [Fee, '']\n", "now"), 5, "not a text"),
                Arguments.of("clauses/fee.md", CLAUSE.formatted("source: &a here\n", "now"), 5, "anchor"),
                Arguments.of("clauses/fee.md", CLAUSE.formatted("source: !!str here\n", "now"), 5, "tag"),
                Arguments.of(
                        "clauses/fee.md", CLAUSE.formatted("source: " + "[".repeat(50_000) + "\n", "now"), 5, "deeper"),
                Arguments.of("clauses/fee.md", CLAUSE.formatted("", "now\u0085"), 6, "U+0085"),
                Arguments.of("clauses/fee.md", CLAUSE.formatted("", "in _words_ of mine"), 6, "markup"),
                Arguments.of("clauses/fee.md", CLAUSE.formatted("", "to (_)\"here\"(_)"), 6, "markup"),
                Arguments.of("clauses/fee.md", text("Days of notice count from receipt."), 6, "would count"),
                Arguments.of("clauses/fee.md", text("Times the fee {{x}} is the cap."), 6, "would count"),
                Arguments.of("clauses/fee.md", text("Business days of {{x}} are free."), 6, "would count"),
                Arguments.of("clauses/fee.md", text("Due are:\n\n1. the fee;\n\n3. the tax."), 10, "count on from 1"),
                Arguments.of("clauses/fee.md", text("Due are:\n\n2) the fee;\n\n2) the tax."), 10, "count on from 2"),
                Arguments.of("clauses/fee.md", CLAUSE.formatted("", "now\n-\n\nThen it is"), 7, "structure"),
                Arguments.of("clauses/fee.md", CLAUSE.formatted("", "now\n=\n\nThen it is"), 7, "structure"),
                Arguments.of("clauses/fee.md", CLAUSE.formatted("", "now\n- - for fun"), 7, "structure"),
                Arguments.of("clauses/fee.md", CLAUSE.formatted("", "now\n  - for fun"), 7, "structure"),
                Arguments.of("clauses/fee.md", CLAUSE.formatted("", "now\n\n(a) {{ref cap}}"), 8, "no word of its own"),
                Arguments.of("clauses/fee.md", CLAUSE.formatted("", "now\n\n{{ref cap}} applies"), 8, "as a label"),
                Arguments.of("clauses/fee.md", CLAUSE.formatted("", "under {{ref hat}} now"), 6, "{{ref hat}} names"),
                Arguments.of("clauses/fee.md", CLAUSE.formatted("", "under {{ref fee}} now"), 6, "its own family"),
                Arguments.of("clauses/fee.md", CLAUSE.formatted("", "word ".repeat(2_001)), 6, "longer than"),
                Arguments.of(
                        "clauses/fee.md", CLAUSE.formatted("", "now\n" + "\nword".repeat(2_001)), 8, "longer than"),
                Arguments.of(
                        "clauses/fee.md", CLAUSE.formatted("", "now" + "\n\nword".repeat(400)), 6, "401 paragraphs"),
                Arguments.of("clauses/fee@1.md", CLAUSE.formatted("", "now"), 3, "in a file for an older one"),
                Arguments.of(
                        "clauses/cap@2.md",
                        "---\nid: cap\nversion: 2\ntitle: Cap\n---\nAnother text of a cap.\n",
                        3,
                        "cap@2 is the highest"),
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

    private static final String ROWS =
            "---\nid: fee\nversion: 1\ntitle: Fee\nslots:\n  fees: {%s}\n---\nThe borrower pays:\n\n%s\n";
    private static final String COLUMNS = "columns: {service: {type: text}, amount: {type: money}}";
    private static final String EACH = "{{#each fees}}- {{amount}} for {{service}} each\n{{/each}}";

    static Stream<Arguments> brokenRows() {
        return Stream.of(
                Arguments.of("type: rows, " + COLUMNS, EACH, 6, "no maximum"),
                Arguments.of("type: rows, max: 51, " + COLUMNS, EACH, 6, "no maximum from 1 to 50"),
                Arguments.of("type: rows, max: 0, " + COLUMNS, EACH, 6, "no maximum"),
                Arguments.of("type: rows, max: 999999999999999, " + COLUMNS, EACH, 6, "no maximum"),
                Arguments.of("type: rows, max: 2, min: 3, " + COLUMNS, EACH, 6, "most allowed"),
                Arguments.of("type: rows, max: 2, default: 1, " + COLUMNS, EACH, 6, "no \"default\""),
                Arguments.of("type: rows, max: 2", EACH, 6, "with columns []"),
                Arguments.of("type: text, " + COLUMNS, "a {{fees}} b", 6, "with columns [amount, service]"),
                Arguments.of("type: rows, max: 2, columns: {service: {type: flag}}", EACH, 6, "is a flag"),
                Arguments.of("type: rows, max: 2, columns: {service: {type: label}}", EACH, 6, "\"label\""),
                Arguments.of("type: rows, max: 2, columns: {service: {type: text}}", EACH, 10, "declares [service]"),
                Arguments.of("type: rows, max: 2, " + COLUMNS, "It pays {{fees}} now", 10, "is printed"),
                Arguments.of("type: rows, max: 2, " + COLUMNS, EACH + "{{#if fees}}now{{/if}}", 10, "asked by {{#if}}"),
                Arguments.of("type: text", "{{#each fees}}a {{x}} b{{/each}}", 10, "repeated by {{#each}}"),
                Arguments.of(
                        "type: rows, max: 2, " + COLUMNS,
                        "{{#each fees}}- {{amount}} {{service}} each\n{{/each}}",
                        10,
                        "without a word between"),
                Arguments.of("type: integer, max-words: 3", "It pays {{fees}} now", 6, "no \"max-words\""));
    }

    @ParameterizedTest
    @MethodSource("brokenRows")
    void brokenRowsAreReportedWithFileLineAndValue(String slot, String text, int line, String message) {
        aBrokenFileIsReportedWithFileLineAndValue("clauses/fee.md", ROWS.formatted(slot, text), line, message);
    }

    @Test
    void rowsReferencesAndListItemsAreAllowed() {
        LibrarySnapshot library = new LibraryFolder(folder)
                .write(
                        "clauses/fee.md",
                        ROWS.formatted(
                                "type: rows, max: 3, min: 0, ask: \"Which fees?\", " + COLUMNS,
                                EACH + "\nSection {{ref cap}} applies."))
                .snapshot();

        ClauseVersion fee = library.clause(ClauseVersionId.parse("fee@1")).orElseThrow();
        assertEquals(4, fee.forms().size());
        assertEquals(List.of("fees"), List.copyOf(fee.slots().keySet()));
        assertEquals(1, library.slots("fees").size());
        assertEquals(List.of("amount", "fees"), List.copyOf(library.slotNames()));
    }

    @Test
    void tooManyFormsNameTheSlotsThatMultiply() {
        LibraryFolder library = new LibraryFolder(folder)
                .clause(
                        "fee",
                        "slots: {a: {type: flag}, b: {type: flag}, c: {type: flag}, r: {type: rows, max: 40, columns: {x:"
                                + " {type: text}}}}",
                        "The fee{{#if a}} a{{/if}}{{#if b}} b{{/if}}{{#if c}} c{{/if}} is{{#each r}} for {{x}} and{{/each}}"
                                + " due.");

        assertTrue(problems(library).getFirst().message().contains("a (2), b (2), c (2), r (40) multiply"));
    }

    @Test
    void aTextThatIsTooLongOrNamesTooManySlotsIsReportedAtOnce() {
        LibraryFolder library = new LibraryFolder(folder)
                .clause("fee", "", "very ".repeat(50_000))
                .clause(
                        "fine",
                        "",
                        IntStream.range(0, 5_000)
                                .mapToObj(i -> "{{s" + i + "}} or ")
                                .collect(Collectors.joining()));

        List<String> messages =
                problems(library).stream().map(LibraryProblem::message).toList();

        assertTrue(messages.contains("The text has 249999 characters."), messages::toString);
        assertTrue(messages.contains("The text names 5000 slots."), messages::toString);
    }

    @Test
    void formsThatAreTooLargeAreNeverMade() {
        LibraryFolder library = new LibraryFolder(folder)
                .clause(
                        "fee",
                        "slots: {r: {type: rows, max: 50, columns: {x: {type: text}}}}",
                        "The fee is for {{#each r}}" + "very ".repeat(20_000) + "{{x}} and {{/each}} more.");

        assertTrue(problems(library).getFirst().message().contains("more than 4000000 characters"));
    }

    @Test
    void onlyTheHighestVersionInForceCountsInALadder() {
        LibraryFolder library = new LibraryFolder(folder)
                .write("clauses/fee.md", "---\nid: fee\nversion: 2\ntitle: Fee\nfamily: fee\n---\nIt pays the fee.\n")
                .write("clauses/fee@1.md", "---\nid: fee\nversion: 1\ntitle: Fee\nfamily: fine\n---\nIt pays a fine.\n")
                .clause("fine", "", "The borrower pays the fine.");

        assertEquals(4, library.snapshot().clauses().size());

        library.write(
                "clauses/fee.md",
                "---\nid: fee\nversion: 2\ntitle: Fee\nfamily: fee\nvalid: {from: 2030-01-01}\n---\nIt pays the fee.\n");
        assertTrue(problems(library).getFirst().message().contains("same family"));
    }

    @Test
    void versionsThatNeverMeetMayDisagreeOnASlot() {
        String fee =
                "---\nid: fee\nversion: %s\ntitle: Fee\nfamily: cap\nposition: fallback-1\nslots: {amount: {type: %s}}\n"
                        + "---\nIt pays the amount of {{amount}} now.\n";
        LibraryFolder library = new LibraryFolder(folder)
                .write("clauses/fee.md", fee.formatted(2, "money"))
                .write("clauses/fee@1.md", fee.formatted(1, "integer"));

        assertEquals(3, library.snapshot().clauses().size());

        library.write("clauses/fee.md", fee.formatted(2, "integer"));
        assertTrue(problems(library).getFirst().message().contains("is a integer here and a money elsewhere"));
    }

    @Test
    void aLinkOutOfTheFolderIsReportedAndNotRead() throws IOException {
        LibraryFolder library = new LibraryFolder(folder.resolve("library"));
        Path secret = Files.writeString(folder.resolve("secret.md"), "secret");
        Files.createSymbolicLink(library.path().resolve("clauses/fee.md"), secret);
        Files.createSymbolicLink(library.path().resolve("bulk.jsonl"), secret);
        Files.createSymbolicLink(library.path().resolve("clauses/more"), folder);

        List<LibraryProblem> problems = problems(library);

        assertEquals(
                List.of("bulk.jsonl", "clauses/fee.md", "clauses/more"),
                problems.stream().map(LibraryProblem::file).toList());
        assertTrue(problems.stream().noneMatch(problem -> problem.toString().contains("\"secret\"")));
    }

    @Test
    void aLadderAndAFamilyAreFoundByTheirIndex() {
        LibrarySnapshot library = new LibraryFolder(folder)
                .clause("limit", "family: cap\nposition: fallback-1", "The borrower may borrow a little.")
                .snapshot();

        assertEquals(2, library.family(new FamilyId("cap")).size());
        assertEquals(
                List.of("cap@1", "limit@1"),
                library
                        .ladder(
                                new FamilyId("cap"),
                                new ContractTypeId("loan"),
                                new Jurisdiction("US-DE"),
                                LocalDate.of(2026, 1, 1))
                        .stream()
                        .map(clause -> clause.versionId().toString())
                        .toList());
    }

    /// A clause file with a text of its own, on line 6.
    private static String text(String text) {
        return "---\nid: fee\nversion: 1\ntitle: Fee\n---\n" + text + "\n";
    }

    private static List<LibraryProblem> problems(LibraryFolder library) {
        return assertInstanceOf(LoadResult.Refused.class, library.load()).problems();
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
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        }
    }
}
