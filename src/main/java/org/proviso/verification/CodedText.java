package org.proviso.verification;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.proviso.document.Token;

/// Tokens as numbers, so that many texts are compared fast.
///
/// @param exact by token the number of its text, [#SLOT] for a placeholder; a tampered token equals none
/// @param folded by token the number of its text in small letters
record CodedText(int[] exact, int[] folded) {

    static final int SLOT = -1;

    int length() {
        return exact.length;
    }

    /// Gives numbers to texts; for one thread.
    static final class Coder {

        private final Map<String, Integer> numbers = new HashMap<>();
        private int tampered = -2;

        /// @param approved whether placeholders are slots
        CodedText code(List<Token> tokens, boolean approved) {
            int[] exact = new int[tokens.size()];
            int[] folded = new int[tokens.size()];
            for (int i = 0; i < exact.length; i++) {
                Token token = tokens.get(i);
                switch (token.kind()) {
                    case PLACEHOLDER -> exact[i] = approved ? SLOT : number(token.text());
                    case TAMPERED -> exact[i] = tampered--;
                    case WORD, NUMBER, MARK -> exact[i] = number(token.text());
                }
                folded[i] = exact[i] < 0 ? exact[i] : number(token.text().toLowerCase(Locale.ROOT));
            }
            return new CodedText(exact, folded);
        }

        private int number(String text) {
            Integer known = numbers.get(text);
            if (known == null) {
                known = numbers.size();
                numbers.put(text, known);
            }
            return known;
        }
    }
}
