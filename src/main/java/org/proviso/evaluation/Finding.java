package org.proviso.evaluation;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/// One place where verifier and evaluation disagree.
///
/// @param line the line in the file, from 1
/// @param excerpt the text that was verified, from a little before where the sides of the pair part
/// @param reason what the verifier says
public record Finding(Kind kind, String file, int line, String excerpt, String reason) {

    /// Who was wrong, if the evaluation is right.
    public enum Kind {
        /// An edit that was not rejected.
        FALSE_ACCEPT,
        /// An original that was not verified.
        FALSE_REJECT,
        /// Text of the library, on an altered side, that was not verified.
        SKIPPED_REJECTED,
        /// A text that was verified as another clause than the one it is.
        MISATTRIBUTED;

        @Override
        @JsonValue
        public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
