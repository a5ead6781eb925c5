package org.proviso.verification;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.proviso.clause.ClauseVersion;
import org.proviso.clause.Excerpt;
import org.proviso.clause.Placeholder;
import org.proviso.clause.Slot;
import org.proviso.clause.SlotReading.Refused;
import org.proviso.document.Block;
import org.proviso.document.Token;
import org.proviso.library.LibrarySnapshot;
import org.proviso.verification.ClauseSearch.Match;
import org.proviso.verification.Deviation.Change;
import org.proviso.verification.Deviation.Difference;
import org.proviso.verification.Deviation.Kind;
import org.proviso.verification.Deviation.Nearest;
import org.proviso.verification.Deviation.Operation;
import org.proviso.verification.Form.GappedBlock;
import org.proviso.verification.Segments.Segment;
import org.proviso.verification.TokenAlignment.SlotText;

/// Explains blocks that no clause covers, or one that may not be used: the nearest approved clause and what
/// differs. It decides nothing; for one document and one thread.
final class Explainer {

    /// What one document may cost, in steps of comparing two tokens; a second or so.
    private static final long MAX_WORK = 500_000_000;

    /// Clauses that are named for one stretch.
    private static final int MAX_NAMED = 3;

    /// A clause is named beside the nearest if it is hardly less similar.
    private static final double HARDLY_LESS = 0.1;

    /// What was added to a clause is looked up by itself from so many tokens on.
    private static final int MERGED_TOKENS = 8;

    private final LibrarySnapshot library;
    private final NearestClauses clauses;
    private final VerificationRequest request;
    private final Usability usability;
    private @Nullable ClauseSearch search;

    Explainer(LibrarySnapshot library, NearestClauses clauses, VerificationRequest request, Usability usability) {
        this.library = library;
        this.clauses = clauses;
        this.request = request;
        this.usability = usability;
    }

    /// The deviations of a stretch of uncovered blocks, one for what is near to one clause each.
    List<Deviation> explain(List<Block> blocks) {
        List<Segment> segments = Segments.of(search(), blocks);
        List<Deviation> deviations = new ArrayList<>();
        for (int i = 0; i < segments.size(); i++) {
            Segment segment = segments.get(i);
            if (segment.clause() == null && search().isExhausted()) {
                deviations.add(Deviation.of(
                        blocks.get(segment.from()).start(),
                        blocks.getLast().end(),
                        Kind.UNKNOWN,
                        "This text is not in the library. So much before it is not either that no nearest clause was"
                                + " looked for here."));
                return deviations;
            }
            ClauseVersion next = i + 1 < segments.size() ? segments.get(i + 1).clause() : null;
            boolean heading =
                    segment.clause() == null && next != null && clauses.isHeading(blocks.get(segment.from()), next);
            if (!heading) {
                deviations.add(deviation(blocks.subList(segment.from(), segment.to()), segment.clause()));
            }
        }
        return deviations;
    }

    /// The deviation of a clause whose text stands there and that may not be used.
    Deviation refused(List<Block> text, int start, int end, ClauseVersion clause, Kind refusal) {
        ClauseVersion successor = library.successor(clause, request.asOf()).orElse(clause);
        String because = switch (refusal) {
            case SUPERSEDED -> "is superseded by " + successor.versionId();
            case RETIRED -> "was retired";
            case NOT_YET_VALID -> "is valid from " + clause.validity().from() + " only";
            case EXPIRED -> "was valid until " + clause.validity().until();
            case WRONG_JURISDICTION -> "is for " + clause.jurisdictions() + ", not for " + request.jurisdiction();
            default -> throw new IllegalStateException("no refusal: " + refusal);
        };
        String reason =
                "This is the text of " + clause.versionId() + ", which " + because + " (as of " + request.asOf() + ").";
        if (refusal != Kind.SUPERSEDED) {
            return Deviation.of(start, end, refusal, reason);
        }
        List<Token> tokens = NearestClauses.tokens(text);
        Match match = search().match(successor, tokens);
        return new Deviation(
                start, end, refusal, reason, true, named(List.of(match), tokens), difference(match, tokens));
    }

    private ClauseSearch search() {
        if (search == null) {
            search = clauses.search(usability, MAX_WORK);
        }
        return search;
    }

    private Deviation deviation(List<Block> blocks, @Nullable ClauseVersion likely) {
        int start = blocks.getFirst().start();
        int end = blocks.getLast().end();
        List<Token> tokens = NearestClauses.tokens(blocks);
        List<Match> matches = search().nearest(tokens, likely == null ? List.of() : List.of(likely));
        Optional<Token> tampered = tokens.stream()
                .filter(token -> token.kind() == Token.Kind.TAMPERED)
                .findFirst();
        String hidden = tampered.map(token -> "\"" + Excerpt.of(token.text())
                        + "\" holds invisible or look-alike characters, or a mark inside a word.")
                .orElse("");
        if (matches.isEmpty()) {
            return tampered.isPresent()
                    ? Deviation.of(start, end, Kind.TAMPERED, hidden)
                    : Deviation.of(
                            start, end, Kind.UNKNOWN, "This text is not in the library, and nothing near it is.");
        }
        Match nearest = matches.getFirst();
        boolean near = nearest.similarity(tokens.size()) >= Segments.NEAR;
        if (tampered.isPresent()) {
            List<Difference> difference = near ? difference(nearest, tokens) : List.of();
            return new Deviation(start, end, Kind.TAMPERED, hidden, true, named(matches, tokens), difference);
        }
        if (!near) {
            Match second = nearest.similarity(tokens.size()) >= Segments.NEAR / 2
                    ? merged(tokens, difference(nearest, tokens))
                    : null;
            if (second != null) {
                return merged(start, end, nearest, second, tokens);
            }
            return new Deviation(
                    start,
                    end,
                    Kind.UNKNOWN,
                    "This text is not in the library, and nothing near it is.",
                    true,
                    named(List.of(nearest), tokens),
                    List.of());
        }
        List<Difference> difference = difference(nearest, tokens);
        Optional<String> violated = violatedSlot(nearest, blocks);
        if (violated.isPresent()) {
            return new Deviation(
                    start, end, Kind.SLOT_VIOLATION, violated.get(), true, named(matches, tokens), difference);
        }
        Match second = merged(tokens, difference);
        if (second != null) {
            return merged(start, end, nearest, second, tokens);
        }
        return altered(blocks, matches, tokens, difference);
    }

    private List<Nearest> named(List<Match> matches, List<Token> tokens) {
        double most = matches.getFirst().similarity(tokens.size());
        return matches.stream()
                .map(match -> new Nearest(match.text().clause().versionId(), match.similarity(tokens.size())))
                .filter(nearest -> nearest.score() >= most - HARDLY_LESS)
                .limit(MAX_NAMED)
                .toList();
    }

    private List<Difference> difference(Match match, List<Token> tokens) {
        List<Token> approved = match.text().tokens();
        return search().mayCompare(approved, tokens) ? Changes.between(approved, tokens) : List.of();
    }

    private Deviation altered(
            List<Block> blocks, List<Match> matches, List<Token> tokens, List<Difference> difference) {
        Match nearest = matches.getFirst();
        String clause = nearest.text().clause().versionId().toString();
        boolean otherBlocks = nearest.text().blocks().size() != blocks.size();
        boolean same = difference.stream().allMatch(part -> part.operation() == Operation.EQUAL);
        String broken = otherBlocks ? " Its paragraphs are broken differently." : "";
        String reason;
        if (difference.isEmpty()) {
            reason = "This differs from " + clause + "; it is too long to be compared word by word.";
        } else if (!same) {
            reason = "This differs from " + clause + ": " + words(difference) + "." + broken;
        } else if (otherBlocks) {
            reason = "The words are those of " + clause + ", but its paragraphs are broken differently.";
        } else {
            reason = "The words are those of " + clause + ", but a label or an indentation inside it differs.";
        }
        boolean formal = !difference.isEmpty() && (same ? otherBlocks : isFormal(difference));
        Optional<String> refused = formal ? refusedValue(nearest, tokens) : Optional.empty();
        if (refused.isPresent()) {
            return new Deviation(
                    blocks.getFirst().start(),
                    blocks.getLast().end(),
                    Kind.SLOT_VIOLATION,
                    refused.get() + " " + reason,
                    true,
                    named(matches, tokens),
                    difference);
        }
        return new Deviation(
                blocks.getFirst().start(),
                blocks.getLast().end(),
                Kind.ALTERED,
                reason,
                !formal,
                named(matches, tokens),
                difference);
    }

    /// Why a slot does not take what stands in it, where words around it differ too.
    private Optional<String> refusedValue(Match nearest, List<Token> tokens) {
        List<Token> approved = nearest.text().tokens();
        if (approved.stream().noneMatch(token -> token.kind() == Token.Kind.PLACEHOLDER)) {
            return Optional.empty();
        }
        if (!search().mayCompare(approved, tokens)) {
            return Optional.of("What stands in the slots was not compared.");
        }
        for (SlotText text : new TokenAlignment(approved, tokens).slotTexts()) {
            Slot slot = nearest.text().clause().slot(Placeholder.name(text.placeholder()));
            String value = Token.text(tokens.subList(text.foundFrom(), text.foundTo()));
            if (slot != null
                    && !value.equals(text.placeholder())
                    && library.slotFormat().parse(slot, value) instanceof Refused(String why)) {
                return Optional.of(why);
            }
        }
        return Optional.empty();
    }

    private static boolean isFormal(List<Difference> difference) {
        return difference.stream().flatMap(part -> part.changes().stream()).noneMatch(Change::material);
    }

    private static String words(List<Difference> difference) {
        return difference.stream()
                .filter(part -> part.operation() != Operation.EQUAL)
                .limit(3)
                .map(Explainer::words)
                .reduce((one, two) -> one + "; " + two)
                .orElse("");
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

    /// A clause whose text was added to that of the nearest; null if there is none.
    private @Nullable Match merged(List<Token> tokens, List<Difference> difference) {
        for (Difference part : difference) {
            List<Token> added = part.operation() == Operation.EQUAL
                    ? List.of()
                    : tokens.stream()
                            .filter(token -> token.start() >= part.start() && token.end() <= part.end())
                            .toList();
            if (added.size() >= MERGED_TOKENS && !search().isExhausted()) {
                List<Match> matches = search().nearest(added, List.of());
                if (!matches.isEmpty() && matches.getFirst().similarity(added.size()) >= Segments.NEAR) {
                    return matches.getFirst();
                }
            }
        }
        return null;
    }

    private Deviation merged(int start, int end, Match one, Match other, List<Token> tokens) {
        List<Difference> best = List.of();
        List<Match> order = List.of(one, other);
        for (List<Match> parts : List.of(order, order.reversed())) {
            List<Token> approved = new ArrayList<>();
            parts.forEach(part -> approved.addAll(spaced(part.text().tokens(), !approved.isEmpty())));
            if (search().mayCompare(approved, tokens)) {
                List<Difference> difference = Changes.between(approved, tokens);
                best = best.isEmpty() || difference.size() < best.size() ? difference : best;
            }
        }
        String reason = "One paragraph holds the text of " + one.text().clause().versionId() + " and of "
                + other.text().clause().versionId() + "; each has to begin a paragraph of its own.";
        boolean formal = !best.isEmpty()
                && isFormal(best)
                && order.stream()
                        .flatMap(match -> match.text().tokens().stream())
                        .noneMatch(token -> token.kind() == Token.Kind.PLACEHOLDER);
        List<Nearest> named = order.stream()
                .map(match -> new Nearest(match.text().clause().versionId(), match.similarity(tokens.size())))
                .toList();
        return new Deviation(
                start,
                end,
                Kind.ALTERED,
                isFormal(best) ? reason : reason + " They differ: " + words(best) + ".",
                !formal,
                named,
                best);
    }

    private static List<Token> spaced(List<Token> tokens, boolean spaced) {
        Token first = tokens.getFirst();
        List<Token> all = new ArrayList<>(tokens);
        all.set(0, new Token(first.text(), spaced, first.kind(), first.start(), first.end()));
        return all;
    }

    /// The first slot whose content its grammar refuses, if the words around the slots are all approved.
    private Optional<String> violatedSlot(Match nearest, List<Block> blocks) {
        List<Block> form = nearest.text().blocks();
        if (form.size() != blocks.size()) {
            return Optional.empty();
        }
        PatternMatcher relaxed = PatternMatcher.ignoringGrammars(library.slotFormat());
        List<Binding> bindings = new ArrayList<>();
        for (int i = 0; i < blocks.size(); i++) {
            Vocabulary vocabulary = new Vocabulary();
            GappedBlock approved = CompiledLibrary.compile(nearest.text().clause(), form.get(i), vocabulary);
            List<Token> found = blocks.get(i).tokens();
            Optional<List<Binding>> match = relaxed.match(approved, found, vocabulary.codes(found));
            if (match.isEmpty()) {
                return Optional.empty();
            }
            bindings.addAll(match.get());
        }
        return bindings.stream()
                .map(binding -> library.slotFormat().parse(binding.slot(), binding.text()))
                .filter(Refused.class::isInstance)
                .map(refused -> ((Refused) refused).reason())
                .findFirst();
    }
}
