package org.proviso.library;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.proviso.clause.ContractLocale;
import org.proviso.clause.ContractTypeId;
import org.proviso.clause.Excerpt;
import org.proviso.clause.FamilyId;
import org.proviso.clause.Jurisdiction;
import org.proviso.clause.SlotType;
import org.proviso.library.Node.Entry;
import org.proviso.library.Node.Mapping;
import org.proviso.library.Node.Scalar;
import org.proviso.library.Node.Sequence;

/// Reads the leaves of [LibraryTrees] back. A leaf that is not, character for character, what the library would
/// write of what was read is refused, so nothing in a leaf goes unread; and a clause has to be one that a
/// library may hold.
public final class LeafReader {

    /// Fields for which the empty value stands where a library file has none.
    private static final Set<String> OPTIONAL = Set.of("min", "max", "choices", "columns", "from", "until");

    private final ClauseReader reader;

    /// @param locale of the library, as [#settings] has it
    public LeafReader(ContractLocale locale) {
        this.reader = new ClauseReader(locale);
    }

    /// The settings in the first leaf of the frames; what it does not say is left open.
    ///
    /// @throws IllegalArgumentException if it is no such leaf
    public static LibrarySettings settings(Map<String, Object> leaf) {
        String locale = text(leaf, "locale");
        LibrarySettings settings = new LibrarySettings(
                text(leaf, "library"),
                "",
                text(leaf, "language"),
                ContractLocale.tagged(locale)
                        .orElseThrow(() -> new IllegalArgumentException(
                                "\"" + Excerpt.of(locale) + "\" is not a locale that this version of Proviso knows.")),
                Jurisdiction.ANY);
        refuseOther(leaf, RecipeLeaves.frame(settings));
        return settings;
    }

    /// The heading in another leaf of the frames.
    ///
    /// @throws IllegalArgumentException if it is no such leaf
    public static SectionHeading heading(Map<String, Object> leaf) {
        SectionHeading heading = new SectionHeading(
                new ContractTypeId(text(leaf, "contract-type")),
                text(leaf, "heading"),
                new FamilyId(text(leaf, "family")));
        TemplateChecks.plain(heading.heading()).ifPresent(reason -> {
            throw new IllegalArgumentException(reason);
        });
        refuseOther(leaf, RecipeLeaves.heading(heading));
        return heading;
    }

    /// The clause version whose wording and lifecycle two leaves are.
    ///
    /// @throws IllegalArgumentException if they are no such leaves, or of two versions
    public ProvenClause clause(Map<String, Object> wording, Map<String, Object> lifecycle) {
        List<LibraryProblem> problems = new ArrayList<>();
        ProblemSink sink = ProblemSink.of("leaf", problems);
        String text = text(wording, "text").strip();
        LoadedClause loaded = reader.read(
                        new YamlMap(fields(wording, lifecycle), sink), text, sink, sink.inside("text"))
                .orElse(null);
        if (!problems.isEmpty() || loaded == null) {
            throw new IllegalArgumentException(
                    problems.isEmpty()
                            ? "It is no clause."
                            : problems.getFirst().message());
        }
        ProvenClause clause = new ProvenClause(loaded.clause(), supersededFrom(text(lifecycle, "superseded")));
        refuseOther(wording, ClauseLeaves.wording(clause.clause()));
        refuseOther(lifecycle, ClauseLeaves.lifecycle(clause.clause(), clause.supersededFrom()));
        return clause;
    }

    /// The leaves as the fields of a library file.
    private static Mapping fields(Map<String, Object> wording, Map<String, Object> lifecycle) {
        List<Entry> entries = new ArrayList<>();
        for (String name : List.of("id", "version", "title", "family", "jurisdictions", "slots", "conspicuous")) {
            add(name, wording.get(name), entries);
        }
        for (String name : List.of("status", "requires", "conflicts")) {
            add(name, lifecycle.get(name), entries);
        }
        List<Entry> validity = new ArrayList<>();
        add("from", lifecycle.get("from"), validity);
        add("until", lifecycle.get("until"), validity);
        entries.add(new Entry("valid", 1, new Mapping(validity, 1)));
        return new Mapping(entries, 1);
    }

    private static void add(String name, @Nullable Object value, List<Entry> entries) {
        boolean empty = "".equals(value)
                || (value instanceof Collection<?> list && list.isEmpty())
                || (value instanceof Map<?, ?> map && map.isEmpty());
        if (value != null && !(empty && OPTIONAL.contains(name))) {
            entries.add(new Entry(name, 1, node(value)));
        }
    }

    private static Node node(Object value) {
        return switch (value) {
            case Map<?, ?> map -> mapping(map);
            case List<?> list ->
                new Sequence(
                        list.stream()
                                .map(element -> node(element == null ? "" : element))
                                .toList(),
                        1);
            default -> new Scalar(value.toString(), 1);
        };
    }

    /// Of a slot that is no free text, a library file says no number of words.
    private static Mapping mapping(Map<?, ?> map) {
        List<Entry> entries = new ArrayList<>();
        boolean counted = map.get("type") instanceof String type
                && SlotType.named(type).filter(SlotType::isFreeText).isPresent();
        map.forEach((key, value) -> {
            if (counted || !"max-words".equals(key)) {
                add(String.valueOf(key), value, entries);
            }
        });
        return new Mapping(entries, 1);
    }

    private static @Nullable LocalDate supersededFrom(String text) {
        if (text.isEmpty()) {
            return null;
        }
        try {
            return text.equals(ProvenClause.ALWAYS) ? LocalDate.MIN : LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("\"" + Excerpt.of(text) + "\" is not a day: write it as 2026-01-31.", e);
        }
    }

    private static String text(Map<String, Object> leaf, String name) {
        if (leaf.get(name) instanceof String text) {
            return text;
        }
        throw new IllegalArgumentException("The text \"" + name + "\" is missing.");
    }

    private static void refuseOther(Map<String, Object> given, Map<String, Object> read) {
        if (!CanonicalJson.write(given).equals(CanonicalJson.write(read))) {
            throw new IllegalArgumentException("It holds more than a leaf of a library does, or writes it otherwise.");
        }
    }
}
