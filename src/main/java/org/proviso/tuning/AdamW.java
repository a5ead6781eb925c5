package org.proviso.tuning;

/// Gradient descent with momentum, a step size for each weight and decay apart from the gradient.
///
/// Loshchilov and Hutter, "Decoupled Weight Decay Regularization", ICLR 2019, algorithm 2; beta 0.9 and 0.999.
final class AdamW {

    private static final double BETA_1 = 0.9;
    private static final double BETA_2 = 0.999;
    private static final double EPSILON = 1e-8;

    private final float[] weights;
    private final double rate;
    private final double decay;
    private final double[] mean;
    private final double[] square;
    private int steps;

    /// @param weights changed in place
    /// @param rate of learning
    /// @param decay the share of a weight that a step takes away, before the rate
    AdamW(float[] weights, double rate, double decay) {
        this.weights = weights;
        this.rate = rate;
        this.decay = decay;
        mean = new double[weights.length];
        square = new double[weights.length];
    }

    void step(float[] gradient) {
        steps++;
        double correction1 = 1 - Math.pow(BETA_1, steps);
        double correction2 = 1 - Math.pow(BETA_2, steps);
        for (int i = 0; i < weights.length; i++) {
            mean[i] = BETA_1 * mean[i] + (1 - BETA_1) * gradient[i];
            square[i] = BETA_2 * square[i] + (1 - BETA_2) * gradient[i] * gradient[i];
            double direction = mean[i] / correction1 / (Math.sqrt(square[i] / correction2) + EPSILON);
            weights[i] -= (float) (rate * (direction + decay * weights[i]));
        }
    }
}
