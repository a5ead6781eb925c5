package org.proviso.json;

import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.proviso.clause.ClauseVersion;
import org.proviso.retrieval.RankedClause;
import org.proviso.retrieval.Reasons;

/// Clauses of the library, ranked or in id order.
@Schema(name = "ClauseList")
public record ClauseList(LocalDate asOf, String root, List<Row> clauses) {

    /// @param text the clause's source: Markdown, slots as `{{name}}`
    /// @param score only of a search; comparable within one answer
    @Schema(name = "ClauseRow")
    public record Row(
            String id,
            int version,
            String title,
            String family,
            String category,
            String position,
            List<String> jurisdictions,
            String status,

            @Schema(description = "The approved text; slots as {{name}}.")
            String text,

            @Schema(description = "Orders this answer; not comparable between answers.") @Nullable
            Double score,

            @Nullable Why reasons) {

        public static Row of(ClauseVersion clause) {
            return of(clause, null, null);
        }

        public static Row of(RankedClause ranked) {
            return of(ranked.clause(), ranked.score(), Why.of(ranked.reasons()));
        }

        private static Row of(ClauseVersion clause, @Nullable Double score, @Nullable Why reasons) {
            return new Row(
                    clause.id().value(),
                    clause.versionId().version(),
                    clause.title(),
                    clause.family().value(),
                    clause.category(),
                    clause.position().toString(),
                    Written.strings(clause.jurisdictions()),
                    clause.status().toString(),
                    clause.text().source(),
                    score,
                    reasons);
        }
    }

    /// Why a clause was found.
    ///
    /// @param lexicalRank its rank by words, from 1
    /// @param lexicalScore its BM25 score
    /// @param denseRank its rank by meaning, from 1
    /// @param cosine the similarity of query and clause
    /// @param late how near their tokens are, where late interaction ranks
    /// @param passage where in the clause they are nearest
    @Schema(name = "Reasons")
    public record Why(
            @Nullable Integer lexicalRank,
            @Nullable Double lexicalScore,
            @Nullable Integer denseRank,
            @Nullable Double cosine,

            @Schema(description = "How near the tokens of query and clause are; only with late interaction.") @Nullable
            Double late,

            @Schema(description = "Where in the clause they are nearest.") @Nullable
            String passage,

            List<String> matchedFields,
            List<String> matchedTerms) {

        public static Why of(Reasons reasons) {
            return new Why(
                    reasons.lexicalRank(),
                    reasons.lexicalScore(),
                    reasons.denseRank(),
                    reasons.cosine(),
                    reasons.late(),
                    reasons.passage(),
                    reasons.matchedFields(),
                    reasons.matchedTerms());
        }
    }
}
