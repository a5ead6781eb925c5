package org.proviso.lucene;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.proviso.retrieval.Thesaurus;

/// A thesaurus in the stems of the index.
final class Expansions {

    private record Entry(List<String> term, List<String> words) {}

    private final Map<String, List<Entry>> byFirst = new HashMap<>();

    /// @param spellings the stems of a text in their order: with its compounds in parts, and as words
    Expansions(Thesaurus thesaurus, Function<String, Set<List<String>>> spellings) {
        thesaurus.entries().forEach((written, expansion) -> {
            List<String> words = spellings.apply(String.join(" ", expansion)).stream()
                    .flatMap(List::stream)
                    .toList();
            for (List<String> term : spellings.apply(written)) {
                if (!term.isEmpty()) {
                    byFirst.computeIfAbsent(term.getFirst(), _ -> new ArrayList<>())
                            .add(new Entry(term, words));
                }
            }
        });
    }

    /// The distinct stems that stand for the terms that a query holds, in the order of its words.
    ///
    /// @param query the spellings of the query
    Collection<String> of(Set<List<String>> query) {
        Collection<String> found = new LinkedHashSet<>();
        query.forEach(spelling -> addTo(found, spelling));
        return found;
    }

    private void addTo(Collection<String> found, List<String> query) {
        for (int i = 0; i < query.size(); i++) {
            for (Entry entry : byFirst.getOrDefault(query.get(i), List.of())) {
                int end = i + entry.term.size();
                if (end <= query.size() && query.subList(i, end).equals(entry.term)) {
                    found.addAll(entry.words);
                }
            }
        }
    }
}
