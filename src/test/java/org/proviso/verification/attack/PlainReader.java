package org.proviso.verification.attack;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A naive reading of simple Markdown: paragraphs, headings, list marks, labels, emphasis, backslash escapes.
/// Everything
/// else is not understood.
final class PlainReader {

    private static final Pattern HEADING = Pattern.compile("#{1,6}[ \\t]+(.*?)(?:[ \\t]+#+)?[ \\t]*");
    private static final Pattern ITEM = Pattern.compile("([-+*]|[0-9]{1,3}[.)])[ \\t]{1,4}(\\S.*)");
    private static final Pattern UNDERLINE = Pattern.compile("={3,}[ \\t]*|-{3,}[ \\t]*");
    private static final Pattern REFUSED = Pattern.compile(
            "[<>\\[`]|&#?[A-Za-z0-9]+;|(?<=\\S)[^\\S\n\r]{201,}(?=\\S)|(?<=\\S)[\u00a0\u3000]{201,}(?=\\S)");
    private static final Pattern STRANGE_LINE =
            Pattern.compile("(?:[-*_][ \\t]*){3,}|[-+*]|[0-9]{1,9}[.)]|={1,2}|--|#{1,6}|~~~.*|[0-9]{4,9}[.)][ \\t].*");

    private final List<Paragraph> paragraphs = new ArrayList<>();
    private StringBuilder text = new StringBuilder();
    private String marker = "";
    private boolean failed;
    private boolean blankInside;
    private boolean sawItem;

    private PlainReader() {}

    /// The paragraphs of a text, or null if it is more than simple.
    static @Nullable List<Paragraph> read(String source) {
        if (REFUSED.matcher(source).find()) {
            return null;
        }
        PlainReader reader = new PlainReader();
        String start = source.startsWith("\ufeff") ? source.substring(1) : source;
        for (String line : start.split("\r\n|\n|\r", -1)) {
            reader.line(line);
        }
        reader.end();
        return reader.failed ? null : reader.paragraphs;
    }

    private void line(String line) {
        String content = line.replaceFirst("^[ \\t]+", "");
        boolean inParagraph = !text.isEmpty();
        Matcher heading = HEADING.matcher(content);
        Matcher item = ITEM.matcher(content);
        if (content.isEmpty()) {
            end();
        } else if (sawItem && !inParagraph && line.startsWith("  ")) {
            failed = true;
        } else if (Folding.fold(content).isEmpty()) {
            blankInside = inParagraph;
        } else if (blankInside) {
            failed = true;
        } else if (inParagraph && UNDERLINE.matcher(content).matches()) {
            end();
        } else if (STRANGE_LINE.matcher(content).matches()
                || (!inParagraph && (line.startsWith("    ") || line.startsWith("\t")))) {
            failed = true;
        } else if (heading.matches()) {
            end();
            text.append(heading.group(1));
            end();
        } else if (item.matches() && (!inParagraph || opensItem(item.group(1)))) {
            end();
            failed |= line.startsWith("  ");
            sawItem = true;
            failed |= ITEM.matcher(item.group(2)).matches();
            marker = item.group(1);
            text.append(item.group(2));
        } else if (text.toString().endsWith("\\") && !text.toString().endsWith("\\\\")) {
            text.setLength(text.length() - 1);
            end();
            text.append(content);
        } else {
            text.append(inParagraph ? "\n" : "").append(content);
        }
    }

    /// Inside a paragraph that is no item, a number other than 1 is text.
    private boolean opensItem(String mark) {
        return !marker.isEmpty() || mark.length() == 1 || mark.equals("1.") || mark.equals("1)");
    }

    private void end() {
        if (!text.isEmpty()) {
            String folded = Folding.fold(Emphasis.removed(text.toString()));
            String label = marker.isEmpty() ? Labels.of(folded) : marker;
            paragraphs.add(new Paragraph(
                    label, marker.isEmpty() ? folded.substring(label.length()).strip() : folded));
        }
        text = new StringBuilder();
        marker = "";
        blankInside = false;
    }
}
