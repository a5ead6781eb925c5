package org.proviso.verification.oracle;

import java.util.List;
import java.util.random.RandomGenerator;

/// Random choices, the same for the same seed.
public record Dice(RandomGenerator random) {

    public boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    public int upTo(int bound) {
        return random.nextInt(bound);
    }

    public int between(int least, int most) {
        return random.nextInt(least, most + 1);
    }

    public <T> T of(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    @SafeVarargs
    public final <T> T of(T... choices) {
        return choices[random.nextInt(choices.length)];
    }
}
