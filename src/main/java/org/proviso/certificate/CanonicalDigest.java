package org.proviso.certificate;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.proviso.document.Block;
import org.proviso.document.CanonicalDocument;
import org.proviso.document.Token;
import org.proviso.document.Token.Kind;

/// The digest of all that verification sees of a document, by the rule of `src/docs/canonical-text.md`: two
/// documents have the same one if, and only if, no verification tells them apart but by offsets.
final class CanonicalDigest {

    private CanonicalDigest() {}

    static String of(CanonicalDocument document) {
        StringBuilder lines = new StringBuilder(2 * document.source().length() + 100);
        for (Block block : document.blocks()) {
            lines.append("#\t")
                    .append(block.label())
                    .append('\t')
                    .append(block.bold() ? 'b' : '-')
                    .append('\t')
                    .append(block.item())
                    .append('\n');
            append(block.tokens(), lines);
            if (block.whole().size() != block.tokens().size()) {
                lines.append("&\n");
                append(block.whole(), lines);
            }
        }
        document.unreadable()
                .forEach(stretch -> lines.append("?\t").append(stretch.what()).append('\n'));
        return Digests.hex(lines.toString().getBytes(StandardCharsets.UTF_8));
    }

    /// A tampered token equals nothing, so what it says does not count.
    private static void append(List<Token> tokens, StringBuilder lines) {
        for (Token token : tokens) {
            if (token.kind() == Kind.TAMPERED) {
                lines.append("!\n");
            } else {
                lines.append(token.spaced() ? '+' : '=').append(token.text()).append('\n');
            }
        }
    }
}
