package org.proviso.clause;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The words that no value may bring into a clause, because they could change what it says.
///
/// They are looked up in a folded form, so that accents, capitals and letters that look like others do not hide them:
/// without
/// marks, in lower case, with `i`, `1` and `l` as one letter and `0` and `o` as one.
final class RefusedWords {

    private static final Pattern MARKS = Pattern.compile("\\p{M}");
    private static final Pattern SEPARATORS = Pattern.compile("[-/.']+");

    /// Refused in every phrase: exceptions, conditions, duties, negations, references.
    private static final Set<String> EVERYWHERE = folded("""
            shall must cannot cant dont wont isnt arent shant not never nor neither except excepting excepted excluding \
            excludes unless provided providing notwithstanding without however until subject hereby herein hereof \
            hereunder hereto hereafter thereof therein thereto thereafter whereas whether otherwise waive waives \
            waiving waiver agrees agree liable means and/or foregoing aforesaid indemnify indemnifies indemnifying \
            indemnity irrespective regardless releases releasing forgo forgoes supersedes superseding overrides overriding \
            void lest barring albeit nonetheless nevertheless whatsoever whoever whichever contingent pursuant ll ve""");

    /// Refused in names and addresses too, where modals and short words may be names themselves.
    private static final Set<String> CLAUSAL = folded("""
            could should would might ought if when whenever where wherever although though since none nothing nobody \
            non exclude exception exceptions excluded else instead which whose whereby pays owes owe barred""");

    /// Refused in a text only: further modals, conditions, relative clauses, finite verbs, references, sweeping words.
    private static final Set<String> IN_TEXTS = folded("""
            will may can while once because no only but save that who whom is are was were am be been being has have \
            having had does do did applies apply survive survives terminate terminates grants acknowledge acknowledges \
            undertakes warrants represents section sections clause clauses article articles paragraph paragraphs \
            schedule schedules exhibit exhibits annex annexes appendix agreement http https www liability liabilities \
            null minus absent zero nil nought whatever anyone anything anybody everyone everything any than""");

    /// A modal that is also a name: refused in a party's name where it stands between other words.
    private static final Set<String> MODALS = folded("will may can");

    private RefusedWords() {}

    /// Whether a word, or a part of it between hyphens, slashes, periods or apostrophes, is refused in names.
    static boolean inName(String word) {
        return holds(word, EVERYWHERE) || holds(word, CLAUSAL);
    }

    /// Whether it is refused in a text.
    static boolean inText(String word) {
        return inName(word) || holds(word, IN_TEXTS);
    }

    static boolean isModal(String word) {
        return MODALS.contains(fold(word));
    }

    private static boolean holds(String word, Set<String> refused) {
        String folded = fold(word);
        return refused.contains(folded)
                || folded.endsWith("n't")
                || refused.contains(SEPARATORS.matcher(folded).replaceAll(""))
                || SEPARATORS.splitAsStream(folded).anyMatch(refused::contains);
    }

    private static String fold(String word) {
        String plain =
                MARKS.matcher(Normalizer.normalize(word, Normalizer.Form.NFKD)).replaceAll("");
        return plain.toLowerCase(Locale.ROOT)
                .replace('ł', 'l')
                .replace('ø', 'o')
                .replace('đ', 'd')
                .replace('ı', 'l')
                .replace('i', 'l')
                .replace('1', 'l')
                .replace('0', 'o');
    }

    private static Set<String> folded(String list) {
        return Arrays.stream(Pattern.compile("\\s+").split(list))
                .map(RefusedWords::fold)
                .collect(Collectors.toUnmodifiableSet());
    }
}
