package org.proviso.evaluation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.proviso.document.CanonicalDocument;
import org.proviso.document.MarkdownReader;
import org.proviso.document.PlainTextReader;
import org.proviso.evaluation.ChangeScores.KindCounts;
import org.proviso.verification.Changes;
import org.proviso.verification.Deviation.Change;

/// Compares both sides of labelled pairs, and the kinds of change with the label. `src/docs/evaluation.md` defines the
/// measures.
public final class ChangeEvaluation {

    private ChangeEvaluation() {}

    /// @throws IllegalArgumentException if no label is of a pair
    public static ChangeScores of(Collection<EditPair> pairs, Collection<ChangeLabel> labels) {
        Map<String, EditPair> byId = new HashMap<>();
        pairs.forEach(pair -> byId.put(pair.id(), pair));
        Map<String, KindCounts> kinds = new TreeMap<>();
        List<String> wrong = new ArrayList<>();
        int all = 0;
        int materialRight = 0;
        for (ChangeLabel label : labels) {
            EditPair pair = byId.get(label.pair());
            if (pair == null) {
                continue;
            }
            Set<Change> found = changes(pair);
            for (Change kind : Change.values()) {
                boolean labelled = label.kinds().contains(kind);
                if (labelled || found.contains(kind)) {
                    kinds.merge(
                            kind.toString(),
                            new KindCounts(0, 0, 0).plus(labelled, found.contains(kind)),
                            (one, other) -> new KindCounts(
                                    one.both() + other.both(),
                                    one.missed() + other.missed(),
                                    one.extra() + other.extra()));
                }
            }
            all++;
            materialRight += found.stream().anyMatch(Change::material) == label.material() ? 1 : 0;
            if (!found.equals(label.kinds())) {
                wrong.add(pair.id() + ": labelled " + new TreeSet<>(label.kinds()) + ", found " + found);
            }
        }
        if (all == 0) {
            throw new IllegalArgumentException("No label is of a pair: maybe the pairs have no \"id\".");
        }
        return new ChangeScores(all, all - wrong.size(), materialRight, new TreeMap<>(kinds), wrong);
    }

    /// Both sides are read as Markdown, or as plain text where that cannot be read.
    private static Set<Change> changes(EditPair pair) {
        CanonicalDocument original = MarkdownReader.read(pair.original());
        CanonicalDocument altered = MarkdownReader.read(pair.altered());
        if (!original.unreadable().isEmpty() || !altered.unreadable().isEmpty()) {
            original = PlainTextReader.read(pair.original());
            altered = PlainTextReader.read(pair.altered());
        }
        Set<Change> changes = EnumSet.noneOf(Change.class);
        Changes.between(original, altered).forEach(part -> changes.addAll(part.changes()));
        return changes;
    }
}
