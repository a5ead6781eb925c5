package org.proviso.testkit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.proviso.retrieval.Embedder;
import org.proviso.retrieval.Embedding;

/// What every [Embedder] does.
public abstract class EmbedderContract {

    private static final String RETURN_OF_DOCUMENTS = "The Recipient shall return all documents.";

    protected abstract Embedder embedder();

    @ParameterizedTest
    @ValueSource(
            strings = {
                RETURN_OF_DOCUMENTS,
                "x",
                "",
                " \n",
                "\u0000",
                "\u200b",
                "\u0301",
                "\ufffd",
                "\ud800 lone surrogate",
                "条款",
                "🍕",
                "???"
            })
    void anyTextHasAVectorOfUnitLength(String text) {
        float[] vector = embedder().embed(text);

        assertEquals(embedder().dimensions(), vector.length);
        assertEquals(1.0, dot(vector, vector), 1e-3);
    }

    @Test
    void aTextBeyondTheModelsWindowHasAVectorOfUnitLength() {
        float[] vector = embedder().embed(RETURN_OF_DOCUMENTS.repeat(300));

        assertEquals(1.0, dot(vector, vector), 1e-3);
    }

    @Test
    void aTextHasTheSameVectorAloneAndAmongOthers() {
        List<String> texts =
                List.of("Short.", RETURN_OF_DOCUMENTS, "This Agreement is governed by the laws of England.");

        List<float[]> vectors = embedder().embedAll(texts);

        assertEquals(texts.size(), vectors.size());
        for (int i = 0; i < texts.size(); i++) {
            assertArrayEquals(embedder().embed(texts.get(i)), vectors.get(i), texts.get(i));
        }
    }

    @Test
    void aTextHasTheSameTokensAloneAndAmongOthersAndTheSameVectorWithThem() {
        List<String> texts = List.of("Short.", RETURN_OF_DOCUMENTS, RETURN_OF_DOCUMENTS.repeat(90), "");

        List<Embedding> embedded = embedder().embedWithTokens(texts);

        assertEquals(texts.size(), embedded.size());
        for (int i = 0; i < texts.size(); i++) {
            String text = texts.get(i);
            assertArrayEquals(embedder().embed(text), embedded.get(i).vector(), text);
            assertArrayEquals(
                    embedder().embedWithTokens(List.of(text)).getFirst().tokens(),
                    embedded.get(i).tokens(),
                    text);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {RETURN_OF_DOCUMENTS, "x", "", "Art. 8.2 – “Sub-processors”", "条款 and more", "🍕 pizza, naïve"})
    void everyTokenHasItsPlaceInTheText(String text) {
        for (String repeated : List.of(text, (text + " ").repeat(200))) {
            int[] places = embedder().tokenPlaces(repeated);

            float[] tokens =
                    embedder().embedWithTokens(List.of(repeated)).getFirst().tokens();
            assertEquals(tokens.length, places.length * embedder().dimensions());
            int[] within = IntStream.of(places).filter(place -> place >= 0).toArray();
            assertArrayEquals(IntStream.of(within).sorted().toArray(), within);
            assertTrue(IntStream.of(within).allMatch(place -> place <= repeated.length()));
        }
    }

    @Test
    void noTextsHaveNoVectors() {
        assertEquals(List.of(), embedder().embedAll(List.of()));
        assertEquals(List.of(), embedder().embedWithTokens(List.of()));
    }

    @Test
    void aTextIsNearerToItsOwnSubjectThanToAnother() {
        float[] text = embedder().embed(RETURN_OF_DOCUMENTS);
        float[] same = embedder().embed("return of documents by the recipient");
        float[] other = embedder().embed("parental leave policy");

        assertEquals(1, Double.compare(dot(text, same), dot(text, other)));
    }

    @Test
    void manyThreadsGetTheSameVector() throws Exception {
        float[] expected = embedder().embed(RETURN_OF_DOCUMENTS);
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            List<Future<float[]>> vectors = IntStream.range(0, 16)
                    .mapToObj(_ -> threads.submit(() -> embedder().embed(RETURN_OF_DOCUMENTS)))
                    .toList();

            for (Future<float[]> vector : vectors) {
                assertArrayEquals(expected, vector.get());
            }
        }
    }

    private static double dot(float[] one, float[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += one[i] * other[i];
        }
        return sum;
    }
}
