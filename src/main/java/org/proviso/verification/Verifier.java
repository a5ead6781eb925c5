package org.proviso.verification;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.proviso.clause.ClauseVersionId;
import org.proviso.clause.FamilyId;
import org.proviso.clause.Slot;
import org.proviso.clause.SlotFormat;
import org.proviso.clause.SlotValue;
import org.proviso.clause.SlotValue.Flag;
import org.proviso.document.Block;
import org.proviso.document.DocumentReader;
import org.proviso.document.MarkdownReader;
import org.proviso.document.Unreadable;
import org.proviso.library.ContractType;
import org.proviso.library.LibrarySnapshot;
import org.proviso.verification.ClauseCover.Unit;
import org.proviso.verification.Deviation.Kind;
import org.proviso.verification.Explainer.Bag;

/// Verifies documents against one library snapshot; safe for use by many threads.
public final class Verifier {

    private final LibrarySnapshot library;
    private final ClauseCover cover;
    private final List<Bag> bags;

    /// Prepares a library of clauses in Markdown for the verification of documents in Markdown.
    ///
    /// @throws IllegalArgumentException if a clause is not readable as paragraphs
    public Verifier(LibrarySnapshot library) {
        this(library, MarkdownReader::read);
    }

    /// Prepares a library for verification.
    ///
    /// @param reader reads the texts and titles of the clauses; the documents to verify have to be read by the same
    /// @throws IllegalArgumentException if a clause is not readable as paragraphs
    public Verifier(LibrarySnapshot library, DocumentReader reader) {
        this.library = library;
        this.cover = new ClauseCover(library, reader);
        this.bags = cover.patterns().stream().map(Bag::of).toList();
    }

    /// Verifies one document; never throws for what the document says.
    public Verification verify(VerificationRequest request) {
        return new Run(request).verify();
    }

    private final class Run {

        private final VerificationRequest request;
        private final List<Block> blocks;
        private final List<Span> spans = new ArrayList<>();
        private final SortedMap<String, FoundValue> values = new TreeMap<>();
        private final List<Deviation> deviations = new ArrayList<>();
        private final List<FamilyId> families = new ArrayList<>();
        private final SlotFormat format = library.slotFormat();

        Run(VerificationRequest request) {
            this.request = request;
            this.blocks = request.document().blocks();
        }

        Verification verify() {
            List<Unit> units = cover.cover(blocks, request.asOf(), request.values());
            for (Unreadable stretch : request.document().unreadable()) {
                deviations.add(Deviation.of(
                        stretch.start(),
                        stretch.end(),
                        Kind.UNREADABLE,
                        "Here stands " + stretch.what() + ", which cannot be verified."));
            }
            long covered = 0;
            for (Unit unit : units) {
                covered += blocks.subList(unit.start(), unit.end()).stream()
                        .mapToLong(block -> block.tokens().size())
                        .sum();
                take(unit);
            }
            explainUncovered(units);
            deviations.sort(Comparator.comparingInt(Deviation::start).thenComparingInt(Deviation::end));
            long tokens = request.document().tokens().count();
            ContractType contractType = request.contractType();
            return new Verification(
                    verdict(tokens > 0 && covered == tokens),
                    tokens == 0 ? 0 : covered / (double) tokens,
                    request.asOf(),
                    library.root(),
                    spans,
                    values,
                    deviations,
                    contractType == null ? null : Completeness.of(contractType, families));
        }

        private Verdict verdict(boolean everythingCovered) {
            if (!everythingCovered || !deviations.isEmpty()) {
                return Verdict.REJECTED;
            }
            return values.values().stream().allMatch(FoundValue::confirmed)
                    ? Verdict.VERIFIED
                    : Verdict.VALUES_UNCONFIRMED;
        }

        private void take(Unit unit) {
            int start = blocks.get(unit.start()).start();
            int end = blocks.get(unit.end() - 1).end();
            SortedMap<String, SlotValue> slots = new TreeMap<>();
            for (Map.Entry<String, Boolean> flag : unit.pattern().flags().entrySet()) {
                Slot slot = unit.pattern().clause().slots().get(flag.getKey());
                if (slot != null) {
                    bind(
                            new Binding(
                                    slot,
                                    new Flag(flag.getValue()),
                                    flag.getValue().toString(),
                                    start,
                                    end),
                            slots);
                }
            }
            unit.bindings().forEach(binding -> bind(binding, slots));
            spans.add(new Span(start, end, unit.clauses(), slots));
            families.add(unit.pattern().clause().family());
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
            SlotValue expected = request.values().get(slot.name());
            FoundValue first = values.get(slot.name());
            if (expected != null && !expected.equals(value)) {
                contradiction(binding, value, format.print(slot, expected), "was given");
            } else if (first != null && !first.value().equals(value)) {
                contradiction(binding, value, format.print(slot, first.value()), "stands elsewhere");
            } else if (first == null) {
                values.put(slot.name(), new FoundValue(slot, value, binding.start(), binding.end(), expected != null));
            }
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

        private List<Bag> bagsInForce() {
            Set<ClauseVersionId> inForce = cover.inForce(request.asOf());
            return bags.stream()
                    .filter(bag -> inForce.contains(bag.pattern().clause().versionId()))
                    .toList();
        }

        private void explainUncovered(List<Unit> units) {
            Explainer explainer = null;
            int at = 0;
            for (int i = 0; i <= units.size(); i++) {
                @Nullable Unit unit = i < units.size() ? units.get(i) : null;
                int to = unit == null ? blocks.size() : unit.start();
                if (at < to) {
                    if (explainer == null) {
                        explainer = new Explainer(cover, bagsInForce(), format);
                    }
                    deviations.addAll(explainer.explain(blocks, at, to));
                }
                at = unit == null ? to : unit.end();
            }
        }
    }
}
