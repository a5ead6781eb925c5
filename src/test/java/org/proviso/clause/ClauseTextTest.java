package org.proviso.clause;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClauseTextTest {

    @Test
    void slotsAndConditionsAreFilled() {
        ClauseText text = ClauseText.parse(
                "For {{term}}{{#if long}}, renewed {{#if twice}}twice{{else}}once{{/if}}{{/if}}. \\{{x}}");

        assertEquals("For ⟦term⟧. {{x}}", text.fill(filler(Set.of(), 0)));
        assertEquals("For ⟦term⟧, renewed once. {{x}}", text.fill(filler(Set.of("long"), 0)));
        assertEquals("For ⟦term⟧, renewed twice. {{x}}", text.fill(filler(Set.of("long", "twice"), 0)));
        assertEquals(Set.of("term", "long", "twice"), text.slotNames());
        assertEquals(Set.of("long", "twice"), text.flagNames());
    }

    @Test
    void rowsAndReferencesAreFilled() {
        ClauseText text = ClauseText.parse(
                "As {{ref governing.law}} says:{{#each fees}} {{item}} costs {{fee}};{{/each}} by {{day}}");

        assertEquals("As ⟦ref:governing.law⟧ says: by ⟦day⟧", text.fill(filler(Set.of(), 0)));
        assertEquals(
                "As ⟦ref:governing.law⟧ says: ⟦fees[1].item⟧ costs ⟦fees[1].fee⟧;"
                        + " ⟦fees[2].item⟧ costs ⟦fees[2].fee⟧; by ⟦day⟧",
                text.fill(filler(Set.of(), 2)));
        assertEquals(Set.of("day", "fees"), text.slotNames());
        assertEquals(Set.of("fees"), text.rowNames());
        assertEquals(Set.of("item", "fee"), text.columnNames("fees"));
        assertEquals(Set.of(new FamilyId("governing.law")), text.references());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            For {{term.            | 4 | not closed
            For {{Term}}           | 4 | is not a slot name
            {{#if a}}x             | 0 | not closed by
            x{{/if}}               | 1 | closes nothing
            x{{else}}y             | 1 | closes nothing
            {{#if a}}x{{else}}y{{else}}z{{/if}} | 0 | not closed by
            {{#each Rows}}x{{/each}} | 0 | the name of rows
            {{#each rows}}x          | 0 | not closed by
            {{#each rows}}{{#if a}}x{{/if}}{{/each}} | 14 | inside {{#each}}
            {{#each a}}{{#each b}}x{{/each}}{{/each}} | 11 | inside {{#each}}
            {{#if a}}x{{/each}}      | 0 | not closed by
            {{#each a}}x{{else}}y{{/each}} | 0 | not closed by
            x{{/each}}               | 1 | closes nothing
            See {{a b}}              | 4 | is not a slot name
            See {{ref A}}            | 4 | a family's name
            """)
    void aBrokenTagIsRefusedWithItsPlace(String source, int offset, String reason) {
        ClauseSyntaxException refusal = assertThrows(ClauseSyntaxException.class, () -> ClauseText.parse(source));

        assertEquals(offset, refusal.offset());
        assertTrue(refusal.getMessage().contains(reason), refusal.getMessage());
    }

    private static ClauseText.Filler filler(Set<String> flags, int rows) {
        return new ClauseText.Filler() {
            @Override
            public String slot(String name) {
                return Placeholder.of(name);
            }

            @Override
            public boolean isSet(String flag) {
                return flags.contains(flag);
            }

            @Override
            public int count(String name) {
                return rows;
            }
        };
    }

    @Test
    void whatStandsInElseAndInRowsIsNamedToo() {
        ClauseText text =
                ClauseText.parse("{{#if a}}x{{else}}{{b}}{{/if}}{{#each rows}}{{c}} {{ref governing.law}}{{/each}}");

        assertEquals(Set.of("a", "b", "rows"), text.slotNames());
        assertEquals(Set.of(new FamilyId("governing.law")), text.references());
        assertEquals(Set.of(), text.columnNames("others"));
    }

    @Test
    void aTextWithoutTagsIsOneLiteral() {
        assertEquals(List.of(), ClauseText.parse("").parts());
        assertEquals(
                List.of(new ClauseText.Literal("x { y")),
                ClauseText.parse("x { y").parts());
    }

    @Test
    void conditionsAreNestedFourDeepAtMost() {
        String open = "{{#if a}}";
        String close = "{{/if}}";

        ClauseText.parse(open.repeat(4) + close.repeat(4));
        ClauseText.parse((open + "{{else}}").repeat(4) + close.repeat(4));
        assertThrows(ClauseSyntaxException.class, () -> ClauseText.parse(open.repeat(5) + close.repeat(5)));
        assertThrows(
                ClauseSyntaxException.class, () -> ClauseText.parse((open + "{{else}}").repeat(5) + close.repeat(5)));
    }

    @Test
    void aNameHasAtMostEightyCharacters() {
        ClauseText.parse("{{" + "a".repeat(80) + "}}");
        assertThrows(ClauseSyntaxException.class, () -> ClauseText.parse("{{" + "a".repeat(81) + "}}"));
    }
}
