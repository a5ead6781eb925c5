package org.proviso.verification;

import java.util.HashSet;
import java.util.Set;

/// Finds every block pattern of the library that a block of a document may be, in time that grows with the block
/// and not with the library.
///
/// A pattern is a sequence of token codes and gaps, one for each slot; a gap takes one to [#MAX_GAP] tokens,
/// whatever they are. So what is found is exact for literal text, and a superset where there are slots:
/// [PatternMatcher] then reads their values. The automaton is a radix tree over the elements of all patterns.
/// Reading a block follows one branch but for gaps, and no gap is left twice at the same token.
final class BlockAutomaton {

    /// The element of a slot that follows the token before it without space.
    static final int GAP = -2;

    /// The element of a slot with a space before it.
    static final int SPACED_GAP = -3;

    /// No value is longer, in tokens.
    static final int MAX_GAP = 120;

    /// Slots that may follow one opening, counted over all patterns that begin alike up to their first slot. It
    /// bounds the work for a token of a document.
    static final int MAX_GAPS_OF_AN_OPENING = 10_000;

    private static final int ROOT = 0;

    private final Transitions children = new Transitions();

    /// The elements of all edges; an edge belongs to the node that it leads to.
    private final IntList elements = new IntList();

    private final IntList edgeStarts = new IntList();
    private final IntList edgeLengths = new IntList();
    private final IntList patterns = new IntList();

    /// The first gap on the way to a node, or [Transitions#NONE].
    private final IntList openings = new IntList();

    private final IntList gapsOfOpening = new IntList();
    private int patternCount;

    BlockAutomaton() {
        newNode(0, 0, Transitions.NONE);
    }

    /// Adds a pattern and returns its number; equal patterns have the same.
    ///
    /// @param pattern not empty, no two gaps side by side
    /// @throws IllegalArgumentException if too many slots follow one opening
    int add(int[] pattern) {
        int node = ROOT;
        for (int at = 0; at < pattern.length; ) {
            int end = at;
            while (end < pattern.length && pattern[end] >= 0) {
                end++;
            }
            if (end > at) {
                node = addLiteral(node, pattern, at, end);
                at = end;
            } else {
                node = addGap(node, pattern[at]);
                at++;
            }
        }
        if (patterns.get(node) == Transitions.NONE) {
            patterns.set(node, patternCount++);
        }
        return patterns.get(node);
    }

    /// Gives back the memory that only adding needed.
    void trim() {
        elements.trim();
        edgeStarts.trim();
        edgeLengths.trim();
        patterns.trim();
        openings.trim();
    }

    private int addLiteral(int from, int[] pattern, int start, int end) {
        int node = from;
        int at = start;
        while (at < end) {
            int child = children.get(node, pattern[at]);
            if (child == Transitions.NONE) {
                child = newNode(elements.size(), end - at, openings.get(node));
                children.put(node, pattern[at], child);
                while (at < end) {
                    elements.add(pattern[at++]);
                }
                return child;
            }
            int same = 1;
            while (same < edgeLengths.get(child)
                    && at + same < end
                    && elements.get(edgeStarts.get(child) + same) == pattern[at + same]) {
                same++;
            }
            node = same < edgeLengths.get(child) ? split(node, child, same) : child;
            at += same;
        }
        return node;
    }

    /// Puts a node into the edge that leads to `child`, behind its first `length` elements.
    private int split(int parent, int child, int length) {
        int start = edgeStarts.get(child);
        int middle = newNode(start, length, openings.get(parent));
        children.put(parent, elements.get(start), middle);
        edgeStarts.set(child, start + length);
        edgeLengths.set(child, edgeLengths.get(child) - length);
        children.put(middle, elements.get(start + length), child);
        return middle;
    }

    private int addGap(int node, int gap) {
        int child = children.get(node, gap);
        if (child != Transitions.NONE) {
            return child;
        }
        int opening = openings.get(node);
        if (opening == Transitions.NONE) {
            opening = gapsOfOpening.size();
            gapsOfOpening.add(0);
        }
        gapsOfOpening.set(opening, gapsOfOpening.get(opening) + 1);
        if (gapsOfOpening.get(opening) > MAX_GAPS_OF_AN_OPENING) {
            throw new IllegalArgumentException("more than " + MAX_GAPS_OF_AN_OPENING
                    + " slots stand in paragraphs that begin with the same words up to their first slot");
        }
        child = newNode(0, 0, opening);
        children.put(node, gap, child);
        return child;
    }

    private int newNode(int edgeStart, int edgeLength, int opening) {
        edgeStarts.add(edgeStart);
        edgeLengths.add(edgeLength);
        patterns.add(Transitions.NONE);
        openings.add(opening);
        return patterns.size() - 1;
    }

    /// Reads blocks, one at a time; for one thread.
    final class Reader {

        private final Set<Long> left = new HashSet<>();
        private int[] codes = {};
        private IntList found = new IntList();

        /// Adds the numbers of all patterns that the whole block may be, each once.
        ///
        /// @param blockCodes the block's token codes, at least one
        void read(int[] blockCodes, IntList matches) {
            start(blockCodes, matches);
            literal(ROOT, 0);
        }

        /// The same for the patterns that begin with a slot.
        void readFromGap(int[] blockCodes, IntList matches) {
            start(blockCodes, matches);
            gap(children.get(ROOT, GAP), 0);
        }

        private void start(int[] blockCodes, IntList matches) {
            codes = blockCodes;
            found = matches;
            if (!left.isEmpty()) {
                left.clear();
            }
        }

        private void literal(int from, int start) {
            int node = from;
            int at = start;
            while (at < codes.length) {
                if (at > 0) {
                    gap(children.get(node, SPACED_GAP), at);
                    gap(children.get(node, GAP), at);
                }
                int child = codes[at] < 0 ? Transitions.NONE : children.get(node, codes[at]);
                if (child == Transitions.NONE || !follows(child, at)) {
                    return;
                }
                at += edgeLengths.get(child);
                node = child;
            }
            accept(node);
        }

        private boolean follows(int child, int at) {
            int length = edgeLengths.get(child);
            if (at + length > codes.length) {
                return false;
            }
            int start = edgeStarts.get(child);
            for (int i = 1; i < length; i++) {
                if (elements.get(start + i) != codes[at + i]) {
                    return false;
                }
            }
            return true;
        }

        private void gap(int node, int at) {
            if (node == Transitions.NONE) {
                return;
            }
            int last = Math.min(codes.length, at + MAX_GAP);
            for (int end = at + 1; end <= last; end++) {
                if (end == codes.length) {
                    accept(node);
                } else if (codes[end] >= 0
                        && children.get(node, codes[end]) != Transitions.NONE
                        && left.add((long) node << 32 | end)) {
                    literal(node, end);
                }
            }
        }

        private void accept(int node) {
            int pattern = patterns.get(node);
            if (pattern != Transitions.NONE && !found.contains(pattern)) {
                found.add(pattern);
            }
        }
    }
}
