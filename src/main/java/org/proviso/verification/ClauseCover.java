package org.proviso.verification;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.proviso.clause.ClauseVersion;
import org.proviso.clause.ClauseVersionId;
import org.proviso.clause.SlotFormat;
import org.proviso.clause.SlotValue;
import org.proviso.document.Block;
import org.proviso.verification.Deviation.Kind;
import org.proviso.verification.Form.GappedBlock;

/// Covers the blocks of one document by approved clauses, without overlap.
///
/// Decided over block breaks from the end of the document, by the rule of `src/docs/canonical-text.md`: the
/// fewest uncovered tokens, then the fewest tokens of clauses that may not be used, then the fewest clauses, then
/// the longest first, then the order of [Usability] and of ids. There is no similarity and no threshold.
final class ClauseCover {

    private final CompiledLibrary library;
    private final List<Block> blocks;
    private final Usability usability;
    private final PatternMatcher matcher;
    private final Map<String, SlotValue> expected;

    /// By block the codes of its tokens.
    private final List<int[]> codes = new ArrayList<>();

    /// By block the codes of its whole text where that is another than its tokens, else null.
    private final List<int @Nullable []> wholeCodes = new ArrayList<>();

    /// By block the keys of the patterns that it may be.
    private final List<IntList> keys = new ArrayList<>();

    private final Furniture furniture;

    /// A unit of a cover: a clause with its headings, or furniture.
    ///
    /// @param start the first block, headings included
    /// @param text the first block of the clause itself
    /// @param end the block behind it
    /// @param match the clause; null for furniture
    /// @param clauses every clause version that matches the same blocks, that of `match` first; empty for
    ///     furniture
    record Unit(int start, int text, int end, @Nullable Match match, List<ClauseVersionId> clauses) {}

    /// A form that a run of blocks is.
    ///
    /// @param refusal why the clause may not be used; null if it may
    record Match(
            Form form,
            int end,
            List<Binding> bindings,
            @Nullable Kind refusal,
            int rank) {

        boolean usable() {
            return refusal == null;
        }
    }

    /// The best cover of all blocks from some block on.
    private record Tail(
            int uncovered,
            int unusable,
            int clauses,
            int end,
            int headings,
            @Nullable Unit unit) {

        private static final Comparator<Tail> ORDER = Comparator.comparingInt(Tail::uncovered)
                .thenComparingInt(Tail::unusable)
                .thenComparingInt(Tail::clauses)
                .thenComparing(Comparator.comparingInt(Tail::end).reversed())
                .thenComparingInt(Tail::headings);

        Tail withUnit(Unit other) {
            return new Tail(uncovered, unusable, clauses, end, headings, other);
        }

        boolean isBetterThan(Tail other) {
            return ORDER.compare(this, other) < 0;
        }
    }

    private ClauseCover(
            CompiledLibrary library,
            List<Block> blocks,
            SlotFormat format,
            Map<String, SlotValue> expected,
            Usability usability) {
        this.library = library;
        this.blocks = blocks;
        this.usability = usability;
        this.expected = expected;
        this.matcher = PatternMatcher.exact(format, expected);
        BlockAutomaton.Reader reader = library.blockReader();
        for (Block block : blocks) {
            addKeys(block, reader);
        }
        this.furniture = new Furniture(library, blocks, keys);
    }

    /// The best cover, in document order; blocks that no unit spans are uncovered.
    ///
    /// @param expected the values that slots are read by first where they stand in the text
    static List<Unit> cover(
            CompiledLibrary library,
            List<Block> blocks,
            SlotFormat format,
            Map<String, SlotValue> expected,
            Usability usability) {
        return new ClauseCover(library, blocks, format, expected, usability).cover();
    }

    private void addKeys(Block block, BlockAutomaton.Reader reader) {
        IntList patterns = new IntList();
        int[] own = library.vocabulary().codes(block.tokens());
        reader.read(own, patterns);
        IntList found = new IntList();
        for (int i = 0; i < patterns.size(); i++) {
            found.add(Form.key(patterns.get(i), block.labelled()));
        }
        patterns.clear();
        boolean initial = block.whole().size() != block.tokens().size();
        int @Nullable [] whole = initial ? library.vocabulary().codes(block.whole()) : null;
        reader.readFromGap(whole == null ? own : whole, patterns);
        for (int i = 0; i < patterns.size(); i++) {
            found.add(Form.key(patterns.get(i), block.labelled() && !initial));
        }
        codes.add(own);
        wholeCodes.add(whole);
        keys.add(found);
    }

    private List<Unit> cover() {
        Tail[] best = new Tail[blocks.size() + 1];
        best[blocks.size()] = new Tail(0, 0, 0, blocks.size(), 0, null);
        List<List<Match>> matches = new ArrayList<>();
        for (int at = 0; at < blocks.size(); at++) {
            matches.add(matchesAt(at));
        }
        for (int at = blocks.size() - 1; at >= 0; at--) {
            best[at] = bestAt(at, matches, best);
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

    /// Every clause that begins at a block, the furthest first, then in the order of rank and id.
    private List<Match> matchesAt(int at) {
        List<Match> found = new ArrayList<>();
        IntList nodes = new IntList();
        nodes.add(FormAutomaton.ROOT);
        for (int end = at; end < blocks.size() && nodes.size() > 0; end++) {
            IntList next = new IntList();
            for (int i = 0; i < nodes.size(); i++) {
                IntList symbols = keys.get(end);
                for (int j = 0; j < symbols.size(); j++) {
                    int node = library.forms().next(nodes.get(i), symbols.get(j));
                    if (node != Transitions.NONE && !next.contains(node)) {
                        next.add(node);
                        for (Form form : library.forms().forms(node)) {
                            match(form, at).ifPresent(found::add);
                        }
                    }
                }
            }
            nodes = next;
        }
        if (found.size() > 1) {
            found.sort(Comparator.comparingInt(Match::end)
                    .reversed()
                    .thenComparing(Match::rank)
                    .thenComparing(match -> match.form().clause().versionId())
                    .thenComparing(match -> match.form().order()));
        }
        return found;
    }

    private Optional<Match> match(Form form, int at) {
        if (!form.isLaidOutAs(blocks, at)) {
            return Optional.empty();
        }
        List<Binding> bindings = List.of();
        for (int i = 0; i < form.length(); i++) {
            GappedBlock approved = form.gapped(i);
            if (approved != null) {
                Optional<List<Binding>> found = match(approved, at + i);
                if (found.isEmpty()) {
                    return Optional.empty();
                }
                bindings = new ArrayList<>(bindings);
                bindings.addAll(found.get());
            }
        }
        Kind refusal = usability.refusal(form.clause());
        int rank = 8 * (refusal == null ? 0 : 1) + 2 * usability.rank(form.clause()) + (contradicts(form) ? 1 : 0);
        return Optional.of(new Match(form, at + form.length(), bindings, refusal, rank));
    }

    private Optional<List<Binding>> match(GappedBlock approved, int block) {
        int[] whole = wholeCodes.get(block);
        boolean fromGap = approved.elements()[0] < 0 && whole != null;
        return fromGap
                ? matcher.match(approved, blocks.get(block).whole(), whole)
                : matcher.match(approved, blocks.get(block).tokens(), codes.get(block));
    }

    /// Two forms may give the same text; then the expected one is meant.
    private boolean contradicts(Form form) {
        return form.decisions().entrySet().stream()
                .anyMatch(decision -> !expected.getOrDefault(decision.getKey(), decision.getValue())
                        .equals(decision.getValue()));
    }

    private Tail bestAt(int at, List<List<Match>> matches, Tail[] best) {
        int tokens = blocks.get(at).tokens().size();
        Tail rest = best[at + 1];
        Tail chosen = new Tail(rest.uncovered() + tokens, rest.unusable(), rest.clauses(), at, 0, null);
        int furnitureEnd = furniture.end(at);
        if (furnitureEnd > at) {
            Tail tail = best[furnitureEnd];
            Unit unit = new Unit(at, furnitureEnd, furnitureEnd, null, List.of());
            Tail candidate = new Tail(tail.uncovered(), tail.unusable(), tail.clauses(), furnitureEnd, 0, unit);
            chosen = candidate.isBetterThan(chosen) ? candidate : chosen;
        }
        for (int text = at; text <= at + 2 && text < blocks.size(); text++) {
            for (Match match : matches.get(text)) {
                Tail candidate = tail(at, text, match, best);
                if (candidate.isBetterThan(chosen)
                        && areHeadings(at, text, match.form().clause())) {
                    chosen = candidate.withUnit(
                            new Unit(at, text, match.end(), match, sameText(matches.get(text), match)));
                }
            }
        }
        return chosen;
    }

    private Tail tail(int at, int text, Match match, Tail[] best) {
        Tail tail = best[match.end()];
        int unusable = 0;
        for (int i = at; i < match.end() && !match.usable(); i++) {
            unusable += blocks.get(i).tokens().size();
        }
        return new Tail(tail.uncovered(), tail.unusable() + unusable, tail.clauses() + 1, match.end(), text - at, null);
    }

    private static List<ClauseVersionId> sameText(List<Match> matches, Match chosen) {
        List<ClauseVersionId> ids = new ArrayList<>();
        ids.add(chosen.form().clause().versionId());
        for (Match match : matches) {
            ClauseVersionId id = match.form().clause().versionId();
            if (match.end() == chosen.end() && !ids.contains(id)) {
                ids.add(id);
            }
        }
        return List.copyOf(ids);
    }

    /// Whether the blocks before a clause are headings that may stand there: its title, a recipe's heading for
    /// its family, or the latter and then the former.
    private boolean areHeadings(int from, int text, ClauseVersion clause) {
        return switch (text - from) {
            case 0 -> true;
            case 1 -> isTitle(from, clause) || isSectionHeading(from, clause);
            case 2 -> isSectionHeading(from, clause) && isTitle(from + 1, clause);
            default -> false;
        };
    }

    private boolean isTitle(int block, ClauseVersion clause) {
        int title = library.title(clause);
        return title != Transitions.NONE && hasPattern(block, title);
    }

    private boolean hasPattern(int block, int pattern) {
        return keys.get(block).contains(Form.key(pattern, false))
                || keys.get(block).contains(Form.key(pattern, true));
    }

    private boolean isSectionHeading(int block, ClauseVersion clause) {
        IntList found = keys.get(block);
        for (int i = 0; i < found.size(); i++) {
            if (library.isHeading(found.get(i) >> 1, clause.family())) {
                return true;
            }
        }
        return false;
    }
}
