package org.proviso.onnx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.proviso.retrieval.Embedder;
import org.proviso.retrieval.EmbedderUnavailableException;
import org.proviso.testkit.EmbedderContract;

class MiniLmEmbedderTest extends EmbedderContract {

    private static final Embedder MINI_LM = new MiniLmEmbedder();

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
        MiniLmEmbedder broken = new MiniLmEmbedder(() -> {
            loads.incrementAndGet();
            throw noNativeLibrary;
        });
        assertThrows(EmbedderUnavailableException.class, () -> broken.embed("first"));

        EmbedderUnavailableException failure =
                assertThrows(EmbedderUnavailableException.class, () -> broken.embed("second"));

        assertSame(noNativeLibrary, failure.getCause());
        assertEquals(1, loads.get());
    }

    private static double dot(float[] one, float[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += one[i] * other[i];
        }
        return sum;
    }
}
