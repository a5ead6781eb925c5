package org.proviso.verification;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.proviso.clause.ClauseVersion;
import org.proviso.document.Block;
import org.proviso.document.Token;
import org.proviso.verification.ClauseSearch.Candidate;
import org.proviso.verification.ClauseSearch.Likeness;
import org.proviso.verification.ClauseSearch.Text;

/// Cuts an uncovered stretch into what is near to one clause each, so that clauses explain as many tokens as possible;
/// what is near to none is a segment of one block.
final class Segments {

    /// Below this similarity a text is not said to be an altered clause; only words for the reader hang on it.
    static final double NEAR = 0.5;

    /// Clauses that are tried at one block: so many that are like it, that it is like a part of, and that are like the
    /// blocks from there on.
    private static final int CANDIDATES = 8;

    private static final int BLOCKS_AHEAD = 4;

    /// Entries of the index that are visited for each.
    private static final int POSTINGS = ClauseSearch.MAX_POSTINGS / 6;

    /// The share of the words that an altered clause and its original share at least.
    private static final double MIN_SHARED = 0.4;

    private final ClauseSearch search;
    private final List<Block> blocks;
    private final CodedText document;

    /// By block the number of tokens before it.
    private final int[] starts;

    /// Blocks of the stretch, the last exclusive.
    ///
    /// @param clause what they are near to; null if nothing is
    record Segment(int from, int to, @Nullable ClauseVersion clause) {}

    /// @param gain the tokens that clauses explain from the segment on, in tenths
    private record Tail(long gain, Segment segment) {}

    private Segments(ClauseSearch search, List<Block> blocks) {
        this.search = search;
        this.blocks = blocks;
        List<Token> tokens = new ArrayList<>();
        this.starts = new int[blocks.size() + 1];
        for (int i = 0; i < blocks.size(); i++) {
            tokens.addAll(blocks.get(i).tokens());
            starts[i + 1] = tokens.size();
        }
        this.document = search.code(tokens);
    }

    static List<Segment> of(ClauseSearch search, List<Block> blocks) {
        Segments segments = new Segments(search, blocks);
        List<Collection<Tail>> near = new ArrayList<>();
        for (int at = 0; at < blocks.size(); at++) {
            near.add(segments.nearAt(at));
        }
        return segments.best(near);
    }

    private List<Segment> best(List<Collection<Tail>> near) {
        Tail[] best = new Tail[blocks.size() + 1];
        best[blocks.size()] = new Tail(0, new Segment(blocks.size(), blocks.size(), null));
        for (int at = blocks.size() - 1; at >= 0; at--) {
            best[at] = new Tail(best[at + 1].gain(), new Segment(at, at + 1, null));
            for (Tail option : near.get(at)) {
                long gain = option.gain() + best[option.segment().to()].gain();
                if (gain > best[at].gain()) {
                    best[at] = new Tail(gain, option.segment());
                }
            }
        }
        List<Segment> segments = new ArrayList<>();
        for (int at = 0; at < blocks.size(); at = best[at].segment().to()) {
            segments.add(best[at].segment());
        }
        return segments;
    }

    /// What begins at a block and is near to a clause, with what the clause explains of it; shorter segments first.
    private Collection<Tail> nearAt(int at) {
        SortedMap<Integer, Tail> near = new TreeMap<>();
        for (ClauseVersion clause : candidates(at)) {
            if (blocks.get(at).tokens().size() * NEAR > search.longest(clause)) {
                continue;
            }
            int[] ends = ends(at, clause);
            Text text = search.nearestForm(clause, document, starts[at], ends);
            int[] distances = search.distances(text, document, starts[at], ends, Integer.MAX_VALUE);
            for (int i = 0; i < ends.length; i++) {
                int length = ends[i] - starts[at];
                long longer = EditDistance.TOKEN
                        * (long) Math.max(length, text.tokens().size());
                if (distances[i] <= (1 - NEAR) * longer) {
                    long gain = EditDistance.TOKEN * (long) length - distances[i];
                    near.merge(
                            at + i + 1,
                            new Tail(gain, new Segment(at, at + i + 1, clause)),
                            (one, other) -> other.gain() > one.gain() ? other : one);
                }
            }
        }
        return near.values();
    }

    private List<ClauseVersion> candidates(int at) {
        List<ClauseVersion> candidates = new ArrayList<>();
        List<String> words = NearestClauses.words(blocks.get(at).tokens());
        long different = words.stream().distinct().count();
        for (Likeness likeness : Likeness.values()) {
            for (Candidate candidate : search.candidates(words, likeness, CANDIDATES, POSTINGS)) {
                add(candidate, Math.min(different, candidate.words()), candidates);
            }
        }
        if (at + 1 < blocks.size()) {
            List<Block> ahead = blocks.subList(at, Math.min(blocks.size(), at + BLOCKS_AHEAD));
            List<String> wordsAhead = NearestClauses.words(NearestClauses.tokens(ahead));
            for (Candidate candidate : search.candidates(wordsAhead, Likeness.WHOLE, CANDIDATES, POSTINGS)) {
                add(candidate, candidate.words(), candidates);
            }
        }
        return candidates;
    }

    private static void add(Candidate candidate, long words, List<ClauseVersion> candidates) {
        if (candidate.shared() >= MIN_SHARED * words
                && candidates.stream().noneMatch(clause -> clause == candidate.clause())) {
            candidates.add(candidate.clause());
        }
    }

    /// The ends of the blocks up to which a stretch may be near to a clause.
    private int[] ends(int at, ClauseVersion clause) {
        long longest = Math.round(search.longest(clause) / NEAR);
        IntList ends = new IntList();
        for (int end = at; end < blocks.size() && (end == at || starts[end + 1] - starts[at] <= longest); end++) {
            ends.add(starts[end + 1]);
        }
        return ends.toArray();
    }
}
