package org.proviso.verification;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.proviso.clause.ClauseVersion;
import org.proviso.clause.FamilyId;
import org.proviso.clause.Slot;
import org.proviso.clause.SlotFormat;
import org.proviso.clause.SlotValue;
import org.proviso.clause.SlotValue.Words;
import org.proviso.document.Block;
import org.proviso.document.DocumentReader;
import org.proviso.document.Token;
import org.proviso.document.Unreadable;
import org.proviso.library.ContractType;
import org.proviso.library.LibrarySnapshot;
import org.proviso.verification.ClauseCover.Match;
import org.proviso.verification.ClauseCover.Unit;
import org.proviso.verification.Deviation.Kind;

/// The verdict on one document, given its cover.
final class Judgement {

    private final LibrarySnapshot library;
    private final VerificationRequest request;
    private final List<Unit> units;
    private final DocumentReader reader;
    private final Explainer explainer;
    private final List<Block> blocks;
    private final SlotFormat format;
    private final PrintedLabels labels;
    private final List<Span> spans = new ArrayList<>();
    private final SortedMap<String, FoundValue> values = new TreeMap<>();
    private final List<Deviation> deviations = new ArrayList<>();

    Judgement(
            LibrarySnapshot library,
            VerificationRequest request,
            List<Unit> units,
            DocumentReader reader,
            Explainer explainer) {
        this.library = library;
        this.request = request;
        this.units = units;
        this.reader = reader;
        this.explainer = explainer;
        this.blocks = request.document().blocks();
        this.format = library.slotFormat();
        this.labels = new PrintedLabels(blocks, units);
    }

    Verification verification() {
        for (Unreadable stretch : request.document().unreadable()) {
            deviations.add(Deviation.of(
                    stretch.start(),
                    stretch.end(),
                    Kind.UNREADABLE,
                    "Here stands " + stretch.what() + ", which cannot be verified."));
        }
        long covered = 0;
        boolean everything = true;
        int at = 0;
        for (Unit unit : units) {
            everything &= explain(at, unit.start());
            at = unit.end();
            Match match = unit.match();
            if (match != null) {
                take(unit, match);
            }
            covered += match == null || match.usable() ? tokens(unit.start(), unit.end()) : 0;
        }
        everything &= explain(at, blocks.size());
        deviations.addAll(Togetherness.deviations(blocks, units, everything));
        deviations.addAll(Layout.deviations(blocks, units));
        deviations.sort(Deviation.MOST_DANGEROUS_FIRST);
        long all = tokens(0, blocks.size());
        ContractType contractType = request.contractType();
        return new Verification(
                verdict(everything),
                all == 0 ? 0 : covered / (double) all,
                request.asOf(),
                library.root(),
                spans,
                values,
                deviations,
                contractType == null
                        ? null
                        : CompletenessCheck.of(reader, format, contractType, request, units, values));
    }

    private Verdict verdict(boolean everythingCovered) {
        if (!everythingCovered || blocks.isEmpty() || !deviations.isEmpty()) {
            return Verdict.REJECTED;
        }
        return values.values().stream().allMatch(FoundValue::confirmed) ? Verdict.VERIFIED : Verdict.VALUES_UNCONFIRMED;
    }

    /// Explains uncovered blocks, and returns whether there are none.
    private boolean explain(int from, int to) {
        if (from < to) {
            deviations.addAll(explainer.explain(blocks.subList(from, to)));
        }
        return from == to;
    }

    private long tokens(int from, int to) {
        long tokens = 0;
        for (int i = from; i < to; i++) {
            tokens += blocks.get(i).tokens().size();
        }
        return tokens;
    }

    private void take(Unit unit, Match match) {
        ClauseVersion clause = match.form().clause();
        int start = blocks.get(unit.start()).start();
        int end = blocks.get(unit.end() - 1).end();
        SortedMap<String, SlotValue> slots = new TreeMap<>();
        match.form().decisions().forEach((name, value) -> {
            Slot slot = clause.slot(name);
            if (slot != null) {
                bind(new Binding(slot, value, name, start, end), slots);
            }
        });
        match.bindings().forEach(binding -> bind(binding, slots));
        spans.add(new Span(start, end, unit.clauses(), slots));
        Kind refusal = match.refusal();
        if (refusal != null) {
            List<Block> text = blocks.subList(unit.text(), unit.end());
            deviations.add(explainer.refused(text, start, end, clause, refusal));
        }
        if (clause.conspicuous() && !isConspicuous(unit)) {
            deviations.add(Deviation.of(
                    start, end, Kind.INCONSPICUOUS, clause.versionId() + " has to be in bold or in capitals."));
        }
    }

    private boolean isConspicuous(Unit unit) {
        return blocks.subList(unit.text(), unit.end()).stream()
                .allMatch(block -> block.bold() || block.tokens().stream().noneMatch(Judgement::hasSmallLetter));
    }

    private static boolean hasSmallLetter(Token token) {
        return token.text().codePoints().anyMatch(Character::isLowerCase);
    }

    /// One value per slot across the document, equal to the expected one where there is one.
    private void bind(Binding binding, SortedMap<String, SlotValue> slots) {
        Slot slot = binding.slot();
        SlotValue value = binding.value();
        if (value == null) {
            deviations.add(Deviation.of(
                    binding.start(), binding.end(), Kind.UNFILLED, "The value of " + slot.name() + " is missing."));
            return;
        }
        slots.put(slot.name(), value);
        FamilyId target = Slot.referenced(slot.name());
        boolean resolved =
                target != null && value instanceof Words(String label) && refersTo(binding, target, Block.bare(label));
        SlotValue expected = request.values().get(slot.name());
        FoundValue first = values.get(slot.name());
        if (expected != null && !expected.equals(value)) {
            contradiction(binding, value, format.print(slot, expected), "was given");
        } else if (first != null && !first.value().equals(value)) {
            contradiction(binding, value, format.print(slot, first.value()), "stands elsewhere");
        } else if (first == null) {
            boolean confirmed = target == null ? expected != null : resolved;
            values.put(slot.name(), new FoundValue(slot, value, binding.start(), binding.end(), confirmed));
        }
    }

    /// Whether the clause that a reference means is there and has the label; a label that differs, or that
    /// another place has too, is a deviation.
    private boolean refersTo(Binding binding, FamilyId target, String label) {
        @Nullable String printed = labels.of(target);
        if (printed == null) {
            return false;
        }
        boolean unique = labels.count(label) == 1 && labels.count(Block.RENUMBERED) == 0;
        if (!printed.equals(label) || !unique) {
            deviations.add(Deviation.of(
                    binding.start(),
                    binding.end(),
                    Kind.SLOT_VIOLATION,
                    "The reference to the clause " + target + " says \"" + label + "\", but "
                            + (printed.equals(label)
                                    ? "more than one place has this label, or a list is numbered otherwise than it is rendered."
                                    : "its label is \"" + printed + "\".")));
        }
        return printed.equals(label) && unique;
    }

    private void contradiction(Binding binding, SlotValue value, String other, String where) {
        String slot = binding.slot().name();
        deviations.add(Deviation.of(
                binding.start(),
                binding.end(),
                Kind.SLOT_VIOLATION,
                "The value of " + slot + " here is \"" + format.print(binding.slot(), value) + "\", but \"" + other
                        + "\" " + where + "."));
    }
}
