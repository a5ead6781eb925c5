package org.proviso.library;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Writes keys and values as YAML that [YamlReader] reads as the same: top keys and lists of mappings on
/// lines of their own, everything below in braces.
final class YamlWriter {

    /// Words that mean themselves everywhere in YAML.
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9][A-Za-z0-9./@()'-]*(?: [A-Za-z0-9./@()'-]+)*");

    private static final int LINE = 100;

    private final StringBuilder yaml = new StringBuilder();

    private YamlWriter() {}

    static String write(Map<String, ?> fields) {
        YamlWriter writer = new YamlWriter();
        writer.block(fields, "", "");
        return writer.yaml.toString();
    }

    private void block(Map<String, ?> fields, String first, String indent) {
        String before = first;
        for (Map.Entry<String, ?> field : fields.entrySet()) {
            yaml.append(before).append(scalar(field.getKey())).append(':');
            before = indent;
            Object value = field.getValue();
            String flow = flow(value);
            if (value instanceof Collection<?> items
                    && !items.isEmpty()
                    && items.iterator().next() instanceof Map) {
                yaml.append('\n');
                items.forEach(item -> item(item, indent + "  "));
            } else if (value instanceof Map<?, ?> map && indent.length() + flow.length() > LINE) {
                yaml.append('\n');
                map.forEach((key, inner) -> yaml.append(indent)
                        .append("  ")
                        .append(scalar(String.valueOf(key)))
                        .append(": ")
                        .append(flow(inner))
                        .append('\n'));
            } else {
                yaml.append(' ').append(flow).append('\n');
            }
        }
    }

    @SuppressWarnings("unchecked") // the maps of this package have words as keys
    private void item(Object item, String indent) {
        Map<String, ?> fields = (Map<String, ?>) item;
        if (flow(item).length() > LINE || fields.values().stream().anyMatch(List.class::isInstance)) {
            block(fields, indent + "- ", indent + "  ");
        } else {
            yaml.append(indent).append("- ").append(flow(item)).append('\n');
        }
    }

    private static String flow(Object value) {
        return switch (value) {
            case Map<?, ?> map ->
                map.entrySet().stream()
                        .map(entry -> scalar(String.valueOf(entry.getKey())) + ": " + flow(entry.getValue()))
                        .collect(Collectors.joining(", ", "{", "}"));
            case Collection<?> items ->
                items.stream().map(YamlWriter::flow).collect(Collectors.joining(", ", "[", "]"));
            default -> scalar(value.toString());
        };
    }

    /// The words as they are, or between double quotes, escaped as in JSON.
    private static String scalar(String words) {
        if (PLAIN.matcher(words).matches()) {
            return words;
        }
        StringBuilder quoted = new StringBuilder("\"");
        words.chars().forEach(c -> {
            switch (c) {
                case '"', '\\' -> quoted.append('\\').append((char) c);
                case '\n' -> quoted.append("\\n");
                case '\t' -> quoted.append("\\t");
                default -> {
                    if (c < ' ' || (c >= 0x7F && c < 0xA0) || c == 0x2028 || c == 0x2029 || c >= 0xFFF0) {
                        quoted.append(String.format("\\u%04x", c));
                    } else {
                        quoted.append((char) c);
                    }
                }
            }
        });
        return quoted.append('"').toString();
    }
}
