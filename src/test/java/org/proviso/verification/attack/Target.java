package org.proviso.verification.attack;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.proviso.clause.ClauseVersion;
import org.proviso.clause.Jurisdiction;
import org.proviso.clause.SlotValue;
import org.proviso.document.CanonicalDocument;
import org.proviso.document.MarkdownReader;
import org.proviso.verification.Verification;
import org.proviso.verification.VerificationRequest;
import org.proviso.verification.Verifier;
import org.proviso.verification.oracle.Dice;
import org.proviso.verification.oracle.Feature;

/// A deal with documents to attack, the verifier that defends them and the oracle that judges.
final class Target {

    private final Deal deal;
    private final Deal judged;
    private final Verifier verifier;
    private final Map<String, SlotValue> expected;
    private final StringOracle oracle;
    private final List<ClauseVersion> pool;
    private final List<Victim> whole;

    /// @param whole documents that are attacked now and then, besides those made of clauses at random
    Target(Deal deal, Verifier verifier, Set<Feature> features, List<Victim> whole) {
        this.deal = deal;
        this.verifier = verifier;
        this.expected = deal.expected();
        this.judged = features.contains(Feature.JURISDICTION) ? deal : deal.anywhere();
        this.oracle = new StringOracle(judged, features);
        this.whole = List.copyOf(whole);
        this.pool = deal.usable().stream()
                .filter(clause -> features.contains(Feature.ROWS)
                        || clause.text().rowNames().isEmpty())
                .filter(clause -> features.contains(Feature.REFERENCES)
                        || clause.text().references().isEmpty())
                .toList();
    }

    Deal deal() {
        return deal;
    }

    boolean isApproved(String text) {
        return oracle.accepts(text);
    }

    Verification verify(String text) {
        CanonicalDocument document = MarkdownReader.read(text);
        return verifier.verify(new VerificationRequest(document, deal.asOf(), expected, null, judged.jurisdiction()));
    }

    /// One to six clauses, now and then a whole contract.
    Victim victim(Dice dice) {
        return !whole.isEmpty() && dice.chance(0.01) ? dice.of(whole) : Printer.print(deal, clauses(dice), dice);
    }

    private List<ClauseVersion> clauses(Dice dice) {
        List<ClauseVersion> chosen = new ArrayList<>();
        while (chosen.isEmpty()) {
            int count = dice.of(1, 1, 1, 2, 2, 3, 4);
            for (int i = 0; i < count; i++) {
                List<ClauseVersion> closed = new ArrayList<>(chosen);
                if (add(dice.of(pool), closed, dice) && closed.size() <= 6) {
                    chosen = closed;
                }
            }
        }
        return chosen;
    }

    /// Adds a clause with what it requires and refers to; false if it does not fit.
    private boolean add(ClauseVersion clause, List<ClauseVersion> chosen, Dice dice) {
        if (chosen.stream().anyMatch(other -> clashes(other, clause)) || chosen.size() > 6) {
            return false;
        }
        chosen.add(clause);
        Set<Object> needed = new HashSet<>(clause.requires());
        needed.addAll(clause.text().references());
        return needed.stream()
                .sorted(java.util.Comparator.comparing(Object::toString))
                .allMatch(family -> {
                    List<ClauseVersion> choices = pool.stream()
                            .filter(other -> other.family().equals(family))
                            .toList();
                    return chosen.stream().anyMatch(other -> other.family().equals(family))
                            || (!choices.isEmpty() && add(dice.of(choices), chosen, dice));
                });
    }

    private static boolean clashes(ClauseVersion one, ClauseVersion two) {
        return one.family().equals(two.family())
                || one.conflicts().contains(two.id())
                || two.conflicts().contains(one.id())
                || (!one.fits(Jurisdiction.ANY)
                        && !two.fits(Jurisdiction.ANY)
                        && one.jurisdictions().stream().noneMatch(two.jurisdictions()::contains))
                || twins(one, two);
    }

    /// Two clauses of the same text: which one stands there is not said, so only one is printed.
    private static boolean twins(ClauseVersion one, ClauseVersion two) {
        return Folding.fold(one.text().source()).equals(Folding.fold(two.text().source()));
    }
}
