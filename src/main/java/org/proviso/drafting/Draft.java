package org.proviso.drafting;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.proviso.clause.ClauseVersion;
import org.proviso.clause.ContractTypeId;
import org.proviso.clause.Jurisdiction;
import org.proviso.clause.Slot;
import org.proviso.clause.SlotType;
import org.proviso.clause.SlotValue;
import org.proviso.library.Root;
import org.proviso.verification.Verification;

/// A drafted contract and how it came about.
///
/// @param values what stands in the slots, by name; of rows, the count and every cell
/// @param questions the slots that still need a value, in the order of the contract
/// @param concessions clauses below the preferred position; internal, never part of the document
/// @param explanations why each clause was chosen; internal
/// @param verification of the document, with the values of this draft as confirmed
public record Draft(
        Status status,
        ContractTypeId contractType,
        Jurisdiction jurisdiction,
        LocalDate asOf,
        Root root,
        ContractDocument document,
        SortedMap<String, DraftValue> values,
        List<Question> questions,
        List<Concession> concessions,
        List<String> explanations,
        Verification verification,
        List<TraceStep> trace) {

    /// How far a draft is.
    public enum Status {
        /// Questions are open; placeholders stand in the document.
        NEEDS_INPUT,
        COMPLETE;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /// Where a value came from.
    public enum Source {
        REQUEST,
        DEFAULT;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// A value of the draft. The user's own values and the library's approved defaults count as confirmed.
    public record DraftValue(Slot slot, SlotValue value, Source source) {}

    /// A slot without a value.
    ///
    /// @param clause the first clause that needs it; null if the recipe asks, to know which clauses to take
    public record Question(Slot slot, @Nullable ClauseVersion clause) {

        /// The library's question, or one made of the slot's name.
        public String ask() {
            String verb = slot.type() == SlotType.ROWS ? "are" : "is";
            return slot.ask().isEmpty()
                    ? "What " + verb + " the " + slot.name().replaceAll("[.-]", " ") + "?"
                    : slot.ask();
        }
    }

    /// @param chosen the clause below the preferred position
    /// @param preferred what the preferred position would have said
    public record Concession(ClauseVersion chosen, ClauseVersion preferred) {}

    /// A clause that somebody has to agree to.
    ///
    /// @param role who, as the clause says
    public record RequiredApproval(ClauseVersion clause, String role) {}

    public Draft {
        values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
        questions = List.copyOf(questions);
        concessions = List.copyOf(concessions);
        explanations = List.copyOf(explanations);
        trace = List.copyOf(trace);
    }

    /// The clauses of the document that not just anyone may agree to, in its order.
    public List<RequiredApproval> approvals() {
        return document.blocks().stream()
                .map(ContractDocument.ClauseBlock::clause)
                .filter(ClauseVersion::needsApproval)
                .map(clause -> new RequiredApproval(clause, clause.mayAgree()))
                .toList();
    }
}
