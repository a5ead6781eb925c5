package org.proviso.verification;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.proviso.clause.ClauseVersion;
import org.proviso.clause.ClauseVersionId;
import org.proviso.clause.FamilyId;
import org.proviso.clause.SlotValue;
import org.proviso.clause.SlotValue.Flag;
import org.proviso.document.Block;
import org.proviso.document.DocumentReader;
import org.proviso.document.Token;
import org.proviso.library.ContractType.Section;
import org.proviso.library.LibrarySnapshot;

/// Covers the blocks of a document by approved clauses, without overlap.
///
/// Decided over block breaks from the end of the document: the cover with the fewest uncovered tokens, then the fewest
/// clauses, then the longest first, then id order. There is no similarity and no threshold.
final class ClauseCover {

    private final LibrarySnapshot library;
    private final DocumentReader reader;
    private final Map<String, List<ClausePattern>> byFirstWord = new HashMap<>();
    private final List<ClausePattern> startingWithSlot = new ArrayList<>();
    private final Map<FamilyId, List<List<Token>>> headings = new HashMap<>();
    private final Map<ClauseVersionId, List<Token>> titles = new HashMap<>();

    /// A clause with its headings at a place of the document.
    ///
    /// @param start the first block, headings included
    /// @param text the first block of the clause itself
    /// @param end the block behind it
    /// @param clauses every clause version that has this text, the first one's pattern bound the slots
    record Unit(
            int start,
            int text,
            int end,
            ClausePattern pattern,
            List<ClauseVersionId> clauses,
            List<Binding> bindings) {}

    private record Match(ClausePattern pattern, int end, List<Binding> bindings) {}

    /// A cover of all blocks from some block on.
    private record Tail(
            int uncovered, int clauses, @Nullable Unit unit) {}

    /// @throws IllegalArgumentException if a clause is not readable as paragraphs
    ClauseCover(LibrarySnapshot library, DocumentReader reader) {
        this.library = library;
        this.reader = reader;
        for (ClauseVersion clause : library.clauses()) {
            titles.put(clause.versionId(), tokens(clause.title()));
            for (ClausePattern pattern : ClausePattern.of(clause, reader)) {
                Token first = pattern.firstToken();
                if (first.kind() == Token.Kind.PLACEHOLDER) {
                    startingWithSlot.add(pattern);
                } else {
                    byFirstWord
                            .computeIfAbsent(first.text(), _ -> new ArrayList<>())
                            .add(pattern);
                }
            }
        }
        library.contractTypes().forEach(recipe -> recipe.sections().forEach(this::addHeading));
    }

    private void addHeading(Section section) {
        String heading = section.heading();
        if (heading != null) {
            List<Token> tokens = tokens(heading);
            section.items()
                    .forEach(item -> headings.computeIfAbsent(item.family(), _ -> new ArrayList<>())
                            .add(tokens));
        }
    }

    /// Every pattern of the library, in id order.
    List<ClausePattern> patterns() {
        return Stream.concat(byFirstWord.values().stream().flatMap(Collection::stream), startingWithSlot.stream())
                .sorted(Comparator.comparing(pattern -> pattern.clause().versionId()))
                .toList();
    }

    /// The clause versions that may be used on a day.
    Set<ClauseVersionId> inForce(LocalDate asOf) {
        return library.inForce(asOf).stream().map(ClauseVersion::versionId).collect(Collectors.toSet());
    }

    /// The best cover, in document order; blocks that no unit spans are uncovered.
    ///
    /// @param expected the values that slots are read by first where they stand in the text
    List<Unit> cover(List<Block> blocks, LocalDate asOf, Map<String, SlotValue> expected) {
        PatternMatcher matcher = PatternMatcher.exact(library.slotFormat(), expected);
        Set<ClauseVersionId> inForce = inForce(asOf);
        List<List<Match>> matches = new ArrayList<>();
        for (int at = 0; at < blocks.size(); at++) {
            matches.add(matchesAt(blocks, at, matcher, inForce, expected));
        }
        Tail[] best = new Tail[blocks.size() + 1];
        best[blocks.size()] = new Tail(0, 0, null);
        for (int at = blocks.size() - 1; at >= 0; at--) {
            best[at] = bestAt(blocks, at, matches, best);
        }
        List<Unit> units = new ArrayList<>();
        for (int at = 0; at < blocks.size(); ) {
            Unit unit = best[at].unit();
            if (unit != null) {
                units.add(unit);
            }
            at = unit == null ? at + 1 : unit.end();
        }
        return units;
    }

    private List<Match> matchesAt(
            List<Block> blocks,
            int at,
            PatternMatcher matcher,
            Set<ClauseVersionId> inForce,
            Map<String, SlotValue> expected) {
        List<ClausePattern> candidates = new ArrayList<>(startingWithSlot);
        candidates.addAll(
                byFirstWord.getOrDefault(blocks.get(at).tokens().getFirst().text(), List.of()));
        List<Match> found = new ArrayList<>();
        for (ClausePattern pattern : candidates) {
            if (inForce.contains(pattern.clause().versionId())) {
                matcher.match(pattern, blocks, at)
                        .ifPresent(bindings -> found.add(
                                new Match(pattern, at + pattern.blocks().size(), bindings)));
            }
        }
        found.sort(Comparator.comparingInt(Match::end)
                .reversed()
                .thenComparing(match -> contradictsFlags(match.pattern(), expected))
                .thenComparing(match -> match.pattern().clause().versionId()));
        return found;
    }

    /// Two combinations of flags may give the same text; then the expected one is meant.
    private static boolean contradictsFlags(ClausePattern pattern, Map<String, SlotValue> expected) {
        return pattern.flags().entrySet().stream()
                .anyMatch(flag -> expected.get(flag.getKey()) instanceof Flag(boolean set) && set != flag.getValue());
    }

    private Tail bestAt(List<Block> blocks, int at, List<List<Match>> matches, Tail[] best) {
        Tail rest = best[at + 1];
        Tail chosen = new Tail(rest.uncovered() + blocks.get(at).tokens().size(), rest.clauses(), null);
        int chosenEnd = at + 1;
        for (int text = at; text <= at + 2 && text < blocks.size(); text++) {
            for (Match match : matches.get(text)) {
                if (!areHeadings(blocks, at, text, match.pattern().clause())) {
                    continue;
                }
                Tail tail = best[match.end()];
                int order = compare(tail.uncovered(), tail.clauses() + 1, match.end(), chosen, chosenEnd);
                if (order < 0) {
                    Unit unit = new Unit(
                            at,
                            text,
                            match.end(),
                            match.pattern(),
                            sameText(matches.get(text), match),
                            match.bindings());
                    chosen = new Tail(tail.uncovered(), tail.clauses() + 1, unit);
                    chosenEnd = match.end();
                }
            }
        }
        return chosen;
    }

    private static int compare(int uncovered, int clauses, int end, Tail other, int otherEnd) {
        if (uncovered != other.uncovered()) {
            return Integer.compare(uncovered, other.uncovered());
        }
        return clauses != other.clauses() ? Integer.compare(clauses, other.clauses()) : Integer.compare(otherEnd, end);
    }

    private static List<ClauseVersionId> sameText(List<Match> matches, Match chosen) {
        List<ClauseVersionId> ids =
                new ArrayList<>(List.of(chosen.pattern().clause().versionId()));
        matches.stream()
                .filter(match -> match.end() == chosen.end())
                .map(match -> match.pattern().clause().versionId())
                .filter(id -> !ids.contains(id))
                .forEach(ids::add);
        return ids;
    }

    /// Whether the blocks before a clause are headings that may stand there: its title, a recipe's heading for its
    /// family, or the latter and then the former.
    boolean areHeadings(List<Block> blocks, int from, int text, ClauseVersion clause) {
        return switch (text - from) {
            case 0 -> true;
            case 1 -> isTitle(blocks.get(from), clause) || isSectionHeading(blocks.get(from), clause);
            case 2 -> isSectionHeading(blocks.get(from), clause) && isTitle(blocks.get(from + 1), clause);
            default -> false;
        };
    }

    private boolean isTitle(Block block, ClauseVersion clause) {
        return same(titles.getOrDefault(clause.versionId(), List.of()), block.tokens());
    }

    private boolean isSectionHeading(Block block, ClauseVersion clause) {
        return headings.getOrDefault(clause.family(), List.of()).stream()
                .anyMatch(heading -> same(heading, block.tokens()));
    }

    private static boolean same(List<Token> approved, List<Token> found) {
        if (approved.size() != found.size()) {
            return false;
        }
        for (int i = 0; i < approved.size(); i++) {
            if (!approved.get(i).sameAs(found.get(i))) {
                return false;
            }
        }
        return true;
    }

    private List<Token> tokens(String heading) {
        return reader.read(heading).tokens().toList();
    }
}
