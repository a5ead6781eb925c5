package org.proviso.review;

import java.time.LocalDate;
import java.util.List;
import org.proviso.document.DocumentReader;
import org.proviso.library.LibraryProblem;
import org.proviso.library.LibrarySnapshot;
import org.proviso.library.LibrarySources;
import org.proviso.library.LintRule;
import org.proviso.library.LoadResult;
import org.proviso.library.LoadResult.Loaded;
import org.proviso.library.LoadResult.Refused;
import org.proviso.verification.UnverifiableClauseException;
import org.proviso.verification.Verifier;

/// Everything that is wrong with a library, or soon will be. `src/docs/library-review.md` has the rules.
///
/// The time grows with the clauses, and with the square of the largest family; comparing texts with each other grows
/// with the words that they share.
public final class Lint {

    private Lint() {}

    /// The findings of the rules that the library has not switched off, in file and line order.
    ///
    /// @param asOf the day on which clauses have to be in force
    public static List<Finding> of(LoadResult library, DocumentReader reader, LocalDate asOf) {
        return switch (library) {
            case Refused refused ->
                refused.problems().stream().map(Lint::finding).toList();
            case Loaded(LibrarySnapshot snapshot, LibrarySources sources) -> {
                Findings findings = new Findings(snapshot.settings().lint());
                List<PlannedContract> contracts = PlannedContract.of(snapshot, asOf);
                new LadderRules(snapshot, sources, asOf, findings).check(contracts);
                new DependencyRules(sources, findings).check(contracts);
                new ConflictRules(sources, findings).check(contracts, snapshot.inForce(asOf));
                new TermRules(snapshot, sources, asOf, findings).check(contracts);
                new SlotRules(snapshot, sources, asOf, findings).check();
                new TextRules(sources, reader, findings).check(snapshot.inForce(asOf));
                try {
                    new Verifier(snapshot, reader);
                } catch (UnverifiableClauseException e) {
                    findings.report(
                            LintRule.LOAD,
                            sources.text(e.clause(), 0),
                            e.getMessage() + ".",
                            "Take it out, or mend it: no document can be verified against this library.");
                }
                yield findings.sorted();
            }
        };
    }

    private static Finding finding(LibraryProblem problem) {
        LintRule rule = problem.rule();
        return new Finding(rule, rule.severity(), problem.file(), problem.line(), problem.message(), problem.remedy());
    }
}
