package org.proviso.migration;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.node.Block;
import org.commonmark.node.BulletList;
import org.commonmark.node.Document;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.ThematicBreak;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
import org.proviso.migration.MarkdownBlock.Marker;
import org.proviso.migration.MarkdownBlock.Text;
import org.proviso.migration.MarkdownBlock.Unknown;

/// The blocks of a Markdown file, in order.
final class MarkdownBlocks {

    private static final int MAX_DEPTH = 32;

    private static final Parser PARSER =
            Parser.builder().includeSourceSpans(IncludeSourceSpans.BLOCKS).build();

    private final List<MarkdownBlock> blocks = new ArrayList<>();

    private MarkdownBlocks() {}

    static List<MarkdownBlock> of(String markdown) {
        MarkdownBlocks all = new MarkdownBlocks();
        all.children(PARSER.parse(markdown), 0, Marker.NONE);
        return all.blocks;
    }

    /// @param first the mark in front of the first block
    private void children(Node parent, int depth, Marker first) {
        Marker marker = first;
        for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
            block((Block) node, depth, marker);
            marker = Marker.NONE;
        }
    }

    private void block(Block block, int depth, Marker marker) {
        switch (block) {
            case Heading heading -> text(heading, heading.getLevel(), depth, marker);
            case Paragraph paragraph -> text(paragraph, 0, depth, marker);
            case OrderedList _, BulletList _
            when depth == MAX_DEPTH ->
                blocks.add(new Unknown(line(block), "a list in more than " + MAX_DEPTH + " lists"));
            case OrderedList list -> items(list, depth, false);
            case BulletList list -> items(list, depth, true);
            case ThematicBreak _ -> {}
            case HtmlBlock html when html.getLiteral().strip().startsWith("<!--") -> {}
            default -> blocks.add(new Unknown(line(block), what(block)));
        }
    }

    private void items(Block list, int depth, boolean bullet) {
        int number = 1;
        for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
            if (item instanceof ListItem) {
                children(item, depth + 1, new Marker(bullet ? 0 : number, bullet));
                number++;
            }
        }
    }

    private void text(Block block, int heading, int depth, Marker marker) {
        Inlines inlines = Inlines.of(block);
        if (inlines.isTable()) {
            blocks.add(new Unknown(line(block), "a table"));
            return;
        }
        inlines.unknown().forEach(what -> blocks.add(new Unknown(line(block), what)));
        blocks.add(new Text(line(block), heading, depth, marker, inlines.pieces(), inlines.lost()));
    }

    private static String what(Block block) {
        return switch (block) {
            case HtmlBlock _ -> "an HTML block";
            case Document _ -> "a document";
            default ->
                "a block of the kind "
                        + block.getClass()
                                .getSimpleName()
                                .replaceAll("(?<=[a-z])(?=[A-Z])", " ")
                                .toLowerCase(java.util.Locale.ROOT);
        };
    }

    private static int line(Node block) {
        return block.getSourceSpans().isEmpty()
                ? 1
                : block.getSourceSpans().getFirst().getLineIndex() + 1;
    }
}
