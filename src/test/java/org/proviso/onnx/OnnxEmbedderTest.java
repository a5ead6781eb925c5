package org.proviso.onnx;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.langchain4j.model.embedding.onnx.allminilml6v2q.AllMiniLmL6V2QuantizedEmbeddingModel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.proviso.retrieval.Embedder;
import org.proviso.retrieval.EmbedderUnavailableException;
import org.proviso.testkit.EmbedderContract;

class OnnxEmbedderTest extends EmbedderContract {

    private static final Embedder MINI_LM = new OnnxEmbedder(EmbeddingModel.ALL_MINILM_L6_V2_Q);
    private static final OnnxModel MODEL = OnnxModel.load(EmbeddingModel.ALL_MINILM_L6_V2_Q);
    private static final String RETURN_OF_DOCUMENTS = "The Recipient shall return all documents.";
    private static final List<String> WORDS = List.of(
            "the party",
            "indemnification",
            "shall",
            "liability",
            "confidential",
            "subprocessors,",
            "of",
            "thirty (30)",
            "days",
            "governing",
            "law.",
            "notwithstanding",
            "warranty",
            "licensor's",
            "to",
            "arbitration;");
    private static final List<String> ODD_TEXTS = List.of(
            "", " \n\t", "\u0000\u0007", "\u200b", "\u0301", "🍕🍕", "\ud83c", "end \udf55", "条款", "\ufffd", "...");

    @Override
    protected Embedder embedder() {
        return MINI_LM;
    }

    @Test
    void itKnowsMeaningBeyondWords() {
        float[] question = MINI_LM.embed("may we share with affiliates?");

        double fitting = dot(question, MINI_LM.embed("Disclosure to group companies is permitted."));
        double other = dot(question, MINI_LM.embed("The governing law is that of England."));

        assertTrue(fitting > other + 0.1, fitting + " is not well above " + other);
    }

    @Test
    void aModelThatCannotBeLoadedIsTriedOnce() {
        AtomicInteger loads = new AtomicInteger();
        UnsatisfiedLinkError noNativeLibrary = new UnsatisfiedLinkError("libonnxruntime.so");
        OnnxEmbedder broken = new OnnxEmbedder(EmbeddingModel.ALL_MINILM_L6_V2_Q, () -> {
            loads.incrementAndGet();
            throw noNativeLibrary;
        });
        assertThrows(EmbedderUnavailableException.class, () -> broken.embed("first"));

        EmbedderUnavailableException failure =
                assertThrows(EmbedderUnavailableException.class, () -> broken.embed("second"));

        assertSame(noNativeLibrary, failure.getCause());
        assertEquals(1, loads.get());
    }

    /// LangChain4j's class reads 126 word pieces of a text: the vocabulary's file says so, and it leaves it at that.
    @Test
    void aTextThatLangChain4jReadsWholeHasItsVector() {
        dev.langchain4j.model.embedding.EmbeddingModel langChain4j =
                new AllMiniLmL6V2QuantizedEmbeddingModel(Runnable::run);
        for (String text :
                List.of(RETURN_OF_DOCUMENTS, "§ 7(b): e-mail, ÄÖÜ, “naïve” 12.5 %.", words(40, new Random(7)))) {
            float[] expected = langChain4j.embed(text).content().vector();

            float[] vector = MINI_LM.embed(text);

            assertTrue(MODEL.windows(text).getFirst().length <= 128, text);
            assertArrayEquals(expected, vector, 1e-4f, text);
        }
    }

    @Test
    void aTextHasTheSameBitsAloneAndAmongOthersWhateverTheirOrder() {
        Random random = new Random(11);
        List<String> texts = new ArrayList<>(ODD_TEXTS);
        for (int length : new int[] {1, 5, 40, 253, 254, 255, 600}) {
            texts.add(words(length, random));
        }
        List<float[]> alone = texts.stream().map(MINI_LM::embed).toList();

        List<float[]> together = MINI_LM.embedAll(texts);
        List<float[]> backwards = MINI_LM.embedAll(texts.reversed()).reversed();

        for (int i = 0; i < texts.size(); i++) {
            assertArrayEquals(alone.get(i), together.get(i), texts.get(i));
            assertArrayEquals(alone.get(i), backwards.get(i), texts.get(i));
        }
    }

    @Test
    void manyThreadsWithManyTextsGetTheSameBits() throws Exception {
        Random random = new Random(13);
        List<String> texts = IntStream.range(0, 12)
                .mapToObj(_ -> words(1 + random.nextInt(60), random))
                .toList();
        List<float[]> expected = MINI_LM.embedAll(texts);
        try (ExecutorService threads = Executors.newFixedThreadPool(6)) {
            List<Future<List<float[]>>> calls = IntStream.range(0, 6)
                    .mapToObj(_ -> threads.submit(() -> MINI_LM.embedAll(texts)))
                    .toList();

            for (Future<List<float[]>> call : calls) {
                for (int i = 0; i < texts.size(); i++) {
                    assertArrayEquals(expected.get(i), call.get().get(i), texts.get(i));
                }
            }
        }
    }

    @Test
    void aLongTextsVectorIsTheMeanOverTheTokensOfAllItsWindows() {
        String text = words(600, new Random(17));
        double[] sum = new double[MINI_LM.dimensions()];
        for (long[] window : MODEL.windows(text)) {
            float[] tokens = MODEL.tokenVectors(window);
            for (int i = 0; i < tokens.length; i++) {
                sum[i % sum.length] += tokens[i];
            }
        }
        double length = Math.sqrt(Arrays.stream(sum).map(value -> value * value).sum());

        float[] vector = MINI_LM.embed(text);

        assertTrue(MODEL.windows(text).size() >= 3);
        for (int i = 0; i < sum.length; i++) {
            assertEquals(sum[i] / length, vector[i], 1e-6);
        }
    }

    @Test
    void aBookHasAVectorThatIsNotThatOfItsBeginning() {
        String book = words(20_000, new Random(19));
        float[] vector = MINI_LM.embed(book);

        float[] other = MINI_LM.embed(book.substring(0, 1_000));

        assertEquals(1.0, dot(vector, vector), 1e-3);
        assertFalse(Arrays.equals(vector, other));
    }

    @Test
    void aModelThatFailsOnATextSaysSoAndGoesOn() {
        RuntimeException cause = assertThrows(
                EmbedderUnavailableException.class, () -> MINI_LM.embedAll(Arrays.asList("one", null, "two")));

        assertInstanceOf(NullPointerException.class, rootOf(cause));
        assertEquals(1.0, dot(MINI_LM.embed("one"), MINI_LM.embed("one")), 1e-3);
    }

    private static Throwable rootOf(Throwable failure) {
        return failure.getCause() == null ? failure : rootOf(failure.getCause());
    }

    /// So many words of contracts, some of which are more than one word piece.
    private static String words(int count, Random random) {
        return random.ints(count, 0, WORDS.size()).mapToObj(WORDS::get).collect(Collectors.joining(" "));
    }

    private static double dot(float[] one, float[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += one[i] * other[i];
        }
        return sum;
    }
}
