package org.proviso.library;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.proviso.clause.BlockLabel;
import org.proviso.clause.Placeholder;

/// One block of a form of a clause's text: a paragraph or list item, with every placeholder as the one character
/// [#GAP].
///
/// @param text with its label, unless that is the hyphen of a list item
/// @param gaps the names of the placeholders, in order
/// @param item whether it is an item of a list with hyphens
record TemplateBlock(String text, List<String> gaps, boolean item) {

    static final char GAP = '⟦';

    private static final Pattern MARKER = Pattern.compile("(-)[ \\t]+| {0,3}\\d{1,9}[.)][ \\t]");

    /// The blocks of a form, as a Markdown reader finds them.
    static List<TemplateBlock> of(String form) {
        List<TemplateBlock> blocks = new ArrayList<>();
        StringBuilder block = new StringBuilder();
        boolean item = false;
        for (String line : form.split("\n", -1)) {
            Matcher marker = MARKER.matcher(line);
            boolean starts = marker.lookingAt();
            if (starts || line.isBlank()) {
                add(block, item, blocks);
                item = starts && marker.group(1) != null;
            }
            block.append(starts && item ? line.substring(marker.end()) : line).append('\n');
        }
        add(block, item, blocks);
        return blocks;
    }

    private static void add(StringBuilder block, boolean item, List<TemplateBlock> blocks) {
        String text = block.toString().strip();
        block.setLength(0);
        if (!text.isEmpty()) {
            List<String> gaps = new ArrayList<>();
            String shortened = Placeholder.PATTERN.matcher(text).replaceAll(placeholder -> {
                gaps.add(placeholder.group(1));
                return String.valueOf(GAP);
            });
            blocks.add(new TemplateBlock(shortened, gaps, item));
        }
    }

    /// The length of the label in front of the text; 0 in a list item, whose hyphen is the label.
    int label() {
        return item ? 0 : BlockLabel.length(text);
    }

    /// The text without its label.
    String body() {
        return text.substring(label()).strip();
    }

    /// The name of the placeholder at a place in the text.
    String gapAt(int offset) {
        return gaps.get(
                (int) text.substring(0, offset).chars().filter(c -> c == GAP).count());
    }

    /// A part of the text with its placeholders as they are written.
    String shown(int start, int end) {
        StringBuilder shown = new StringBuilder();
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            if (c == GAP) {
                shown.append(Placeholder.of(gapAt(i)));
            } else {
                shown.append(c);
            }
        }
        return shown.toString();
    }

    String shown() {
        return shown(0, text.length());
    }
}
