package org.proviso.verification.oracle;

import java.util.Comparator;
import java.util.Set;
import org.proviso.clause.ClauseVersion;
import org.proviso.clause.Status;
import org.proviso.verification.oracle.Unit.Match;

/// Which clause versions may be used, and which of several is chosen.
record NaiveUse(Question question, Set<Feature> features) {

    /// Whether a version can be part of a cover at all.
    boolean isKnown(ClauseVersion clause) {
        return clause.status() != Status.DRAFT && (features.contains(Feature.OUT_OF_FORCE) || inForce(clause));
    }

    boolean mayBeUsed(ClauseVersion clause) {
        return inForce(clause) && fits(clause);
    }

    /// Approved and valid, and no higher version was ever put in force.
    private boolean inForce(ClauseVersion clause) {
        return isValid(clause)
                && question.library().clauses().stream()
                        .noneMatch(other -> other.id().equals(clause.id())
                                && other.versionId().compareTo(clause.versionId()) > 0
                                && other.status() != Status.DRAFT
                                && !startsLater(other));
    }

    private boolean startsLater(ClauseVersion clause) {
        return clause.validity().from() != null && clause.validity().from().isAfter(question.asOf());
    }

    private boolean isValid(ClauseVersion clause) {
        return clause.status() == Status.APPROVED && clause.validity().includes(question.asOf());
    }

    private boolean fits(ClauseVersion clause) {
        return !features.contains(Feature.JURISDICTION)
                || question.jurisdiction() == null
                || clause.fits(question.jurisdiction());
    }

    /// The fifth order of the rule.
    Comparator<Match> order() {
        return Comparator.comparing(
                        (Match match) -> !mayBeUsed(match.candidate().clause()))
                .thenComparing(match -> !servesWhatWasAsked(match.candidate().clause()))
                .thenComparing(
                        match -> !isForTheVeryJurisdiction(match.candidate().clause()))
                .thenComparing(match -> contradictsDecisions(match.candidate()))
                .thenComparing(match -> match.candidate().clause().versionId())
                .thenComparing(match -> match.candidate().number());
    }

    private boolean servesWhatWasAsked(ClauseVersion clause) {
        return !features.contains(Feature.RECIPE)
                || question.contractType() == null
                || (question.contractType().families().anyMatch(clause.family()::equals)
                        && clause.servesContract(question.contractType().id()));
    }

    private boolean isForTheVeryJurisdiction(ClauseVersion clause) {
        return !features.contains(Feature.JURISDICTION)
                || question.jurisdiction() == null
                || clause.jurisdictions().contains(question.jurisdiction());
    }

    private boolean contradictsDecisions(Candidate candidate) {
        return candidate.form().decisions().entrySet().stream()
                .anyMatch(decision -> question.values().containsKey(decision.getKey())
                        && !question.values().get(decision.getKey()).equals(decision.getValue()));
    }
}
