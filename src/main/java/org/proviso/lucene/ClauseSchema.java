package org.proviso.lucene;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.LongRange;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.SerialMergeScheduler;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.SynonymQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.search.similarities.Similarity;
import org.proviso.clause.ClauseVersion;
import org.proviso.clause.Jurisdiction;
import org.proviso.clause.Validity;
import org.proviso.library.LibrarySnapshot;
import org.proviso.retrieval.Applicability;
import org.proviso.retrieval.ClauseFilter;
import org.proviso.retrieval.ClauseProse;
import org.proviso.retrieval.Thesaurus;

/// What a clause is in the index of words: its fields, their analyzer, similarity and weights, for writing and reading.
final class ClauseSchema {

    /// Raised with every change to what is written here, so that older indexes are rebuilt.
    static final String VERSION = "3";

    static final String ORDINAL = "ordinal";

    private static final String TEXT = "text";
    private static final String JURISDICTION = "jurisdiction";
    private static final String CONTRACT = "contract";
    private static final String POSITION = "position";
    private static final String CATEGORY_KEY = "categoryKey";
    private static final String IN_FORCE = "inForce";

    /// The searched fields with their weights: a title names the subject, labels repeat it, guidance speaks of other
    /// clauses too. `asks` are the questions for slot values, `questions` those that the clause answers.
    private static final Map<String, Float> WEIGHTS = weights();

    /// Which words a field holds and how often, but not at which places: no search asks for phrases, and places would
    /// take more than half of the index.
    private static final FieldType WORDS = wordsType();

    /// How much the fields beyond a word's best one add.
    private static final float OTHER_FIELDS = 0.3f;

    private final Analyzer analyzer = new ClauseAnalyzer();
    private final Similarity similarity = new BM25Similarity();
    private final QueryAnalysis queries;

    /// @param thesaurus what queries are searched with; nothing of it is written
    ClauseSchema(Thesaurus thesaurus) {
        queries = new QueryAnalysis(analyzer, TEXT, thesaurus);
    }

    private static FieldType wordsType() {
        FieldType type = new FieldType(TextField.TYPE_NOT_STORED);
        type.setIndexOptions(IndexOptions.DOCS_AND_FREQS);
        type.freeze();
        return type;
    }

    private static Map<String, Float> weights() {
        Map<String, Float> weights = new LinkedHashMap<>();
        weights.put("title", 2f);
        weights.put("family", 0.5f);
        weights.put("category", 0.5f);
        weights.put(TEXT, 1f);
        weights.put("guidance", 0.5f);
        weights.put("asks", 1f);
        weights.put("questions", 2f);
        return weights;
    }

    /// One thread and merges in line: the same library gives the same index.
    IndexWriterConfig writerConfig() {
        return new IndexWriterConfig(analyzer)
                .setSimilarity(similarity)
                .setMergeScheduler(new SerialMergeScheduler())
                .setCommitOnClose(false);
    }

    Similarity similarity() {
        return similarity;
    }

    Document document(int ordinal, ClauseVersion clause, LibrarySnapshot snapshot) {
        Document document = new Document();
        document.add(new NumericDocValuesField(ORDINAL, ordinal));
        document.add(words("title", clause.title()));
        document.add(words("family", clause.family() + " " + clause.id()));
        document.add(words("category", clause.category()));
        document.add(words(TEXT, ClauseProse.of(clause)));
        document.add(words("guidance", clause.guidance()));
        clause.slots().values().forEach(slot -> document.add(words("asks", slot.ask())));
        Applicability.questions(clause, snapshot).forEach(question -> document.add(words("questions", question)));
        clause.jurisdictions().forEach(jurisdiction -> document.add(key(JURISDICTION, jurisdiction.code())));
        Applicability.contractTypes(clause, snapshot).forEach(type -> document.add(key(CONTRACT, type.value())));
        document.add(key(POSITION, clause.position().toString()));
        document.add(key(CATEGORY_KEY, ClauseFilter.categoryKey(clause.category())));
        Applicability.inForce(clause, snapshot).forEach(period -> document.add(days(period)));
        return document;
    }

    List<QueryWord> words(String text) {
        return queries.words(text);
    }

    /// Matches any word, with the clause's score by words.
    Query anyWord(Collection<QueryWord> words) {
        BooleanQuery.Builder anyWord = new BooleanQuery.Builder();
        words.forEach(word -> anyWord.add(anyField(word), Occur.SHOULD));
        return anyWord.build();
    }

    /// The fields in which words are searched.
    static Set<String> searchedFields() {
        return WEIGHTS.keySet();
    }

    /// What a filter says of clauses, but for which they are.
    Query filtering(ClauseFilter filter) {
        long day = filter.asOf().toEpochDay();
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        all.add(LongRange.newContainsQuery(IN_FORCE, new long[] {day}, new long[] {day}), Occur.FILTER);
        if (filter.jurisdiction() != null) {
            all.add(
                    new BooleanQuery.Builder()
                            .add(keyQuery(JURISDICTION, filter.jurisdiction().code()), Occur.SHOULD)
                            .add(keyQuery(JURISDICTION, Jurisdiction.ANY.code()), Occur.SHOULD)
                            .build(),
                    Occur.FILTER);
        }
        if (filter.contractType() != null) {
            all.add(keyQuery(CONTRACT, filter.contractType().value()), Occur.FILTER);
        }
        if (filter.position() != null) {
            all.add(keyQuery(POSITION, filter.position().toString()), Occur.FILTER);
        }
        if (filter.category() != null) {
            all.add(keyQuery(CATEGORY_KEY, ClauseFilter.categoryKey(filter.category())), Occur.FILTER);
        }
        return all.build();
    }

    private static Query anyField(QueryWord word) {
        List<Query> fields = new ArrayList<>();
        WEIGHTS.forEach((field, weight) -> fields.add(new BoostQuery(inField(field, word), weight * word.weight())));
        return new DisjunctionMaxQuery(fields, OTHER_FIELDS);
    }

    /// The word, or the compound that it is a part of: spellings of one word, so they are counted as one.
    private static Query inField(String field, QueryWord word) {
        if (word.spellings().size() == 1) {
            return new TermQuery(new Term(field, word.stem()));
        }
        SynonymQuery.Builder spellings = new SynonymQuery.Builder(field);
        word.spellings().forEach(spelling -> spellings.addTerm(new Term(field, spelling)));
        return spellings.build();
    }

    private static Field words(String field, String value) {
        return new Field(field, value, WORDS);
    }

    private static Field key(String field, String value) {
        return new StringField(field, value, Field.Store.NO);
    }

    private static Query keyQuery(String field, String value) {
        return new TermQuery(new Term(field, value));
    }

    /// The days of a period, first and last; open ends are the ends of time.
    private static Field days(Validity period) {
        long first = period.from() == null ? Long.MIN_VALUE : period.from().toEpochDay();
        long last = period.until() == null ? Long.MAX_VALUE : period.until().toEpochDay() - 1;
        return new LongRange(IN_FORCE, new long[] {first}, new long[] {last});
    }
}
