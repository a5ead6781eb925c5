package org.proviso.lucene;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.proviso.library.LibrarySnapshot;
import org.proviso.retrieval.Applicability;
import org.proviso.retrieval.Projection;

/// The vectors of the questions that clauses answer, in memory; a question has one, however many clauses answer it.
final class QuestionVectors {

    private final List<String> questions;
    private final int[][] ofClause;
    private final VectorTable vectors;

    QuestionVectors(Ordinals ordinals, LibrarySnapshot snapshot, Projection projection) {
        SequencedMap<String, Integer> numbers = new LinkedHashMap<>();
        ofClause = new int[ordinals.size()][];
        for (int ordinal = 0; ordinal < ofClause.length; ordinal++) {
            ofClause[ordinal] = Applicability.questions(ordinals.clauses().get(ordinal), snapshot).stream()
                    .mapToInt(question -> numbers.computeIfAbsent(question, _ -> numbers.size()))
                    .toArray();
        }
        questions = List.copyOf(numbers.keySet());
        vectors = new VectorTable(questions.stream().map(VectorKey::of).toList(), projection);
    }

    VectorTable vectors() {
        return vectors;
    }

    /// The questions without a vector, in the order of the clauses.
    List<String> missing() {
        return vectors.missing().stream().map(questions::get).toList();
    }

    /// The greatest cosine of a clause's questions; -1 without one.
    ///
    /// @param cosines of all questions
    double nearest(int ordinal, double[] cosines) {
        double nearest = -1;
        for (int number : ofClause[ordinal]) {
            nearest = Math.max(nearest, cosines[number]);
        }
        return nearest;
    }
}
