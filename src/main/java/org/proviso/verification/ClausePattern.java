package org.proviso.verification;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import org.proviso.clause.ClauseForm;
import org.proviso.clause.ClauseVersion;
import org.proviso.clause.Slot;
import org.proviso.clause.SlotValue;
import org.proviso.document.Block;
import org.proviso.document.CanonicalDocument;
import org.proviso.document.MarkdownReader;
import org.proviso.document.Token;

/// A clause with its flags decided, as canonical blocks in which each slot is its placeholder token.
///
/// The pattern is read by the very code that reads documents, so both see the same tokens.
///
/// @param decisions the decision for every flag and the number of all rows of the clause
record ClausePattern(ClauseVersion clause, SortedMap<String, SlotValue> decisions, List<Block> blocks) {

    /// The patterns of a clause, one for each of its forms; a form that gives the same text as an earlier one is kept,
    /// since it shows other decisions.
    ///
    /// @throws IllegalArgumentException if the clause's text is not readable as paragraphs
    static List<ClausePattern> of(ClauseVersion clause) {
        List<ClausePattern> patterns = new ArrayList<>();
        for (ClauseForm form : clause.forms()) {
            CanonicalDocument text = MarkdownReader.read(form.text());
            if (text.blocks().isEmpty() || !text.unreadable().isEmpty()) {
                throw new IllegalArgumentException(clause.versionId() + " is not readable as paragraphs: "
                        + text.unreadable() + ". Maybe it holds links, code or HTML.");
            }
            patterns.add(new ClausePattern(clause, form.decisions(), text.blocks()));
        }
        return patterns;
    }

    Token firstToken() {
        return blocks.getFirst().tokens().getFirst();
    }

    /// The slot that a placeholder token stands for.
    Slot slot(Token placeholder) {
        String name = placeholder.text().substring(1, placeholder.text().length() - 1);
        Slot slot = clause.slot(name);
        if (slot == null) {
            throw new IllegalStateException(clause.versionId() + " has no slot " + name);
        }
        return slot;
    }

    List<Token> tokens() {
        return tokens(blocks);
    }

    /// The tokens of blocks as one text, to be shown: a block break reads as white space.
    static List<Token> tokens(List<Block> blocks) {
        List<Token> tokens = new ArrayList<>();
        for (Block block : blocks) {
            Token first = block.tokens().getFirst();
            tokens.add(new Token(first.text(), !tokens.isEmpty(), first.kind(), first.start(), first.end()));
            tokens.addAll(block.tokens().subList(1, block.tokens().size()));
        }
        return tokens;
    }
}
