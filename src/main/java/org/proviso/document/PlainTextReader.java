package org.proviso.document;

import java.util.ArrayList;
import java.util.List;
import org.proviso.clause.CodePoints;

/// Reads text in which nothing is markup: every visible character is part of a token or of a block's label.
///
/// Lines of white space only separate blocks. Labels are those of [MarkdownReader]'s paragraphs. Nothing is
/// unreadable; what cannot be trusted is a tampered token. Time is linear in the text.
public final class PlainTextReader {

    /// Read in place of the noncharacter that the tokenizer skips as a removed mark; one that is as tampered as
    /// it.
    private static final char TAMPERED = '\uFFFE';

    private final String source;
    private final List<Block> blocks = new ArrayList<>();

    private PlainTextReader(String source) {
        this.source = source;
    }

    /// The canonical blocks of a plain text.
    public static CanonicalDocument read(String source) {
        PlainTextReader reader = new PlainTextReader(source);
        reader.cut();
        return new CanonicalDocument(source, reader.blocks, List.of());
    }

    private void cut() {
        int blockStart = -1;
        int blockEnd = -1;
        boolean lineIsBlank = true;
        // A byte order mark says how a file is encoded, and nothing else.
        for (int at = source.startsWith("\uFEFF") ? 1 : 0; at < source.length(); at++) {
            if (!CodePoints.isWhiteSpace(source.charAt(at))) {
                blockStart = blockStart < 0 ? at : blockStart;
                blockEnd = at + 1;
                lineIsBlank = false;
            } else if (isLineEnd(at)) {
                if (lineIsBlank && blockStart >= 0) {
                    block(blockStart, blockEnd);
                    blockStart = -1;
                }
                lineIsBlank = true;
            }
        }
        if (blockStart >= 0) {
            block(blockStart, blockEnd);
        }
    }

    /// A line ends with LF, CR LF or CR.
    private boolean isLineEnd(int at) {
        char character = source.charAt(at);
        boolean endsLater = at + 1 < source.length() && source.charAt(at + 1) == '\n';
        return character == '\n' || (character == '\r' && !endsLater);
    }

    private void block(int start, int end) {
        SourcedText text = new SourcedText();
        for (int i = start; i < end; i++) {
            char character = source.charAt(i);
            text.append(character == SourcedText.SEAM ? TAMPERED : character, i);
        }
        Block block = BlockText.block(text, text.length(), Block.NO_ITEM);
        if (block != null) {
            blocks.add(block);
        }
    }
}
