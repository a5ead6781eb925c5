package org.proviso.migration;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.proviso.clause.Excerpt;
import org.proviso.clause.Jurisdiction;

/// What people write into the cells of a clause bank, as the library writes it.
///
/// @throws IllegalArgumentException from every method, for words that mean nothing here; the message says what
///     would
final class CellValues {

    private static final Pattern VERSION = Pattern.compile("(?i)v?(?:ersion )?([1-9]\\d{0,5})(?:\\.0+)?");
    private static final Pattern FALLBACK = Pattern.compile(
            "(?:fallback|fall back|alternative|alternate)(?: (?:position|level|clause))?[ #-]*([1-9])?");
    private static final Map<String, String> STATUSES = Map.of(
            "draft", "draft",
            "in review", "draft",
            "approved", "approved",
            "retired", "retired",
            "archived", "retired",
            "deprecated", "retired",
            "obsolete", "retired");
    private static final List<String> PREFERRED =
            List.of("preferred", "preferred position", "standard", "standard position", "primary", "ideal", "0");
    private static final List<String> ANYWHERE = List.of("any", "all", "global", "worldwide", "none", "n/a", "-");

    private CellValues() {}

    static int version(String cell) {
        Matcher version = VERSION.matcher(cell);
        if (!version.matches()) {
            throw refused(cell, "a version: write a whole number from 1");
        }
        return Integer.parseInt(version.group(1));
    }

    static String position(String cell) {
        String words = cell.toLowerCase(Locale.ROOT).replaceAll("[_-]", " ");
        if (PREFERRED.contains(words)) {
            return "preferred";
        }
        Matcher fallback = FALLBACK.matcher(words);
        if (fallback.matches()) {
            return "fallback-" + (fallback.group(1) == null ? "1" : fallback.group(1));
        }
        if (words.matches("[1-9]")) {
            return "fallback-" + words;
        }
        throw refused(cell, "a position: write preferred, or fallback-1 to fallback-9");
    }

    static String status(String cell) {
        return Optional.ofNullable(STATUSES.get(cell.toLowerCase(Locale.ROOT)))
                .orElseThrow(() -> refused(cell, "a status: write draft, approved or retired"));
    }

    /// Codes, or names as contracts print them, with or without `the State of`.
    static List<String> jurisdictions(String cell) {
        List<String> codes = new ArrayList<>();
        for (String part : cell.split("[;,/|\\n]", -1)) {
            String name = part.strip();
            if (!name.isEmpty()) {
                codes.add(jurisdiction(name));
            }
        }
        return codes.stream().distinct().toList();
    }

    private static String jurisdiction(String name) {
        String code = name.toUpperCase(Locale.ROOT);
        if (ANYWHERE.contains(name.toLowerCase(Locale.ROOT))) {
            return Jurisdiction.ANY.code();
        }
        if (Jurisdiction.isKnown(code)) {
            return code;
        }
        return Optional.of(name)
                .flatMap(Jurisdiction::named)
                .or(() -> Jurisdiction.named("the State of " + name))
                .or(() -> Jurisdiction.named("the " + name))
                .map(Jurisdiction::code)
                .orElseThrow(() -> refused(name, "a known jurisdiction: write an ISO 3166 code such as US-DE or DE"));
    }

    static String role(String cell) {
        return cell.toLowerCase(Locale.ROOT);
    }

    private static IllegalArgumentException refused(String cell, String wanted) {
        return new IllegalArgumentException("\"" + Excerpt.of(cell) + "\" is not " + wanted + ".");
    }
}
