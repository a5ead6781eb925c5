package org.proviso.migration;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.proviso.migration.Piece.Gap;
import org.proviso.migration.Piece.Title;

/// The pieces of one paragraph: words, references to the cover page (`<span class="coverpage_link">`), a
/// heading inside it (`<span class="header_3">`).
final class Inlines {

    private static final Pattern SPAN = Pattern.compile("<span\\b[^>]*?(?:\\bclass=[\"']([^\"']*)[\"'][^>]*)?>");
    private static final int MAX_TAG = 500;
    private static final int MAX_DEPTH = 64;

    private final List<Piece> pieces = new ArrayList<>();
    private final List<String> lost = new ArrayList<>();
    private final List<String> unknown = new ArrayList<>();
    private final Deque<Span> spans = new ArrayDeque<>();
    private final StringBuilder words = new StringBuilder();
    private final StringBuilder lines = new StringBuilder();
    private int strong;
    private int depth;

    /// What a span says of the words in it.
    private enum Span {
        REFERENCE,
        HEADER,
        OTHER
    }

    private Inlines() {}

    static Inlines of(Node block) {
        Inlines inlines = new Inlines();
        inlines.children(block);
        inlines.flush();
        return inlines;
    }

    List<Piece> pieces() {
        return pieces;
    }

    /// What a clause does without.
    List<String> lost() {
        return lost;
    }

    /// What a clause has no form for.
    List<String> unknown() {
        return unknown;
    }

    /// Whether it is a table as GitHub writes them, which Markdown itself does not know.
    boolean isTable() {
        String[] rows = lines.toString().split("\n", 3);
        return rows.length > 1
                && rows[0].indexOf('|') >= 0
                && rows[1].indexOf('-') >= 0
                && rows[1].chars().allMatch(c -> "|:- \t".indexOf(c) >= 0);
    }

    private void children(Node parent) {
        if (++depth > MAX_DEPTH) {
            unknown.add("marks nested deeper than " + MAX_DEPTH);
        } else {
            for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
                inline(node);
            }
        }
        depth--;
    }

    private void inline(Node node) {
        switch (node) {
            case Text text -> append(text.getLiteral());
            case SoftLineBreak _, HardLineBreak _ -> {
                lines.append('\n');
                words.append(' ');
            }
            case StrongEmphasis bold -> {
                flush();
                strong++;
                children(bold);
                flush();
                strong--;
            }
            case Emphasis italic -> {
                lost.add("italics");
                children(italic);
            }
            case Code code -> {
                lost.add("the mark as code");
                append(code.getLiteral());
            }
            case Link link -> {
                lost.add("the link to " + link.getDestination());
                children(link);
            }
            case Image _ -> unknown.add("an image");
            case HtmlInline html -> tag(html.getLiteral());
            default -> unknown.add("a mark of the kind " + node.getClass().getSimpleName());
        }
    }

    private void append(String text) {
        words.append(text);
        lines.append(text);
    }

    private void tag(String tag) {
        Matcher span = SPAN.matcher(tag);
        if (tag.length() > MAX_TAG) {
            unknown.add("a tag of " + tag.length() + " characters");
        } else if (span.matches()) {
            flush();
            spans.push(kind(span.group(1) == null ? "" : span.group(1)));
        } else if (tag.equals("</span>")) {
            flush();
            spans.poll();
        } else if (tag.matches("(?i)<br\\s*/?>")) {
            words.append(' ');
        } else if (!tag.startsWith("</") && !tag.startsWith("<!--")) {
            lost.add("the tag " + tag);
        }
    }

    private static Span kind(String name) {
        if (name.startsWith("header")) {
            return Span.HEADER;
        }
        return name.endsWith("_link") && !name.equals("sample_link") ? Span.REFERENCE : Span.OTHER;
    }

    private void flush() {
        String text = words.toString();
        words.setLength(0);
        if (text.isEmpty()) {
            return;
        }
        Span span = spans.isEmpty() ? Span.OTHER : spans.peek();
        switch (span) {
            case REFERENCE -> pieces.add(reference(text));
            case HEADER -> pieces.add(pieces.stream().allMatch(Inlines::isLabel) ? new Title(text) : word(text));
            case OTHER -> pieces.addAll(Piece.of(text, strong > 0));
        }
    }

    /// A name of letters; other words stand as they are.
    private Piece reference(String text) {
        String label = text.strip();
        return label.length() <= 60 && label.matches("\\p{L}.*") ? new Gap(label, true) : word(text);
    }

    private Piece word(String text) {
        return new Piece.Words(text, strong > 0);
    }

    /// Whether a piece can stand in front of a heading.
    private static boolean isLabel(Piece piece) {
        return piece instanceof Piece.Words words && words.text().strip().matches("[\\d.()a-z]{0,8}");
    }
}
