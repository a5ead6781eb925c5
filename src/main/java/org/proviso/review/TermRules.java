package org.proviso.review;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.proviso.clause.ClauseVersion;
import org.proviso.clause.ClauseVersionId;
import org.proviso.library.Condition.Answer;
import org.proviso.library.LibrarySnapshot;
import org.proviso.library.LibrarySources;
import org.proviso.library.LintRule;
import org.proviso.review.PlannedContract.Place;
import org.proviso.review.TermScan.Found;

/// Defined terms: each is defined once and used, in every contract that a recipe can become.
final class TermRules {

    private final LibrarySnapshot library;
    private final LibrarySources sources;
    private final LocalDate asOf;
    private final Findings findings;
    private final Map<ClauseVersionId, Found> scanned = new HashMap<>();

    /// A library that defines no term does not say which of its capitalised words are terms.
    private final boolean termsAreDefined;

    TermRules(LibrarySnapshot library, LibrarySources sources, LocalDate asOf, Findings findings) {
        this.library = library;
        this.sources = sources;
        this.asOf = asOf;
        this.findings = findings;
        this.termsAreDefined =
                library.clauses().stream().anyMatch(clause -> !clause.defines().isEmpty());
    }

    void check(List<PlannedContract> contracts) {
        List<ClauseVersion> inForce = library.inForce(asOf);
        Set<String> terms = new TreeSet<>();
        inForce.forEach(clause -> {
            terms.addAll(clause.defines());
            terms.addAll(clause.uses());
        });
        List<String> names = new ArrayList<>(library.settings().lint().names());
        library.contractTypes().forEach(recipe -> names.add(recipe.title()));
        TermScan scan = new TermScan(terms, names);
        for (ClauseVersion clause : inForce) {
            Found found = scan.scan(clause.text().source());
            scanned.put(clause.versionId(), found);
            declared(clause, found);
        }
        contracts.forEach(this::check);
    }

    /// What a clause says of its own terms.
    private void declared(ClauseVersion clause, Found found) {
        String text = clause.text().source();
        for (String term : clause.uses()) {
            if (!found.terms().containsKey(term) && !text.contains(term)) {
                findings.report(
                        LintRule.TERM_ABSENT,
                        sources.key(clause.versionId(), "uses"),
                        clause.versionId() + " does not use \"" + term + "\".",
                        "Take it out of `uses`.");
            }
        }
        for (String term : clause.defines()) {
            if (!text.contains("\"" + term + "\"")) {
                findings.report(
                        LintRule.TERM_ABSENT,
                        sources.key(clause.versionId(), "defines"),
                        clause.versionId() + " does not define \"" + term + "\" in straight double quotes.",
                        "Define it in the text, or take it out of `defines`.");
            }
        }
        if (!termsAreDefined) {
            return;
        }
        found.unknown()
                .forEach((offset, word) -> findings.report(
                        LintRule.TERM_UNKNOWN,
                        sources.text(clause.versionId(), offset),
                        "\"" + word + "\" is written like a defined term in " + clause.versionId()
                                + ", and no clause defines it.",
                        "Define it, write it in lower case, or list the proper name under `lint.names` in"
                                + " library.yaml."));
    }

    private void check(PlannedContract contract) {
        Set<String> defined =
                contract.clauses().flatMap(clause -> clause.defines().stream()).collect(Collectors.toSet());
        for (Place place : contract.places()) {
            for (ClauseVersion clause : place.ladder()) {
                used(clause, defined).stream()
                        .filter(term -> !clause.defines().contains(term))
                        .forEach(term -> undefined(clause, term, place, contract));
                clause.defines().forEach(term -> unused(clause, term, place, contract));
                undeclared(clause, defined);
            }
        }
        repeated(contract);
    }

    /// The terms that a clause uses in a contract, whether it says so or not; an abbreviation that is defined only in
    /// other contracts is none.
    private Set<String> used(ClauseVersion clause, Set<String> defined) {
        Set<String> used = new LinkedHashSet<>(clause.uses());
        Found found = Objects.requireNonNull(scanned.get(clause.versionId()));
        found.sure().stream()
                .filter(term -> defined.contains(term) || term.chars().anyMatch(Character::isLowerCase))
                .forEach(used::add);
        return used;
    }

    private void undeclared(ClauseVersion clause, Set<String> defined) {
        Found found = Objects.requireNonNull(scanned.get(clause.versionId()));
        found.terms().forEach((term, offset) -> {
            if (defined.contains(term)
                    && found.sure().contains(term)
                    && !clause.uses().contains(term)
                    && !clause.defines().contains(term)) {
                findings.report(
                        LintRule.TERM_UNDECLARED,
                        sources.text(clause.versionId(), offset),
                        clause.versionId() + " uses the term \"" + term + "\" without saying so.",
                        "Add it to `uses`, or write it in lower case.");
            }
        });
    }

    private void undefined(ClauseVersion clause, String term, Place place, PlannedContract contract) {
        if (isBeside(clause, place, contract, other -> other.defines().contains(term))) {
            return;
        }
        String where = contract.places().stream()
                .filter(other -> other.ladder().stream()
                        .anyMatch(rival -> rival.defines().contains(term)))
                .map(other -> other.family().value())
                .collect(Collectors.joining(", "));
        findings.report(
                LintRule.TERM_UNDEFINED,
                sources.key(clause.versionId(), "uses"),
                clause.versionId() + " uses \"" + term + "\", which "
                        + (where.isEmpty()
                                ? "no clause defines."
                                : "only " + where + " defines, and not in every case."),
                "Define it in a clause that is always there, or require the family that does.",
                contract);
    }

    private void unused(ClauseVersion clause, String term, Place place, PlannedContract contract) {
        if (clause.text().count(term) < 2
                && !isBeside(
                        clause,
                        place,
                        contract,
                        other -> other.uses().contains(term) || other.text().count(term) > 0)) {
            findings.report(
                    LintRule.TERM_UNUSED,
                    sources.key(clause.versionId(), "defines"),
                    clause.versionId() + " defines \"" + term + "\", which no clause uses in every case.",
                    "Use it, or write the words without defining a term.",
                    contract);
        }
    }

    /// Whether a clause never stands in the contract without a clause of a kind in another place.
    private static boolean isBeside(
            ClauseVersion clause, Place place, PlannedContract contract, Predicate<ClauseVersion> kind) {
        return contract.places().stream()
                .anyMatch(other -> other != place
                        && other.all(kind)
                        && (contract.isThereWith(other, place)
                                || contract.requiredBy(clause).contains(other.family())));
    }

    private void repeated(PlannedContract contract) {
        for (Place place : contract.places()) {
            for (ClauseVersion clause : place.ladder()) {
                for (String term : clause.defines()) {
                    contract.places().stream()
                            .takeWhile(other -> other != place)
                            .filter(other -> !excludes(other, place))
                            .flatMap(other -> other.ladder().stream())
                            .filter(other -> other.defines().contains(term)
                                    && !other.conflicts().contains(clause.id())
                                    && !clause.conflicts().contains(other.id()))
                            .findFirst()
                            .ifPresent(other -> findings.report(
                                    LintRule.TERM_REPEATED,
                                    sources.key(clause.versionId(), "defines"),
                                    clause.versionId() + " defines \"" + term + "\", and so does " + other.versionId()
                                            + ".",
                                    "Define it in one of them.",
                                    contract));
                }
            }
        }
    }

    /// Whether no answer lets both stand in the same contract.
    private static boolean excludes(Place one, Place other) {
        return one.item().when().requirements().stream()
                .anyMatch(requirement -> requirement instanceof Answer(String slot, List<String> anyOf)
                        && other.item().when().requirements().stream()
                                .anyMatch(rival -> rival instanceof Answer(String same, List<String> others)
                                        && same.equals(slot)
                                        && anyOf.stream().noneMatch(others::contains)));
    }
}
