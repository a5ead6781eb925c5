package org.proviso.document;

import java.util.List;

/// A paragraph, list item or heading.
///
/// @param tokens its canonical tokens without the label, at least one
/// @param label what stands in front of it as a list marker or label; empty if nothing does; [#RENUMBERED] where
///     a list number is not the one that a reader of the rendered list sees
/// @param whole the tokens with those of the label before them if the label is letters and a period, which may as
///     well be the initial of a name; else the same as `tokens`
/// @param bold whether every character of it is bold; the label need not be
/// @param item the number, in the document, of the block that begins the list item around it; [#NO_ITEM] outside of
///     items, and for the first block of an outermost one
public record Block(List<Token> tokens, String label, List<Token> whole, boolean bold, int item) {

    public static final int NO_ITEM = -1;

    /// The label of a list item whose written number is not the rendered one. It equals no reference.
    public static final String RENUMBERED = "?";

    public Block {
        boolean same = whole == tokens;
        tokens = List.copyOf(tokens);
        whole = same ? tokens : List.copyOf(whole);
        if (tokens.isEmpty()) {
            throw new IllegalArgumentException("a block without tokens is none");
        }
    }

    public boolean labelled() {
        return !label.isEmpty();
    }

    /// The label without what only sets it off: `4.2` of `4.2.`, `a` of `(a)` and `a)`.
    public String bareLabel() {
        return bare(label);
    }

    /// The same for a label that stands in a text; `12(a)` stays as it is.
    public static String bare(String label) {
        boolean open = label.startsWith("(") && label.indexOf('(', 1) < 0;
        boolean closed = label.endsWith(".") || (label.endsWith(")") && label.indexOf('(', 1) < 0);
        return label.substring(open ? 1 : 0, label.length() - (closed ? 1 : 0));
    }

    /// The offset of its first token in the original.
    public int start() {
        return tokens.getFirst().start();
    }

    /// The offset behind its last token.
    public int end() {
        return tokens.getLast().end();
    }
}
