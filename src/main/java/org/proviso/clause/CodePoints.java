package org.proviso.clause;

import com.ibm.icu.text.SpoofChecker;
import com.ibm.icu.text.SpoofChecker.RestrictionLevel;
import java.util.Map;

/// The explicit table of which characters are equal in contract text; `src/docs/canonical-text.md` prints it.
///
/// Every code point has exactly one class: white space, tampering (never equal to anything), or visible. A
/// visible one stands for itself unless [#canonical] gives it another form. No Unicode normalisation form is
/// applied.
public final class CodePoints {

    private static final String[] ASCII = new String[0x80];
    private static final Map<Integer, String> TYPOGRAPHY = Map.ofEntries(
            // single quotes and the typographic apostrophe
            Map.entry(0x2018, "'"),
            Map.entry(0x2019, "'"),
            Map.entry(0x201A, "'"),
            Map.entry(0x201B, "'"),
            // double quotes
            Map.entry(0x201C, "\""),
            Map.entry(0x201D, "\""),
            Map.entry(0x201E, "\""),
            Map.entry(0x201F, "\""),
            // hyphens: hyphen, non-breaking hyphen
            Map.entry(0x2010, "-"),
            Map.entry(0x2011, "-"),
            // dashes: figure dash, en dash, horizontal bar, as the em dash
            Map.entry(0x2012, "—"),
            Map.entry(0x2013, "—"),
            Map.entry(0x2015, "—"),
            // Latin ligatures
            Map.entry(0xFB00, "ff"),
            Map.entry(0xFB01, "fi"),
            Map.entry(0xFB02, "fl"),
            Map.entry(0xFB03, "ffi"),
            Map.entry(0xFB04, "ffl"),
            Map.entry(0xFB05, "st"),
            Map.entry(0xFB06, "st"));

    static {
        for (int codePoint = 0; codePoint < ASCII.length; codePoint++) {
            ASCII[codePoint] = Character.toString(codePoint);
        }
    }

    private CodePoints() {}

    /// The form that equal characters share; the character itself when the table has no other.
    public static String canonical(int codePoint) {
        if (codePoint < ASCII.length) {
            return ASCII[codePoint];
        }
        String form = TYPOGRAPHY.get(codePoint);
        return form == null ? Character.toString(codePoint) : form;
    }

    /// Space, tab, line feed, form feed, carriage return, no-break and typographic spaces. The other line and
    /// paragraph separators are none: programs do not agree whether they break a line, so they are tampering.
    public static boolean isWhiteSpace(int codePoint) {
        return codePoint == ' '
                || (codePoint >= 0x09 && codePoint <= 0x0D && codePoint != 0x0B)
                || codePoint == 0xA0
                || codePoint == 0x1680
                || (codePoint >= 0x2000 && codePoint <= 0x200A)
                || codePoint == 0x202F
                || codePoint == 0x205F
                || codePoint == 0x3000;
    }

    /// Characters that are invisible, reorder text, or have no agreed look: control, format (zero-width and
    /// bidirectional), surrogate, private-use and unassigned code points, line and paragraph separators, variation
    /// selectors, blank fillers.
    public static boolean isTampering(int codePoint) {
        if (isWhiteSpace(codePoint) || (codePoint > ' ' && codePoint < 0x7F)) {
            return false;
        }
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED -> true;
            default -> isBlank(codePoint);
        };
    }

    /// A character that a word is made of.
    public static boolean isWordPart(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.UPPERCASE_LETTER,
                    Character.LOWERCASE_LETTER,
                    Character.TITLECASE_LETTER,
                    Character.MODIFIER_LETTER,
                    Character.OTHER_LETTER,
                    Character.NON_SPACING_MARK,
                    Character.COMBINING_SPACING_MARK,
                    Character.ENCLOSING_MARK,
                    Character.DECIMAL_DIGIT_NUMBER -> !isBlank(codePoint);
            default -> false;
        };
    }

    /// Whether the letters of `word` come from more than one script, as in a Latin word with a Cyrillic `а`
    /// (Unicode UTS 39, section 5.1: no script is in the augmented script sets of all its characters).
    public static boolean mixesScripts(String word) {
        return word.chars().anyMatch(character -> character >= 0x80) && Scripts.CHECKER.failsChecks(word);
    }

    private static boolean isBlank(int codePoint) {
        return (codePoint >= 0xFE00 && codePoint <= 0xFE0F)
                || (codePoint >= 0xE0100 && codePoint <= 0xE01EF)
                || (codePoint >= 0x180B && codePoint <= 0x180F)
                || codePoint == 0x034F
                || codePoint == 0x115F
                || codePoint == 0x1160
                || codePoint == 0x17B4
                || codePoint == 0x17B5
                || codePoint == 0x2800
                || codePoint == 0x3164
                || codePoint == 0xFFA0;
    }

    /// Loaded with the first word that is not ASCII.
    private static final class Scripts {
        private static final SpoofChecker CHECKER = new SpoofChecker.Builder()
                .setChecks(SpoofChecker.RESTRICTION_LEVEL)
                .setRestrictionLevel(RestrictionLevel.SINGLE_SCRIPT_RESTRICTIVE)
                .build();
    }
}
