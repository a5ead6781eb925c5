package org.proviso.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.proviso.library.LibrarySnapshot;
import org.proviso.retrieval.IndexProgress;
import org.proviso.testkit.ClauseFixture;

class ProgressBarTest {

    private static final LibrarySnapshot LIBRARY = ClauseFixture.snapshot(List.of(), List.of());
    private static final int TEXTS = 100_000;

    private final StringWriter screen = new StringWriter();
    private Instant now = Instant.EPOCH;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // vectors | seconds since there were 145 | the text
                "  12345 |  200 | 12,345 of 100,000 texts, 61/s, 24 min left",
                "    245 |   40 | 245 of 100,000 texts, 2.5/s, 11 h 6 min left",
                "  99000 |  100 | 99,000 of 100,000 texts, 989/s, 1 s left",
                "  50145 | 1000 | 50,145 of 100,000 texts, 50/s, 17 min left",
                "    145 |   10 | 145 of 100,000 texts",
                "    209 |    0 | 209 of 100,000 texts",
                "    209 |   -5 | 209 of 100,000 texts"
            })
    void theRateIsThatOfThisRunAndTheRestGoesOnLikeThat(int vectors, long seconds, String text) {
        ProgressText progress = new ProgressText(() -> now);
        assertEquals("145 of 100,000 texts", progress.of(after(145)));
        now = now.plusSeconds(seconds);

        assertEquals(text, progress.of(after(vectors)));
    }

    @Test
    void aShorterLineCoversALongerOneAndNothingIsLeftAtTheEnd() {
        ProgressBar bar = bar(true);
        bar.accept(after(99_000));
        now = now.plusSeconds(10);
        bar.accept(after(99_500));
        now = now.minusSeconds(20);
        bar.accept(after(99_900));
        bar.accept(after(TEXTS));

        String longest = "Embedding 99,500 of 100,000 texts, 50/s, 10 s left";
        String shorter = "Embedding 99,900 of 100,000 texts";
        assertEquals(
                "\rEmbedding 99,000 of 100,000 texts\r" + longest + "\r" + shorter
                        + " ".repeat(longest.length() - shorter.length()) + "\r" + " ".repeat(shorter.length()) + "\r",
                screen.toString());
    }

    @Test
    void whatIsCompleteFromTheStartShowsNothing() {
        bar(true).accept(after(TEXTS));

        assertEquals("", screen.toString());
    }

    @Test
    void withoutATerminalNothingIsShown() {
        bar(false).accept(after(5));

        assertEquals("", screen.toString());
    }

    private ProgressBar bar(boolean terminal) {
        return new ProgressBar(new PrintWriter(screen), () -> terminal, () -> now);
    }

    private static IndexProgress after(int vectors) {
        return new IndexProgress(LIBRARY.root(), TEXTS, TEXTS, vectors, vectors == TEXTS);
    }
}
