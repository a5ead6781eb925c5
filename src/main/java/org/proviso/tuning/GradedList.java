package org.proviso.tuning;

import java.util.List;

/// A question and the texts that were judged for it.
///
/// @param question its vector, of unit length
/// @param texts which of the texts, by number
/// @param grades of these, from 0
record GradedList(float[] question, List<Integer> texts, List<Integer> grades) {

    GradedList {
        if (texts.size() != grades.size()) {
            throw new IllegalArgumentException(texts.size() + " texts with " + grades.size() + " grades");
        }
        texts = List.copyOf(texts);
        grades = List.copyOf(grades);
    }

    /// Whether there is something to learn: a better text and a worse one.
    boolean teaches() {
        return grades.stream().distinct().count() > 1;
    }

    /// How the softmax of the scores should be: the gain of each grade, as a share of all. The lowest that is good at
    /// all, 1, counts little, since it is given to texts that only touch the question.
    float[] targets() {
        float[] targets = new float[grades.size()];
        float sum = 0;
        for (int i = 0; i < targets.length; i++) {
            targets[i] = grades.get(i) == 0 ? 0 : grades.get(i) == 1 ? 0.25f : grades.get(i) - 1;
            sum += targets[i];
        }
        for (int i = 0; i < targets.length; i++) {
            targets[i] /= sum;
        }
        return targets;
    }
}
