package org.proviso.verification;

import java.util.List;
import org.proviso.clause.ClauseVersionId;
import org.proviso.clause.ContractTypeId;
import org.proviso.clause.FamilyId;

/// What a recipe asks of the clauses that a document was covered by.
///
/// @param missing required families that are not there; what depends on a condition is required once that is
///   known to hold
/// @param repeated families that stand there more than once
/// @param unexpected families that the recipe does not know
/// @param outOfOrder families that stand after one that the recipe puts behind them
/// @param missingHeadings headings that the recipe puts over a family that is there, and that are not
/// @param unexpectedHeadings headings over a clause that are neither its title nor the recipe's heading for it,
///     or that stand there a second time
/// @param undefinedTerms terms that a clause uses and none defines
/// @param unusedTerms terms that a clause defines and none uses
/// @param repeatedTerms terms that more than one clause defines
/// @param unresolved families whose label a clause prints, and that are not there or have another label
/// @param approvals who has to agree to clauses that are there; these hold no contract up
public record Completeness(
        ContractTypeId contractType,
        List<FamilyId> missing,
        List<FamilyId> repeated,
        List<FamilyId> unexpected,
        List<FamilyId> outOfOrder,
        List<String> missingHeadings,
        List<String> unexpectedHeadings,
        List<String> undefinedTerms,
        List<String> unusedTerms,
        List<String> repeatedTerms,
        List<FamilyId> unresolved,
        List<NeededApproval> approvals) {

    /// A clause that not just anyone may agree to.
    ///
    /// @param role who, as the clause says
    public record NeededApproval(ClauseVersionId clause, String role) {}

    public Completeness {
        missing = List.copyOf(missing);
        repeated = List.copyOf(repeated);
        unexpected = List.copyOf(unexpected);
        outOfOrder = List.copyOf(outOfOrder);
        missingHeadings = List.copyOf(missingHeadings);
        unexpectedHeadings = List.copyOf(unexpectedHeadings);
        undefinedTerms = List.copyOf(undefinedTerms);
        unusedTerms = List.copyOf(unusedTerms);
        repeatedTerms = List.copyOf(repeatedTerms);
        unresolved = List.copyOf(unresolved);
        approvals = List.copyOf(approvals);
    }

    /// Whether the document is a whole contract of the type.
    public boolean holds() {
        return missing.isEmpty()
                && repeated.isEmpty()
                && unexpected.isEmpty()
                && outOfOrder.isEmpty()
                && missingHeadings.isEmpty()
                && unexpectedHeadings.isEmpty()
                && undefinedTerms.isEmpty()
                && unusedTerms.isEmpty()
                && repeatedTerms.isEmpty()
                && unresolved.isEmpty();
    }
}
