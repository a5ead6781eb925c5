package org.proviso.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionLengthAttribute;
import org.jspecify.annotations.Nullable;
import org.proviso.retrieval.Thesaurus;

/// Takes a query apart into [QueryWord]s.
///
/// The index keeps every word. A query loses the words that only make it a question or a sentence: contracts have few
/// of them, so that BM25 would take them for rare and telling. `not`, `shall` and their like stay, they are what a
/// lawyer may look for, but they say nothing about the subject.
final class QueryAnalysis {

    /// The most distinct words of a query that are searched: with all fields under Lucene's limit of 1,024 clauses.
    static final int MAX_WORDS = 128;

    private static final Set<String> FURNITURE = set("""
            a an and any are as at be been being by can clause clauses could did do does for from had
            happen happens has have he her his how i if in into is it its long many me much my of on or
            our please she should so some tell that the their them then there these they this those
            to us was we were what when where whether which who whom whose why with would you your""");
    private static final Set<String> MODALITY =
            set("may might must shall will not no nor never cannot only without unless except than");

    private static final Pattern POSSESSIVE = Pattern.compile("['\u2019]s$");

    /// How much a word of the thesaurus counts beside one of the query; `src/docs/retrieval.md` says why so much.
    static final float ADDED_WEIGHT = 0.35f;

    private final Analyzer analyzer;
    private final String field;
    private final Expansions expansions;

    QueryAnalysis(Analyzer analyzer, String field, Thesaurus thesaurus) {
        this.analyzer = analyzer;
        this.field = field;
        this.expansions = new Expansions(thesaurus, text -> tokens(text).spellings());
    }

    /// The distinct words in the query's order, all of them if it has nothing but furniture; then what the thesaurus
    /// adds to them.
    List<QueryWord> words(String text) {
        Map<String, QueryWord> telling = new LinkedHashMap<>();
        Map<String, QueryWord> all = new LinkedHashMap<>();
        Tokens tokens = tokens(text);
        for (QueryWord word : tokens.words()) {
            all.putIfAbsent(word.stem(), word);
            if (!FURNITURE.contains(word.written())) {
                telling.putIfAbsent(word.stem(), word);
            }
        }
        Map<String, QueryWord> chosen = telling.isEmpty() ? all : telling;
        for (String added : expansions.of(tokens.spellings())) {
            chosen.putIfAbsent(added, QueryWord.added(added, ADDED_WEIGHT));
        }
        return chosen.values().stream().limit(MAX_WORDS).toList();
    }

    private static Set<String> set(String words) {
        return Set.of(words.strip().split("\\s+"));
    }

    private Tokens tokens(String text) {
        List<QueryWord> words = new ArrayList<>();
        List<String> compounded = new ArrayList<>();
        try (TokenStream stream = analyzer.tokenStream(field, text)) {
            CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
            OffsetAttribute offset = stream.addAttribute(OffsetAttribute.class);
            PositionLengthAttribute length = stream.addAttribute(PositionLengthAttribute.class);
            @Nullable String compound = null;
            int parts = 0;
            stream.reset();
            while (stream.incrementToken()) {
                String stem = term.toString();
                if (length.getPositionLength() > 1) {
                    compound = stem;
                    parts = length.getPositionLength();
                    compounded.add(stem);
                } else {
                    if (parts == 0) {
                        compound = null;
                        compounded.add(stem);
                    } else {
                        parts--;
                    }
                    words.add(word(text.substring(offset.startOffset(), offset.endOffset()), stem, compound));
                }
            }
            stream.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Tokens(words, compounded);
    }

    private static QueryWord word(String text, String stem, @Nullable String compound) {
        String written = POSSESSIVE.matcher(text.toLowerCase(Locale.ROOT)).replaceFirst("");
        boolean content = !FURNITURE.contains(written) && !MODALITY.contains(written);
        return QueryWord.of(written, stem, compound, content);
    }

    /// A text taken apart.
    ///
    /// @param words all its words, compounds in parts
    /// @param compounded the stems of its words, compounds as one
    private record Tokens(List<QueryWord> words, List<String> compounded) {

        Set<List<String>> spellings() {
            Set<List<String>> spellings = new LinkedHashSet<>();
            spellings.add(words.stream().map(QueryWord::stem).toList());
            spellings.add(compounded);
            return spellings;
        }
    }
}
