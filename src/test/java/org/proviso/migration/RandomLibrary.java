package org.proviso.migration;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.proviso.clause.SlotType;
import org.proviso.library.LibrarySnapshot;
import org.proviso.testkit.LibraryFolder;

/// A valid library of random clauses, whose words are those that break careless writers.
final class RandomLibrary {

    private static final String[] WORDS = {
        "the",
        "buyer",
        "yes",
        "no",
        "null",
        "~",
        "1.5",
        "0x1F",
        "on:",
        "key: value",
        "#comment",
        "\"quoted\"",
        "'single'",
        "{brace",
        "brace}",
        "a, b",
        "– dash",
        "“typographic”",
        "Ünïcode",
        "😀",
        "50%",
        "@at",
        "!bang",
        "? what",
        "\\{{x}}",
        "tab\there",
        "true",
        "- hyphen",
        "2026-01-31",
        "C:",
        "&c",
        ">>",
        "=1+1"
    };

    private static final Map<SlotType, List<String>> DEFAULTS = Map.of(
            SlotType.DATE, List.of("2026-01-31", "March 5, 2027", "5 March 2027"),
            SlotType.DURATION, List.of("3 years", "thirty (30) days", "1 business day"),
            SlotType.MONEY, List.of("USD 1,000", "EUR 0.50", "JPY 5"),
            SlotType.PERCENT, List.of("5", "12.25%", "0"),
            SlotType.INTEGER, List.of("0", "1,234", "7"),
            SlotType.JURISDICTION, List.of("US-DE", "the State of New York", "DE"),
            SlotType.EMAIL, List.of("a@example.com"),
            SlotType.PARTY, List.of("Acme, Inc.", "Müller & Söhne"),
            SlotType.TEXT, List.of("some words", "it’s fine"));

    private final Random random;

    RandomLibrary(Random random) {
        this.random = random;
    }

    LibrarySnapshot in(Path folder) throws Exception {
        LibraryFolder library = new LibraryFolder(folder);
        Files.delete(folder.resolve("clauses/cap.md"));
        Files.delete(folder.resolve("contracts/loan.yaml"));
        StringBuilder lines = new StringBuilder();
        int clauses = 3 + random.nextInt(12);
        for (int i = 0; i < clauses; i++) {
            for (int version = 1; version <= 1 + random.nextInt(3); version++) {
                lines.append(clause(i, version)).append('\n');
            }
        }
        library.write("all.jsonl", lines.toString());
        return library.snapshot();
    }

    private String clause(int number, int version) throws Exception {
        Map<String, Object> fields = new TreeMap<>();
        fields.put("id", "c" + number + ".x");
        fields.put("version", version);
        fields.put("title", "Title " + random.nextInt(9) + ", \"" + number + "\": a 'b' – ü?");
        fields.put("category", line());
        fields.put("status", List.of("draft", "approved", "retired").get(random.nextInt(3)));
        fields.put("conspicuous", random.nextBoolean());
        fields.put("guidance", line() + "\n" + " ".repeat(random.nextInt(4)) + line() + "\n\n" + line());
        fields.put("questions", List.of(line(), line()));
        fields.put("defines", List.of(line(), line()));
        fields.put("source", line());
        Map<String, Object> slots = new TreeMap<>();
        StringBuilder text = new StringBuilder("The words of this clause begin here");
        for (SlotType type : DEFAULTS.keySet().stream().sorted().toList()) {
            if (random.nextInt(3) == 0) {
                List<String> defaults = DEFAULTS.get(type);
                Map<String, Object> slot = new TreeMap<>(Map.of("type", type.toString(), "ask", line()));
                if (random.nextBoolean()) {
                    slot.put("default", defaults.get(random.nextInt(defaults.size())));
                }
                slots.put(type.toString(), slot);
                text.append(" and ").append("{{").append(type).append("}}");
            }
        }
        if (!slots.isEmpty()) {
            fields.put("slots", slots);
        }
        List<String> paragraphs = new ArrayList<>(List.of(text + ", \\{{ and so on."));
        IntStream.range(0, random.nextInt(4))
                .forEach(i -> paragraphs.add("(" + (char) ('a' + i) + ") words – “more” of 50 % and\nsoft breaks"));
        fields.put("text", String.join("\n\n", paragraphs));
        return new com.fasterxml.jackson.databind.ObjectMapper().writeValueAsString(fields);
    }

    /// Words on one line, none of them at an end where white space would be cut.
    private String line() {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i <= random.nextInt(5); i++) {
            line.append(line.isEmpty() ? "" : " ").append(WORDS[random.nextInt(WORDS.length)]);
        }
        return line.toString();
    }
}
