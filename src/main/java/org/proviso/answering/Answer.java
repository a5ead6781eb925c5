package org.proviso.answering;

import java.util.List;
import org.proviso.clause.ClauseVersion;
import org.proviso.clause.ClauseVersionId;
import org.proviso.library.Root;

/// An answer, part by part.
///
/// @param root the library that was asked
public record Answer(Root root, List<Part> parts) {

    /// A piece of an answer.
    public sealed interface Part {}

    /// A clause, word for word as the library has it, slots as `{{name}}`.
    ///
    /// @param score how well it fits the question; comparable within one answer only
    public record Quote(ClauseVersion clause, double score) implements Part {

        /// The approved text.
        public String text() {
            return clause.text().source();
        }
    }

    /// A fact about quoted clauses, taken from their metadata.
    public record Comment(String text, List<ClauseVersionId> citations) implements Part {
        public Comment {
            citations = List.copyOf(citations);
        }
    }

    /// Nothing approved answers the question.
    ///
    /// @param nearest the clauses that came nearest, the nearest first
    public record Notice(String text, List<ClauseVersionId> nearest) implements Part {
        public Notice {
            nearest = List.copyOf(nearest);
        }
    }

    public Answer {
        parts = List.copyOf(parts);
    }
}
