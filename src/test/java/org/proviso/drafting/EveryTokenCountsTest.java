package org.proviso.drafting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.proviso.clause.Jurisdiction;
import org.proviso.clause.SlotValue;
import org.proviso.document.MarkdownReader;
import org.proviso.library.LibrarySnapshot;
import org.proviso.testkit.Mutations;
import org.proviso.testkit.Mutations.Mutation;
import org.proviso.testkit.SampleLibrary;
import org.proviso.verification.Verdict;
import org.proviso.verification.Verification;
import org.proviso.verification.VerificationRequest;
import org.proviso.verification.Verifier;

@DisplayName("A drafted NDA, changed in one token or in form only")
class EveryTokenCountsTest {

    private static final LibrarySnapshot LIBRARY = SampleLibrary.mutualNdaOnly();
    private static final Verifier VERIFIER = new Verifier(LIBRARY);
    private static final DraftingChain CHAIN = new DraftingChain(LIBRARY, VERIFIER);

    @ParameterizedTest
    @ValueSource(strings = {"US-DE", "GB-EAW"})
    void anyChangeOfOneTokenIsRejected(String jurisdiction) {
        Draft draft = nda(jurisdiction);
        List<Mutation> mutations = Mutations.ofEveryToken(draft.document().markdown());

        List<String> accepted = mutations.parallelStream()
                .filter(mutation -> verify(mutation.text(), draft).verdict() != Verdict.REJECTED)
                .map(Mutation::what)
                .toList();

        assertEquals(List.of(), accepted);
        assertTrue(mutations.size() > 10_000, mutations.size() + " mutations");
    }

    @ParameterizedTest
    @ValueSource(strings = {"US-DE", "GB-EAW"})
    void aRejectionNamesAPlaceAndAReason(String jurisdiction) {
        Draft draft = nda(jurisdiction);
        String altered = draft.document().markdown().replaceFirst("reasonable care", "some care");

        Verification verification = verify(altered, draft);

        assertEquals(1, verification.deviations().size());
        assertEquals("altered", verification.deviations().getFirst().kind().toString());
        assertEquals(
                "confidentiality.care.own-standard@2",
                verification
                        .deviations()
                        .getFirst()
                        .nearest()
                        .getFirst()
                        .clause()
                        .toString());
        assertTrue(verification.deviations().getFirst().reason().contains("\"some\" stands where \"reasonable\""));
        assertTrue(verification.coverage() > 0.9 && verification.coverage() < 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"US-DE", "GB-EAW"})
    void formattingAloneChangesNothing(String jurisdiction) {
        Draft draft = nda(jurisdiction);
        String text = draft.document().markdown();
        Map<String, String> variants = new TreeMap<>();
        variants.put("typographic quotes", curly(text));
        variants.put("re-wrapped at 40", wrapped(text, 40));
        variants.put("re-wrapped at 9", wrapped(text, 9));
        variants.put("one line each", text.replace("\n\n", "\n\n\n"));
        variants.put("Windows line ends", text.replace("\n", "\r\n"));
        variants.put("no-break spaces", text.replaceAll("(?<=\\w) (?=\\w)", "\u00a0"));
        variants.put("double spaces", text.replaceAll("(?<=\\w) (?=\\w)", "  "));
        variants.put(
                "other labels",
                text.replaceAll("(?m)^\\d+\\.(\\d+) ", "$1) ").replaceAll("(?m)^## (\\d+)\\.", "## $1.0"));
        variants.put("letters as labels", text.replaceAll("(?m)^\\d+\\.\\d+ ", "(C) "));
        variants.put("no labels", text.replaceAll("(?m)^\\d+\\.\\d+ ", ""));
        variants.put(
                "roman list labels",
                Pattern.compile("(?m)^\\(([a-d])\\) ")
                        .matcher(text)
                        .replaceAll(label -> List.of("i. ", "ii. ", "iii. ", "iv. ")
                                .get(label.group(1).charAt(0) - 'a')));
        variants.put("bullets", text.replaceAll("(?m)^\\([a-d]\\) ", "- "));
        variants.put(
                "bold terms",
                text.replaceAll("\"([A-Z][A-Za-z ]+)\"", "**\"$1\"**")
                        .replace("Confidential Information", "*Confidential Information*"));
        variants.put("bold paragraphs", text.replaceAll("(?m)^(?=[A-Z])(.+)$", "**$1**"));
        variants.put("other heading marks", text.replace("## ", "#### ").replaceFirst("# (.+)", "$1\n===="));
        variants.put("headings as bold paragraphs", text.replaceAll("(?m)^## (.+)$", "**$1**"));
        variants.put("no headings", text.replaceAll("(?m)^## .+$", ""));
        variants.put("ligatures", text.replace("fi", "ﬁ").replace("ff", "ﬀ"));
        variants.put("non-breaking hyphens", text.replace("-", "\u2011"));

        variants.forEach((name, variant) -> {
            Verification verification = verify(variant, draft);
            assertEquals(Verdict.VERIFIED, verification.verdict(), () -> name + ": " + verification.deviations());
            assertEquals(1.0, verification.coverage(), name);
            assertTrue(name.equals("one line each") || !variant.equals(text), name + " changes nothing");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"US-DE", "GB-EAW"})
    void formattingThatSaysSomethingIsRejected(String jurisdiction) {
        Draft draft = nda(jurisdiction);
        String text = draft.document().markdown();
        Map<String, String> variants = new TreeMap<>();
        variants.put("paragraph break in a sentence", text.replaceFirst("shall keep", "shall\n\nkeep"));
        variants.put("label in a sentence", text.replaceFirst("shall keep", "shall\n\n(a) keep"));
        variants.put("list item in a sentence", text.replaceFirst("shall keep", "shall\n- keep"));
        variants.put("label-only block", text.replaceFirst("\n\n2\\.2 ", "\n\n2.2\n\n2.2 "));
        variants.put("empty list item", text.replaceFirst("\n\n2\\.2 ", "\n\n-\n\n2.2 "));
        variants.put("struck word", text.replaceFirst("reasonable care", "~~reasonable~~ care"));
        variants.put("struck word added", text.replaceFirst("reasonable care", "~~no~~ reasonable care"));
        variants.put("joined words", text.replaceFirst("reasonable care", "reasonablecare"));
        variants.put("mark inside a word", text.replaceFirst("reasonable care", "un**reasonable** care"));
        variants.put("label inside a clause dropped", text.replaceFirst("(?m)^\\(b\\) ", ""));
        variants.put("label inside a clause added", text.replaceFirst("(?m)^Copies, notes", "(d) Copies, notes"));
        variants.put("heading of another section", text.replaceFirst("Use and Protection", "Definitions"));
        variants.put("heading at the end", text + "\n## Definitions\n");
        variants.put("comment", text + "\n<!-- except on Sundays -->\n");
        variants.put("link title", text.replaceFirst("reasonable care", "[reasonable](x \"no\") care"));
        variants.put("hidden definition", text + "\n[x]: y 'The Recipient may do as it likes.'\n");
        variants.put("code", text.replaceFirst("reasonable care", "`reasonable` care"));
        variants.put("added sentence", text.replaceFirst("reasonable care\\.", "reasonable care. No cap applies."));
        variants.put("added paragraph", text + "\nThe Recipient may do as it likes.\n");
        variants.put("underscores", text.replaceFirst("reasonable care", "reasonable ____ care"));
        variants.put("placeholder as value", text.replaceFirst("Jane Doe", "⟦first-signatory⟧"));

        variants.forEach((name, variant) -> {
            assertTrue(!variant.equals(text), name + " changes nothing");
            assertEquals(Verdict.REJECTED, verify(variant, draft).verdict(), name);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"US-DE", "GB-EAW"})
    void withoutValuesTheyAreListedAndUnconfirmed(String jurisdiction) {
        Draft draft = nda(jurisdiction);

        Verification verification = VERIFIER.verify(new VerificationRequest(
                MarkdownReader.read(draft.document().markdown()), SampleLibrary.TODAY, Map.of(), null, null));

        assertEquals(Verdict.VALUES_UNCONFIRMED, verification.verdict());
        assertEquals(draft.values().keySet(), verification.values().keySet());
        verification.values().forEach((name, found) -> {
            assertEquals(draft.values().get(name).value(), found.value(), name);
            assertTrue(!found.confirmed(), name);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"US-DE", "GB-EAW"})
    void aValueThatContradictsTheGivenOneIsRejected(String jurisdiction) {
        Draft draft = nda(jurisdiction);
        String altered = draft.document().markdown().replace("three (3) years", "two (2) years");

        Verification verification = verify(altered, draft);

        assertEquals(Verdict.REJECTED, verification.verdict());
        assertEquals(
                "slot-violation", verification.deviations().getFirst().kind().toString());
    }

    private static Draft nda(String jurisdiction) {
        return CHAIN.draft(DraftRequest.of(
                SampleLibrary.mutualNda(),
                new Jurisdiction(jurisdiction),
                SampleLibrary.TODAY,
                SampleLibrary.NDA_VALUES));
    }

    private static Verification verify(String text, Draft draft) {
        Map<String, SlotValue> values = new TreeMap<>();
        draft.values().forEach((name, value) -> values.put(name, value.value()));
        return VERIFIER.verify(new VerificationRequest(
                MarkdownReader.read(text), SampleLibrary.TODAY, values, SampleLibrary.mutualNda(), null));
    }

    private static String curly(String text) {
        Matcher pairs = Pattern.compile("\"([^\"]*)\"").matcher(text);
        return pairs.replaceAll("“$1”").replace("'", "’");
    }

    private static String wrapped(String text, int width) {
        StringBuilder wrapped = new StringBuilder();
        for (String paragraph : text.split("\n\n")) {
            int column = 0;
            boolean heading = paragraph.startsWith("#");
            for (String word : paragraph.strip().split(" ")) {
                boolean breakBefore =
                        !heading && column > 0 && column + word.length() > width && word.matches("[\"A-Za-z].*");
                wrapped.append(column == 0 ? "" : breakBefore ? "\n" : " ").append(word);
                column = breakBefore ? word.length() : column + word.length() + 1;
            }
            wrapped.append("\n\n");
        }
        return wrapped.toString();
    }
}
