package org.proviso.library;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
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
import org.proviso.clause.Provenance;
import org.proviso.clause.Slot;
import org.proviso.clause.Status;
import org.proviso.clause.Validity;

/// Reads one clause out of its fields and its text, wherever they stood. May be used by several threads at once.
final class ClauseReader {

    /// No text of a clause has more characters.
    static final int MAX_TEXT = 200_000;

    /// What people ask is short, and a handful is enough.
    private static final int MAX_QUESTIONS = 40;

    private static final int MAX_QUESTION = 300;

    private static final Pattern ROLE = Pattern.compile("[a-z][a-z0-9]{0,39}(?:[ -][a-z0-9]{1,40}){0,5}");
    private static final Pattern VERSION = Pattern.compile("[1-9][0-9]{0,5}");

    private final ContractLocale locale;
    private final SharedValues shared = new SharedValues();

    ClauseReader(ContractLocale locale) {
        this.locale = locale;
    }

    /// The clause, or nothing after a report; a clause that is returned may still have problems in the sinks.
    ///
    /// @param text without white space around it; nothing is said of an empty one
    /// @param textSink where line 1 is the text's first line
    Optional<LoadedClause> read(YamlMap fields, String text, ProblemSink sink, ProblemSink textSink) {
        ClauseId id = fields.read("id", ClauseId::new);
        Integer version = fields.read("version", ClauseReader::version);
        String title = fields.read("title", words -> shared.share(title(words)));
        FamilyId named = fields.has("family") ? fields.read("family", FamilyId::new) : null;
        FamilyId family = named == null && id != null ? new FamilyId(id.value()) : named;
        String category = fields.read("category", "General", this::line);
        Position position = fields.read("position", Position.PREFERRED, Position::parse);
        Status status = fields.read("status", Status.APPROVED, ClauseReader::status);
        List<Jurisdiction> jurisdictions = fields.has("jurisdictions")
                ? fields.list("jurisdictions", Jurisdiction::new)
                : List.of(Jurisdiction.ANY);
        List<ContractTypeId> contracts = fields.list("contracts", ContractTypeId::new);
        Validity validity = fields.map("valid").map(ClauseReader::validity).orElse(Validity.ALWAYS);
        @Nullable Approval approved = fields.map("approved").map(this::approval).orElse(null);
        String mayAgree = fields.read("may-agree", ClauseVersion.ANYONE, role -> shared.share(role(role)));
        boolean conspicuous = fields.flag("conspicuous", false);
        @Nullable Provenance provenance = provenance(fields);
        SortedMap<String, Slot> slots = slots(fields);
        List<String> defines = fields.list("defines", this::line);
        List<String> uses = fields.list("uses", this::line);
        List<FamilyId> requires = fields.list("requires", FamilyId::new);
        List<ClauseId> conflicts = fields.list("conflicts", ClauseId::new);
        String guidance = fields.read("guidance", "", ClauseReader::visible);
        List<String> questions = fields.list("questions", ClauseReader::question);
        fields.refuseUnknownKeys();
        if (questions.size() > MAX_QUESTIONS) {
            fields.report(
                    "questions",
                    "The clause has " + questions.size() + " questions.",
                    "Keep the " + MAX_QUESTIONS + " that differ most.");
        }
        if (fields.has("jurisdictions") && jurisdictions.isEmpty()) {
            fields.report("jurisdictions", "The list names no jurisdiction.", "Write `jurisdictions: [any]`.");
        }
        ClauseText parsed = parse(text, textSink);
        if (parsed != null) {
            SlotUses.check(parsed, slots, fields, textSink);
            TemplateChecks.check(parsed, slots, textSink);
            if (family != null) {
                refuseReferenceToItself(parsed, family, textSink);
            }
        }
        if (id == null
                || version == null
                || title == null
                || family == null
                || parsed == null
                || !sink.problems().isEmpty()) {
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
                        shared.share(List.copyOf(jurisdictions)),
                        shared.share(List.copyOf(contracts)),
                        validity,
                        approved,
                        mayAgree,
                        conspicuous,
                        provenance,
                        slots,
                        defines,
                        uses,
                        requires,
                        conflicts,
                        guidance,
                        questions,
                        parsed),
                fields::line,
                sink,
                textSink));
    }

    private static @Nullable ClauseText parse(String source, ProblemSink sink) {
        if (source.isEmpty()) {
            return null;
        }
        if (source.length() > MAX_TEXT) {
            sink.report(1, "The text has " + source.length() + " characters.", "Split the clause at " + MAX_TEXT + ".");
            return null;
        }
        try {
            return ClauseText.parse(source);
        } catch (ClauseSyntaxException e) {
            sink.report(TemplateChecks.lineAt(source, e.offset()), String.valueOf(e.getMessage()), "Mend the tag.");
            return null;
        }
    }

    private static void refuseReferenceToItself(ClauseText text, FamilyId family, ProblemSink sink) {
        if (text.references().contains(family)) {
            sink.report(
                    TemplateChecks.lineOf(text.source(), family.value()),
                    "The clause refers to its own family \"" + family + "\".",
                    "Name another family, or write the words.");
        }
    }

    private SortedMap<String, Slot> slots(YamlMap fields) {
        SortedMap<String, Slot> slots = fields.has("slots") ? new TreeMap<>() : Collections.emptySortedMap();
        fields.map("slots")
                .ifPresent(all -> all.names()
                        .forEach(name -> all.map(name)
                                .map(slot -> SlotDeclaration.read(name, slot, locale))
                                .ifPresent(slot -> slots.put(name, slot))));
        return slots;
    }

    private @Nullable Provenance provenance(YamlMap fields) {
        String source = fields.read("source", "", this::line);
        String licence = fields.read("licence", "", this::line);
        return source.isEmpty() && licence.isEmpty() ? null : shared.share(new Provenance(source, licence));
    }

    private static Integer version(String text) {
        if (!VERSION.matcher(text).matches()) {
            throw new IllegalArgumentException(
                    "\"" + Excerpt.of(text) + "\" is not a version: write a whole number from 1.");
        }
        return Integer.valueOf(text);
    }

    private static String title(String words) {
        TemplateChecks.plain(words).ifPresent(reason -> {
            throw new IllegalArgumentException(reason);
        });
        return words;
    }

    private static String role(String role) {
        if (!ROLE.matcher(role).matches()) {
            throw new IllegalArgumentException("\"" + Excerpt.of(role)
                    + "\" is not a role: write \"anyone\" or lower-case words such as \"general counsel\".");
        }
        return role;
    }

    /// Words on one line, kept once.
    private String line(String words) {
        if (words.indexOf('\n') >= 0) {
            throw new IllegalArgumentException("\"" + Excerpt.of(words) + "\" has more than one line.");
        }
        return shared.share(visible(words));
    }

    private static String question(String words) {
        if (words.indexOf('\n') >= 0 || words.length() > MAX_QUESTION) {
            throw new IllegalArgumentException("\"" + Excerpt.of(words)
                    + "\" is no question. A question is one line of at most " + MAX_QUESTION + " characters.");
        }
        return visible(words);
    }

    private static String visible(String words) {
        TemplateChecks.invisible(words).ifPresent(reason -> {
            throw new IllegalArgumentException(reason);
        });
        return words;
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

    private static @Nullable Validity validity(YamlMap fields) {
        LocalDate from = fields.date("from");
        LocalDate until = fields.date("until");
        fields.refuseUnknownKeys();
        if (from != null && until != null && !from.isBefore(until)) {
            fields.report(
                    "until", "valid.until " + until + " is not after valid.from " + from + ".", "Mend the dates.");
            return null;
        }
        return new Validity(from, until);
    }

    private @Nullable Approval approval(YamlMap fields) {
        String by = fields.read("by", this::line);
        String on = fields.text("on");
        LocalDate day = on == null ? null : fields.date("on");
        fields.refuseUnknownKeys();
        return by == null || day == null ? null : shared.share(new Approval(by, day));
    }
}
