package org.proviso.verification;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.proviso.clause.ClauseId;
import org.proviso.clause.ClauseText;
import org.proviso.clause.ClauseVersion;
import org.proviso.clause.ContractLocale;
import org.proviso.clause.Jurisdiction;
import org.proviso.library.LibrarySettings;
import org.proviso.library.LibrarySnapshot;

/// A library of many clauses without slots, each of its own family, and documents drawn from it; the same on
/// every run.
///
/// @param texts the clauses' texts, each one paragraph
record VariedLibrary(List<String> texts) {

    /// The day whose clauses count.
    static final LocalDate TODAY = LocalDate.of(2026, 1, 1);

    private static final long SEED = 7;

    VariedLibrary {
        texts = List.copyOf(texts);
    }

    static VariedLibrary of(int clauses) {
        return new VariedLibrary(VariedTexts.of(BaseTexts.read(), clauses));
    }

    /// A contract of clauses drawn at random, each once, as numbered paragraphs: the shortest of at least
    /// `length` characters.
    String document(int length) {
        Random random = new Random(SEED);
        Set<Integer> drawn = new LinkedHashSet<>();
        StringBuilder document = new StringBuilder();
        while (document.length() < length) {
            if (drawn.size() == texts.size()) {
                throw new IllegalArgumentException("The clauses make " + document.length() + " characters, not "
                        + length + ". Make more clauses.");
            }
            int next = random.nextInt(texts.size());
            if (drawn.add(next)) {
                document.append(drawn.size())
                        .append(". ")
                        .append(texts.get(next))
                        .append("\n\n");
            }
        }
        return document.toString();
    }

    LibrarySnapshot snapshot() {
        List<ClauseVersion> clauses = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            clauses.add(ClauseVersion.literal(new ClauseId(id(i)), title(i), ClauseText.parse(texts.get(i))));
        }
        return new LibrarySnapshot(
                new LibrarySettings("varied", "Varied", "en", ContractLocale.EN_US, new Jurisdiction("US-DE")),
                clauses,
                List.of());
    }

    /// Writes the library as a folder of one JSONL file.
    void writeTo(Path folder) throws IOException {
        Files.writeString(folder.resolve("library.yaml"), """
                id: varied
                name: Varied
                language: en
                locale: en-US
                default-jurisdiction: US-DE
                """);
        ObjectMapper json = new ObjectMapper();
        try (BufferedWriter lines = Files.newBufferedWriter(folder.resolve("varied.jsonl"))) {
            for (int i = 0; i < texts.size(); i++) {
                Map<String, Object> clause = new LinkedHashMap<>();
                clause.put("id", id(i));
                clause.put("version", 1);
                clause.put("title", title(i));
                clause.put("text", texts.get(i));
                lines.write(json.writeValueAsString(clause));
                lines.newLine();
            }
        }
    }

    private static String id(int index) {
        return "varied.c" + index;
    }

    private static String title(int index) {
        return "Varied clause " + index;
    }
}
