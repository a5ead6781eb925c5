package org.proviso.verification.attack;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.proviso.verification.Verdict;
import org.proviso.verification.Verification;
import org.proviso.verification.attack.Tally.Outcome;
import org.proviso.verification.oracle.Dice;
import org.proviso.verification.oracle.Feature;

/// Many random changes of many random documents; the same for the same seed, whatever the number of threads.
final class Campaign {

    private static final List<Attack> ATTACKS = Stream.of(
                    WordAttack.values(),
                    CharacterAttack.values(),
                    SlotAttack.values(),
                    SpliceAttack.values(),
                    LabelAttack.values(),
                    MarkupAttack.values())
            .<Attack>flatMap(Stream::of)
            .toList();

    private final List<Target> targets;
    private final List<Attack> variants;
    private final long seed;

    Campaign(List<Target> targets, Set<Feature> features, long seed) {
        this.targets = targets;
        this.seed = seed;
        this.variants = new ArrayList<>();
        for (HonestVariant variant : HonestVariant.values()) {
            if (features.containsAll(variant.needs())) {
                variants.add(variant);
            }
        }
    }

    /// Changes that the string oracle judges: what it refuses must not be verified.
    Tally attacks(long count) {
        return run(count, seed, ATTACKS, this::attack);
    }

    /// Changes of form: all of them have to be verified.
    Tally honest(long count) {
        return run(count, ~seed, variants, this::vary);
    }

    /// One changed document.
    private record Case(long number, Target target, Victim victim, Attack attack, String text) {

        String described(Verification verification) {
            return "--- case " + number + ", " + attack.name() + ", "
                    + target.deal().name() + ": "
                    + verification.verdict() + " " + verification.deviations() + "\n" + victim.text() + "--- became\n"
                    + text.replace("\r", "␍");
        }
    }

    private interface Judge {
        void judge(Case changed, Tally tally);
    }

    private Tally run(long count, long firstSeed, List<Attack> kinds, Judge judge) {
        Tally tally = new Tally();
        LongStream.range(0, count).parallel().forEach(number -> {
            Dice dice = new Dice(new Random(firstSeed * 31 + number));
            Target target = dice.of(targets);
            Victim victim = target.victim(dice);
            String text = null;
            Attack attack = null;
            while (text == null) {
                attack = dice.of(kinds);
                text = attack.change(victim, dice);
            }
            if (!text.isBlank()) {
                judge.judge(new Case(number, target, victim, attack, text), tally);
            }
        });
        return tally;
    }

    private void attack(Case changed, Tally tally) {
        boolean harmless = changed.target().isApproved(changed.text());
        Verification verification = changed.target().verify(changed.text());
        Outcome outcome = switch (verification.verdict()) {
            case REJECTED -> harmless ? Outcome.STRICTER : Outcome.REJECTED;
            case VALUES_UNCONFIRMED -> harmless ? Outcome.STRICTER : Outcome.UNCONFIRMED;
            case VERIFIED -> harmless ? Outcome.HARMLESS : Outcome.FALSE_ACCEPT;
        };
        if (outcome == Outcome.FALSE_ACCEPT) {
            tally.mistake(changed.number(), changed.described(verification));
        }
        tally.add(changed.attack().name(), outcome);
    }

    private void vary(Case changed, Tally tally) {
        Verification verification = changed.target().verify(changed.text());
        boolean verified = verification.verdict() == Verdict.VERIFIED;
        if (!verified) {
            tally.mistake(changed.number(), changed.described(verification));
        }
        tally.add(changed.attack().name(), verified ? Outcome.VERIFIED : Outcome.FALSE_REJECT);
    }
}
