package org.proviso.verification.oracle;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
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
                .map(unit -> bare(document.blocks().get(unit.text()).label()))
                .toList();
        long places = cover.stream()
                .filter(unit -> unit.match() != null)
                .flatMap(unit -> document.blocks().subList(unit.start(), unit.text() + 1).stream())
                .filter(block -> bare(block.label()).equals(bare(written))
                        || block.label().equals(Block.RENUMBERED))
                .count();
        unconfirmed |= targets.isEmpty();
        rejected |= !targets.isEmpty() && (!targets.getFirst().equals(bare(written)) || places != 1);
    }

    /// A label without the period or parenthesis that ends it: `4.2.` and `4.2` are one, `(a)` and `a)` are.
    private static String bare(String label) {
        String open = label.startsWith("(") && label.indexOf('(', 1) < 0 ? label.substring(1) : label;
        return open.endsWith(".") || (open.endsWith(")") && open.indexOf('(') < 0)
                ? open.substring(0, open.length() - 1)
                : open;
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
