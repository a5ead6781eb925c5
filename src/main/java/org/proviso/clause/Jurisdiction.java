package org.proviso.clause;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// A legal system by its ISO 3166 code, such as `US-DE`, `GB-EAW` or `DE`; or [#ANY].
public record Jurisdiction(String code) implements Comparable<Jurisdiction> {

    /// Every jurisdiction; a clause for a specific one beats a clause for any.
    public static final Jurisdiction ANY = new Jurisdiction("any");

    /// @throws IllegalArgumentException if the code is not in the table of known jurisdictions
    public Jurisdiction {
        if (!code.equals("any") && !Names.BY_CODE.containsKey(code)) {
            throw new IllegalArgumentException(
                    "\"" + Excerpt.of(code)
                            + "\" is not a known jurisdiction: write an ISO 3166 code such as \"US-DE\", \"GB-EAW\" or \"DE\".");
        }
    }

    /// The words a contract prints, such as `the State of Delaware`.
    public String printed() {
        return Names.BY_CODE.getOrDefault(code, "any jurisdiction");
    }

    /// The jurisdiction that prints as `words`; the law is `named(j.printed())` = `j`.
    public static Optional<Jurisdiction> named(String words) {
        return Optional.ofNullable(Names.CODES.get(words)).map(Jurisdiction::new);
    }

    /// Whether `code` is in the table.
    public static boolean isKnown(String code) {
        return Names.BY_CODE.containsKey(code);
    }

    @Override
    public int compareTo(Jurisdiction other) {
        return code.compareTo(other.code);
    }

    @Override
    public String toString() {
        return code;
    }

    private static final class Names {

        private static final Map<String, String> BY_CODE = new HashMap<>();
        private static final Map<String, String> CODES = new HashMap<>();

        static {
            try (InputStream table = Objects.requireNonNull(
                            Jurisdiction.class.getResourceAsStream("jurisdictions.tsv"), "jurisdictions.tsv");
                    BufferedReader rows = new BufferedReader(new InputStreamReader(table, StandardCharsets.UTF_8))) {
                rows.lines().filter(row -> !row.startsWith("#")).forEach(row -> {
                    int tab = row.indexOf('\t');
                    BY_CODE.put(row.substring(0, tab), row.substring(tab + 1));
                    CODES.put(row.substring(tab + 1), row.substring(0, tab));
                });
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
