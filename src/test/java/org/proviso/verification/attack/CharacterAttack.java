package org.proviso.verification.attack;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.proviso.verification.oracle.Dice;

/// Characters that look like others, or like nothing.
enum CharacterAttack implements Attack {
    LOOK_ALIKE_LETTER("[aceopxyAEO]", "а", "е", "о", "с", "р", "х", "у", "Α", "Е", "ο", "ɑ"),
    FULL_WIDTH_LETTER("[a-z]", "ａ", "ｅ", "𝐚", "𝑒", "ⓐ"),
    LONG_S_AND_DOTLESS_I("[si]", "ſ", "ı", "і"),
    ACCENT("[aeiou]", "á", "ë", "e\u0301", "o\u0308", "i\u0307"),
    COMBINING_MARK("(?<=[a-z])", "\u0301", "\u0336", "\u0338", "\u20e0"),
    ZERO_WIDTH("(?<=\\S)(?=\\S)", "\u200b", "\u200c", "\u200d", "\u2060", "\ufeff", "\u180e"),
    SOFT_HYPHEN("(?<=[a-z])(?=[a-z])", "\u00ad"),
    BIDI("(?<=\\S)|(?=\\S)", "\u202e", "\u202d", "\u2066", "\u2069", "\u200e", "\u200f", "\u061c"),
    CONTROL("(?<=\\S)(?=\\S)", "\u0000", "\u0007", "\u001f", "\u007f", "\u009f"),
    VARIATION_SELECTOR("(?<=\\S)", "\ufe0f", "\ufe00", "\udb40\udd00"),
    TAG_CHARACTERS("(?<=\\S)", "\udb40\udc6e\udb40\udc6f\udb40\udc74"),
    PRIVATE_OR_UNASSIGNED("(?<=\\S)", "\ue000", "\uffff", "\ud800", "\u0378", "\ufffc"),
    COMMA("[,;]", "，", "‚", "،", "٫", "ˏ", "、", "\u0326"),
    PERIOD("\\.", "。", "․", "۔", "·", "．", "…"),
    QUOTE("[\"']", "″", "′", "`", "´", "«", "ʼ", "ʹ", "＂"),
    HYPHEN("-", "−", "‑‑", "­", "—", "﹣", "⁃", "ー"),
    DASH("—", "-", "--", "−", "⸺", "─"),
    BLANK(" ", "\u2800", "\u3164", "\u115f", "\uffa0", " \u200b", "_", "\u00b7"),
    LINE_SEPARATOR("(?<=[a-z])(?=[a-z])", "\u2028", "\u0085", "\u000b", "\t"),
    DIGIT("[0-9]", "٣", "３", "²", "𝟑", "①", "Ⅲ", "l", "O", "¾"),
    SUPERSCRIPT("(?<=[a-z0-9.,])(?= |$)", "¹", "²", "†", "*", "⁽¹⁾", "ᵃ", "₂", "\\*"),
    LIGATURE("ae|oe|th|ss|ff|fi|st", "æ", "œ", "ß", "ĳ", "ꜳ", "ﬄ", "ǆ"),
    CURRENCY("USD|EUR", "US$", "$", "＄", "€", "UЅD"),
    EMOJI("(?<=\\S) ", " 🙂 ", " ☒ ", " ✓ ", " \u2800 ");

    private final Pattern place;
    private final String[] replacements;

    CharacterAttack(String place, String... replacements) {
        this.place = Pattern.compile(place);
        this.replacements = replacements;
    }

    @Override
    public @Nullable String change(Victim victim, Dice dice) {
        return Edits.replaceOne(victim, dice, place, _ -> dice.of(replacements));
    }
}
