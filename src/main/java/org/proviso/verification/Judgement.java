package org.proviso.verification;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.proviso.clause.ClauseVersion;
import org.proviso.clause.FamilyId;
import org.proviso.clause.Slot;
import org.proviso.clause.SlotFormat;
import org.proviso.clause.SlotType;
import org.proviso.clause.SlotValue;
import org.proviso.clause.SlotValue.Words;
import org.proviso.document.Block;
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
    private final List<Block> blocks;
    private final SlotFormat format;
    private final PrintedLabels labels;
    private final List<Span> spans = new ArrayList<>();
    private final SortedMap<String, FoundValue> values = new TreeMap<>();
    private final List<Deviation> deviations = new ArrayList<>();

    Judgement(LibrarySnapshot library, VerificationRequest request, List<Unit> units) {
        this.library = library;
        this.request = request;
        this.units = units;
        this.blocks = request.document().blocks();
        this.format = library.slotFormat();
        this.labels = new PrintedLabels(blocks, units);
    }

    Verification verification(Explainer explainer) {
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
            everything &= explain(at, unit.start(), explainer);
            at = unit.end();
            Match match = unit.match();
            if (match != null) {
                take(unit, match);
            }
            covered += match == null || match.usable() ? tokens(unit.start(), unit.end()) : 0;
        }
        everything &= explain(at, blocks.size(), explainer);
        deviations.addAll(Togetherness.deviations(blocks, units, everything));
        deviations.addAll(Layout.deviations(blocks, units));
        deviations.sort(Comparator.comparingInt(Deviation::start).thenComparingInt(Deviation::end));
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
                        : Completeness.of(contractType, families(), request.jurisdiction(), answers(contractType)));
    }

    /// What the request says to the conditions of a recipe.
    private SortedMap<String, String> answers(ContractType contractType) {
        SortedMap<String, String> answers = new TreeMap<>();
        contractType.items().flatMap(item -> item.when().slots().stream()).forEach(name -> {
            SlotValue value = request.values().get(name);
            if (value != null) {
                answers.put(name, format.write(Slot.of(name, SlotType.TEXT), value));
            }
        });
        return answers;
    }

    private Verdict verdict(boolean everythingCovered) {
        if (!everythingCovered || blocks.isEmpty() || !deviations.isEmpty()) {
            return Verdict.REJECTED;
        }
        return values.values().stream().allMatch(FoundValue::confirmed) ? Verdict.VERIFIED : Verdict.VALUES_UNCONFIRMED;
    }

    /// Explains uncovered blocks, and returns whether there are none.
    private boolean explain(int from, int to, Explainer explainer) {
        if (from < to) {
            deviations.addAll(explainer.explain(blocks, from, to));
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

    private List<FamilyId> families() {
        return units.stream()
                .map(Unit::match)
                .filter(Objects::nonNull)
                .map(match -> match.form().clause().family())
                .toList();
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
            deviations.add(Deviation.of(start, end, refusal, refusal(clause, refusal)));
        }
        if (clause.conspicuous() && !isConspicuous(unit)) {
            deviations.add(Deviation.of(
                    start, end, Kind.INCONSPICUOUS, clause.versionId() + " has to be in bold or in capitals."));
        }
    }

    private String refusal(ClauseVersion clause, Kind refusal) {
        String because = switch (refusal) {
            case SUPERSEDED ->
                "is superseded by "
                        + library.successor(clause, request.asOf())
                                .orElse(clause)
                                .versionId();
            case RETIRED -> "was retired";
            case NOT_YET_VALID -> "is valid from " + clause.validity().from() + " only";
            case EXPIRED -> "was valid until " + clause.validity().until();
            case WRONG_JURISDICTION -> "is for " + clause.jurisdictions() + ", not for " + request.jurisdiction();
            default -> throw new IllegalStateException("no refusal: " + refusal);
        };
        return "This is the text of " + clause.versionId() + ", which " + because + " (as of " + request.asOf() + ").";
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
