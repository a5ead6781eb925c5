package org.proviso.verification.oracle;

import java.util.List;
import java.util.random.RandomGenerator;

/// Random choices, the same for the same seed.
record Dice(RandomGenerator random) {

    boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    int upTo(int bound) {
        return random.nextInt(bound);
    }

    int between(int least, int most) {
        return random.nextInt(least, most + 1);
    }

    <T> T of(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    @SafeVarargs
    final <T> T of(T... choices) {
        return choices[random.nextInt(choices.length)];
    }
}
