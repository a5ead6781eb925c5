package org.proviso.app;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.proviso.cli.ProvisoCommand;
import org.proviso.onnx.EmbeddingModel;
import org.proviso.onnx.OnnxEmbedder;
import org.proviso.tuning.ProjectionFile;

/// Questions in code words that only judgements connect with the clauses.
final class TuneTest extends InstallationFixture {

    private static final List<String> CODES =
            List.of("apple", "violin", "glacier", "tiger", "pencil", "volcano", "soup", "castle");
    private static final List<String> SUBJECTS = List.of(
            "limits the liability of the supplier to the fees paid",
            "keeps information of the other party confidential",
            "lets either party end the agreement on notice",
            "names the courts that hear disputes",
            "pays invoices within thirty days",
            "moves copyright in the work to the client",
            "insures against loss of goods in transit",
            "forbids hiring the staff of the other party");

    private record Run(int status, String out, String err) {}

    @BeforeEach
    void aDataSet() throws IOException {
        Files.createDirectories(folder.resolve("set/qrels"));
        List<String> corpus = new ArrayList<>();
        List<String> queries = new ArrayList<>();
        List<String> qrels = new ArrayList<>(List.of("query-id\tcorpus-id\tscore"));
        for (int subject = 0; subject < SUBJECTS.size(); subject++) {
            for (int i = 0; i < 3; i++) {
                corpus.add("{\"_id\": \"c%d-%d\", \"text\": \"Paragraph %d %s.\"}"
                        .formatted(subject, i, i, SUBJECTS.get(subject)));
            }
            for (int i = 0; i < 4; i++) {
                queries.add("{\"_id\": \"q%d-%d\", \"text\": \"%s %s\"}"
                        .formatted(
                                subject, i, List.of("the", "my", "one", "this").get(i), CODES.get(subject)));
                for (int text = 0; text < 3; text++) {
                    qrels.add("q%d-%d\tc%d-%d\t3".formatted(subject, i, subject, text));
                }
            }
        }
        Files.write(folder.resolve("set/corpus.jsonl"), corpus);
        Files.write(folder.resolve("set/queries.jsonl"), queries);
        Files.write(folder.resolve("set/qrels/test.tsv"), qrels);
    }

    @Test
    void whatWasLearnedIsKeptAndUsed() throws IOException {
        Path file = folder.resolve("config/projection.safetensors");

        Run tuned = run("tune", set(), "--source", "Code words of a test");

        assertEquals(0, tuned.status(), tuned::toString);
        assertTrue(tuned.out().contains("tuned, unseen queries"), tuned::out);
        assertTrue(tuned.out().contains("Kept in " + file + "."), tuned::out);
        assertTrue(tuned.err().contains("measuring unseen queries, deal 3 of 3: part 5 of 5 …"), tuned::err);
        byte[] first = Files.readAllBytes(file);
        ProjectionFile kept = ProjectionFile.read(new ByteArrayInputStream(first));
        assertEquals(new OnnxEmbedder(EmbeddingModel.ALL_MINILM_L6_V2_Q).modelId(), kept.model());
        assertEquals("Code words of a test", kept.provenance().get("source"));
        assertEquals("32", kept.provenance().get("queries"));

        assertEquals(0, run("tune", set(), "--source", "Code words of a test").status());
        assertArrayEquals(first, Files.readAllBytes(file), "reproducible, and not learned on top of itself");

        double with = ndcg();
        Files.delete(file);
        double without = ndcg();
        assertTrue(with > without, () -> with + " with, " + without + " without");
    }

    @Test
    void whatMayBeChanceIsNotKept() throws IOException {
        List<String> qrels = Files.readAllLines(folder.resolve("set/qrels/test.tsv"));
        List<String> shuffled = new ArrayList<>(qrels.subList(0, 1));
        for (int i = 1; i < qrels.size(); i++) {
            shuffled.add(qrels.get(i).replaceFirst("c(\\d)", "c" + (i * 7 + i / 5) % 8));
        }
        Files.write(
                folder.resolve("set/qrels/test.tsv"),
                shuffled.stream().distinct().toList());
        Path file = folder.resolve("learned");

        Run tuned = run("tune", set(), "-o", file.toString());
        Run json = run("tune", set(), "-o", file.toString(), "--json");

        assertEquals(1, tuned.status(), tuned::toString);
        assertTrue(
                tuned.out().contains("The projection was not kept: the gain on unseen queries may be chance."),
                tuned::out);
        assertTrue(json.out().replaceAll("\\s", "").contains("\"wins\":false"), json::out);
        assertFalse(Files.exists(file));
    }

    @Test
    void tooFewQueriesAreSaid() throws IOException {
        Files.write(
                folder.resolve("set/qrels/test.tsv"),
                Files.readAllLines(folder.resolve("set/qrels/test.tsv")).subList(0, 10));

        Run tuned = run("tune", set());

        assertEquals(2, tuned.status(), tuned::toString);
        assertTrue(tuned.err().contains("There are only 3 queries with a judgement above 0."), tuned::err);
    }

    @Test
    void anUnusableFolderIsNamed() {
        Run tuned = run("tune", folder.resolve("nowhere").toString());

        assertEquals(2, tuned.status());
        assertTrue(tuned.err().startsWith("There is no folder "), tuned::err);
    }

    @Test
    void aFileWithoutAFolderIsRefusedBeforeAnythingIsLearned() {
        Run tuned = run("tune", set(), "-o", folder.resolve("nowhere/file").toString());

        assertEquals(2, tuned.status());
        assertTrue(tuned.err().startsWith("There is no folder for "), tuned::err);
    }

    private double ndcg() {
        Run measured = run("eval", "retrieval", set());
        String line = measured.out()
                .lines()
                .filter(row -> row.startsWith("ndcg@5"))
                .findFirst()
                .orElseThrow();
        return Double.parseDouble(line.strip().split(" +")[2]);
    }

    private String set() {
        return folder.resolve("set").toString();
    }

    private Run run(String... arguments) {
        List<String> all = new ArrayList<>(Arrays.asList(arguments));
        all.addAll(List.of("--data", folder.resolve("data").toString()));
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        PrintWriter errors = new PrintWriter(err);
        int status = ProvisoCommand.run(
                new ProvisoApplication(errors), new PrintWriter(out), errors, all.toArray(String[]::new));
        return new Run(status, out.toString(), err.toString());
    }
}
