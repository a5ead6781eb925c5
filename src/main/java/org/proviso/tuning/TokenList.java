package org.proviso.tuning;

import java.util.List;

/// The tokens of a question and the texts that were judged for it.
///
/// @param question the vectors of its tokens, one after the other
/// @param judged which texts, with their grades
record TokenList(float[] question, GradedList judged) {

    List<Integer> texts() {
        return judged.texts();
    }
}
