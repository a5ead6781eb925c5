package org.proviso.verification.oracle;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.proviso.document.Block;
import org.proviso.verification.oracle.Unit.Kind;

/// "Choice" of the rule: lists every cover there is, and takes the best.
final class NaiveCover {

    /// Questions with more covers are given up.
    static final int MAX_COVERS = 20_000;

    private final List<Block> blocks;
    private final NaiveUse use;
    private final NaiveUnits units;
    private final List<List<Unit>> unitsAt = new ArrayList<>();
    private final List<List<Unit>> covers = new ArrayList<>();

    /// There are too many covers to list.
    static final class TooMany extends RuntimeException {}

    NaiveCover(Question question, Set<Feature> features, List<Block> blocks) {
        this.blocks = blocks;
        this.use = new NaiveUse(question, features);
        this.units = new NaiveUnits(question, features, blocks);
        for (int at = 0; at < blocks.size(); at++) {
            List<Unit> here = new ArrayList<>(units.at(at));
            here.add(Unit.of(Kind.UNCOVERED, at, at + 1));
            unitsAt.add(here);
        }
    }

    List<Unit> best() {
        list(0, new ArrayList<>());
        return covers.stream().min(order()).orElseThrow();
    }

    private void list(int from, List<Unit> sofar) {
        if (from == blocks.size()) {
            covers.add(List.copyOf(sofar));
            if (covers.size() > MAX_COVERS) {
                throw new TooMany();
            }
            return;
        }
        for (Unit unit : unitsAt.get(from)) {
            sofar.add(unit);
            list(unit.end(), sofar);
            sofar.removeLast();
        }
    }

    private Comparator<List<Unit>> order() {
        return Comparator.comparingInt((List<Unit> cover) -> tokens(cover, Kind.UNCOVERED))
                .thenComparingInt(this::unusableTokens)
                .thenComparingInt(NaiveCover::clauses)
                .thenComparing(NaiveCover::longestFirst);
    }

    private int tokens(List<Unit> cover, Kind kind) {
        return cover.stream()
                .filter(unit -> unit.kind() == kind)
                .mapToInt(this::tokens)
                .sum();
    }

    private int tokens(Unit unit) {
        return blocks.subList(unit.start(), unit.end()).stream()
                .mapToInt(block -> block.tokens().size())
                .sum();
    }

    private int unusableTokens(List<Unit> cover) {
        return cover.stream()
                .filter(unit -> unit.match() != null
                        && !use.mayBeUsed(unit.match().candidate().clause()))
                .mapToInt(this::tokens)
                .sum();
    }

    private static int clauses(List<Unit> cover) {
        return (int) cover.stream().filter(unit -> unit.kind() == Kind.CLAUSE).count();
    }

    private static int longestFirst(List<Unit> one, List<Unit> two) {
        for (int i = 0; i < Math.min(one.size(), two.size()); i++) {
            int order = Integer.compare(length(two.get(i)), length(one.get(i)));
            if (order == 0) {
                order = Integer.compare(headings(one.get(i)), headings(two.get(i)));
            }
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    private static int length(Unit unit) {
        return unit.kind() == Kind.UNCOVERED ? 0 : unit.end() - unit.start();
    }

    private static int headings(Unit unit) {
        return unit.text() - unit.start();
    }
}
