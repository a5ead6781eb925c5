package org.proviso.clause;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.proviso.clause.ClauseText.Conditional;
import org.proviso.clause.ClauseText.LabelReference;
import org.proviso.clause.ClauseText.Literal;
import org.proviso.clause.ClauseText.Part;
import org.proviso.clause.ClauseText.Repetition;
import org.proviso.clause.ClauseText.SlotReference;

/// Recursive descent over the tags of a [ClauseText].
final class ClauseTextParser {

    private static final Pattern TAG = Pattern.compile("\\\\\\{\\{|\\{\\{([^{}]*)}}|\\{\\{");
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*(?:[.-][a-z0-9]+)*");
    private static final int MAX_DEPTH = 4;

    private final String source;
    private final Matcher tags;
    private int at;

    ClauseTextParser(String source) {
        this.source = source;
        this.tags = TAG.matcher(source);
    }

    List<Part> parse() {
        if (!source.contains("{{")) {
            return source.isEmpty() ? List.of() : List.of(new Literal(source));
        }
        List<Part> parts = new ArrayList<>();
        String end = parts(parts, 0, false);
        if (!end.isEmpty()) {
            throw refused(
                    "{{" + end + "}} closes nothing; write {{#if flag}} or {{#each rows}} before it.", tags.start());
        }
        return parts;
    }

    /// Reads up to the end of the text, `{{else}}`, `{{/if}}` or `{{/each}}`, and returns that tag's words.
    private String parts(List<Part> parts, int depth, boolean inRow) {
        StringBuilder literal = new StringBuilder();
        while (tags.find()) {
            literal.append(source, at, tags.start());
            at = tags.end();
            String group = tags.group(1);
            if (tags.group().startsWith("\\")) {
                literal.append("{{");
                continue;
            }
            if (group == null) {
                throw refused("\"{{\" is not closed by \"}}\"; write \\{{ for a literal \"{{\".", tags.start());
            }
            flush(literal, parts);
            String tag = group.strip();
            if (tag.equals("else") || tag.equals("/if") || tag.equals("/each")) {
                return tag;
            }
            parts.add(part(tag, depth, inRow));
        }
        literal.append(source, at, source.length());
        flush(literal, parts);
        return "";
    }

    private Part part(String tag, int depth, boolean inRow) {
        @Nullable String flag = argument(tag, "#if ");
        @Nullable String rows = argument(tag, "#each ");
        @Nullable String family = argument(tag, "ref ");
        if (inRow && (flag != null || rows != null)) {
            throw refused("{{#if}} and {{#each}} cannot stand inside {{#each}}.", tags.start());
        }
        if (flag != null) {
            return conditional(flag, depth);
        }
        if (rows != null) {
            return repetition(rows);
        }
        if (family != null) {
            return new LabelReference(new FamilyId(name(family, "a family's name")));
        }
        return new SlotReference(
                name(tag, "a slot name, {{#if flag}}, {{else}}, {{/if}}, {{#each rows}}, {{/each}} or {{ref family}}"));
    }

    private static @Nullable String argument(String tag, String keyword) {
        return tag.startsWith(keyword) ? tag.substring(keyword.length()).strip() : null;
    }

    private String name(String words, String expected) {
        if (words.length() > Identifiers.MAX_LENGTH || !NAME.matcher(words).matches()) {
            throw refused("\"" + Excerpt.of(words) + "\" is not " + expected + ".", tags.start());
        }
        return words;
    }

    private Part conditional(String words, int depth) {
        int start = tags.start();
        String flag = name(words, "a flag's name");
        if (depth == MAX_DEPTH) {
            throw refused("{{#if}} is nested deeper than " + MAX_DEPTH + ".", start);
        }
        List<Part> then = new ArrayList<>();
        List<Part> otherwise = new ArrayList<>();
        String end = parts(then, depth + 1, false);
        if (end.equals("else")) {
            end = parts(otherwise, depth + 1, false);
        }
        if (!end.equals("/if")) {
            throw refused("{{#if " + flag + "}} is not closed by {{/if}}.", start);
        }
        return new Conditional(flag, then, otherwise);
    }

    private Part repetition(String words) {
        int start = tags.start();
        String rows = name(words, "the name of rows");
        List<Part> body = new ArrayList<>();
        if (!parts(body, MAX_DEPTH, true).equals("/each")) {
            throw refused("{{#each " + rows + "}} is not closed by {{/each}}.", start);
        }
        return new Repetition(rows, body);
    }

    private static ClauseSyntaxException refused(String message, int offset) {
        return new ClauseSyntaxException(message, offset);
    }

    private static void flush(StringBuilder literal, List<Part> parts) {
        if (!literal.isEmpty()) {
            parts.add(new Literal(literal.toString()));
            literal.setLength(0);
        }
    }
}
