package org.proviso.retrieval;

import java.io.Closeable;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.proviso.clause.ClauseVersionId;

/// The port to an index of one library snapshot.
///
/// Words are searchable from the start, vectors come by and by. Laws: a search returns exactly the best `k` among the
/// clause versions that [ClauseFilter#accepts], never fewer because of a filter; hits come in [#ORDER]; the same
/// search gives the same hits, however and in how many steps the index was filled, and after it was opened again.
/// Safe for use by many threads. After `close` every method but `progress` throws [IllegalStateException].
public interface SearchIndex extends LateScores, Closeable {

    /// The order of hits: higher scores first, equal ones by clause version id.
    Comparator<Hit> ORDER = Comparator.comparingDouble(Hit::score).reversed().thenComparing(Hit::clause);

    /// @param score by words, or by meaning
    record Hit(ClauseVersionId clause, double score) {}

    /// What the content words of a query found in one clause.
    ///
    /// @param fields the fields that hold at least one, in name order
    /// @param terms those that it holds, as the query writes them, in the query's order
    record WordMatch(List<String> fields, List<String> terms) {
        public static final WordMatch NONE = new WordMatch(List.of(), List.of());

        public WordMatch {
            fields = List.copyOf(fields);
            terms = List.copyOf(terms);
        }
    }

    /// @param queryTermCount how many distinct content words the query has
    /// @param byClause one entry for each clause asked for
    record WordMatches(int queryTermCount, Map<ClauseVersionId, WordMatch> byClause) {
        public WordMatches {
            byClause = Map.copyOf(byClause);
        }
    }

    /// The best `k` clauses that hold a word of `text`, or one that stands for it; none if it has no words.
    List<Hit> byWords(String text, ClauseFilter filter, int k);

    /// The score by words of each of `clauses` that has one: what [#byWords] scores it.
    Map<ClauseVersionId, Double> wordScores(String text, Collection<ClauseVersionId> clauses);

    /// The best `k` clauses by meaning, among those that have a vector.
    ///
    /// A clause's score is the mean of its cosine and of the greatest cosine of itself and the questions that it
    /// answers ([Applicability#questions]): a question that fits tells more than the text, but not without it.
    /// These cosines are of vectors after the index's [Projection].
    ///
    /// @param vector of unit length, as the model made it
    List<Hit> byVector(float[] vector, ClauseFilter filter, int k);

    /// The score by meaning of each of `clauses` that has a vector: what [#byVector] scores it.
    Map<ClauseVersionId, Double> vectorScores(float[] vector, Collection<ClauseVersionId> clauses);

    /// The cosine of each of `clauses` that has a vector, of vectors as the model made them.
    Map<ClauseVersionId, Double> cosines(float[] vector, Collection<ClauseVersionId> clauses);

    /// Where each of `clauses` holds content words of `text`.
    WordMatches matches(String text, Collection<ClauseVersionId> clauses);

    /// Where the text of each of `clauses` is nearest to a question, token by token; only of those whose own text is
    /// kept by its tokens.
    ///
    /// @param tokens the vectors of the question's tokens, as the model made them
    Map<ClauseVersionId, List<MaxSim.Nearest>> nearestTokens(float[] tokens, Collection<ClauseVersionId> clauses);

    /// The clause versions that still lack a vector or, if the index keeps these, the vectors of their tokens; in id
    /// order.
    List<ClauseVersionId> withoutVector();

    /// The vectors of those of `clauses` that have one, about as the model made them.
    Map<ClauseVersionId, float[]> vectors(Collection<ClauseVersionId> clauses);

    /// Adds vectors and keeps them, where the index can be written; one call is one atomic step. A vector that cannot
    /// be kept (the disk is full, another process holds the index) still serves until `close`.
    ///
    /// @throws IllegalArgumentException if a clause is not in the library, or a vector has another dimension or not
    ///     unit length; nothing is added then
    void addVectors(Map<ClauseVersionId, float[]> vectors);

    /// Whether the vectors of tokens are kept too, for [LateScores].
    boolean keepsTokens();

    /// Adds the vectors of the tokens of clauses, as the model made them, and keeps them as [#addVectors] does.
    /// Called before that with the same clauses: an interruption between the two costs a batch.
    ///
    /// @throws IllegalArgumentException if a clause is not in the library, or vectors have another dimension
    /// @throws IllegalStateException if the index keeps none
    void addTokens(Map<ClauseVersionId, float[]> tokens);

    /// Adds those of questions, likewise.
    void addQuestionTokens(Map<String, float[]> tokens);

    /// The questions that clauses answer and that still lack a vector, or those of their tokens, each once.
    List<String> questionsWithoutVector();

    /// Adds vectors of questions, as [#addVectors] does those of clauses.
    ///
    /// @throws IllegalArgumentException likewise, and if no clause answers a question
    void addQuestionVectors(Map<String, float[]> vectors);

    IndexProgress progress();

    @Override
    void close();
}
