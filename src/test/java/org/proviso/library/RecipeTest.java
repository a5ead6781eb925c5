package org.proviso.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.proviso.clause.ContractTypeId;
import org.proviso.clause.FamilyId;
import org.proviso.clause.Jurisdiction;
import org.proviso.clause.SlotType;
import org.proviso.library.Condition.Answer;
import org.proviso.library.Condition.Law;
import org.proviso.library.Condition.State;
import org.proviso.testkit.LibraryFolder;

class RecipeTest {

    private static final String RECIPE = """
            id: loan
            title: Loan
            description: A loan between friends.
            jurisdictions: [US-DE, US-CA]
            slots:
              deal: {type: choice, choices: [small, large], ask: How large is the loan?}
            sections:
              - heading: Terms
                clauses:
                  - {family: cap}
              - heading: Security
                when: {jurisdiction: [US-CA]}
                clauses:
                  - {family: pledge, when: {deal: large}}
            """;
    private static final Jurisdiction CALIFORNIA = new Jurisdiction("US-CA");

    @TempDir
    private Path folder;

    @Test
    void aConditionOfASectionIsOneOfItsItems() {
        ContractType recipe = recipe(library(RECIPE).snapshot());

        assertEquals(SlotType.CHOICE, recipe.slots().get("deal").type());
        assertEquals(
                List.of(
                        Condition.ALWAYS,
                        new Condition(List.of(new Law(List.of(CALIFORNIA)), new Answer("deal", List.of("large"))))),
                recipe.items().map(ContractType.Item::when).toList());
        assertEquals(
                "jurisdiction is US-CA, and deal is large",
                recipe.items().toList().getLast().when().toString());
    }

    @Test
    void clausesOfOneRungServeDifferentContractTypes() {
        LibraryFolder library = new LibraryFolder(folder)
                .write("contracts/gift.yaml", LibraryFolder.RECIPE.replace("loan", "gift"))
                .clause(
                        "cap",
                        "contracts: [loan]\nslots: {amount: {type: money}}",
                        "The borrower may borrow {{amount}}.")
                .clause(
                        "limit",
                        "family: cap\ncontracts: [gift]\nslots: {amount: {type: integer}}",
                        "The donor gives {{amount}} apples.");
        LibrarySnapshot snapshot = library.snapshot();

        assertEquals(List.of("cap"), ladder(snapshot, "loan"));
        assertEquals(List.of("limit"), ladder(snapshot, "gift"));

        library.clause("limit", "family: cap", "The donor gives some apples.");

        assertTrue(((LoadResult.Refused) library.load())
                .problems()
                .getFirst()
                .message()
                .contains("same family, position"));
    }

    private static List<String> ladder(LibrarySnapshot library, String contractType) {
        return library
                .ladder(
                        new FamilyId("cap"),
                        new ContractTypeId(contractType),
                        new Jurisdiction("US-DE"),
                        LocalDate.parse("2026-01-01"))
                .stream()
                .map(clause -> clause.id().value())
                .toList();
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
            US-CA, large, HOLDS
            US-CA, small, FAILS
            US-CA, -,     OPEN
            US-DE, large, FAILS
            US-DE, -,     FAILS
            -,     large, OPEN
            -,     small, FAILS
            -,     -,     OPEN
            """)
    void aConditionIsOpenWhileNothingThatIsKnownSpeaksAgainstIt(String law, String deal, State state) {
        Condition condition =
                new Condition(List.of(new Law(List.of(CALIFORNIA)), new Answer("deal", List.of("large"))));

        assertEquals(
                state,
                condition.state(
                        law == null ? null : new Jurisdiction(law), deal == null ? Map.of() : Map.of("deal", deal)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            deal: large           | deal: huge               | can never be there: "huge" is not a value for deal
            deal: large           | deal: []                 | No value is named that "deal" has to have
            deal: large           | size: large              | depends on the slot "size", which neither a clause nor
            deal: large           | amount: USD 5000         | depends on "amount" being "USD 5000".
            deal: large           | amount: lots             | can never be there: "lots" is not a value for amount
            deal: large           | rate: 5%                 | whose default is not the same in all clauses
            deal: large           | jurisdiction: US-NY      | is there for US-NY, which the recipe does not draft for
            deal: large           | jurisdiction: Mars       | "Mars" is not a known jurisdiction
            deal: large           | deal: {a: b}             | "deal" is not a list
            when: {deal: large}   | when: large              | "when" holds no `key: value` pairs
            deal: {type           | amount: {type            | is declared by a clause of the recipe too
            deal: {type           | rush: {type: flag}, deal: {type | No condition asks the slot "rush"
            type: choice, choices: [small, large] | type: rows | rows
            """)
    void aRecipeThatCannotWorkIsRefused(String right, String wrong, String message) {
        String text = right.startsWith("deal: {")
                ? RECIPE.replace(
                        "  deal: {type: choice, choices: [small, large], ask: How large is the loan?}",
                        wrong.startsWith("amount")
                                ? "  amount: {type: money}\n  deal: {type: choice, choices: [small, large]}"
                                : "  rush: {type: flag}\n  deal: {type: choice, choices: [small, large]}")
                : RECIPE.replace(right, wrong);

        LoadResult result = library(text).load();

        assertTrue(result instanceof LoadResult.Refused, "it loaded");
        List<LibraryProblem> problems = ((LoadResult.Refused) result).problems();
        assertTrue(problems.stream().anyMatch(problem -> problem.message().contains(message)), problems::toString);
        assertTrue(
                problems.stream().allMatch(problem -> problem.file().equals("contracts/loan.yaml")),
                problems::toString);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            deal: large                | deal: [large, small]
            jurisdiction: [US-CA]      | jurisdiction: [US-CA, US-DE]
            choices: [small, large]    | choices: [large, small]
            How large is the loan?     | How much is lent?
            choices: [small, large],   | choices: [small, large], default: small,
            """)
    void everyPartOfARecipeCountsForTheRoot(String part, String other) {
        Root one = library(RECIPE).snapshot().root();

        assertNotEquals(one, library(RECIPE.replace(part, other)).snapshot().root());
    }

    private LibraryFolder library(String recipe) {
        return new LibraryFolder(folder)
                .write("contracts/loan.yaml", recipe)
                .clause("pledge", "slots: {rate: {type: percent}}", "The borrower pledges {{rate}} of all income.")
                .clause(
                        "pledge.second",
                        "family: pledge\nposition: fallback-1\nslots: {rate: {type: percent, default: 5%}}",
                        "The borrower assigns {{rate}} of all income.");
    }

    private static ContractType recipe(LibrarySnapshot library) {
        return library.contractType(new ContractTypeId("loan")).orElseThrow();
    }
}
