package org.proviso.clause;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClauseTextTest {

    @Test
    void slotsAndConditionsAreFilled() {
        ClauseText text = ClauseText.parse(
                "For {{term}}{{#if long}}, renewed {{#if twice}}twice{{else}}once{{/if}}{{/if}}. \\{{x}}");

        assertEquals("For ⟨term⟩. {{x}}", text.fill(slot -> "⟨" + slot + "⟩", flag -> false));
        assertEquals("For 1, renewed once. {{x}}", text.fill(slot -> "1", Set.of("long")::contains));
        assertEquals("For 1, renewed twice. {{x}}", text.fill(slot -> "1", Set.of("long", "twice")::contains));
        assertEquals(Set.of("term", "long", "twice"), text.slotNames());
        assertEquals(Set.of("long", "twice"), text.flagNames());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            For {{term.            | 4 | not closed
            For {{Term}}           | 4 | neither a slot name
            {{#if a}}x             | 0 | not closed by
            x{{/if}}               | 1 | closes nothing
            x{{else}}y             | 1 | closes nothing
            {{#if a}}x{{else}}y{{else}}z{{/if}} | 0 | not closed by
            {{#each rows}}x{{/each}} | 0 | neither a slot name
            """)
    void aBrokenTagIsRefusedWithItsPlace(String source, int offset, String reason) {
        ClauseSyntaxException refusal = assertThrows(ClauseSyntaxException.class, () -> ClauseText.parse(source));

        assertEquals(offset, refusal.offset());
        assertTrue(refusal.getMessage().contains(reason), refusal.getMessage());
    }
}
