package org.proviso.review;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Pairs of texts that share most of their phrases, found without comparing every text with every other.
///
/// A phrase is three words in a row, and two texts are alike by the Jaccard index of their phrases. Texts that are
/// alike by `t` share one of the `(1 - t) n + 1` rarest phrases of each, so only these are looked up (prefix
/// filtering; Chaudhuri, Ganti and Kaushik, "A Primitive Operator for Similarity Joins in Data Cleaning", ICDE 2006).
final class SimilarTexts {

    /// From here on two texts are said to be alike; a matter of what a reviewer wants to see, and of nothing else.
    static final double ALIKE = 0.8;

    private static final int PHRASE = 3;

    /// Two texts that are alike and not the same.
    ///
    /// @param one a place in the list, below `other`
    /// @param similarity [#ALIKE] or more, below 1
    record Pair(int one, int other, double similarity) {}

    private SimilarTexts() {}

    /// For each text, the first of those before it that is most alike, in the order of the texts.
    ///
    /// @param groups by text; those of one group are not compared
    static List<Pair> among(List<String> texts, List<?> groups) {
        List<long[]> phrases = texts.stream().map(SimilarTexts::phrases).toList();
        Map<Long, Integer> frequency = new HashMap<>();
        phrases.forEach(set -> Arrays.stream(set).forEach(phrase -> frequency.merge(phrase, 1, Integer::sum)));
        Map<Long, List<Integer>> index = new HashMap<>();
        List<Pair> pairs = new ArrayList<>();
        for (int other = 0; other < phrases.size(); other++) {
            Set<Integer> candidates = new HashSet<>();
            for (long phrase : rarest(phrases.get(other), frequency)) {
                List<Integer> before = index.computeIfAbsent(phrase, _ -> new ArrayList<>(1));
                candidates.addAll(before);
                before.add(other);
            }
            @Nullable Pair nearest = null;
            for (int one : candidates.stream().sorted().toList()) {
                if (groups.get(one).equals(groups.get(other))) {
                    continue;
                }
                double similarity = similarity(phrases.get(one), phrases.get(other));
                if (similarity >= ALIKE
                        && (nearest == null || similarity > nearest.similarity())
                        && !texts.get(one).equals(texts.get(other))) {
                    nearest = new Pair(one, other, Math.min(similarity, Math.nextDown(1.0)));
                }
            }
            if (nearest != null) {
                pairs.add(nearest);
            }
        }
        return pairs;
    }

    private static long[] rarest(long[] phrases, Map<Long, Integer> frequency) {
        int length = phrases.length - (int) Math.ceil(ALIKE * phrases.length) + 1;
        return Arrays.stream(phrases)
                .boxed()
                .sorted((one, other) -> {
                    int order = Integer.compare(frequency.getOrDefault(one, 0), frequency.getOrDefault(other, 0));
                    return order != 0 ? order : Long.compare(one, other);
                })
                .limit(phrases.length == 0 ? 0 : length)
                .mapToLong(Long::longValue)
                .toArray();
    }

    /// The hashes of the phrases, each once, sorted.
    private static long[] phrases(String text) {
        String[] words = text.split("\\s+");
        return IntStream.rangeClosed(0, words.length - PHRASE)
                .mapToLong(i -> {
                    long hash = 0;
                    for (int j = i; j < i + PHRASE; j++) {
                        hash = 0x9E3779B97F4A7C15L * (hash + words[j].hashCode());
                        hash ^= hash >>> 29;
                    }
                    return hash;
                })
                .sorted()
                .distinct()
                .toArray();
    }

    private static double similarity(long[] one, long[] other) {
        int shared = 0;
        for (int i = 0, j = 0; i < one.length && j < other.length; ) {
            if (one[i] == other[j]) {
                shared++;
                i++;
                j++;
            } else if (one[i] < other[j]) {
                i++;
            } else {
                j++;
            }
        }
        return (double) shared / (one.length + other.length - shared);
    }
}
