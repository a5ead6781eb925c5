package org.proviso.onnx;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordPiecesTest {

    private static final long CLS = 101;
    private static final long SEP = 102;
    private static final long FULL_STOP = 1012;

    private static WordPieces wordPieces;

    @BeforeAll
    static void readTheVocabulary() throws IOException {
        try (InputStream vocabulary = WordPiecesTest.class.getResourceAsStream("/all-minilm-l6-v2-q-tokenizer.json")) {
            wordPieces = new WordPieces(vocabulary, EmbeddingModel.ALL_MINILM_L6_V2_Q.window());
        }
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "254, 1", "255, 2", "508, 2", "509, 3", "20000, 79"})
    void aTextIsCutIntoAsFewWindowsAsHoldItOfAboutEqualLength(int pieces, int windows) {
        List<long[]> cut = wordPieces.windows("7 ".repeat(pieces));

        assertEquals(windows, cut.size());
        assertEquals(pieces, cut.stream().mapToInt(window -> window.length - 2).sum());
        int shortest = cut.stream().mapToInt(window -> window.length).min().orElseThrow();
        int longest = cut.stream().mapToInt(window -> window.length).max().orElseThrow();
        assertTrue(longest <= 256, "too long: " + longest);
        assertTrue(longest - shortest <= 1, shortest + " to " + longest);
    }

    @Test
    void theWindowsHoldTheWholeTextInItsOrderEachInTheFrame() {
        String sentence = "Neither party is liable for indirect losses of the other party 7. ";
        long[] once = inner(wordPieces.windows(sentence)).toArray();

        List<long[]> windows = wordPieces.windows(sentence.repeat(40));

        for (long[] window : windows) {
            assertEquals(CLS, window[0]);
            assertEquals(SEP, window[window.length - 1]);
        }
        long[] all = LongStream.range(0, 40).flatMap(_ -> LongStream.of(once)).toArray();
        assertArrayEquals(all, inner(windows).toArray());
    }

    @Test
    void aTextOfWhichNothingIsLeftIsReadAsAFullStop() {
        for (String text : List.of("", "  ", "\u0000", "\u0301", "\u200d\ufe0f")) {
            assertArrayEquals(
                    new long[] {CLS, FULL_STOP, SEP}, wordPieces.windows(text).getFirst());
        }
    }

    private static LongStream inner(List<long[]> windows) {
        return windows.stream()
                .flatMapToLong(window -> LongStream.of(window).skip(1).limit(window.length - 2));
    }
}
