package org.proviso.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.proviso.document.MarkdownReader;
import org.proviso.library.LibraryLock;
import org.proviso.library.LintRule;
import org.proviso.library.LintRule.Severity;
import org.proviso.testkit.LibraryFolder;

class LintTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-06-01");
    private static final String SETTINGS = LibraryFolder.SETTINGS + "lint:\n  rules: {unlocked: off}\n";
    private static final String RECIPE = """
            id: loan
            title: Loan
            description: A loan between friends.
            jurisdictions: [US-DE]
            sections:
              - heading: Terms
                clauses:
                  - {family: cap}
                  - {family: fee}
            """;
    private static final String CAP = "The \"Borrower\" may borrow up to {{amount}} in total.";
    private static final String CAP_KEYS = "slots: {amount: {type: money, ask: How much is it?}}\ndefines: [Borrower]";
    private static final String FEE = "The Borrower shall pay a fee at the end of each year.";
    private static final String WRONG_HASH = "cap@1 " + "0".repeat(64) + "\n";

    /// A minimal change that breaks a clean library in one way.
    private record Break(LintRule rule, String place, String message, List<Change> changes) {
        @Override
        public String toString() {
            return rule + ": " + message;
        }
    }

    private interface Change {
        void in(LibraryFolder library);
    }

    private static final List<Break> BREAKS = List.of(
            broken(LintRule.LOAD, "clauses/fee.md:5", "not a status", clause("fee", "status: good", FEE)),
            broken(LintRule.LOCK, "clauses/cap.md:3", "changed under its", file("library.lock", WRONG_HASH)),
            broken(LintRule.UNLOCKED, "library.yaml:1", "No wording", file("library.yaml", LibraryFolder.SETTINGS)),
            broken(
                    LintRule.FAMILY_GAP,
                    "contracts/loan.yaml:9",
                    "the family fee has no approved clause. (loan in US-NY)",
                    recipe("jurisdictions: [US-DE]", "jurisdictions: [US-DE, US-NY]"),
                    clause("fee", "uses: [Borrower]\njurisdictions: [US-DE]", FEE)),
            broken(
                    LintRule.DANGLING_REQUIRES,
                    "clauses/fee.md:6",
                    "requires the family bond, which is not there",
                    clause("fee", "uses: [Borrower]\nrequires: [bond]", FEE),
                    clause("bond", "", "A friend stands in for the debt.")),
            broken(
                    LintRule.DANGLING_REQUIRES,
                    "clauses/fee.md:6",
                    "bond, which is there only if it is included",
                    recipe("{family: fee}", "{family: fee}\n      - {family: bond, optional: true}"),
                    clause("fee", "uses: [Borrower]\nrequires: [bond]", FEE),
                    clause("bond", "", "A friend stands in for the debt.")),
            broken(
                    LintRule.DANGLING_REF,
                    "clauses/fee.md:9",
                    "refers to the family bond, which is not there",
                    clause("fee", "uses: [Borrower]", FEE + "\n\nClause {{ref bond}} secures it."),
                    clause("bond", "", "A friend stands in for the debt.")),
            broken(
                    LintRule.DANGLING_REF,
                    "clauses/fee.md:7",
                    "the family title, which stands without a label",
                    recipe("sections:\n", "sections:\n  - clauses: [{family: title, style: title}]\n"),
                    clause("fee", "uses: [Borrower]", FEE.replace("a fee", "as {{ref title}} says")),
                    clause("title", "", "This is a loan agreement")),
            broken(
                    LintRule.CYCLIC_REQUIRES,
                    "clauses/cap.md:7",
                    "cap → fee → cap",
                    clause("cap", CAP_KEYS + "\nrequires: [fee]", CAP),
                    clause("fee", "uses: [Borrower]\nrequires: [cap]", FEE)),
            broken(
                    LintRule.CYCLIC_REF,
                    "clauses/cap.md:8",
                    "cap → fee → cap",
                    clause("cap", CAP_KEYS, CAP.replace("in total", "under {{ref fee}}")),
                    clause("fee", "uses: [Borrower]", FEE.replace("a fee", "the fee for {{ref cap}}"))),
            broken(
                    LintRule.CONTRADICTORY_CONFLICTS,
                    "clauses/fee.md:6",
                    "conflicts with low of its own family",
                    clause("fee", "uses: [Borrower]\nconflicts: [low]", FEE),
                    clause("low", "uses: [Borrower]\nfamily: fee\nposition: fallback-1", "The Borrower pays nothing.")),
            broken(
                    LintRule.CONTRADICTORY_CONFLICTS,
                    "clauses/fee.md:7",
                    "requires the family cap and conflicts with every clause of it",
                    clause("fee", "uses: [Borrower]\nrequires: [cap]\nconflicts: [cap]", FEE)),
            broken(
                    LintRule.CONTRADICTORY_CONFLICTS,
                    "clauses/fee.md:6",
                    "fee@1 can never be used",
                    clause("fee", "uses: [Borrower]\nconflicts: [cap]", FEE)),
            broken(
                    LintRule.CONTRADICTORY_CONFLICTS,
                    "clauses/fee.md:6",
                    "though a draft takes both",
                    clause("fee", "uses: [Borrower]\nconflicts: [cap]", FEE),
                    clause("lower", CAP_KEYS + "\nfamily: cap\nposition: fallback-1", CAP.replace("total", "all"))),
            broken(
                    LintRule.TERM_UNDEFINED,
                    "clauses/fee.md:5",
                    "\"Lender\", which no clause defines",
                    clause("fee", "uses: [Borrower, Lender]", FEE + " The Lender shall confirm it.")),
            broken(
                    LintRule.TERM_UNDEFINED,
                    "clauses/fee.md:5",
                    "which only cap defines, and not in every case",
                    clause(
                            "lower",
                            "slots: {amount: {type: money, ask: How much?}}\nfamily: cap\nposition: fallback-1",
                            "A friend may borrow up to {{amount}} in all.")),
            broken(
                    LintRule.TERM_UNUSED,
                    "clauses/fee.md:6",
                    "defines \"Lender\", which no clause uses",
                    clause("fee", "uses: [Borrower]\ndefines: [Lender]", FEE + " The payee is the \"Lender\".")),
            broken(
                    LintRule.TERM_REPEATED,
                    "clauses/fee.md:5",
                    "and so does cap@1",
                    clause("fee", "defines: [Borrower]", "The \"Borrower\" pays. The Borrower is a friend.")),
            broken(
                    LintRule.TERM_UNDECLARED,
                    "clauses/fee.md:6",
                    "\"Borrower\" without saying so",
                    clause("fee", "", "Each year the Borrower shall pay a fee.")),
            broken(
                    LintRule.TERM_ABSENT,
                    "clauses/fee.md:5",
                    "does not use \"Borrower\"",
                    clause("cap", CAP_KEYS, CAP + " The Borrower is a friend."),
                    clause("fee", "uses: [Borrower]", "A fee is due each year.")),
            broken(
                    LintRule.TERM_ABSENT,
                    "clauses/cap.md:6",
                    "does not define \"Friend\"",
                    clause("cap", CAP_KEYS.replace("[Borrower]", "[Borrower, Friend]"), CAP)),
            broken(
                    LintRule.TERM_UNKNOWN,
                    "clauses/fee.md:10",
                    "\"Closing Date\"",
                    clause("fee", "uses: [Borrower]", FEE + "\n\nThe first fee\nis due on the Closing Date.")),
            broken(
                    LintRule.SLOT_QUESTION,
                    "clauses/cap.md:5",
                    "The slot \"amount\" has no question",
                    clause("cap", CAP_KEYS.replace(", ask: How much is it?", ""), CAP)),
            broken(
                    LintRule.SLOT_QUESTION,
                    "clauses/cap.md:5",
                    "The column \"sums.amount\" has no question",
                    clause(
                            "cap",
                            "slots: {sums: {type: rows, ask: Which?, max: 2, columns: {amount: {type: money}}}}\n"
                                    + "defines: [Borrower]",
                            "The \"Borrower\" may borrow:\n\n{{#each sums}}- a sum of {{amount}} now\n{{/each}}")),
            broken(
                    LintRule.SLOT_BOUND,
                    "clauses/fee.md:6",
                    "\"term\", a duration, is not bounded",
                    clause(
                            "fee",
                            "uses: [Borrower]\nslots: {term: {type: duration, min: 1 day, ask: How long?}}",
                            "The Borrower shall pay a fee for {{term}} from today.")),
            broken(
                    LintRule.SAME_TEXT,
                    "clauses/toll.md:8",
                    "toll@1 has the same text as fee@1",
                    recipe("{family: fee}", "{family: fee}\n      - {family: toll}"),
                    clause("toll", "uses: [Borrower]\n", FEE.replace("a fee", "a  fee"))),
            broken(
                    LintRule.NEAR_DUPLICATE,
                    "clauses/toll.md:7",
                    "% of its phrases with fee@1",
                    recipe("{family: fee}", "{family: fee}\n      - {family: toll}"),
                    clause("fee", "uses: [Borrower]", FEE.repeat(3).replace(".The", ". The")),
                    clause("toll", "uses: [Borrower]", FEE.repeat(2).replace(".The", ". The"))),
            broken(
                    LintRule.EXPIRING,
                    "clauses/fee.md:6",
                    "only until 2026-07-01",
                    clause("fee", "uses: [Borrower]\nvalid: {until: 2026-07-01}", FEE)),
            broken(
                    LintRule.LADDER_GAP,
                    "clauses/low.md:7",
                    "nothing at fallback-1",
                    clause("low", "uses: [Borrower]\nfamily: fee\nposition: fallback-2", "The Borrower pays nothing.")),
            broken(
                    LintRule.UNREACHABLE,
                    "clauses/toll.md:2",
                    "No recipe can reach toll@1",
                    clause("toll", "", "A toll is due at every bridge.")));

    @TempDir
    private Path folder;

    @Test
    void aGoodLibraryHasNoFinding() {
        assertEquals(List.of(), lint(library()));
    }

    @ParameterizedTest
    @FieldSource("BREAKS")
    void eachRuleFiresOnAMinimalBrokenLibraryAndNoOtherRuleDoes(Break broken) {
        LibraryFolder library = library();
        broken.changes.forEach(change -> change.in(library));

        List<Finding> findings = lint(library);

        assertTrue(
                findings.stream()
                        .anyMatch(finding -> finding.rule() == broken.rule
                                && broken.place.equals(finding.file() + ":" + finding.line())
                                && finding.message().contains(broken.message)
                                && !finding.remedy().isEmpty()),
                findings::toString);
        Set<LintRule> others = findings.stream()
                .map(Finding::rule)
                .filter(rule -> rule != broken.rule && !belongs(rule, broken.rule))
                .collect(Collectors.toSet());
        assertEquals(Set.of(), others, findings::toString);
    }

    /// What is not there is in a family that no recipe reaches, and what nobody defines is no term.
    private static boolean belongs(LintRule other, LintRule broken) {
        return switch (broken) {
            case DANGLING_REQUIRES, DANGLING_REF -> other == LintRule.UNREACHABLE;
            case TERM_ABSENT, FAMILY_GAP -> other == LintRule.TERM_UNUSED;
            default -> false;
        };
    }

    @Test
    void noRuleIsWithoutATest() {
        Set<LintRule> tested = BREAKS.stream().map(Break::rule).collect(Collectors.toSet());

        assertEquals(EnumSet.allOf(LintRule.class), tested);
    }

    @ParameterizedTest
    @CsvSource({"off, ''", "warning, WARNING", "error, ERROR"})
    void aLibrarySwitchesItsRules(String written, String severity) {
        LibraryFolder library = library()
                .write("library.yaml", SETTINGS.replace("unlocked: off", "unlocked: off, expiring: " + written))
                .clause("fee", "uses: [Borrower]\nvalid: {until: 2026-07-01}", FEE);

        List<String> severities =
                lint(library).stream().map(finding -> finding.severity().name()).toList();

        assertEquals(severity.isEmpty() ? List.of() : List.of(severity), severities);
    }

    @ParameterizedTest
    @CsvSource({
        "Tax, Taxes",
        "Business, Businesses",
        "Branch, Branches",
        "License, Licenses",
        "Party, Parties",
        "Fee, Fees"
    })
    void termsAreFoundInEitherNumber(String one, String many) {
        assertEquals(List.of(LintRule.TERM_UNDECLARED), rulesOfTerm(one, many));
        assertEquals(List.of(LintRule.TERM_UNDECLARED), rulesOfTerm(many, one));
    }

    private List<LintRule> rulesOfTerm(String defined, String used) {
        LibraryFolder library = library()
                .clause(
                        "cap",
                        CAP_KEYS.replace("[Borrower]", "[Borrower, " + defined + "]"),
                        CAP + " What \"" + defined + "\" means is known, and each friend knows the " + defined + ".")
                .clause("fee", "uses: [Borrower]", FEE + " Each year the payee looks at the " + used + " again.");
        return lint(library).stream().map(Finding::rule).toList();
    }

    @Test
    void aTermInsideAnotherWordIsNoUseOfIt() {
        LibraryFolder library = library()
                .clause(
                        "cap",
                        CAP_KEYS.replace("[Borrower]", "[Borrower, Toll]"),
                        CAP + " What is due is the \"Toll\", and Tollgates are free.");

        assertEquals(List.of(LintRule.TERM_UNUSED), ruled(lint(library), LintRule.TERM_UNUSED));
    }

    private static List<LintRule> ruled(List<Finding> findings, LintRule rule) {
        return findings.stream().map(Finding::rule).filter(rule::equals).toList();
    }

    @Test
    void aTextOfMoreClausesThanCanBeVerifiedIsAnErrorAtAClause() {
        LibraryFolder library = library();
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i <= 1_000; i++) {
            lines.append(
                    "{\"id\":\"toll-%04d\",\"version\":1,\"title\":\"Toll\",\"category\":\"General\",\"text\":\"A toll is due.\"}%n"
                            .formatted(i));
        }
        library.write("tolls.jsonl", lines.toString());

        Finding found = lint(library).stream()
                .filter(finding -> finding.rule() == LintRule.LOAD)
                .findFirst()
                .orElseThrow();
        assertTrue(found.message().contains("toll-1000@1 cannot be verified against"), found::toString);
        assertEquals("tolls.jsonl:1001", found.file() + ":" + found.line());
    }

    @Test
    void aClauseIsANearDuplicateOfOneOtherOnly() {
        LibraryFolder library =
                library().write("library.yaml", SETTINGS.replace("unlocked: off", "unlocked: off, unreachable: off"));
        for (int i = 0; i < 5; i++) {
            library.clause(
                    "toll" + i,
                    "",
                    "A toll is due at every bridge that the traveller crosses by day or by night on foot or on a horse in the year "
                            + i + ".");
        }

        assertEquals(
                List.of("toll1@1", "toll2@1", "toll3@1", "toll4@1"),
                lint(library).stream()
                        .map(finding -> finding.message().split(" ")[0])
                        .toList());
    }

    @Test
    void aLibrarySaysHowEarlyItWantsToKnowAndWhichNamesItMentions() {
        LibraryFolder library = library()
                .write("library.yaml", SETTINGS + "  expiring-days: 20\n  names: [Court of Chancery, Delaware]\n")
                .clause(
                        "fee",
                        "uses: [Borrower]\nvalid: {until: 2026-07-01}",
                        FEE + " If not, a judge of the Court of Chancery in Delaware decides.");

        assertEquals(List.of(), lint(library));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "rules: {unlockt: off} | \"unlockt\" is no rule that can be switched. Name one of [family-gap,",
                "rules: {load: off}    | \"load\" is no rule that can be switched.",
                "rules: {lock: warning}| \"lock\" is no rule that can be switched.",
                "rules: {expiring: 90} | \"90\" is no severity: write off, warning or error.",
                "expiring-days: -1     | \"-1\" is not a number of days",
                "colour: red           | The key \"colour\" is unknown here."
            })
    void aWrongSwitchIsAProblemOfTheLibrary(String lint, String message) {
        LibraryFolder library = library().write("library.yaml", LibraryFolder.SETTINGS + "lint:\n  " + lint + "\n");

        Finding finding = lint(library).getFirst();

        assertEquals(LintRule.LOAD, finding.rule());
        assertEquals("library.yaml:7", finding.file() + ":" + finding.line());
        assertTrue((finding.message() + " " + finding.remedy()).contains(message), finding::toString);
    }

    @Test
    void aVersionThatCameAfterTheLockIsReportedByItself() throws IOException {
        LibraryFolder library = library().write("library.yaml", LibraryFolder.SETTINGS);
        LibraryLock.write(folder, library.snapshot());
        assertEquals(List.of(), lint(library));

        library.clause("low", "uses: [Borrower]\nfamily: fee\nposition: fallback-1", "The Borrower pays nothing.");

        assertEquals(
                List.of("clauses/low.md:3"),
                lint(library).stream()
                        .map(finding -> finding.file() + ":" + finding.line())
                        .toList());
    }

    @Test
    void whatIsReplacedInTimeDoesNotExpire() {
        LibraryFolder library = library()
                .write(
                        "clauses/fee.md",
                        "---\nid: fee\nversion: 2\ntitle: Fee\nuses: [Borrower]\nvalid: {from: 2026-06-15}\n---\n"
                                + FEE)
                .write(
                        "clauses/fee@1.md",
                        "---\nid: fee\nversion: 1\ntitle: Fee\nuses: [Borrower]\nvalid: {until: 2026-06-20}\n---\n"
                                + FEE.replace("a fee", "no fee"));

        assertEquals(List.of(), lint(library));
    }

    @Test
    void aFindingOfABulkFileNamesItsLine() {
        LibraryFolder library = library()
                .write(
                        "more.jsonl",
                        "\n{\"id\": \"toll\", \"version\": 1, \"title\": \"Toll\", \"text\": \"A toll is due at a gate.\"}\n");

        assertEquals(
                List.of("more.jsonl:2"),
                lint(library).stream()
                        .map(finding -> finding.file() + ":" + finding.line())
                        .toList());
    }

    @Test
    void errorsAndWarningsAreWhatTheRulesSay() {
        assertTrue(Stream.of(LintRule.LOAD, LintRule.FAMILY_GAP, LintRule.TERM_UNDEFINED)
                .allMatch(rule -> rule.severity() == Severity.ERROR));
        assertEquals(Severity.WARNING, LintRule.SAME_TEXT.severity());
    }

    private LibraryFolder library() {
        return new LibraryFolder(folder)
                .write("library.yaml", SETTINGS)
                .write("contracts/loan.yaml", RECIPE)
                .clause("cap", CAP_KEYS, CAP)
                .clause("fee", "uses: [Borrower]", FEE);
    }

    private static List<Finding> lint(LibraryFolder library) {
        return Lint.of(library.load(), MarkdownReader::read, TODAY);
    }

    private static Break broken(LintRule rule, String place, String message, Change... changes) {
        return new Break(rule, place, message, List.of(changes));
    }

    private static Change clause(String id, String keys, String text) {
        return library -> library.clause(id, keys, text);
    }

    private static Change file(String name, String text) {
        return library -> library.write(name, text);
    }

    private static Change recipe(String before, String after) {
        return library -> library.write("contracts/loan.yaml", RECIPE.replace(before, after));
    }
}
