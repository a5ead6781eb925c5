package org.proviso.lucene;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.proviso.retrieval.Thesaurus;

/// A thesaurus in the stems of the index.
final class Expansions {

    private record Entry(List<String> term, List<String> words) {}

    private final Map<String, List<Entry>> byFirst = new HashMap<>();

    /// @param stems the stems of a text
    Expansions(Thesaurus thesaurus, Function<String, List<String>> stems) {
        thesaurus.entries().forEach((written, expansion) -> {
            List<String> term = stems.apply(written);
            if (!term.isEmpty()) {
                List<String> words = stems.apply(String.join(" ", expansion));
                byFirst.computeIfAbsent(term.getFirst(), _ -> new ArrayList<>()).add(new Entry(term, words));
            }
        });
    }

    /// The distinct stems that stand for the terms that a query holds, in the order of its words.
    ///
    /// @param query the stems of the query, all of them and in its order
    Collection<String> of(List<String> query) {
        Collection<String> found = new LinkedHashSet<>();
        for (int i = 0; i < query.size(); i++) {
            for (Entry entry : byFirst.getOrDefault(query.get(i), List.of())) {
                int end = i + entry.term.size();
                if (end <= query.size() && query.subList(i, end).equals(entry.term)) {
                    found.addAll(entry.words);
                }
            }
        }
        return found;
    }
}
