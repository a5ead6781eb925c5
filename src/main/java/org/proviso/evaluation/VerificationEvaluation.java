package org.proviso.evaluation;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.proviso.clause.Excerpt;
import org.proviso.document.CanonicalDocument;
import org.proviso.document.DocumentReader;
import org.proviso.document.PlainTextReader;
import org.proviso.evaluation.Finding.Kind;
import org.proviso.library.LibrarySnapshot;
import org.proviso.verification.Span;
import org.proviso.verification.Verification;
import org.proviso.verification.VerificationRequest;
import org.proviso.verification.Verifier;

/// Verifies both sides of pairs against the library that their originals make: every original has to be verified,
/// every edit rejected. `src/docs/evaluation.md` defines the measures.
public final class VerificationEvaluation {

    /// The clauses are in force on every day; this one makes runs the same.
    private static final LocalDate AS_OF = LocalDate.of(2026, 1, 1);

    private static final int BEFORE_EDIT = 30;

    private final DocumentReader reader;
    private final PairLibrary library;
    private final Verifier verifier;
    private final LongSupplier nanoTime;

    private VerificationEvaluation(
            DocumentReader reader, PairLibrary library, Verifier verifier, LongSupplier nanoTime) {
        this.reader = reader;
        this.library = library;
        this.verifier = verifier;
        this.nanoTime = nanoTime;
    }

    /// Measures the verifier.
    ///
    /// @param nanoTime a clock in nanoseconds, such as `System::nanoTime`
    public static VerificationScores of(List<EditPair> pairs, LongSupplier nanoTime) {
        return of(pairs, PlainTextReader::read, nanoTime);
    }

    /// @param reader reads the clauses and what is verified; a bad one is how tests see a bad verifier
    static VerificationScores of(List<EditPair> pairs, DocumentReader reader, LongSupplier nanoTime) {
        PairLibrary library = new PairLibrary(pairs, reader);
        LibrarySnapshot snapshot = library.snapshot();
        long start = nanoTime.getAsLong();
        Verifier verifier = new Verifier(snapshot, reader);
        long preparation = nanoTime.getAsLong() - start;
        VerificationEvaluation evaluation = new VerificationEvaluation(reader, library, verifier, nanoTime);
        List<PairOutcome> outcomes = pairs.stream().map(evaluation::outcome).toList();
        SortedMap<String, EditCounts> categories = counts(outcomes, VerificationEvaluation::category);
        return new VerificationScores(
                snapshot.clauses().size(),
                EditCounts.of(outcomes),
                counts(outcomes, outcome -> outcome.pair().file()),
                categories.keySet().equals(Set.of(VerificationScores.NO_CATEGORY)) ? new TreeMap<>() : categories,
                findings(outcomes),
                Speed.of(preparation, outcomes));
    }

    private PairOutcome outcome(EditPair pair) {
        long start = nanoTime.getAsLong();
        CanonicalDocument original = reader.read(pair.original());
        CanonicalDocument altered = reader.read(pair.altered());
        Verification ofOriginal = verify(original);
        Verification ofAltered = verify(altered);
        long nanos = nanoTime.getAsLong() - start;
        return new PairOutcome(
                pair,
                library.clauseOf(pair.original()),
                library.clauseOf(pair.altered()),
                Unusable.why(original).orElse(null),
                library.holds(pair.altered()),
                ofOriginal,
                ofAltered,
                library.hasCloser(
                        pair.altered(), PairOutcome.nearest(ofAltered).stream().toList()),
                Speed.bytes(pair),
                nanos);
    }

    private @Nullable Verification verify(CanonicalDocument document) {
        return document.isEmpty()
                ? null
                : verifier.verify(new VerificationRequest(document, AS_OF, Map.of(), null, null));
    }

    private static SortedMap<String, EditCounts> counts(
            Collection<PairOutcome> outcomes, Function<PairOutcome, String> group) {
        return outcomes.stream()
                .collect(Collectors.groupingBy(
                        group, TreeMap::new, Collectors.collectingAndThen(Collectors.toList(), EditCounts::of)));
    }

    private static String category(PairOutcome outcome) {
        String category = outcome.pair().category();
        return category.isEmpty() ? VerificationScores.NO_CATEGORY : category;
    }

    private static List<Finding> findings(List<PairOutcome> outcomes) {
        return Stream.of(
                        findings(outcomes, Kind.FALSE_ACCEPT, PairOutcome::isFalseAccept, false),
                        findings(outcomes, Kind.FALSE_REJECT, PairOutcome::isFalseReject, true),
                        findings(outcomes, Kind.SKIPPED_REJECTED, PairOutcome::isSkippedRejected, false),
                        findings(outcomes, Kind.MISATTRIBUTED, PairOutcome::isOriginalMisattributed, true),
                        findings(outcomes, Kind.MISATTRIBUTED, PairOutcome::isAlteredMisattributed, false))
                .flatMap(List::stream)
                .toList();
    }

    private static List<Finding> findings(
            List<PairOutcome> outcomes, Kind kind, Predicate<PairOutcome> which, boolean ofOriginal) {
        return outcomes.stream()
                .filter(which)
                .limit(VerificationScores.MAX_FINDINGS)
                .map(outcome -> {
                    EditPair pair = outcome.pair();
                    return ofOriginal
                            ? finding(kind, pair, pair.original(), pair.altered(), outcome.original())
                            : finding(kind, pair, pair.altered(), pair.original(), outcome.altered());
                })
                .toList();
    }

    private static Finding finding(
            Kind kind, EditPair pair, String text, String other, @Nullable Verification verification) {
        return new Finding(
                kind,
                pair.file(),
                pair.line(),
                excerpt(text, other),
                verification == null ? "There is no text." : reason(verification));
    }

    private static String reason(Verification verification) {
        return verification.deviations().isEmpty()
                ? "The verdict is " + verification.verdict() + ", the clauses are "
                        + verification.spans().stream().map(Span::clauses).toList() + "."
                : verification.deviations().getFirst().reason();
    }

    private static String excerpt(String text, String other) {
        int parting = 0;
        while (parting < Math.min(text.length(), other.length()) && text.charAt(parting) == other.charAt(parting)) {
            parting++;
        }
        int start = Math.max(0, parting - BEFORE_EDIT);
        return (start > 0 ? "…" : "") + Excerpt.of(text.substring(start));
    }
}
