package org.proviso.verification;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.proviso.document.Token;
import org.proviso.verification.Deviation.Change;

/// A word, number, or sign for an amount in a text, with what it is there.
///
/// @param token the number of the token that it is, or is a part of
/// @param text as it is written; of a contraction, what it stands for, so that `n't` is `not`
/// @param kind what it is as a word of a contract; null if no list and no place says
record ContractWord(int token, String text, @Nullable Change kind, boolean beginsSentence) {

    private static final Set<String> SENTENCE_ENDS = Set.of(".", "!", "?", ":");
    private static final String ARITHMETIC = "+±≥≤≠×÷−";
    private static final Set<String> COMPANY_FORMS =
            Set.of("inc", "llc", "ltd", "gmbh", "corp", "plc", "ag", "bv", "sarl", "limited");

    /// The words of a text, in order.
    static List<ContractWord> of(List<Token> tokens) {
        List<ContractWord> words = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            if (token.kind() != Token.Kind.MARK || isAmountSign(tokens, i)) {
                boolean begins = beginsSentence(tokens, i);
                for (String part : parts(tokens, i)) {
                    words.add(new ContractWord(i, part, kind(tokens, i, part, begins), begins));
                }
            }
        }
        return words;
    }

    String folded() {
        return text.toLowerCase(Locale.ROOT);
    }

    /// Whether it may change what a text says even where it is only joined to another word, or cut from it.
    boolean isWeighty() {
        return (kind != null && ChangedRun.WEIGHTY.contains(kind)) || WordKinds.isNegatingPrefix(folded());
    }

    boolean isCapitalised() {
        return Character.isUpperCase(text.codePointAt(0));
    }

    /// Whether it has several letters, all of them capitals.
    boolean isWhollyCapital() {
        return isWhollyCapital(text);
    }

    private static boolean isWhollyCapital(String text) {
        return text.length() > 1
                && text.codePoints().noneMatch(Character::isLowerCase)
                && text.codePoints().anyMatch(Character::isUpperCase);
    }

    /// A mark that says how much: a percent sign, a currency, a fraction, a sign of arithmetic, or one that joins or
    /// signs a number.
    private static boolean isAmountSign(List<Token> tokens, int at) {
        Token token = tokens.get(at);
        int sign = token.text().codePointAt(0);
        int type = Character.getType(sign);
        boolean template =
                text(tokens, at - 1).equals("{") || text(tokens, at + 1).equals("}");
        boolean number = kind(tokens, at + 1) == Token.Kind.NUMBER;
        return switch (token.text()) {
            case "%", "‰" -> !template;
            case "/" -> number && kind(tokens, at - 1) == Token.Kind.NUMBER;
            case "-", "—" -> number && !tokens.get(at + 1).spaced() && (token.spaced() || at == 0);
            default ->
                type == Character.CURRENCY_SYMBOL || type == Character.OTHER_NUMBER || ARITHMETIC.indexOf(sign) >= 0;
        };
    }

    private static List<String> parts(List<Token> tokens, int at) {
        String text = tokens.get(at).text();
        if (text.equalsIgnoreCase("cannot")) {
            return List.of("can", "not");
        }
        String folded = text.toLowerCase(Locale.ROOT);
        if (at >= 2 && text(tokens, at - 1).equals("'")) {
            switch (folded) {
                case "t" -> {
                    return List.of(text(tokens, at - 2).toLowerCase(Locale.ROOT).endsWith("n") ? "not" : text);
                }
                case "s" -> {
                    return List.of();
                }
                case "ll" -> {
                    return List.of("will");
                }
                case "re" -> {
                    return List.of("are");
                }
                case "ve" -> {
                    return List.of("have");
                }
                default -> {}
            }
        }
        if (folded.length() > 2
                && folded.endsWith("n")
                && text(tokens, at + 1).equals("'")
                && text(tokens, at + 2).equalsIgnoreCase("t")) {
            return switch (folded) {
                case "won" -> List.of("will");
                case "can" -> List.of(text);
                case "shan" -> List.of("shall");
                default -> List.of(text.substring(0, text.length() - 1));
            };
        }
        return List.of(text);
    }

    private static @Nullable Change kind(List<Token> tokens, int at, String text, boolean beginsSentence) {
        Change listed = WordKinds.of(text);
        if (listed == Change.NEGATION) {
            return listed;
        }
        boolean number = tokens.get(at).kind() == Token.Kind.NUMBER || listed == Change.NUMBER;
        if (isCurrency(tokens, at) || (number && isBesideCurrency(tokens, at))) {
            return Change.MONEY;
        }
        if (isDate(tokens, at)) {
            return Change.DATE;
        }
        if (number || tokens.get(at).kind() == Token.Kind.MARK) {
            return Change.NUMBER;
        }
        if (listed != null) {
            return listed;
        }
        if (isName(tokens, at)) {
            return Change.PARTY;
        }
        boolean term = Character.isUpperCase(text.codePointAt(0)) && !beginsSentence && !isInCapitals(tokens, at);
        return term ? Change.DEFINED_TERM : null;
    }

    private static boolean isBesideCurrency(List<Token> tokens, int at) {
        return isCurrency(tokens, at - 1)
                || isCurrency(tokens, at + 1)
                || (Set.of("million", "billion", "thousand", "hundred").contains(text(tokens, at + 1))
                        && isCurrency(tokens, at + 2));
    }

    private static boolean isCurrency(List<Token> tokens, int at) {
        String text = text(tokens, at);
        return (!text.isEmpty() && Character.getType(text.codePointAt(0)) == Character.CURRENCY_SYMBOL)
                || WordKinds.CURRENCIES.contains(text(tokens, at).toLowerCase(Locale.ROOT));
    }

    /// A month, a year, or a number in one expression with one of them.
    private static boolean isDate(List<Token> tokens, int at) {
        if (isYear(tokens, at) || isMonth(tokens, at)) {
            return true;
        }
        if (kind(tokens, at) != Token.Kind.NUMBER) {
            return false;
        }
        boolean joined = isJoint(tokens, at + 1) || isJoint(tokens, at - 1);
        return isMonth(tokens, at - 1)
                || isMonth(tokens, at + 1)
                || (joined
                        && (isYear(tokens, at + 2)
                                || isYear(tokens, at + 4)
                                || isYear(tokens, at - 2)
                                || isYear(tokens, at - 4)));
    }

    private static boolean isJoint(List<Token> tokens, int at) {
        return text(tokens, at).equals("-") || text(tokens, at).equals("/");
    }

    private static boolean isYear(List<Token> tokens, int at) {
        return kind(tokens, at) == Token.Kind.NUMBER && text(tokens, at).matches("(?:19|20)\\d\\d");
    }

    private static boolean isMonth(List<Token> tokens, int at) {
        String text = text(tokens, at);
        if (!WordKinds.MONTHS.contains(text.toLowerCase(Locale.ROOT)) || !Character.isUpperCase(text.charAt(0))) {
            return false;
        }
        boolean alsoAVerb = text.equalsIgnoreCase("may") || text.equalsIgnoreCase("march");
        return !alsoAVerb || kind(tokens, at - 1) == Token.Kind.NUMBER || kind(tokens, at + 1) == Token.Kind.NUMBER;
    }

    /// A word with a capital inside, or with the legal form of a company behind it, or such a form.
    private static boolean isName(List<Token> tokens, int at) {
        String text = text(tokens, at);
        for (int i = 1; i < text.length(); i++) {
            if (Character.isUpperCase(text.charAt(i)) && Character.isLowerCase(text.charAt(i - 1))) {
                return true;
            }
        }
        if (text.isEmpty() || !Character.isUpperCase(text.charAt(0))) {
            return false;
        }
        String next = text(tokens, at + 1).equals(",") ? text(tokens, at + 2) : text(tokens, at + 1);
        return isCompanyForm(text) || isCompanyForm(next);
    }

    private static boolean isCompanyForm(String text) {
        return !text.isEmpty()
                && Character.isUpperCase(text.charAt(0))
                && COMPANY_FORMS.contains(text.toLowerCase(Locale.ROOT));
    }

    private static boolean beginsSentence(List<Token> tokens, int at) {
        int before = at - 1;
        while (before >= 0
                && tokens.get(before).kind() == Token.Kind.MARK
                && !SENTENCE_ENDS.contains(text(tokens, before))) {
            if (!Set.of("\"", "'", "(", "[", "*", "_").contains(text(tokens, before))) {
                return false;
            }
            before--;
        }
        return before < 0 || (SENTENCE_ENDS.contains(text(tokens, before)) && !isInitial(tokens, before - 1));
    }

    /// A single capital, whose period ends no sentence.
    private static boolean isInitial(List<Token> tokens, int at) {
        return text(tokens, at).length() == 1
                && Character.isUpperCase(text(tokens, at).charAt(0));
    }

    /// Whether the words around it are in capitals too, so that its own say nothing.
    private static boolean isInCapitals(List<Token> tokens, int at) {
        return isWhollyCapital(text(tokens, at))
                && (isWhollyCapital(text(tokens, at - 1)) || isWhollyCapital(text(tokens, at + 1)));
    }

    private static String text(List<Token> tokens, int at) {
        return at < 0 || at >= tokens.size() ? "" : tokens.get(at).text();
    }

    private static Token.@Nullable Kind kind(List<Token> tokens, int at) {
        return at < 0 || at >= tokens.size() ? null : tokens.get(at).kind();
    }
}
