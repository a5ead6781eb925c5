package org.proviso.verification;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// The least that can be done to a document before its paragraphs are looked up: they are cut at blank lines,
/// their label is taken off, and white space, quotes and dashes are folded, all in one pass over the characters.
/// It does not know Markdown, and says nothing about what it does not understand; it is what others do, and a
/// limit for us.
final class Paragraphs {

    private Paragraphs() {}

    /// The canonical paragraphs of a document, in order.
    static List<String> of(String document) {
        List<String> paragraphs = new ArrayList<>();
        forEach(document, paragraphs::add);
        return paragraphs;
    }

    static void forEach(String document, Consumer<String> action) {
        int start = 0;
        while (start < document.length()) {
            int end = document.indexOf("\n\n", start);
            end = end < 0 ? document.length() : end;
            if (end > start) {
                action.accept(canonical(document, behindLabel(document, start, end), end));
            }
            start = end + 2;
        }
    }

    /// The canonical form of one paragraph without a label.
    static String canonical(String paragraph) {
        return canonical(paragraph, 0, paragraph.length());
    }

    private static int behindLabel(String document, int start, int end) {
        int at = start;
        while (at < end && "0123456789.()".indexOf(document.charAt(at)) >= 0) {
            at++;
        }
        return at < end && document.charAt(at) == ' ' ? at + 1 : start;
    }

    private static String canonical(String document, int start, int end) {
        StringBuilder canonical = new StringBuilder(end - start);
        boolean spaced = false;
        for (int i = start; i < end; i++) {
            char character = document.charAt(i);
            if (Character.isWhitespace(character)) {
                spaced = !canonical.isEmpty();
            } else {
                if (spaced) {
                    canonical.append(' ');
                    spaced = false;
                }
                canonical.append(folded(character));
            }
        }
        return canonical.toString();
    }

    private static char folded(char character) {
        return switch (character) {
            case '‘', '’' -> '\'';
            case '“', '”' -> '"';
            case '–', '—' -> '-';
            default -> character;
        };
    }
}
