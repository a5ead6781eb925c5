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
import org.proviso.clause.CodePoints;

/// Turns a CommonMark tree into canonical blocks and accounts for every character of the source.
final class MarkdownVisitor extends AbstractVisitor {

    private static final String PUNCTUATION = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~";
    private static final int MAX_DEPTH = 64;

    /// A number of a list item has at most three digits, as a label does; a longer one is text.
    private static final int LONGEST_MARKER = 4;

    /// Stretches that are listed one by one; the last one reaches to the end of the text.
    private static final int MAX_UNREADABLE = 1_000;

    private final String source;
    private final List<Block> blocks = new ArrayList<>();
    private final List<Unreadable> unreadable = new ArrayList<>();

    /// Characters that became text or an unreadable stretch.
    private final BitSet accounted;

    private final SourcedText text = new SourcedText();

    /// The blocks that begin the list items around here, the outermost first.
    private final List<Integer> items = new ArrayList<>();

    private String marker = "";
    private String label = "";
    private int markerStart;

    /// The rendered number of the last item of the innermost ordered list.
    private int number;

    private int depth;
    private int strong;

    /// Behind the last visible character of the block that is not bold.
    private int plainEnd;

    /// Where the line begins in the text of the block.
    private int line;

    MarkdownVisitor(String source) {
        this.source = source;
        this.accounted = new BitSet(source.length());
        // A byte order mark says how a file is encoded, and nothing else.
        accounted.set(0, source.startsWith("\uFEFF") ? 1 : 0);
    }

    /// The document that `root`, parsed from the source, shows.
    CanonicalDocument read(Node root) {
        root.accept(this);
        reportLeftOvers();
        return new CanonicalDocument(source, blocks, unreadable);
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
        int outer = number;
        number = list.getMarkerStartNumber() - 1;
        visitChildren(list);
        number = outer;
    }

    @Override
    public void visit(ListItem item) {
        List<SourceSpan> spans = item.getSourceSpans();
        number += item.getParent() instanceof OrderedList ? 1 : 0;
        if (!marker.isEmpty() || spans.isEmpty()) {
            labelAsText();
        }
        if (!spans.isEmpty()) {
            markerStart = spans.getFirst().getInputIndex();
            // A byte order mark before a list is no part of its first marker.
            markerStart += markerStart == 0 && source.startsWith("\uFEFF") ? 1 : 0;
            while (CodePoints.isWhiteSpace(source.charAt(markerStart))) {
                markerStart++;
            }
            int end = markerStart;
            while (end < source.length() && !CodePoints.isWhiteSpace(source.charAt(end))) {
                end++;
            }
            marker = source.substring(markerStart, end);
            label = label(item);
            accounted.set(markerStart, end);
            if (marker.length() > LONGEST_MARKER) {
                labelAsText();
            }
        }
        items.add(blocks.size());
        visitChildren(item);
        labelAsText();
        items.removeLast();
    }

    /// The block that begins the item around the next block, which is itself in no item that it begins.
    private int item() {
        int last = items.size() - 1;
        while (last >= 0 && items.get(last) == blocks.size()) {
            last--;
        }
        return last < 0 ? Block.NO_ITEM : items.get(last);
    }

    /// The marker, unless the rendered list shows another number.
    private String label(ListItem item) {
        if (!(item.getParent() instanceof OrderedList list)) {
            return marker;
        }
        return marker.equals(number + list.getMarkerDelimiter()) ? marker : Block.RENUMBERED;
    }

    @Override
    public void visit(Text node) {
        int at = node.getSourceSpans().isEmpty()
                ? -1
                : node.getSourceSpans().getFirst().getInputIndex();
        String literal = node.getLiteral();
        boolean plain = at >= 0 && source.startsWith(literal, at) && literal.indexOf(SourcedText.SEAM) < 0;
        if (plain && literal.indexOf('\\') < 0) {
            accounted.set(at, at + literal.length());
            notePlain(text.length() + literal.stripTrailing().length(), literal);
            text.append(source, at, at + literal.length());
        } else {
            escaped(node, literal, at);
        }
    }

    private void escaped(Text node, String literal, int start) {
        int at = start;
        for (int i = 0; i < literal.length(); i++) {
            if (at >= 0 && isEscape(at)) {
                accounted.set(at);
                at++;
            }
            char character = literal.charAt(i);
            if (at < 0 || at >= source.length() || source.charAt(at) != character || character == SourcedText.SEAM) {
                reject(node, "markup, an entity or a character that is not shown as written");
                return;
            }
            accounted.set(at);
            text.append(character, at);
            at++;
        }
        notePlain(text.length(), literal);
    }

    private void notePlain(int end, String literal) {
        plainEnd = strong > 0 || literal.isBlank() ? plainEnd : end;
    }

    /// A backslash before ASCII punctuation; before anything else it is a backslash.
    private boolean isEscape(int at) {
        return at + 1 < source.length() && source.charAt(at) == '\\' && PUNCTUATION.indexOf(source.charAt(at + 1)) >= 0;
    }

    @Override
    public void visit(SoftLineBreak lineBreak) {
        endLine();
    }

    /// Ends a line, and refuses one of other blank characters than Markdown's, which not every reader takes for
    /// the end of a paragraph.
    private void endLine() {
        if (line > 0 && isBlankFrom(line)) {
            addUnreadable(text.offset(line - 1), endOfText(), "a blank line that Markdown does not see as one");
        }
        text.append(' ', endOfText());
        line = text.length();
    }

    private boolean isBlankFrom(int index) {
        int at = index;
        while (at < text.length()
                && (text.charAt(at) == SourcedText.SEAM || CodePoints.isWhiteSpace(text.charAt(at)))) {
            at++;
        }
        return at == text.length();
    }

    @Override
    public void visit(HardLineBreak lineBreak) {
        int at = endOfText();
        if (at < source.length() && source.charAt(at) == '\\') {
            accounted.set(at);
            endBlock();
        } else {
            endLine();
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
        strong += width == 2 ? 1 : 0;
        visitChildren(emphasis);
        strong -= width == 2 ? 1 : 0;
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
        begin();
        visitChildren(node);
        endBlock();
        if (node instanceof Heading heading) {
            accountMarks(heading);
            if (heading.getFirstChild() == null) {
                reject(heading, "an empty heading");
            }
        }
    }

    private void begin() {
        text.clear();
        plainEnd = 0;
        line = 0;
    }

    private void endBlock() {
        Block block = marker.isEmpty()
                ? BlockText.block(text, plainEnd, item())
                : BlockText.item(text, label, plainEnd, item());
        if (block != null) {
            blocks.add(block);
            marker = "";
        }
        begin();
    }

    /// A list marker without text behind it is visible, so it is text.
    private void labelAsText() {
        if (!marker.isEmpty()) {
            SourcedText written = new SourcedText();
            written.append(source, markerStart, markerStart + marker.length());
            List<Token> tokens = Tokenizer.tokens(written, 0);
            blocks.add(new Block(tokens, "", tokens, false, item()));
            marker = "";
        }
    }

    private int endOfText() {
        return text.length() == 0 ? 0 : text.offset(text.length() - 1) + 1;
    }

    private void accountMarks(Heading heading) {
        for (SourceSpan span : heading.getSourceSpans()) {
            for (int i = span.getInputIndex(); i < span.getInputIndex() + span.getLength(); i++) {
                if (source.charAt(i) == '#' || isUnderline(span, source.charAt(i))) {
                    accounted.set(i);
                }
            }
        }
    }

    /// An underline is at least three marks long; a shorter one could be a sign that somebody reads.
    private boolean isUnderline(SourceSpan line, char mark) {
        String text = source.substring(line.getInputIndex(), line.getInputIndex() + line.getLength())
                .strip();
        return text.length() >= 3
                && (mark == '=' || mark == '-')
                && text.chars().allMatch(character -> character == mark);
    }

    private void reject(Node node, String what) {
        List<SourceSpan> spans = node.getSourceSpans();
        int start = spans.isEmpty() ? 0 : spans.getFirst().getInputIndex();
        int end = spans.isEmpty()
                ? source.length()
                : spans.getLast().getInputIndex() + spans.getLast().getLength();
        accounted.set(start, end);
        addUnreadable(start, end, what);
    }

    private void addUnreadable(int start, int end, String what) {
        if (unreadable.size() < MAX_UNREADABLE) {
            boolean last = unreadable.size() == MAX_UNREADABLE - 1;
            unreadable.add(new Unreadable(start, last ? source.length() : end, last ? "more of this kind" : what));
        }
    }

    /// Reports every visible character that nothing above understood.
    private void reportLeftOvers() {
        for (int i = accounted.nextClearBit(0); i < source.length(); i = accounted.nextClearBit(i)) {
            int start = i;
            while (i < source.length() && !accounted.get(i)) {
                i++;
            }
            if (!isBlank(start, i)) {
                addUnreadable(start, i, "text that Markdown hides");
            }
        }
        unreadable.sort(Comparator.comparingInt(Unreadable::start));
    }

    private boolean isBlank(int start, int end) {
        for (int i = start; i < end; i++) {
            if (!CodePoints.isWhiteSpace(source.charAt(i))) {
                return false;
            }
        }
        return true;
    }
}
