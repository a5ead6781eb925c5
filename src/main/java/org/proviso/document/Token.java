package org.proviso.document;

import java.util.List;

/// A canonical token: a word, a whole number, one punctuation mark, or Proviso's placeholder.
///
/// Two tokens are equal text when [#sameAs] says so; nothing else counts, and a tampered token is the same as none.
///
/// @param text the canonical form
/// @param spaced whether white space stands before it; false for the first token of a block
/// @param kind what it is
/// @param start the offset of its first character in the original, in UTF-16 units
/// @param end the offset behind its last character
public record Token(String text, boolean spaced, Kind kind, int start, int end) {

    /// What a token is.
    public enum Kind {
        WORD,
        NUMBER,
        MARK,
        /// `⟦slot⟧`
        PLACEHOLDER,
        /// Text that cannot be trusted to say what it shows, or that stands far behind the text before it.
        TAMPERED
    }

    /// The canonical text of tokens that follow each other, without the space before the first.
    public static String text(List<Token> tokens) {
        StringBuilder text = new StringBuilder();
        for (Token token : tokens) {
            text.append(token.spaced && !text.isEmpty() ? " " : "").append(token.text);
        }
        return text.toString();
    }

    /// Whether both are the same canonical text, the white space before them included.
    public boolean sameAs(Token other) {
        return kind != Kind.TAMPERED
                && other.kind != Kind.TAMPERED
                && spaced == other.spaced
                && text.equals(other.text);
    }
}
