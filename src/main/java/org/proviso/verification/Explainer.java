package org.proviso.verification;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.proviso.clause.ClauseVersion;
import org.proviso.clause.Excerpt;
import org.proviso.clause.SlotFormat;
import org.proviso.clause.SlotReading.Refused;
import org.proviso.document.Block;
import org.proviso.document.Token;
import org.proviso.verification.Deviation.Difference;
import org.proviso.verification.Deviation.Kind;
import org.proviso.verification.Deviation.Nearest;
import org.proviso.verification.Deviation.Operation;
import org.proviso.verification.Form.GappedBlock;

/// Explains blocks that no clause covers: the nearest approved clause and what differs. It decides nothing.
final class Explainer {

    /// Below this similarity a clause is not named as the nearest; only words for the reader hang on it.
    private static final double NEAR = 0.5;

    /// Stretches that are compared with the library; further ones are reported without a nearest clause.
    private static final int MAX_COMPARED = 400;

    private final NearestClauses library;
    private final SlotFormat format;
    private int compared;

    private record Candidate(ClauseVersion clause, List<Block> blocks, int window, TokenAlignment alignment) {}

    Explainer(NearestClauses library, SlotFormat format) {
        this.library = library;
        this.format = format;
    }

    /// The deviations of the uncovered blocks `from` to `to` (exclusive).
    List<Deviation> explain(List<Block> blocks, int from, int to) {
        List<Deviation> deviations = new ArrayList<>();
        int at = from;
        while (at < to) {
            if (compared++ >= MAX_COMPARED) {
                deviations.add(Deviation.of(
                        blocks.get(at).start(),
                        blocks.get(to - 1).end(),
                        Kind.UNKNOWN,
                        "This text is not in the library; after " + MAX_COMPARED
                                + " deviations no nearest clause is looked for."));
                return deviations;
            }
            Candidate nearest = nearest(blocks, at, to);
            if (at + 1 < to && (nearest == null || nearest.window() > 1)) {
                Candidate next = nearest(blocks, at + 1, to);
                if (next != null && library.isHeading(blocks.get(at), next.clause())) {
                    at++;
                    nearest = next;
                }
            }
            int end = nearest == null ? at + 1 : at + nearest.window();
            deviations.add(deviation(blocks.subList(at, end), nearest));
            at = end;
        }
        return deviations;
    }

    private Deviation deviation(List<Block> blocks, @Nullable Candidate nearest) {
        int start = blocks.getFirst().start();
        int end = blocks.getLast().end();
        List<Nearest> named = nearest == null
                ? List.of()
                : List.of(new Nearest(
                        nearest.clause().versionId(), nearest.alignment().similarity()));
        List<Difference> difference =
                nearest == null ? List.of() : nearest.alignment().differences();
        Optional<Token> tampered = blocks.stream()
                .flatMap(block -> block.tokens().stream())
                .filter(token -> token.kind() == Token.Kind.TAMPERED)
                .findFirst();
        if (tampered.isPresent()) {
            return new Deviation(
                    start,
                    end,
                    Kind.TAMPERED,
                    "\"" + Excerpt.of(tampered.get().text())
                            + "\" holds invisible or look-alike characters, or a mark inside a word.",
                    named,
                    difference);
        }
        if (nearest == null) {
            return Deviation.of(start, end, Kind.UNKNOWN, "This text is not in the library, and nothing near it is.");
        }
        Optional<String> violated = violatedSlot(nearest, blocks);
        if (violated.isPresent()) {
            return new Deviation(start, end, Kind.SLOT_VIOLATION, violated.get(), named, difference);
        }
        return new Deviation(start, end, Kind.ALTERED, altered(nearest, blocks, difference), named, difference);
    }

    private static String altered(Candidate nearest, List<Block> blocks, List<Difference> difference) {
        String clause = nearest.clause().versionId().toString();
        if (difference.stream().allMatch(part -> part.operation() == Operation.EQUAL)) {
            return nearest.blocks().size() == blocks.size()
                    ? "The words are those of " + clause + ", but a label or an indentation inside it differs."
                    : "The words are those of " + clause + ", but its paragraphs are broken differently.";
        }
        return "This differs from " + clause + ": "
                + difference.stream()
                        .filter(part -> part.operation() != Operation.EQUAL)
                        .limit(3)
                        .map(Explainer::words)
                        .reduce((one, two) -> one + "; " + two)
                        .orElse("")
                + ".";
    }

    private static String words(Difference part) {
        return switch (part.operation()) {
            case EQUAL -> "";
            case INSERTED -> "\"" + Excerpt.of(part.found()) + "\" was added";
            case DELETED -> "\"" + Excerpt.of(part.approved()) + "\" is missing";
            case REPLACED ->
                part.approved().equals(part.found())
                        ? "the space before \"" + Excerpt.of(part.found()) + "\" differs"
                        : "\"" + Excerpt.of(part.found()) + "\" stands where \"" + Excerpt.of(part.approved())
                                + "\" is approved";
        };
    }

    /// The first slot whose content its grammar refuses, if the words around the slots are all approved.
    private Optional<String> violatedSlot(Candidate nearest, List<Block> blocks) {
        if (nearest.blocks().size() != blocks.size()) {
            return Optional.empty();
        }
        PatternMatcher relaxed = PatternMatcher.ignoringGrammars(format);
        List<Binding> bindings = new ArrayList<>();
        for (int i = 0; i < blocks.size(); i++) {
            Vocabulary vocabulary = new Vocabulary();
            GappedBlock approved =
                    CompiledLibrary.compile(nearest.clause(), nearest.blocks().get(i), vocabulary);
            List<Token> found = blocks.get(i).tokens();
            Optional<List<Binding>> match = relaxed.match(approved, found, vocabulary.codes(found));
            if (match.isEmpty()) {
                return Optional.empty();
            }
            bindings.addAll(match.get());
        }
        return bindings.stream()
                .map(binding -> format.parse(binding.slot(), binding.text()))
                .filter(Refused.class::isInstance)
                .map(refused -> ((Refused) refused).reason())
                .findFirst();
    }

    private @Nullable Candidate nearest(List<Block> blocks, int at, int to) {
        Candidate best = null;
        for (ClauseVersion clause : library.candidates(blocks.subList(at, to))) {
            for (List<Block> form : library.forms(clause)) {
                Candidate candidate = nearest(clause, form, blocks.subList(at, to));
                if (candidate != null
                        && (best == null
                                || candidate.alignment().similarity()
                                        > best.alignment().similarity())) {
                    best = candidate;
                }
            }
        }
        return best;
    }

    private static @Nullable Candidate nearest(ClauseVersion clause, List<Block> form, List<Block> blocks) {
        Candidate best = null;
        List<Token> approved = NearestClauses.tokens(form);
        for (int window = Math.max(1, form.size() - 1);
                window <= form.size() + 1 && window <= blocks.size();
                window++) {
            List<Token> found = NearestClauses.tokens(blocks.subList(0, window));
            if (!TokenAlignment.isPossible(approved, found)) {
                continue;
            }
            TokenAlignment alignment = new TokenAlignment(approved, found);
            double similarity = alignment.similarity();
            if (similarity >= NEAR
                    && (best == null || similarity > best.alignment().similarity())) {
                best = new Candidate(clause, form, window, alignment);
            }
        }
        return best;
    }
}
