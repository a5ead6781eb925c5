package org.proviso.retrieval;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/// What people ask for, and what the text of clauses says for it: words that a search looks for beside those of the
/// query.
///
/// @param entries the words by the term of a query, in the file's order
public record Thesaurus(SequencedMap<String, List<String>> entries) {

    /// The most words of a term.
    public static final int MAX_TERM_WORDS = 6;

    /// The most words that stand for a term.
    public static final int MAX_WORDS = 16;

    /// Adds nothing to a query.
    public static final Thesaurus EMPTY = new Thesaurus(new LinkedHashMap<>());

    /// The most bytes of a file.
    static final int MAX_BYTES = 4 << 20;

    public Thesaurus {
        entries = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(entries));
    }

    /// Reads a file of lines `term: word, word, …`; empty lines and those that begin with `#` are passed over.
    ///
    /// @throws IllegalArgumentException naming file and line if one is something else
    /// @throws IOException if the file cannot be read
    public static Thesaurus read(Path file) throws IOException {
        if (Files.size(file) > MAX_BYTES) {
            throw new IllegalArgumentException(file + " is larger than 4 MiB. A thesaurus is not; name another file.");
        }
        String text;
        try {
            text = Files.readString(file, StandardCharsets.UTF_8);
        } catch (MalformedInputException e) {
            throw new IllegalArgumentException(file + " is not in UTF-8. Save it in this encoding.", e);
        }
        SequencedMap<String, List<String>> entries = new LinkedHashMap<>();
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (!line.isEmpty() && !line.startsWith("#")) {
                try {
                    add(line, entries);
                } catch (IllegalArgumentException e) {
                    throw new IllegalArgumentException(file + ":" + (i + 1) + ": " + e.getMessage(), e);
                }
            }
        }
        return new Thesaurus(entries);
    }

    private static void add(String line, SequencedMap<String, List<String>> entries) {
        int colon = line.indexOf(':');
        String term = line.substring(0, Math.max(colon, 0)).strip();
        List<String> words = Arrays.stream(line.substring(colon + 1).split(","))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .toList();
        if (term.isEmpty() || words.isEmpty()) {
            throw new IllegalArgumentException(
                    "\"" + line + "\" is no entry. Write it as `term: word, word`, or begin a comment with #.");
        }
        if (term.split("\\s+").length > MAX_TERM_WORDS || words.size() > MAX_WORDS) {
            throw new IllegalArgumentException("\"" + term + "\" is too long an entry. A term has at most "
                    + MAX_TERM_WORDS + " words, and at most " + MAX_WORDS + " stand for it.");
        }
        if (entries.putIfAbsent(term, words) != null) {
            throw new IllegalArgumentException("\"" + term + "\" stands twice. Put its words on one line.");
        }
    }
}
