package org.proviso.testkit;

import java.util.ArrayList;
import java.util.List;
import org.proviso.document.MarkdownReader;
import org.proviso.document.Token;

/// Every document that differs from a given one in exactly one canonical token.
public final class Mutations {

    /// @param what says which token was changed, and how
    public record Mutation(String what, String text) {}

    private Mutations() {}

    /// Deletes, doubles and replaces each token in turn, and changes its case and its space.
    public static List<Mutation> ofEveryToken(String source) {
        List<Mutation> mutations = new ArrayList<>();
        for (Token token : MarkdownReader.read(source).tokens().toList()) {
            String original = source.substring(token.start(), token.end());
            String place = " of \"" + original + "\" at " + token.start();
            String before = source.substring(0, token.start());
            String after = source.substring(token.end());
            mutations.add(new Mutation("deletion" + place, before + after));
            mutations.add(new Mutation("doubling" + place, before + original + " " + original + after));
            mutations.add(new Mutation("gluing" + place, before + original + original + after));
            mutations.add(new Mutation("replacement" + place, before + replacement(token) + after));
            String swapped = swapCase(original);
            if (!swapped.equals(original)) {
                mutations.add(new Mutation("case" + place, before + swapped + after));
            }
            if (token.spaced()) {
                mutations.add(new Mutation("joining" + place, before.stripTrailing() + original + after));
            } else if (!before.isEmpty() && !Character.isWhitespace(before.charAt(before.length() - 1))) {
                mutations.add(new Mutation("splitting" + place, before + " " + original + after));
            }
        }
        return mutations;
    }

    private static String replacement(Token token) {
        return switch (token.kind()) {
            case NUMBER -> token.text().equals("7") ? "8" : "7";
            case MARK -> token.text().equals(",") ? ";" : ",";
            case WORD, PLACEHOLDER, TAMPERED -> token.text().equals("Globex") ? "Initech" : "Globex";
        };
    }

    private static String swapCase(String text) {
        String upper = text.toUpperCase(java.util.Locale.ROOT);
        return text.equals(upper) ? text.toLowerCase(java.util.Locale.ROOT) : upper;
    }
}
