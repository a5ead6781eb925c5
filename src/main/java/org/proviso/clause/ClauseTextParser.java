package org.proviso.clause;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.proviso.clause.ClauseText.Conditional;
import org.proviso.clause.ClauseText.Literal;
import org.proviso.clause.ClauseText.Part;
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
        List<Part> parts = new ArrayList<>();
        String end = parts(parts, 0);
        if (!end.isEmpty()) {
            throw new ClauseSyntaxException(
                    "{{" + end + "}} closes nothing; write {{#if flag}} before it.", tags.start());
        }
        return parts;
    }

    /// Reads up to the end of the text, `{{else}}` or `{{/if}}`, and returns that tag's words.
    private String parts(List<Part> parts, int depth) {
        StringBuilder literal = new StringBuilder();
        while (tags.find()) {
            literal.append(source, at, tags.start());
            at = tags.end();
            if (tags.group().startsWith("\\")) {
                literal.append("{{");
                continue;
            }
            if (tags.group(1) == null) {
                throw new ClauseSyntaxException(
                        "\"{{\" is not closed by \"}}\"; write \\{{ for a literal \"{{\".", tags.start());
            }
            String tag = tags.group(1).strip();
            if (tag.equals("else") || tag.equals("/if")) {
                flush(literal, parts);
                return tag;
            }
            flush(literal, parts);
            parts.add(tag.startsWith("#if ") ? conditional(tag.substring(4).strip(), depth) : slot(tag));
        }
        literal.append(source, at, source.length());
        flush(literal, parts);
        return "";
    }

    private Part slot(String tag) {
        if (!NAME.matcher(tag).matches()) {
            throw new ClauseSyntaxException(
                    "\"{{" + Excerpt.of(tag) + "}}\" is neither a slot name nor {{#if flag}}, {{else}} or {{/if}}.",
                    tags.start());
        }
        return new SlotReference(tag);
    }

    private Part conditional(String flag, int depth) {
        int start = tags.start();
        if (!NAME.matcher(flag).matches()) {
            throw new ClauseSyntaxException("\"" + Excerpt.of(flag) + "\" is not a flag's name.", start);
        }
        if (depth == MAX_DEPTH) {
            throw new ClauseSyntaxException("{{#if}} is nested deeper than " + MAX_DEPTH + ".", start);
        }
        List<Part> then = new ArrayList<>();
        List<Part> otherwise = new ArrayList<>();
        String end = parts(then, depth + 1);
        if (end.equals("else")) {
            end = parts(otherwise, depth + 1);
        }
        if (!end.equals("/if")) {
            throw new ClauseSyntaxException("{{#if " + flag + "}} is not closed by {{/if}}.", start);
        }
        return new Conditional(flag, then, otherwise);
    }

    private static void flush(StringBuilder literal, List<Part> parts) {
        if (!literal.isEmpty()) {
            parts.add(new Literal(literal.toString()));
            literal.setLength(0);
        }
    }
}
