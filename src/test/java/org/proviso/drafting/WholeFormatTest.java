package org.proviso.drafting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.proviso.testkit.ClauseFixture.clause;
import static org.proviso.testkit.ClauseFixture.rows;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.proviso.clause.ContractTypeId;
import org.proviso.clause.FamilyId;
import org.proviso.clause.Jurisdiction;
import org.proviso.clause.Slot;
import org.proviso.clause.SlotType;
import org.proviso.clause.SlotValue;
import org.proviso.clause.SlotValue.Flag;
import org.proviso.clause.SlotValue.Words;
import org.proviso.document.MarkdownReader;
import org.proviso.document.Token;
import org.proviso.drafting.Draft.Question;
import org.proviso.drafting.Draft.Source;
import org.proviso.drafting.Draft.Status;
import org.proviso.library.Condition;
import org.proviso.library.Condition.Answer;
import org.proviso.library.Condition.Law;
import org.proviso.library.ContractType;
import org.proviso.library.ContractType.Item;
import org.proviso.library.ContractType.Section;
import org.proviso.library.InvalidRequestException;
import org.proviso.library.LibrarySnapshot;
import org.proviso.testkit.ClauseFixture;
import org.proviso.testkit.SampleLibrary;
import org.proviso.verification.Deviation;
import org.proviso.verification.Verdict;
import org.proviso.verification.VerificationRequest;
import org.proviso.verification.Verifier;

/// Rows, references, conditions, conspicuous clauses and approvals, in one small services agreement.
class WholeFormatTest {

    private static final Jurisdiction DELAWARE = new Jurisdiction("US-DE");
    private static final Jurisdiction CALIFORNIA = new Jurisdiction("US-CA");

    private static final Slot FEES =
            rows("fees", 1, 3, Slot.of("service", SlotType.TEXT), Slot.of("amount", SlotType.MONEY));
    private static final Slot EXTRAS = rows("extras", 0, 2, Slot.of("extra", SlotType.TEXT));
    private static final Slot DEAL = choice("deal", null, "small", "large");
    private static final Slot RUSH = new Slot(
            "rush", SlotType.FLAG, "", new Flag(false), null, null, 25, List.of(), Collections.emptySortedMap());

    private static final String TITLE = "Services Agreement Between Two Companies";
    private static final Map<String, String> TWO_FEES = Map.of(
            "fees[1].service", "hosting",
            "fees[1].amount", "USD 5000",
            "fees[2].service", "support by email",
            "fees[2].amount", "USD 250.50");

    private static final List<ClauseFixture> CLAUSES = List.of(
            clause("title@1", TITLE),
            clause("fees@1", """
                    The Customer shall pay the following fees:

                    {{#each fees}}
                    the fee for {{service}} is {{amount}} in each month;

                    {{/each}}
                    Fees are due as Section {{ref payment}} says.""").slots(FEES),
            clause("payment@1", "Each invoice falls due thirty days after receipt.")
                    .mayAgree("head-of-finance"),
            clause("extras@1", """
                    The following extras are included:

                    {{#each extras}}
                    the extra {{extra}} at no charge;

                    {{/each}}
                    Nothing else is free of charge.""").slots(EXTRAS),
            clause("liability@1", """
                    Neither party is liable for {{loss}} under this Agreement.

                    (a) This Section does not limit Section {{ref fees}}.

                    (b) It "survives" the end of this Agreement.""").conspicuous(),
            clause("caps@1", "THE SERVICES ARE PROVIDED AS THEY ARE.").conspicuous(),
            clause("credits@1", "Service credits follow from the table in Section {{ref fees}}."),
            clause("waiver@1", "The parties waive California Civil Code section 1542 to the fullest extent."),
            clause("express@1", "The Supplier performs at {{speed}} rates."));

    private static final ContractType RECIPE = recipe(
            new Section(null, List.of(new Item(new FamilyId("title"), false, true, true))),
            new Section("Fees", List.of(item("fees"), item("payment"), optional("extras"))),
            new Section("Service Levels", List.of(item("credits", new Answer("deal", List.of("large"))))),
            new Section(
                    "Risk",
                    List.of(
                            item("liability"),
                            item("caps"),
                            item("waiver", new Law(List.of(CALIFORNIA))),
                            item("express", new Answer("rush", List.of("true")), new Law(List.of(DELAWARE))))));

    private static final LibrarySnapshot LIBRARY = ClauseFixture.snapshot(CLAUSES, List.of(RECIPE));
    private static final Verifier VERIFIER = new Verifier(LIBRARY);
    private static final DraftingChain CHAIN = new DraftingChain(LIBRARY, VERIFIER);

    @Test
    void rowsReferencesConditionsAndConspicuousClausesDraftAndVerify() {
        Draft draft = draft(CALIFORNIA, with(TWO_FEES, "deal", "large", "loss", "lost profits"));

        assertEquals("""
                # Services Agreement Between Two Companies

                ## 1. Fees

                1.1 The Customer shall pay the following fees:

                the fee for hosting is USD 5,000 in each month;

                the fee for support by email is USD 250.50 in each month;

                Fees are due as Section 1.2 says.

                1.2 Each invoice falls due thirty days after receipt.

                ## 2. Service Levels

                2.1 Service credits follow from the table in Section 1.1.

                ## 3. Risk

                3.1 **Neither party is liable for lost profits under this Agreement.**

                (a) **This Section does not limit Section 1.1.**

                (b) **It "survives" the end of this Agreement.**

                3.2 THE SERVICES ARE PROVIDED AS THEY ARE.

                3.3 The parties waive California Civil Code section 1542 to the fullest extent.
                """.replaceAll("\n+", "\n"), draft.document().markdown().replaceAll("\n+", "\n"));
        assertEquals(Status.COMPLETE, draft.status());
        assertEquals(Verdict.VERIFIED, draft.verification().verdict());
        assertTrue(draft.verification().completeness().holds());
        assertEquals(
                List.of("payment@1 head-of-finance"),
                draft.approvals().stream()
                        .map(approval -> approval.clause().versionId() + " " + approval.role())
                        .toList());
        assertEquals(SlotValue.Quantity.count(2), draft.values().get("fees").value());
        assertEquals(new Words("hosting"), draft.values().get("fees[1].service").value());
        assertEquals(Source.DEFAULT, draft.values().get("rush").source());
    }

    @Test
    void aChangedCellIsRejected() {
        Draft draft = draft(DELAWARE, with(TWO_FEES, "deal", "small", "loss", "lost profits"));
        Map<String, SlotValue> values = new TreeMap<>();
        draft.values().forEach((name, value) -> values.put(name, value.value()));

        var changed = VERIFIER.verify(new VerificationRequest(
                MarkdownReader.read(draft.document().markdown().replace("USD 250.50", "USD 950.50")),
                SampleLibrary.TODAY,
                values,
                RECIPE,
                DELAWARE));

        assertEquals(Verdict.REJECTED, changed.verdict());
        assertEquals(
                Deviation.Kind.SLOT_VIOLATION, changed.deviations().getFirst().kind());
    }

    @Test
    void openRowsAreOneQuestionAndOneRowOfPlaceholders() {
        Draft draft = draft(DELAWARE, Map.of("deal", "small", "loss", "lost profits"));

        assertEquals(Status.NEEDS_INPUT, draft.status());
        assertEquals(List.of("fees"), asked(draft));
        assertEquals(FEES, draft.questions().getFirst().slot());
        assertTrue(draft.document()
                .markdown()
                .contains("the fee for ⟦fees[1].service⟧ is ⟦fees[1].amount⟧ in each month;"));
        assertFalse(draft.document().markdown().contains("fees[2]"));
        assertTrue(draft.verification().deviations().stream()
                .allMatch(deviation -> deviation.kind() == Deviation.Kind.UNFILLED));
    }

    @Test
    void rowsThatMayBeNoneAreAskedForUnlessNoneAreGiven() {
        Map<String, String> complete = with(TWO_FEES, "deal", "small", "loss", "lost profits");

        Draft open = draft(DELAWARE, complete, "extras");
        Draft none = draft(DELAWARE, with(complete, "extras[]", "0"), "extras");

        assertEquals(List.of("extras"), asked(open));
        assertTrue(open.document().markdown().contains("⟦extras[1].extra⟧"));
        assertEquals(Status.COMPLETE, none.status());
        assertFalse(none.document().markdown().contains("the extra"));
        assertEquals(Verdict.VERIFIED, none.verification().verdict());
    }

    @Test
    void anOpenConditionIsAQuestionOfTheRecipe() {
        Draft draft = draft(DELAWARE, with(TWO_FEES, "loss", "lost profits"));

        assertEquals(List.of("deal"), asked(draft));
        Question question = draft.questions().getFirst();
        assertEquals(null, question.clause());
        assertFalse(has(draft, "credits"));
        assertEquals(Verdict.VERIFIED, draft.verification().verdict());
        assertEquals(Status.NEEDS_INPUT, draft.status());
        assertTrue(draft.explanations().contains("credits: left out until it is known whether deal is large."));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            US-DE, small, false, '',
            US-DE, small, true,  express,
            US-CA, small, true,  waiver,
            US-CA, large, false, credits waiver
            """)
    void itemsComeAndGoWithTheirConditions(String law, String deal, String rush, String expected) {
        Draft draft = draft(
                new Jurisdiction(law),
                with(TWO_FEES, "deal", deal, "rush", rush, "loss", "lost profits", "speed", "overnight"));

        assertEquals(
                expected,
                String.join(
                        " ",
                        Stream.of("credits", "waiver", "express")
                                .filter(family -> has(draft, family))
                                .toList()));
        assertEquals(Verdict.VERIFIED, draft.verification().verdict());
    }

    @Test
    void whatIsLeftOutIsExplained() {
        Draft draft = draft(DELAWARE, with(TWO_FEES, "deal", "small", "loss", "lost profits"));

        assertTrue(draft.explanations().contains("credits: left out; it is there only when deal is large."));
        assertTrue(draft.explanations().contains("waiver: left out; it is there only when jurisdiction is US-CA."));
        assertFalse(draft.document().markdown().contains("Service Levels"));
    }

    @Test
    void anItemWhoseConditionIsKnownToHoldIsRequired() {
        Draft small = draft(DELAWARE, with(TWO_FEES, "deal", "small", "loss", "lost profits"));

        assertEquals(List.of(), missing(small, Map.of()));
        assertEquals(List.of(), missing(small, Map.of("deal", new Words("small"))));
        assertEquals(List.of(new FamilyId("credits")), missing(small, Map.of("deal", new Words("large"))));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            deal            | medium                   | values.deal            | one of [small, large]
            deal[1].x       | small                    | values.deal            | no rows
            fees[3].service | care                     | values.fees[3].amount  | The cell is missing
            fees[4].service | care                     | values.fees            | The number of rows is 4
            fees[2].service | care. The Supplier pays  | values.fees[2].service | end of a sentence
            fees[2].service | **care**                 | values.fees[2].service | holds
            fees[2].colour  | red                      | values.fees[2].colour  | no such column
            fees[01].service | care                    | values.fees[01].service | names no cell
            rows[1].service | care                     | values.rows            | no such slot
            """)
    void aWrongValueIsRefusedWithItsPlace(String name, String text, String field, String reason) {
        InvalidRequestException refusal = assertThrows(
                InvalidRequestException.class,
                () -> draft(DELAWARE, with(with(TWO_FEES, "deal", "small", "loss", "lost profits"), name, text)));

        assertEquals(
                List.of(field),
                refusal.problems().stream()
                        .map(problem -> problem.field())
                        .distinct()
                        .toList(),
                refusal::getMessage);
        assertTrue(refusal.getMessage().contains(reason), refusal::getMessage);
    }

    @Test
    void aClauseThatIsThereOnlyWhenSomethingIsSoCannotBeIncludedOtherwise() {
        InvalidRequestException refusal = assertThrows(
                InvalidRequestException.class, () -> draft(DELAWARE, with(TWO_FEES, "deal", "small"), "credits"));

        assertEquals("include.credits", refusal.problems().getFirst().field());
        assertTrue(refusal.getMessage().contains("only when deal is large"), refusal::getMessage);
    }

    @Test
    void aReferenceToAFamilyThatIsNotThereIsAProblemOfTheRequest() {
        ContractType recipe = recipe(new Section("Fees", List.of(item("credits"), optional("fees"))));
        LibrarySnapshot library = ClauseFixture.snapshot(CLAUSES, List.of(recipe));
        DraftingChain chain = new DraftingChain(library, new Verifier(library));

        InvalidRequestException refusal = assertThrows(
                InvalidRequestException.class,
                () -> chain.draft(DraftRequest.of(recipe, DELAWARE, SampleLibrary.TODAY, Map.of())));

        assertEquals("include.fees", refusal.problems().getFirst().field());
        assertTrue(refusal.getMessage().contains("credits@1 refers to the family fees; include it."));
    }

    @Test
    void aFrameHasNoLabelToReferTo() {
        ContractType recipe =
                recipe(new Section(null, List.of(item("caps"))), new Section("Fees", List.of(item("pointer"))));
        LibrarySnapshot library = ClauseFixture.snapshot(
                List.of(
                        clause("caps@1", "THE SERVICES ARE PROVIDED AS THEY ARE."),
                        clause("pointer@1", "The terms of Section {{ref caps}} apply here too.")),
                List.of(recipe));
        DraftingChain chain = new DraftingChain(library, new Verifier(library));

        InvalidRequestException refusal = assertThrows(
                InvalidRequestException.class,
                () -> chain.draft(DraftRequest.of(recipe, DELAWARE, SampleLibrary.TODAY, Map.of())));

        assertTrue(refusal.getMessage().contains("caps, which stands without a label"), refusal::getMessage);
    }

    @Test
    void aReferenceToAFamilyThatWaitsForAnAnswerIsOpen() {
        ContractType recipe = recipe(new Section(
                "Fees", List.of(item("credits"), item("fees", new Answer("deal", List.of("large"))))));
        LibrarySnapshot library = ClauseFixture.snapshot(CLAUSES, List.of(recipe));
        DraftingChain chain = new DraftingChain(library, new Verifier(library));

        Draft draft = chain.draft(DraftRequest.of(recipe, DELAWARE, SampleLibrary.TODAY, Map.of()));

        assertEquals(Status.NEEDS_INPUT, draft.status());
        assertTrue(draft.document().markdown().contains("Section ⟦ref:fees⟧."));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            One sentence.
            `"Quoted" from the start.`
            `(a) Labelled.`
            `1. Numbered.`
            `- Listed.`
            `Ends in a mark (here)`
            `With an escaped \\* star \\*`
            `A & B\\_ and _c_`
            """)
    void boldChangesNoToken(String text) {
        String bold = Emphasis.conspicuous(text);

        assertTrue(bold.endsWith("**"), bold);
        assertEquals(tokens(text), tokens(bold));
    }

    @ParameterizedTest
    @ValueSource(strings = {"THE SERVICES ARE PROVIDED AS THEY ARE.", "(a) NO WARRANTY.", "a star at the end *"})
    void whatStandsInCapitalsOrWouldReadOtherwiseIsNotMarked(String text) {
        assertEquals(text, Emphasis.conspicuous(text));
    }

    @Test
    void theSameRequestGivesTheSameBytes() {
        Map<String, String> values = with(TWO_FEES, "deal", "large", "loss", "lost profits");

        assertEquals(draft(DELAWARE, values).document(), draft(DELAWARE, values).document());
    }

    private static List<FamilyId> missing(Draft draft, Map<String, SlotValue> values) {
        return VERIFIER.verify(new VerificationRequest(
                        MarkdownReader.read(draft.document().markdown()),
                        SampleLibrary.TODAY,
                        values,
                        RECIPE,
                        DELAWARE))
                .completeness()
                .missing();
    }

    private static List<String> tokens(String markdown) {
        return MarkdownReader.read(markdown).blocks().stream()
                .map(block ->
                        block.label() + block.tokens().stream().map(Token::text).toList())
                .toList();
    }

    private static List<String> asked(Draft draft) {
        return draft.questions().stream()
                .map(question -> question.slot().name())
                .toList();
    }

    private static boolean has(Draft draft, String family) {
        return draft.document().blocks().stream()
                .anyMatch(block -> block.clause().family().value().equals(family));
    }

    private static Draft draft(Jurisdiction law, Map<String, String> values, String... include) {
        TreeSet<FamilyId> included = new TreeSet<>();
        Stream.of(include).map(FamilyId::new).forEach(included::add);
        return CHAIN.draft(new DraftRequest(
                RECIPE, law, SampleLibrary.TODAY, new TreeMap<>(values), new TreeMap<>(), included, new TreeSet<>()));
    }

    private static Map<String, String> with(Map<String, String> values, String... more) {
        Map<String, String> all = new TreeMap<>(values);
        for (int i = 0; i < more.length; i += 2) {
            all.put(more[i], more[i + 1]);
        }
        return all;
    }

    private static Item item(String family, Condition.Requirement... when) {
        return new Item(new FamilyId(family), false, true, false, new Condition(List.of(when)));
    }

    private static Item optional(String family) {
        return new Item(new FamilyId(family), true, false, false);
    }

    private static Slot choice(String name, SlotValue defaultValue, String... choices) {
        return new Slot(
                name,
                SlotType.CHOICE,
                "",
                defaultValue,
                null,
                null,
                25,
                List.of(choices),
                Collections.emptySortedMap());
    }

    private static ContractType recipe(Section... sections) {
        SortedMap<String, Slot> slots = new TreeMap<>(Map.of("deal", DEAL, "rush", RUSH));
        return new ContractType(
                new ContractTypeId("services"),
                "Services Agreement",
                "",
                List.of(DELAWARE, CALIFORNIA),
                slots,
                List.of(sections));
    }
}
