package org.proviso.onnx;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.langchain4j.model.embedding.onnx.bgesmallenv15q.BgeSmallEnV15QuantizedEmbeddingModel;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.proviso.retrieval.Embedder;
import org.proviso.testkit.EmbedderContract;

class BgeSmallEmbedderTest extends EmbedderContract {

    private static final Embedder BGE_SMALL = new OnnxEmbedder(EmbeddingModel.BGE_SMALL_EN_V15_Q);
    private static final String RETURN_OF_DOCUMENTS = "The Recipient shall return all documents.";

    @Override
    protected Embedder embedder() {
        return BGE_SMALL;
    }

    @Test
    void itsVectorsAreNotTakenForThoseOfTheDefaultModel() {
        assertNotEquals(EmbeddingModel.ALL_MINILM_L6_V2_Q.id(), BGE_SMALL.modelId());
    }

    /// LangChain4j's class is a second way to the vector of the first token.
    @Test
    void aTextHasTheVectorThatLangChain4jGivesIt() {
        float[] expected = new BgeSmallEnV15QuantizedEmbeddingModel(Runnable::run)
                .embed(RETURN_OF_DOCUMENTS)
                .content()
                .vector();

        assertArrayEquals(expected, BGE_SMALL.embed(RETURN_OF_DOCUMENTS), 1e-4f);
    }

    @Test
    void aTextOfTwoWindowsHasTheMeanOfTheirFirstTokens() {
        OnnxModel model = OnnxModel.load(EmbeddingModel.BGE_SMALL_EN_V15_Q);
        String text = RETURN_OF_DOCUMENTS.repeat(80);
        List<long[]> windows = model.windows(text);
        double[] sum = new double[BGE_SMALL.dimensions()];
        for (long[] window : windows) {
            float[] tokens = model.tokenVectors(window);
            for (int i = 0; i < sum.length; i++) {
                sum[i] += tokens[i];
            }
        }
        double length = Math.sqrt(Arrays.stream(sum).map(value -> value * value).sum());

        float[] vector = BGE_SMALL.embed(text);

        assertEquals(2, windows.size());
        for (int i = 0; i < sum.length; i++) {
            assertEquals(sum[i] / length, vector[i], 1e-6);
        }
    }

    @Test
    void itKnowsMeaningBeyondWords() {
        float[] question = BGE_SMALL.embed("may we share with affiliates?");

        double fitting = dot(question, BGE_SMALL.embed("Disclosure to group companies is permitted."));
        double other = dot(question, BGE_SMALL.embed("The governing law is that of England."));

        assertTrue(fitting > other + 0.1, fitting + " is not well above " + other);
    }

    private static double dot(float[] one, float[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += one[i] * other[i];
        }
        return sum;
    }
}
