package org.proviso.lucene;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.proviso.clause.ClauseVersion;
import org.proviso.library.LibrarySnapshot;
import org.proviso.retrieval.Applicability;
import org.proviso.retrieval.Projection;

/// The vectors of the questions that clauses answer, in memory; a question has one, however many clauses answer it.
final class QuestionVectors {

    private final List<String> questions;
    private final VectorTable vectors;
    /// The questions of each clause itself, by number.
    private final int[][] own;
    /// Which of the groups each clause has besides: the questions of others of its family.
    private final int[] groupOf;
    private final int[][] groups;

    QuestionVectors(Ordinals ordinals, LibrarySnapshot snapshot, Projection projection) {
        SequencedMap<String, Integer> numbers = new LinkedHashMap<>();
        Map<List<String>, Integer> groupNumbers = new LinkedHashMap<>();
        own = new int[ordinals.size()][];
        groupOf = new int[ordinals.size()];
        for (int ordinal = 0; ordinal < own.length; ordinal++) {
            ClauseVersion clause = ordinals.clauses().get(ordinal);
            Set<String> its = Set.copyOf(clause.questions());
            List<String> others = Applicability.questions(clause, snapshot).stream()
                    .filter(question -> !its.contains(question))
                    .toList();
            own[ordinal] = numbers(clause.questions(), numbers);
            groupOf[ordinal] = groupNumbers.computeIfAbsent(others, _ -> groupNumbers.size());
        }
        groups = groupNumbers.keySet().stream()
                .map(group -> numbers(group, numbers))
                .toArray(int[][]::new);
        questions = List.copyOf(numbers.keySet());
        vectors = new VectorTable(questions.stream().map(VectorKey::of).toList(), projection);
    }

    private static int[] numbers(List<String> questions, Map<String, Integer> numbers) {
        return questions.stream()
                .mapToInt(question -> numbers.computeIfAbsent(question, _ -> numbers.size()))
                .toArray();
    }

    VectorTable vectors() {
        return vectors;
    }

    /// The questions of which something is missing.
    ///
    /// @param missing whether that is so, by number
    List<String> missing(IntPredicate missing) {
        return IntStream.range(0, questions.size())
                .filter(missing)
                .mapToObj(questions::get)
                .toList();
    }

    /// What a question is kept under.
    ///
    /// @throws IllegalArgumentException if no clause answers it
    VectorKey key(String question) {
        VectorKey key = VectorKey.of(question);
        if (!vectors.keys().contains(key)) {
            throw new IllegalArgumentException("No clause of the indexed library answers \"" + question + "\".");
        }
        return key;
    }

    /// What the questions that a clause answers are kept under, its own and those of its family.
    List<VectorKey> keys(int ordinal) {
        return IntStream.concat(Arrays.stream(own[ordinal]), Arrays.stream(groups[groupOf[ordinal]]))
                .mapToObj(vectors::key)
                .toList();
    }

    /// The scores of clauses by meaning: the mean of a clause's cosine and of the greatest of that and of its
    /// questions.
    VectorTable.Scoring scoring(MappedQuery query) {
        double[] cosines = vectors.cosines(query);
        double[] ofGroups = new double[groups.length];
        for (int group = 0; group < groups.length; group++) {
            ofGroups[group] = greatest(groups[group], cosines);
        }
        double ofAll = Arrays.stream(cosines).max().orElse(-1);
        return new VectorTable.Scoring() {
            @Override
            public double of(int ordinal, double cosine) {
                double nearest = Math.max(ofGroups[groupOf[ordinal]], greatest(own[ordinal], cosines));
                return (cosine + Math.max(cosine, nearest)) / 2;
            }

            @Override
            public double atMost(double cosine) {
                return (cosine + Math.max(cosine, ofAll)) / 2;
            }
        };
    }

    private static double greatest(int[] numbers, double[] cosines) {
        double greatest = -1;
        for (int number : numbers) {
            greatest = Math.max(greatest, cosines[number]);
        }
        return greatest;
    }
}
