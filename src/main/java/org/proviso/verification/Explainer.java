package org.proviso.verification;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.proviso.clause.Excerpt;
import org.proviso.clause.SlotFormat;
import org.proviso.clause.SlotReading.Refused;
import org.proviso.document.Block;
import org.proviso.document.Token;
import org.proviso.verification.Deviation.Difference;
import org.proviso.verification.Deviation.Kind;
import org.proviso.verification.Deviation.Nearest;
import org.proviso.verification.Deviation.Operation;

/// Explains blocks that no clause covers: the nearest approved clause and what differs. It decides nothing.
final class Explainer {

    /// Clauses that are compared token by token, of those that share the most words.
    private static final int CANDIDATES = 5;

    /// Below this similarity a clause is not named as the nearest; only words for the reader hang on it.
    private static final double NEAR = 0.5;

    /// Stretches that are compared with the library; further ones are reported without a nearest clause.
    private static final int MAX_COMPARED = 400;

    private final ClauseCover cover;
    private final SlotFormat format;
    private final List<Bag> bags;
    private final PatternMatcher relaxed;
    private int compared;

    /// A pattern with its words counted.
    record Bag(ClausePattern pattern, List<Token> tokens, Map<String, Integer> counts) {

        /// Longer stretches share less than [#NEAR] with the pattern, unless a slot holds more than any value can.
        int mostTokens() {
            long slots = tokens.stream()
                    .filter(token -> token.kind() == Token.Kind.PLACEHOLDER)
                    .count();
            return 2 * tokens.size() + Math.toIntExact(slots) * PatternMatcher.MAX_SLOT_TOKENS;
        }

        static Bag of(ClausePattern pattern) {
            List<Token> tokens = pattern.tokens();
            return new Bag(pattern, tokens, Explainer.counts(tokens));
        }
    }

    private record Candidate(ClausePattern pattern, int blocks, TokenAlignment alignment) {}

    Explainer(ClauseCover cover, List<Bag> bags, SlotFormat format) {
        this.cover = cover;
        this.format = format;
        this.relaxed = PatternMatcher.ignoringGrammars(format);
        this.bags = bags;
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
            if (nearest == null && at + 1 < to) {
                Candidate next = nearest(blocks, at + 1, to);
                if (next != null
                        && cover.areHeadings(blocks, at, at + 1, next.pattern().clause())) {
                    at++;
                    nearest = next;
                }
            }
            int end = nearest == null ? at + 1 : at + nearest.blocks();
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
                        nearest.pattern().clause().versionId(),
                        nearest.alignment().similarity()));
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
        Optional<String> violated = violatedSlot(nearest.pattern(), blocks);
        if (violated.isPresent()) {
            return new Deviation(start, end, Kind.SLOT_VIOLATION, violated.get(), named, difference);
        }
        return new Deviation(start, end, Kind.ALTERED, altered(nearest, blocks, difference), named, difference);
    }

    private static String altered(Candidate nearest, List<Block> blocks, List<Difference> difference) {
        String clause = nearest.pattern().clause().versionId().toString();
        if (difference.stream().allMatch(part -> part.operation() == Operation.EQUAL)) {
            return nearest.pattern().blocks().size() == blocks.size()
                    ? "The words are those of " + clause + ", but a label stands or is missing inside it."
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
    private Optional<String> violatedSlot(ClausePattern pattern, List<Block> blocks) {
        return relaxed.match(pattern, blocks, 0)
                .filter(_ -> pattern.blocks().size() == blocks.size())
                .flatMap(bindings -> bindings.stream()
                        .map(binding -> format.parse(binding.slot(), binding.text()))
                        .filter(Refused.class::isInstance)
                        .map(refused -> ((Refused) refused).reason())
                        .findFirst());
    }

    private @Nullable Candidate nearest(List<Block> blocks, int at, int to) {
        Candidate best = null;
        for (Bag bag : candidates(blocks, at, to)) {
            int size = bag.pattern().blocks().size();
            for (int window = Math.max(1, size - 1); window <= size + 1 && at + window <= to; window++) {
                List<Token> found = tokens(blocks.subList(at, at + window));
                if (found.size() > bag.mostTokens() || !TokenAlignment.isPossible(bag.tokens(), found)) {
                    continue;
                }
                TokenAlignment alignment = new TokenAlignment(bag.tokens(), found);
                double similarity = alignment.similarity();
                if (similarity >= NEAR
                        && (best == null || similarity > best.alignment().similarity())) {
                    best = new Candidate(bag.pattern(), window, alignment);
                }
            }
        }
        return best;
    }

    /// The patterns that share the largest part of their words with as many blocks as they have.
    private List<Bag> candidates(List<Block> blocks, int at, int to) {
        record Shared(Bag bag, double share) {}
        Map<Integer, Map<String, Integer>> windows = new HashMap<>();
        return bags.stream()
                .map(bag -> {
                    int size = Math.min(to - at, bag.pattern().blocks().size());
                    Map<String, Integer> found =
                            windows.computeIfAbsent(size, n -> counts(tokens(blocks.subList(at, at + n))));
                    return new Shared(
                            bag,
                            shared(bag.counts(), found) / (double) bag.tokens().size());
                })
                .filter(shared -> shared.share() > 0)
                .sorted(Comparator.comparingDouble(Shared::share)
                        .reversed()
                        .thenComparing(shared -> shared.bag().pattern().clause().versionId()))
                .limit(CANDIDATES)
                .map(Shared::bag)
                .toList();
    }

    private static int shared(Map<String, Integer> one, Map<String, Integer> other) {
        int shared = 0;
        for (Map.Entry<String, Integer> entry : one.entrySet()) {
            shared += Math.min(entry.getValue(), other.getOrDefault(entry.getKey(), 0));
        }
        return shared;
    }

    private static Map<String, Integer> counts(List<Token> tokens) {
        Map<String, Integer> counts = new HashMap<>();
        tokens.forEach(token -> counts.merge(token.text(), 1, Integer::sum));
        return counts;
    }

    private static List<Token> tokens(List<Block> blocks) {
        return ClausePattern.tokens(blocks);
    }
}
