package org.proviso.document;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.proviso.clause.BlockLabel;

/// Makes a [Block] of the text of one block.
final class BlockText {

    /// White space between a label and its text is looked at up to here.
    private static final int LOOK_AHEAD = 200;

    /// A longer beginning without a period or parenthesis is no label.
    private static final int LONGEST_LABEL = 32;

    private static final Pattern INITIAL = Pattern.compile("[A-Za-z]+\\.");

    private BlockText() {}

    /// The block that starts with a label if one stands there and text follows it; null if there is no token.
    ///
    /// @param plainEnd behind the last visible character that is not bold
    /// @param item see [Block#item]
    static @Nullable Block block(SourcedText text, int plainEnd, int item) {
        String label = label(text);
        int start = end(text, label);
        List<Token> tokens = Tokenizer.tokens(text, start);
        if (tokens.isEmpty()) {
            label = "";
            start = 0;
            tokens = Tokenizer.tokens(text, 0);
        }
        if (tokens.isEmpty()) {
            return null;
        }
        List<Token> whole = INITIAL.matcher(label).matches() ? Tokenizer.tokens(text, 0) : tokens;
        return new Block(tokens, label, whole, plainEnd <= start, item);
    }

    /// The block behind a list marker, which is its label.
    static @Nullable Block item(SourcedText text, String marker, int plainEnd, int item) {
        List<Token> tokens = Tokenizer.tokens(text, 0);
        return tokens.isEmpty() ? null : new Block(tokens, marker, tokens, plainEnd == 0, item);
    }

    private static String label(SourcedText text) {
        if (!mayStartWithLabel(text)) {
            return "";
        }
        StringBuilder start = new StringBuilder();
        for (int i = 0; i < text.length() && start.length() < LOOK_AHEAD; i++) {
            if (text.charAt(i) != SourcedText.SEAM) {
                start.append(text.charAt(i));
            }
        }
        return start.substring(0, BlockLabel.length(start));
    }

    private static boolean mayStartWithLabel(SourcedText text) {
        int most = Math.min(text.length(), LONGEST_LABEL);
        for (int i = 0; i < most; i++) {
            char character = text.charAt(i);
            if (character == '.' || character == ')' || BlockLabel.isBullet(character)) {
                return true;
            }
        }
        return false;
    }

    /// The index in the text behind the label, whose characters seams may separate.
    private static int end(SourcedText text, String label) {
        int index = 0;
        int left = label.length();
        while (left > 0) {
            if (text.charAt(index++) != SourcedText.SEAM) {
                left--;
            }
        }
        return index;
    }
}
