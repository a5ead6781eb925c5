package org.proviso.verification;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.proviso.clause.ClauseVersion;
import org.proviso.clause.Placeholder;
import org.proviso.clause.Slot;
import org.proviso.document.Block;
import org.proviso.document.CanonicalDocument;
import org.proviso.document.DocumentReader;
import org.proviso.document.Token;

/// A clause with its flags decided, as canonical blocks in which each slot is its placeholder token.
///
/// The pattern is read by the very reader that reads documents, so both see the same tokens.
///
/// @param flags the decision for every flag of the clause
record ClausePattern(ClauseVersion clause, SortedMap<String, Boolean> flags, List<Block> blocks) {

    /// The patterns of a clause, one for each combination of its flags, unset flags first; a combination that gives the
    /// same text as an earlier one is kept, since it shows other flags.
    ///
    /// @throws IllegalArgumentException if the clause's text is not readable as paragraphs
    static List<ClausePattern> of(ClauseVersion clause, DocumentReader reader) {
        List<String> names = List.copyOf(clause.text().flagNames());
        List<ClausePattern> patterns = new ArrayList<>();
        for (int combination = 0; combination < 1 << names.size(); combination++) {
            SortedMap<String, Boolean> flags = new TreeMap<>();
            Set<String> set = new HashSet<>();
            for (int i = 0; i < names.size(); i++) {
                boolean isSet = (combination & 1 << i) != 0;
                flags.put(names.get(i), isSet);
                if (isSet) {
                    set.add(names.get(i));
                }
            }
            CanonicalDocument text = reader.read(clause.text().fill(Placeholder::of, set::contains));
            if (text.blocks().isEmpty() || !text.unreadable().isEmpty()) {
                throw new IllegalArgumentException(clause.versionId() + " is not readable as paragraphs: "
                        + text.unreadable() + ". Maybe it holds links, code or HTML.");
            }
            patterns.add(new ClausePattern(clause, flags, text.blocks()));
        }
        return patterns;
    }

    Token firstToken() {
        return blocks.getFirst().tokens().getFirst();
    }

    /// The slot that a placeholder token stands for.
    Slot slot(Token placeholder) {
        String name = placeholder.text().substring(1, placeholder.text().length() - 1);
        Slot slot = clause.slots().get(name);
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
