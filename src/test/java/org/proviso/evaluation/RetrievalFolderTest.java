package org.proviso.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.proviso.testkit.ClauseFixture.clause;
import static org.proviso.testkit.ClauseFixture.recipe;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.proviso.clause.ClauseVersionId;
import org.proviso.clause.ContractTypeId;
import org.proviso.clause.Jurisdiction;
import org.proviso.library.LibrarySnapshot;
import org.proviso.retrieval.ClauseFilter;
import org.proviso.testkit.ClauseFixture;

class RetrievalFolderTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 6, 1);
    private static final LibrarySnapshot LIBRARY = ClauseFixture.snapshot(
            List.of(
                    clause("cap@1", "Liability is capped.").valid("2020-01-01", null),
                    clause("cap@2", "Liability is capped at the fees.").valid("2024-01-01", null),
                    clause("later@1", "Liability is open.").valid("2030-01-01", null),
                    clause("notice@1", "Notices travel by courier.")),
            List.of(recipe("loan", "cap")));

    @TempDir
    private Path folder;

    private RetrievalData data;

    @BeforeEach
    void aDataSet() {
        data = RetrievalData.in(folder);
    }

    @Test
    void everyTextIsAClauseWithItsNameAndTitle() {
        RetrievalCorpus corpus = data.source().read(TODAY).corpus();

        assertTrue(data.source().hasCorpus());
        assertEquals(3, corpus.size());
        assertEquals("open", corpus.name(ClauseVersionId.parse("text2@1")));
        assertEquals(ClauseVersionId.parse("text1@1"), corpus.clause("cap 1").orElseThrow());
        assertEquals(
                List.of("", "Unlimited", ""),
                corpus.library().clauses().stream()
                        .map(clause -> clause.title())
                        .toList());
    }

    @Test
    void queriesHaveTheirJudgementsAndTags() {
        RetrievalTask task = data.source().read(TODAY);

        assertEquals(
                List.of(
                        new JudgedQuery(
                                "a \"capped\" one",
                                "capped liability",
                                "cap",
                                ClauseFilter.asOf(TODAY),
                                Map.of(id("text1@1"), 1, id("text2@1"), 3)),
                        new JudgedQuery(
                                "any",
                                "liability",
                                "all|any",
                                ClauseFilter.asOf(TODAY),
                                Map.of(id("text2@1"), 2, id("text3@1"), 0))),
                task.queries());
        assertEquals(1, task.unjudged());
    }

    @Test
    void aSplitAndOtherQueriesCanBeNamed() {
        data.write("long.jsonl", "{\"_id\": \"any\", \"text\": \"A clause on liability of any kind\"}");

        RetrievalTask split = data.source(null, "test").read(TODAY);
        RetrievalTask longer = data.source("long.jsonl", "train", "train").read(TODAY);

        assertEquals(
                List.of("a \"capped\" one"),
                split.queries().stream().map(JudgedQuery::id).toList());
        assertEquals(2, split.unjudged());
        assertEquals(
                List.of("A clause on liability of any kind"),
                longer.queries().stream().map(JudgedQuery::text).toList());
    }

    @Test
    void bracesAreTextAndSoIsNothing() {
        data.write("corpus.jsonl", """
                {"_id": "cap 1", "text": "{{#if x}} {{"}
                {"_id": "open", "text": ""}
                {"_id": "notice", "text": "x", "title": "{{y}}"}
                """);

        assertEquals(3, data.source().read(TODAY).corpus().library().clauses().size());
    }

    @Test
    void aFolderWithoutTextsJudgesTheLibrary() {
        data.delete("corpus.jsonl")
                .delete("qrels/train.tsv")
                .write("queries.jsonl", """
                {"_id": "q1", "text": "cap", "metadata": {"contract": "loan", "jurisdiction": "US-DE"}}
                {"_id": "q2", "text": "notice", "metadata": {"contract": null}}
                """)
                .write("qrels/test.tsv", RetrievalData.HEADER + "q1\tcap\t2\nq2\tnotice\t1\n");

        RetrievalTask task = data.source().read(LIBRARY, TODAY);

        assertFalse(data.source().hasCorpus());
        assertEquals(
                List.of(
                        new JudgedQuery(
                                "q1",
                                "cap",
                                "",
                                new ClauseFilter(
                                        TODAY, new Jurisdiction("US-DE"), new ContractTypeId("loan"), null, null),
                                Map.of(id("cap@2"), 2)),
                        new JudgedQuery("q2", "notice", "", ClauseFilter.asOf(TODAY), Map.of(id("notice@1"), 1))),
                task.queries());
    }

    @Test
    void whatTheLibraryDoesNotHaveInForceIsAProblem() {
        data.delete("corpus.jsonl")
                .delete("qrels/train.tsv")
                .write("queries.jsonl", """
                {"_id": "q1", "text": "cap", "metadata": {"contract": "lease"}}
                {"_id": "q2", "text": "cap", "metadata": {"jurisdiction": ["US-DE"]}}
                """)
                .write("qrels/test.tsv", RetrievalData.HEADER + "q1\tlater\t2\nq1\tcap@2\t1\nq1\tcap\t1\n");

        List<LineProblem> problems = problems(() -> data.source().read(LIBRARY, TODAY));

        assertEquals(List.of("queries.jsonl:1", "queries.jsonl:2", "test.tsv:2", "test.tsv:3"), places(problems));
        assertEquals(
                "\"lease\" is not a contract type of this library: it has loan.",
                problems.getFirst().message());
        assertTrue(problems.get(1).message().contains("is not a known jurisdiction"), problems::toString);
        assertEquals("There is no clause in force \"later\".", problems.get(2).message());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            corpus.jsonl   | {"_id": "cap 1", "text": "x"}           | The id "cap 1" stands in line 1 too.
            corpus.jsonl   | {"_id": "x"}                            | The field "text" is missing.
            corpus.jsonl   | {"text": "x"}                           | The field "_id" is missing.
            corpus.jsonl   | {"_id": 5, "text": "x"}                 | The field "_id" is 5, which is no text.
            corpus.jsonl   | {"_id": " ", "text": "x"}               | The id is blank.
            corpus.jsonl   | {"_id": "x", "text": "x", "title": 1}   | The field "title" is 1, which is no text.
            corpus.jsonl   | nonsense                                | This is not JSON
            queries.jsonl  | {"_id": "any", "text": "x"}             | The id "any" stands in line 2 too.
            queries.jsonl  | {"_id": "x", "text": " "}               | The query is blank.
            queries.jsonl  | []                                      | "[]" is no JSON object.
            queries.jsonl  | {"_id": "x", "_id": "y", "text": "z"}   | This is not JSON: Duplicate field '_id'
            qrels/test.tsv | nothing\topen\t1                         | There is no query "nothing".
            qrels/test.tsv | any\tnothing\t1                          | There is no text "nothing".
            qrels/test.tsv | nobody\topen\t-1                         | The score "-1" is no whole number from 0.
            qrels/test.tsv | nobody\topen\t1.5                        | The score "1.5" is no whole number from 0.
            qrels/test.tsv | nobody\topen\t""                        | The score "" is no whole number from 0.
            qrels/test.tsv | nobody\topen                             | "nobody\\u{9}open" has 2 cells, not 3.
            qrels/test.tsv | nobody Q0 open 1                        | "nobody Q0 open 1" has 1 cells, not 3.
            qrels/test.tsv | "nobody\topen\t1                         | A quotation mark is not closed.
            qrels/test.tsv | "a ""capped"" one"\topen\t2              | is 2, but 3 in
            """)
    void aLineThatIsWrongIsNamed(String file, String line, String message) throws Exception {
        String whole = Files.readString(folder.resolve(file));
        data.write(file, whole + line + "\n");

        LineProblem problem = problems(() -> data.source().read(TODAY)).getFirst();

        assertEquals(folder.resolve(file).toString(), problem.file());
        assertEquals(whole.lines().count() + 1, problem.line());
        assertTrue(problem.message().contains(message), problem::message);
        assertFalse(problem.remedy().isBlank());
    }

    @Test
    void aJudgementMayStandTwiceIfItIsTheSame() {
        data.write("qrels/more.tsv", RetrievalData.HEADER + "any\topen\t2\n");

        assertEquals(
                Map.of(id("text2@1"), 2, id("text3@1"), 0),
                data.source().read(TODAY).queries().getLast().grades());
    }

    @Test
    void everyProblemOfEveryFileIsReportedAtOnce() {
        data.write("corpus.jsonl", "x\n{\"_id\": \"cap 1\", \"text\": 1}\n")
                .write("queries.jsonl", "\n")
                .write("qrels/empty.tsv", RetrievalData.HEADER)
                .write("qrels/test.tsv", "any\tcap 1\t1\nany\topen\tmuch\n")
                .write("qrels/train.tsv", "");

        assertEquals(
                List.of(
                        "corpus.jsonl:1",
                        "corpus.jsonl:2",
                        "queries.jsonl:0",
                        "empty.tsv:0",
                        "test.tsv:1",
                        "test.tsv:2",
                        "train.tsv:0"),
                places(problems(() -> data.source().read(TODAY))));
    }

    @Test
    void whatIsMissingIsAProblem() throws Exception {
        RetrievalData empty = new RetrievalData(Files.createDirectory(folder.resolve("none")));

        assertEquals(
                List.of("corpus.jsonl:0", "queries.jsonl:0", "qrels:0"),
                places(problems(() -> empty.source().read(TODAY))));
        assertEquals(
                List.of("corpus.jsonl:0", "queries.jsonl:0", "dev.tsv:0"),
                places(problems(() -> empty.source(null, "dev").read(TODAY))));
        Files.createDirectory(empty.folder().resolve("qrels"));
        assertEquals(
                "The folder holds no judgements.",
                problems(() -> empty.source().read(TODAY)).getLast().message());
    }

    private static ClauseVersionId id(String written) {
        return ClauseVersionId.parse(written);
    }

    private static List<String> places(List<LineProblem> problems) {
        return problems.stream()
                .map(problem -> Path.of(problem.file()).getFileName() + ":" + problem.line())
                .toList();
    }

    private static List<LineProblem> problems(Executable reading) {
        return assertThrows(UnreadableDataException.class, reading).problems();
    }
}
