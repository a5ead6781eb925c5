package org.proviso.library;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.proviso.clause.Approval;
import org.proviso.clause.ClauseId;
import org.proviso.clause.ClauseSyntaxException;
import org.proviso.clause.ClauseText;
import org.proviso.clause.ClauseVersion;
import org.proviso.clause.ClauseVersionId;
import org.proviso.clause.ContractLocale;
import org.proviso.clause.ContractTypeId;
import org.proviso.clause.Excerpt;
import org.proviso.clause.FamilyId;
import org.proviso.clause.Jurisdiction;
import org.proviso.clause.Position;
import org.proviso.clause.Slot;
import org.proviso.clause.Status;
import org.proviso.clause.Validity;

/// Reads `clauses/<category>/<id>.md`: YAML front matter between `---` lines, then the text.
final class ClauseFile {

    private static final String FENCE = "---\n";

    private final String fileName;
    private final ProblemSink sink;
    private final ContractLocale locale;
    private final int problemsBefore;

    private ClauseFile(String fileName, ProblemSink sink, ContractLocale locale) {
        this.fileName = fileName;
        this.sink = sink;
        this.locale = locale;
        this.problemsBefore = sink.problems().size();
    }

    static Optional<LoadedClause> read(String content, String fileName, ProblemSink sink, ContractLocale locale) {
        int end = content.startsWith(FENCE) ? content.indexOf("\n" + FENCE) : -1;
        if (end < 0) {
            sink.report(1, "There is no front matter.", "Start the file with a line `---`, keys, and a line `---`.");
            return Optional.empty();
        }
        String frontMatter = content.substring(FENCE.length(), end + 1);
        String text = content.substring(end + 1 + FENCE.length());
        int textLine = (int)
                content.substring(0, content.length() - text.length()).lines().count();
        int blankLines = text.indexOf(text.strip());
        int firstLine = textLine
                + (int) text.substring(0, Math.max(blankLines, 0))
                        .chars()
                        .filter(c -> c == '\n')
                        .count();
        return YamlMap.parse(frontMatter, sink.below(1))
                .flatMap(
                        yaml -> new ClauseFile(fileName, sink, locale).read(yaml, text.strip(), sink.below(firstLine)));
    }

    private Optional<LoadedClause> read(YamlMap yaml, String source, ProblemSink textSink) {
        ClauseId id = yaml.read("id", ClauseId::new);
        Integer version = yaml.read("version", ClauseFile::version);
        String title = yaml.text("title");
        FamilyId named = yaml.has("family") ? yaml.read("family", FamilyId::new) : null;
        FamilyId family = named == null && id != null ? new FamilyId(id.value()) : named;
        String category = yaml.read("category", "General", text -> text);
        Position position = yaml.read("position", Position.PREFERRED, Position::parse);
        Status status = yaml.read("status", Status.APPROVED, ClauseFile::status);
        List<Jurisdiction> jurisdictions =
                yaml.has("jurisdictions") ? yaml.list("jurisdictions", Jurisdiction::new) : List.of(Jurisdiction.ANY);
        List<ContractTypeId> contracts = yaml.list("contracts", ContractTypeId::new);
        Validity validity = yaml.map("valid").map(ClauseFile::validity).orElse(Validity.ALWAYS);
        @Nullable
        Approval approved = yaml.map("approved").map(ClauseFile::approval).orElse(null);
        String mayAgree = yaml.read("may-agree", "anyone", text -> text);
        boolean conspicuous = yaml.flag("conspicuous", false);
        SortedMap<String, Slot> slots = slots(yaml);
        List<String> defines = yaml.list("defines", text -> text);
        List<String> uses = yaml.list("uses", text -> text);
        List<FamilyId> requires = yaml.list("requires", FamilyId::new);
        List<ClauseId> conflicts = yaml.list("conflicts", ClauseId::new);
        String guidance = yaml.read("guidance", "", text -> text);
        yaml.refuseUnknownKeys();
        if (title != null) {
            TemplateChecks.plain(title)
                    .ifPresent(reason -> yaml.report("title", reason, "Write plain words as the title."));
        }
        if (yaml.has("jurisdictions") && jurisdictions.isEmpty()) {
            yaml.report("jurisdictions", "The list names no jurisdiction.", "Write `jurisdictions: [any]`.");
        }
        checkFileName(yaml, id, version);
        ClauseText text = text(source, textSink);
        if (text != null) {
            checkSlots(yaml, slots, text, textSink);
            TemplateChecks.check(text, slots, textSink);
        }
        if (id == null || version == null || title == null || family == null || text == null || hasProblems()) {
            return Optional.empty();
        }
        return Optional.of(new LoadedClause(
                new ClauseVersion(
                        new ClauseVersionId(id, version),
                        title,
                        family,
                        category,
                        position,
                        status,
                        jurisdictions,
                        contracts,
                        validity,
                        approved,
                        mayAgree,
                        conspicuous,
                        null,
                        slots,
                        defines,
                        uses,
                        requires,
                        conflicts,
                        guidance,
                        text),
                yaml));
    }

    private boolean hasProblems() {
        return sink.problems().size() > problemsBefore;
    }

    private void checkFileName(YamlMap yaml, @Nullable ClauseId id, @Nullable Integer version) {
        if (id != null
                && version != null
                && !fileName.equals(id + ".md")
                && !fileName.equals(new ClauseVersionId(id, version) + ".md")) {
            yaml.report(
                    "id",
                    "The file " + fileName + " is not named after its id " + id + ".",
                    "Name it " + id + ".md, or " + id + "@" + version + ".md for an older version.");
        }
    }

    private static @Nullable ClauseText text(String source, ProblemSink sink) {
        if (source.isEmpty()) {
            sink.report(0, "The clause has no text.", "Write the text below the second `---`.");
            return null;
        }
        try {
            return ClauseText.parse(source);
        } catch (ClauseSyntaxException e) {
            int line = (int) source.substring(0, e.offset())
                            .chars()
                            .filter(c -> c == '\n')
                            .count()
                    + 1;
            sink.report(line, String.valueOf(e.getMessage()), "Mend the tag.");
            return null;
        }
    }

    private static void checkSlots(YamlMap yaml, SortedMap<String, Slot> slots, ClauseText text, ProblemSink textSink) {
        for (String name : text.slotNames()) {
            if (!slots.containsKey(name)) {
                textSink.report(
                        TemplateChecks.lineOf(text.source(), name),
                        "The text names the slot \"" + name + "\", which `slots` does not declare.",
                        "Add `" + name + ": {type: …}` to `slots`.");
            }
        }
        TreeSet<String> unused = new TreeSet<>(slots.keySet());
        unused.removeAll(text.slotNames());
        unused.forEach(name -> yaml.report(
                "slots",
                "The slot \"" + name + "\" is declared, but the text does not use it.",
                "Remove it, or use {{" + name + "}}."));
    }

    private SortedMap<String, Slot> slots(YamlMap yaml) {
        SortedMap<String, Slot> slots = new TreeMap<>();
        yaml.map("slots").ifPresent(all -> {
            for (String name : all.names()) {
                all.map(name)
                        .map(slot -> SlotDeclaration.read(name, slot, locale))
                        .ifPresent(slot -> slots.put(name, slot));
            }
        });
        return slots;
    }

    private static Integer version(String text) {
        if (!text.matches("[1-9][0-9]{0,5}")) {
            throw new IllegalArgumentException(
                    "\"" + Excerpt.of(text) + "\" is not a version: write a whole number from 1.");
        }
        return Integer.valueOf(text);
    }

    private static Status status(String text) {
        for (Status status : Status.values()) {
            if (status.toString().equals(text)) {
                return status;
            }
        }
        throw new IllegalArgumentException("\"" + Excerpt.of(text.toLowerCase(Locale.ROOT))
                + "\" is not a status: write draft, approved or retired.");
    }

    private static @Nullable Validity validity(YamlMap yaml) {
        LocalDate from = yaml.date("from");
        LocalDate until = yaml.date("until");
        yaml.refuseUnknownKeys();
        if (from != null && until != null && !from.isBefore(until)) {
            yaml.report("until", "valid.until " + until + " is not after valid.from " + from + ".", "Mend the dates.");
            return null;
        }
        return new Validity(from, until);
    }

    private static @Nullable Approval approval(YamlMap yaml) {
        String by = yaml.text("by");
        String on = yaml.text("on");
        LocalDate day = on == null ? null : yaml.date("on");
        yaml.refuseUnknownKeys();
        return by == null || day == null ? null : new Approval(by, day);
    }
}
