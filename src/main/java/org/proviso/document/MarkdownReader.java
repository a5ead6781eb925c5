package org.proviso.document;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BulletList;
import org.commonmark.node.Document;
import org.commonmark.node.Emphasis;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.SourceSpan;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
import org.proviso.clause.BlockLabel;
import org.proviso.clause.CodePoints;

/// Reads CommonMark, of which plain text in paragraphs is a part.
///
/// Understood are paragraphs, headings, list items, emphasis, soft line breaks and backslash escapes. Everything else
/// (HTML, links and their definitions, images, code, quotes, rules, entities) is unreadable. The reading is total: a
/// character that is neither text nor part of an understood mark makes its line unreadable.
public final class MarkdownReader {

    private MarkdownReader() {}

    /// The canonical blocks of a Markdown or plain text.
    public static CanonicalDocument read(String source) {
        Node document = Parser.builder()
                .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
                .build()
                .parse(source);
        Reading reading = new Reading(source);
        document.accept(reading);
        reading.reportLeftOvers();
        return new CanonicalDocument(source, reading.blocks, reading.unreadable);
    }

    private static final class Reading extends AbstractVisitor {

        private static final String PUNCTUATION = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~";
        private static final int MAX_DEPTH = 64;

        private final String source;
        private final List<Block> blocks = new ArrayList<>();
        private final List<Unreadable> unreadable = new ArrayList<>();

        /// Characters that became text or an unreadable stretch.
        private final BitSet accounted;

        private SourcedText text = new SourcedText();
        private String marker = "";
        private int markerStart;
        private int depth;

        Reading(String source) {
            this.source = source;
            this.accounted = new BitSet(source.length());
        }

        @Override
        public void visit(Paragraph paragraph) {
            block(paragraph);
        }

        @Override
        public void visit(Heading heading) {
            block(heading);
        }

        @Override
        public void visit(BulletList list) {
            visitChildren(list);
        }

        @Override
        public void visit(OrderedList list) {
            visitChildren(list);
        }

        @Override
        public void visit(ListItem item) {
            List<SourceSpan> spans = item.getSourceSpans();
            if (!marker.isEmpty() || spans.isEmpty()) {
                labelAsText();
            }
            if (!spans.isEmpty()) {
                markerStart = spans.getFirst().getInputIndex();
                int end = markerStart;
                while (end < source.length() && !CodePoints.isWhiteSpace(source.charAt(end))) {
                    end++;
                }
                marker = source.substring(markerStart, end);
                accounted.set(markerStart, end);
            }
            visitChildren(item);
            labelAsText();
        }

        @Override
        public void visit(Text node) {
            int at = node.getSourceSpans().isEmpty()
                    ? -1
                    : node.getSourceSpans().getFirst().getInputIndex();
            String literal = node.getLiteral();
            for (int i = 0; i < literal.length(); i++) {
                if (at >= 0 && isEscape(at)) {
                    accounted.set(at);
                    at++;
                }
                char character = literal.charAt(i);
                if (at < 0
                        || at >= source.length()
                        || source.charAt(at) != character
                        || character == SourcedText.SEAM) {
                    reject(node, "an entity or a character that is not shown as written");
                    return;
                }
                accounted.set(at);
                text.append(character, at);
                at++;
            }
        }

        /// A backslash before ASCII punctuation; before anything else it is a backslash.
        private boolean isEscape(int at) {
            return at + 1 < source.length()
                    && source.charAt(at) == '\\'
                    && PUNCTUATION.indexOf(source.charAt(at + 1)) >= 0;
        }

        @Override
        public void visit(SoftLineBreak lineBreak) {
            text.append(' ', endOfText());
        }

        @Override
        public void visit(HardLineBreak lineBreak) {
            int at = endOfText();
            if (at < source.length() && source.charAt(at) == '\\') {
                accounted.set(at);
                endBlock();
            } else {
                text.append(' ', at);
            }
        }

        @Override
        public void visit(Emphasis emphasis) {
            emphasised(emphasis, 1);
        }

        @Override
        public void visit(StrongEmphasis emphasis) {
            emphasised(emphasis, 2);
        }

        private void emphasised(Node emphasis, int width) {
            List<SourceSpan> spans = emphasis.getSourceSpans();
            int start = spans.getFirst().getInputIndex();
            int end = spans.getLast().getInputIndex() + spans.getLast().getLength();
            accounted.set(start, start + width);
            accounted.set(end - width, end);
            text.seam(start);
            visitChildren(emphasis);
            text.seam(end - 1);
        }

        /// Everything that is not understood ends here: no visitor above takes it.
        @Override
        protected void visitChildren(Node parent) {
            if (depth == MAX_DEPTH) {
                reject(parent, "marks nested deeper than " + MAX_DEPTH);
                return;
            }
            depth++;
            for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
                switch (node) {
                    case Document _,
                            Paragraph _,
                            Heading _,
                            BulletList _,
                            OrderedList _,
                            ListItem _,
                            Text _,
                            SoftLineBreak _,
                            HardLineBreak _,
                            Emphasis _,
                            StrongEmphasis _ -> node.accept(this);
                    default ->
                        reject(node, "Markdown of the kind " + node.getClass().getSimpleName());
                }
            }
            depth--;
        }

        private void block(Node node) {
            text = new SourcedText();
            visitChildren(node);
            endBlock();
            if (node instanceof Heading heading) {
                accountMarks(heading);
                if (heading.getFirstChild() == null) {
                    reject(heading, "an empty heading");
                }
            }
        }

        private void endBlock() {
            int labelLength = marker.isEmpty() ? BlockLabel.length(withoutSeams()) : 0;
            int from = labelEnd(labelLength);
            List<Token> tokens = Tokenizer.tokens(text, from);
            if (!tokens.isEmpty()) {
                blocks.add(new Block(tokens, marker.isEmpty() ? withoutSeams().substring(0, labelLength) : marker));
                marker = "";
            }
            text = new SourcedText();
        }

        private String withoutSeams() {
            return text.characters().toString().replace(String.valueOf(SourcedText.SEAM), "");
        }

        /// The index in the text behind its first `length` characters that are no seams.
        private int labelEnd(int length) {
            int index = 0;
            int left = length;
            while (left > 0) {
                if (text.characters().charAt(index++) != SourcedText.SEAM) {
                    left--;
                }
            }
            return index;
        }

        /// A list marker without text behind it is visible, so it is text.
        private void labelAsText() {
            if (!marker.isEmpty()) {
                SourcedText label = new SourcedText();
                for (int i = 0; i < marker.length(); i++) {
                    label.append(marker.charAt(i), markerStart + i);
                }
                blocks.add(new Block(Tokenizer.tokens(label, 0), ""));
                marker = "";
            }
        }

        private int endOfText() {
            return text.length() == 0 ? 0 : text.offset(text.length() - 1) + 1;
        }

        private void accountMarks(Heading heading) {
            for (SourceSpan span : heading.getSourceSpans()) {
                for (int i = span.getInputIndex(); i < span.getInputIndex() + span.getLength(); i++) {
                    if (source.charAt(i) == '#' || source.charAt(i) == '=' || source.charAt(i) == '-') {
                        accounted.set(i);
                    }
                }
            }
        }

        private void reject(Node node, String what) {
            List<SourceSpan> spans = node.getSourceSpans();
            int start = spans.isEmpty() ? 0 : spans.getFirst().getInputIndex();
            int end = spans.isEmpty()
                    ? source.length()
                    : spans.getLast().getInputIndex() + spans.getLast().getLength();
            accounted.set(start, end);
            unreadable.add(new Unreadable(start, end, what));
        }

        /// Reports every visible character that nothing above understood.
        void reportLeftOvers() {
            for (int i = accounted.nextClearBit(0); i < source.length(); i = accounted.nextClearBit(i)) {
                int start = i;
                while (i < source.length() && !accounted.get(i)) {
                    i++;
                }
                if (source.substring(start, i).codePoints().anyMatch(c -> !CodePoints.isWhiteSpace(c))) {
                    unreadable.add(new Unreadable(start, i, "text that Markdown hides"));
                }
            }
            unreadable.sort(Comparator.comparingInt(Unreadable::start));
        }
    }
}
