package org.proviso.migration;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.proviso.clause.BlockLabel;
import org.proviso.migration.MarkdownBlock.Text;
import org.proviso.migration.Piece.Title;
import org.proviso.migration.Piece.Words;

/// What a block begins with: the label and the heading that somebody typed, and what is left.
///
/// @param label such as `5.1.` or `(a)`; empty if there is none
/// @param title the heading, or the bold or marked words in front of the text; empty if there is none
record Head(String label, String title, List<Piece> rest) {

    private static final int MAX_TITLE_WORDS = 14;
    private static final Pattern NUMBER = Pattern.compile("\\(?\\d+(?:\\.\\d+)*[.)]?");
    private static final Pattern RUN_IN = Pattern.compile("(?s)\\s*[.:](?:\\s.*)?|\\s+[–—-]\\s.*");
    private static final Pattern MARK = Pattern.compile("^\\s*(?:[.:]|[–—-])?\\s*");
    private static final Pattern END = Pattern.compile("[\\s.:]+$");

    static Head of(Text block) {
        List<Piece> pieces = new ArrayList<>(block.pieces());
        String label = takeLabel(pieces);
        if (block.heading() > 0) {
            String title = words(pieces);
            int own = BlockLabel.length(title);
            return new Head(
                    own > 0 && label.isEmpty() ? title.substring(0, own) : label,
                    clean(title.substring(label.isEmpty() ? own : 0)),
                    List.of());
        }
        if (!pieces.isEmpty() && pieces.getFirst() instanceof Title title) {
            return headed(label, title.text(), pieces);
        }
        if (!pieces.isEmpty() && pieces.getFirst() instanceof Words words && words.strong()) {
            String behind = pieces.size() > 1 && pieces.get(1) instanceof Words next ? next.text() : "";
            boolean ends = END.matcher(words.text()).find() && !words.text().isBlank();
            boolean alone = pieces.size() == 1;
            if (words.text().strip().split("\\s+").length <= MAX_TITLE_WORDS
                    && (alone
                            ? !label.isEmpty() || startsWithNumber(words.text())
                            : ends || RUN_IN.matcher(behind).matches())) {
                return headed(label, words.text(), pieces);
            }
        }
        return new Head(label, "", pieces);
    }

    private static Head headed(String label, String title, List<Piece> pieces) {
        int own = label.isEmpty() ? BlockLabel.length(title.strip() + " x") : 0;
        String stripped = title.strip();
        List<Piece> rest = new ArrayList<>(pieces.subList(1, pieces.size()));
        if (!rest.isEmpty() && rest.getFirst() instanceof Words words) {
            String text = MARK.matcher(words.text()).replaceFirst("");
            rest.removeFirst();
            if (!text.isEmpty()) {
                rest.addFirst(new Words(text, words.strong()));
            }
        }
        return new Head(
                own > 0 ? stripped.substring(0, Math.min(own, stripped.length())) : label,
                clean(stripped.substring(Math.min(own, stripped.length()))),
                rest);
    }

    private static boolean startsWithNumber(String words) {
        return BlockLabel.length(words.strip()) > 0;
    }

    /// Takes a label off the first words.
    private static String takeLabel(List<Piece> pieces) {
        if (pieces.isEmpty() || !(pieces.getFirst() instanceof Words words)) {
            return "";
        }
        String text = words.text().stripLeading();
        int length = BlockLabel.length(text + (pieces.size() > 1 ? "x" : ""));
        if (length == 0) {
            return "";
        }
        pieces.removeFirst();
        String rest = text.substring(Math.min(length, text.length())).stripLeading();
        if (!rest.isEmpty()) {
            pieces.addFirst(new Words(rest, words.strong()));
        }
        return text.substring(0, Math.min(length, text.length()));
    }

    private static String words(List<Piece> pieces) {
        StringBuilder words = new StringBuilder();
        for (Piece piece : pieces) {
            words.append(
                    switch (piece) {
                        case Words plain -> plain.text();
                        case Title title -> title.text();
                        case Piece.Gap gap -> gap.label();
                    });
        }
        return words.toString().strip();
    }

    private static String clean(String title) {
        return END.matcher(title.replaceAll("\\s+", " ")).replaceFirst("").strip();
    }

    /// How many numbers the label has; 0 if it is none of numbers.
    int numbers() {
        return NUMBER.matcher(label).matches()
                ? (int) label.chars().filter(c -> c == '.').count() + (label.endsWith(".") ? 0 : 1)
                : 0;
    }

    /// Whether the label is a letter or a Roman number.
    boolean isLettered() {
        return !label.isEmpty() && numbers() == 0;
    }

    boolean isTitled() {
        return !title.isEmpty();
    }
}
