package org.proviso.lucene;

import java.io.IOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.search.BoostAttribute;
import org.apache.lucene.search.FuzzyTermsEnum;
import org.apache.lucene.util.BytesRef;

/// What a word of a query that no clause holds may be a misspelling of.
final class Spelling {

    /// Shorter words are one letter away from too many others.
    private static final int MIN_LENGTH = 5;

    /// From here on two letters may be wrong.
    private static final int MIN_LENGTH_FOR_TWO = 8;

    /// No English word is longer, and the cost of a guess grows with the length.
    private static final int MAX_LENGTH = 30;

    /// How many words of a query are guessed at, the first ones: a query with more is no English, and each guess looks
    /// through the words of every field.
    private static final int MAX_WORDS = 5;

    /// The first letter is rarely wrong.
    private static final int PREFIX = 1;

    /// A guess counts less than a word.
    private static final float WEIGHT = 0.7f;

    private static final int GUESSES = 2;

    /// @param likeness of a known word to the one that was written, up to 1
    private record Guess(String stem, float likeness, int documents) {}

    /// A search asks for the same words several times.
    private static final int REMEMBERED = 64;

    private final IndexReader reader;
    private final Remembered<List<QueryWord>, List<QueryWord>> remembered = new Remembered<>(REMEMBERED);

    Spelling(IndexReader reader) {
        this.reader = reader;
    }

    /// The words with guesses in the place of those that no clause holds, where there are any.
    List<QueryWord> corrected(List<QueryWord> words) throws IOException {
        return remembered.of(words, this::find);
    }

    private List<QueryWord> find(List<QueryWord> words) throws IOException {
        Map<QueryWord, List<QueryWord>> guesses = new HashMap<>();
        for (QueryWord word : words) {
            int length = word.stem().length();
            if (word.isWritten()
                    && length >= MIN_LENGTH
                    && length <= MAX_LENGTH
                    && guesses.size() < MAX_WORDS
                    && isUnknown(word)) {
                guesses.put(word, guesses(word.stem()));
            }
        }
        return guesses.isEmpty()
                ? words
                : words.stream()
                        .flatMap(word -> guesses.getOrDefault(word, List.of(word)).stream())
                        .toList();
    }

    private boolean isUnknown(QueryWord word) throws IOException {
        for (String field : ClauseSchema.searchedFields()) {
            for (String spelling : word.spellings()) {
                if (reader.docFreq(new Term(field, spelling)) > 0) {
                    return false;
                }
            }
        }
        return true;
    }

    private List<QueryWord> guesses(String stem) throws IOException {
        Map<String, Guess> found = new HashMap<>();
        for (String field : ClauseSchema.searchedFields()) {
            Terms terms = MultiTerms.getTerms(reader, field);
            if (terms != null) {
                add(found, terms, new Term(field, stem));
            }
        }
        return found.values().stream()
                .sorted(Comparator.comparing(Guess::likeness)
                        .thenComparing(Guess::documents)
                        .reversed()
                        .thenComparing(Guess::stem))
                .limit(GUESSES)
                .map(guess -> QueryWord.added(guess.stem(), WEIGHT))
                .toList();
    }

    private static void add(Map<String, Guess> found, Terms terms, Term written) throws IOException {
        int edits = written.text().length() >= MIN_LENGTH_FOR_TWO ? 2 : 1;
        FuzzyTermsEnum like = new FuzzyTermsEnum(terms, written, edits, PREFIX, true);
        BoostAttribute likeness = like.attributes().addAttribute(BoostAttribute.class);
        for (BytesRef term = like.next(); term != null; term = like.next()) {
            Guess guess = new Guess(term.utf8ToString(), likeness.getBoost(), like.docFreq());
            found.merge(
                    guess.stem(),
                    guess,
                    (one, other) ->
                            new Guess(one.stem(), one.likeness(), Math.max(one.documents(), other.documents())));
        }
    }
}
