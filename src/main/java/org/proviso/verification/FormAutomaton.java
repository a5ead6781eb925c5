package org.proviso.verification;

import java.util.ArrayList;
import java.util.List;

/// Finds the forms that a run of blocks may be, given the patterns that each block may be: a tree over the blocks
/// of all forms.
final class FormAutomaton {

    /// Clauses may share a text, but not without bound: each is looked at wherever the text stands.
    static final int MAX_FORMS_OF_A_TEXT = 1_000;

    static final int ROOT = 0;

    private static final Form[] NO_FORMS = {};

    private final Transitions children = new Transitions();
    private final List<Form[]> forms = new ArrayList<>(List.<Form[]>of(NO_FORMS));

    /// @throws IllegalArgumentException if too many forms have the same text
    void add(Form form) {
        int node = ROOT;
        for (int i = 0; i < form.length(); i++) {
            int symbol = i == 0 ? first(form.blocks()[0]) : form.blocks()[i];
            int child = children.get(node, symbol);
            if (child == Transitions.NONE) {
                child = forms.size();
                forms.add(NO_FORMS);
                children.put(node, symbol, child);
            }
            node = child;
        }
        Form[] same = forms.get(node);
        if (same.length == MAX_FORMS_OF_A_TEXT) {
            throw new IllegalArgumentException("more than " + MAX_FORMS_OF_A_TEXT
                    + " clauses, or forms of them, have this text but for their slots");
        }
        Form[] more = new Form[same.length + 1];
        System.arraycopy(same, 0, more, 0, same.length);
        more[same.length] = form;
        forms.set(node, more);
    }

    /// The node behind `node` by a block's symbol, or [Transitions#NONE].
    int next(int node, int symbol) {
        return children.get(node, node == ROOT ? first(symbol) : symbol);
    }

    /// The forms that end at a node; not to be changed.
    Form[] forms(int node) {
        return forms.get(node);
    }

    /// Before the first block of a clause a label may stand or not.
    private static int first(int symbol) {
        return symbol & ~1;
    }
}
