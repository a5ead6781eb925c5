package org.proviso.verification;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.proviso.document.Token;

/// Numbers for canonical tokens: two tokens of approved text have the same code exactly if they are the same text
/// with the same space before it.
final class Vocabulary {

    /// The code of a token that no approved text holds; it equals nothing.
    static final int UNKNOWN = -1;

    private final Map<String, Integer> words = new HashMap<>();

    /// The code of a token of approved text.
    ///
    /// @throws IllegalArgumentException if the token can never be approved
    int add(Token token) {
        if (!isText(token)) {
            throw new IllegalArgumentException("\"" + token.text() + "\" is no text that can be approved.");
        }
        return code(words.computeIfAbsent(token.text(), _ -> words.size()), token);
    }

    /// The codes of the tokens of a document, in order.
    int[] codes(List<Token> tokens) {
        int[] codes = new int[tokens.size()];
        for (int i = 0; i < codes.length; i++) {
            Token token = tokens.get(i);
            Integer word = isText(token) ? words.get(token.text()) : null;
            codes[i] = word == null ? UNKNOWN : code(word, token);
        }
        return codes;
    }

    private static boolean isText(Token token) {
        return token.kind() != Token.Kind.TAMPERED && token.kind() != Token.Kind.PLACEHOLDER;
    }

    private static int code(int word, Token token) {
        return 2 * word + (token.spaced() ? 1 : 0);
    }
}
