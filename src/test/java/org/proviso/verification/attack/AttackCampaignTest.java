package org.proviso.verification.attack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.proviso.verification.Verdict;
import org.proviso.verification.attack.Tally.Outcome;
import org.proviso.verification.oracle.Dice;
import org.proviso.verification.oracle.Feature;

/// `-Dproviso.campaign.attacks=1000000 -Dproviso.campaign.honest=200000 -Dproviso.seed=7` goes on for longer, and
/// `-Dproviso.data` names a folder with more clauses to attack.
@DisplayName("A campaign of attacks on the verifier")
class AttackCampaignTest {

    private static final long ATTACKS = Long.getLong("proviso.campaign.attacks", 20_000);
    private static final long HONEST = Long.getLong("proviso.campaign.honest", 4_000);
    private static final long SEED = Long.getLong("proviso.seed", 20_261_123);
    private static final Set<Feature> FEATURES = Feature.underTest();

    @TempDir
    private static Path scratch;

    private static java.util.List<Target> targets;
    private static Campaign campaign;

    @BeforeAll
    static void targets() throws IOException {
        targets = Targets.all(FEATURES, scratch);
        campaign = new Campaign(targets, FEATURES, SEED);
    }

    @Test
    void unchangedDocumentsAreVerifiedByBoth() {
        for (Target target : targets) {
            for (int number = 0; number < 200; number++) {
                Victim victim = target.victim(new Dice(new Random(SEED + number)));
                String text = victim.text();

                assertTrue(target.isApproved(text), () -> target.deal().name() + "\n" + text);
                assertEquals(
                        Verdict.VERIFIED,
                        target.verify(text).verdict(),
                        () -> target.deal().name() + "\n" + text
                                + target.verify(text).deviations());
            }
        }
    }

    @Test
    void nothingThatIsNotApprovedIsVerified() {
        Tally tally = campaign.attacks(ATTACKS);

        System.out.println("seed " + SEED + "\n"
                + tally.table(
                        Outcome.HARMLESS,
                        Outcome.STRICTER,
                        Outcome.REJECTED,
                        Outcome.UNCONFIRMED,
                        Outcome.FALSE_ACCEPT));
        assertEquals("", tally.mistakes(), () -> tally.total(Outcome.FALSE_ACCEPT) + " false accepts, seed " + SEED);
        assertTrue(tally.kinds() >= 100, () -> tally.kinds() + " kinds");
        assertTrue(
                tally.total(Outcome.REJECTED) > ATTACKS * 0.7,
                () -> tally.total(Outcome.HARMLESS) + " were harmless, which makes the campaign weak");
    }

    @Test
    void changesOfFormAreVerified() {
        Tally tally = campaign.honest(HONEST);

        System.out.println("seed " + SEED + "\n" + tally.table(Outcome.VERIFIED, Outcome.FALSE_REJECT));
        assertEquals("", tally.mistakes(), () -> tally.total(Outcome.FALSE_REJECT) + " false rejects, seed " + SEED);
    }
}
