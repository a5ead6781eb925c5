package org.proviso.drafting;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.proviso.clause.SlotValue;
import org.proviso.document.MarkdownReader;
import org.proviso.drafting.ContractDocument.ClauseBlock;
import org.proviso.drafting.Draft.Status;
import org.proviso.library.FieldProblem;
import org.proviso.library.InvalidRequestException;
import org.proviso.library.LibrarySnapshot;
import org.proviso.verification.Deviation;
import org.proviso.verification.Verdict;
import org.proviso.verification.Verification;
import org.proviso.verification.VerificationRequest;
import org.proviso.verification.Verifier;

/// Drafts contracts from one library snapshot, without a language model; safe for use by many threads.
public final class DraftingChain {

    private final LibrarySnapshot library;
    private final Verifier verifier;

    public DraftingChain(LibrarySnapshot library, Verifier verifier) {
        this.library = library;
        this.verifier = verifier;
    }

    /// Drafts a contract and verifies it.
    ///
    /// @throws InvalidRequestException if the request asks for what the library does not have or allow
    /// @throws IllegalStateException if the draft does not verify, which is a fault of Proviso
    public Draft draft(DraftRequest request) {
        Trace trace = new Trace();
        Selection selection = trace.step("select", () -> Selection.of(library, request), Selection::explanations);
        Filling filling = trace.step("fill", () -> Filling.of(library, request, selection), DraftingChain::explain);
        ContractDocument document = trace.step(
                "assemble",
                () -> Assembler.assemble(request.contractType(), library.slotFormat(), selection, filling.values()),
                made -> List.of(
                        made.blocks().size() + " clauses, " + made.markdown().length() + " characters"));
        Verification verification = trace.step(
                "verify",
                () -> verify(request, document, filling),
                made -> List.of(made.verdict().toString()));
        refuseUnverified(document, filling, verification);
        return new Draft(
                filling.questions().isEmpty() ? Status.COMPLETE : Status.NEEDS_INPUT,
                request.contractType().id(),
                request.jurisdiction(),
                request.asOf(),
                library.root(),
                document,
                filling.values(),
                filling.questions(),
                selection.concessions(),
                selection.explanations(),
                verification,
                trace.steps);
    }

    private Verification verify(DraftRequest request, ContractDocument document, Filling filling) {
        Map<String, SlotValue> values = new TreeMap<>();
        filling.values().forEach((name, value) -> values.put(name, value.value()));
        return verifier.verify(new VerificationRequest(
                MarkdownReader.read(document.markdown()),
                request.asOf(),
                values,
                request.contractType(),
                request.jurisdiction()));
    }

    /// A complete draft has to be verified; an open one may deviate by its placeholders only.
    private static void refuseUnverified(ContractDocument document, Filling filling, Verification verification) {
        boolean onlyUnfilled =
                verification.deviations().stream().allMatch(deviation -> deviation.kind() == Deviation.Kind.UNFILLED);
        if (verification.verdict() == Verdict.VERIFIED || (!filling.questions().isEmpty() && onlyUnfilled)) {
            return;
        }
        List<String> suspects = verification.deviations().stream()
                .flatMap(deviation -> clauseAt(document, deviation).slots().keySet().stream())
                .filter(slot -> filling.values().containsKey(slot))
                .distinct()
                .sorted()
                .toList();
        if (suspects.isEmpty()) {
            throw new IllegalStateException("a draft did not verify: "
                    + verification.deviations().stream().map(Deviation::reason).toList());
        }
        throw new InvalidRequestException(suspects.stream()
                .map(slot -> FieldProblem.refused(
                        "values." + slot,
                        "Beside the words of the clause this value can be read in more than one way; write it"
                                + " differently."))
                .toList());
    }

    /// The clause whose text stands where a deviation is, by its place in the Markdown.
    private static ClauseBlock clauseAt(ContractDocument document, Deviation deviation) {
        return document.blocks().stream()
                .filter(block -> document.markdown().indexOf(block.text()) <= deviation.start())
                .max(Comparator.comparingInt(block -> document.markdown().indexOf(block.text())))
                .orElse(document.blocks().getFirst());
    }

    private static List<String> explain(Filling filling) {
        List<String> decided = new ArrayList<>();
        filling.values().forEach((name, value) -> decided.add(name + ": " + value.source()));
        filling.questions().forEach(question -> decided.add(question.slot().name() + ": asked"));
        filling.unused().forEach(name -> decided.add(name + ": given, but no chosen clause uses it"));
        return decided;
    }

    private static final class Trace {

        private final List<TraceStep> steps = new ArrayList<>();

        <T> T step(String name, Supplier<T> work, Function<T, List<String>> decided) {
            long start = System.nanoTime();
            T result = work.get();
            Duration took = Duration.ofNanos(System.nanoTime() - start);
            steps.add(new TraceStep(name, took, decided.apply(result)));
            return result;
        }
    }
}
