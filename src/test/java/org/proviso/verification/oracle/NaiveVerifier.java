package org.proviso.verification.oracle;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.proviso.clause.ClauseVersion;
import org.proviso.clause.Jurisdiction;
import org.proviso.clause.SlotValue;
import org.proviso.clause.SlotValue.Words;
import org.proviso.document.Block;
import org.proviso.document.CanonicalDocument;
import org.proviso.document.MarkdownReader;
import org.proviso.verification.Verdict;
import org.proviso.verification.oracle.Answer.Stretch;
import org.proviso.verification.oracle.Unit.Kind;

/// The rule of `canonical-text.md`, as directly as it can be written down.
final class NaiveVerifier {

    private final Question question;
    private final Set<Feature> features;
    private final CanonicalDocument document;
    private final List<Unit> cover;
    private final List<ClauseVersion> clauses = new ArrayList<>();
    private final Map<String, SlotValue> found = new HashMap<>();
    private boolean rejected;
    private boolean unconfirmed;

    private NaiveVerifier(Question question, Set<Feature> features) {
        this.question = question;
        this.features = features;
        this.document = MarkdownReader.read(question.text());
        this.cover = new NaiveCover(question, features, document.blocks()).best();
    }

    /// @throws NaiveCover.TooMany if there are too many covers to list
    static Answer answer(Question question, Set<Feature> features) {
        return new NaiveVerifier(question, features).answer();
    }

    private Answer answer() {
        rejected |= !document.unreadable().isEmpty();
        List<Stretch> stretches = new ArrayList<>();
        for (Unit unit : cover) {
            rejected |= unit.kind() == Kind.UNCOVERED;
            if (unit.match() != null) {
                clauses.add(unit.match().candidate().clause());
                stretches.add(new Stretch(unit.start(), unit.end(), unit.clauses(), values(unit)));
            }
        }
        rejected |= layoutMisleads();
        NaiveUse use = new NaiveUse(question, features);
        rejected |= clauses.stream().anyMatch(clause -> !use.mayBeUsed(clause));
        if (features.contains(Feature.RELATIONS)) {
            rejected |= relationsFail();
        }
        if (features.contains(Feature.JURISDICTION)) {
            rejected |= noJurisdictionFitsAll();
        }
        Verdict verdict = rejected ? Verdict.REJECTED : unconfirmed ? Verdict.VALUES_UNCONFIRMED : Verdict.VERIFIED;
        return new Answer(verdict, stretches);
    }

    private Map<String, SlotValue> values(Unit unit) {
        Map<String, SlotValue> values = new TreeMap<>();
        unit.match().candidate().form().decisions().forEach((name, value) -> {
            check(name, value);
            values.put(name, value);
        });
        for (Bound bound : unit.match().bound()) {
            if (bound.value() == null) {
                rejected = true;
            } else if (features.contains(Feature.REFERENCES) && bound.name().startsWith("ref:")) {
                checkReference(bound.name().substring(4), ((Words) bound.value()).text());
            } else {
                check(bound.name(), bound.value());
                if (!bound.name().startsWith("ref:")) {
                    values.put(bound.name(), bound.value());
                }
            }
        }
        return values;
    }

    private void check(String name, SlotValue value) {
        SlotValue first = found.putIfAbsent(name, value);
        rejected |= first != null && !first.equals(value);
        SlotValue expected = question.values().get(name);
        unconfirmed |= expected == null;
        rejected |= expected != null && !expected.equals(value);
    }

    private void checkReference(String family, String written) {
        List<String> targets = cover.stream()
                .filter(unit -> unit.match() != null
                        && unit.match().candidate().clause().family().value().equals(family))
                .map(unit -> NaiveLabels.bare(document.blocks().get(unit.text()).label()))
                .toList();
        long places = cover.stream()
                .filter(unit -> unit.match() != null)
                .flatMap(unit -> document.blocks().subList(unit.start(), unit.text() + 1).stream())
                .filter(block -> NaiveLabels.bare(block.label()).equals(NaiveLabels.bare(written))
                        || block.label().equals(Block.RENUMBERED))
                .count();
        unconfirmed |= targets.isEmpty();
        rejected |= !targets.isEmpty() && (!targets.getFirst().equals(NaiveLabels.bare(written)) || places != 1);
    }

    /// Whether a clause looks like a part of what stands before it, or a list has labels that a text means otherwise.
    private boolean layoutMisleads() {
        List<Block> before = List.of();
        List<String> labelsBefore = List.of();
        Set<Integer> headings = new HashSet<>();
        boolean misleads = false;
        for (Unit unit : cover) {
            if (unit.match() == null) {
                continue;
            }
            List<Block> list = document.blocks().subList(unit.text() + 1, unit.end());
            for (int at = unit.start(); at <= unit.text(); at++) {
                Block block = document.blocks().get(at);
                misleads |= block.item() >= 0 && !headings.contains(block.item());
                misleads |= NaiveLabels.continues(block.label(), labelsBefore, beside(block, before), labels(before));
                if (at < unit.text()) {
                    headings.add(at);
                }
            }
            Block first = document.blocks().get(unit.text());
            misleads |=
                    NaiveLabels.isBullet(first.label()) && NaiveLabels.continues(first.label(), beside(first, list));
            List<Block> approved = unit.match().candidate().blocks();
            for (int i = 1; i < approved.size(); i++) {
                misleads |= approved.get(i).labelled()
                        && !allSame(approved, list)
                        && isNamed(approved.get(i).label(), unit);
            }
            before = list;
            labelsBefore = labels(document.blocks().subList(unit.start(), unit.text() + 1));
        }
        return misleads;
    }

    private static List<String> labels(List<Block> blocks) {
        return blocks.stream().map(Block::label).toList();
    }

    private static List<String> beside(Block block, List<Block> list) {
        return list.stream()
                .filter(other -> other.item() == block.item())
                .map(Block::label)
                .toList();
    }

    private static boolean allSame(List<Block> approved, List<Block> list) {
        boolean same = true;
        for (int i = 1; i < approved.size(); i++) {
            same &= !approved.get(i).labelled()
                    || NaiveLabels.same(approved.get(i).label(), list.get(i - 1).label());
        }
        return same;
    }

    private boolean isNamed(String label, Unit unit) {
        return IntStream.range(0, document.blocks().size())
                .anyMatch(at -> NaiveLabels.isNamed(
                        label,
                        labels(document.blocks().subList(unit.start(), unit.text() + 1)),
                        NaiveMatcher.written(document.blocks().get(at).tokens()),
                        at >= unit.text() && at < unit.end()));
    }

    private boolean relationsFail() {
        Set<Object> families = new HashSet<>();
        boolean repeated = false;
        for (ClauseVersion clause : clauses) {
            repeated |= !families.add(clause.family());
        }
        return repeated
                || clauses.stream().anyMatch(clause -> !families.containsAll(clause.requires()))
                || clauses.stream()
                        .anyMatch(one -> clauses.stream()
                                .anyMatch(two -> one != two && one.conflicts().contains(two.id())));
    }

    private boolean noJurisdictionFitsAll() {
        List<ClauseVersion> specific = clauses.stream()
                .filter(clause -> !clause.jurisdictions().contains(Jurisdiction.ANY))
                .toList();
        return !specific.isEmpty()
                && specific.getFirst().jurisdictions().stream()
                        .noneMatch(where -> specific.stream().allMatch(clause -> clause.fits(where)));
    }
}
