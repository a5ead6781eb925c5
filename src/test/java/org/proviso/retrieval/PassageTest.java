package org.proviso.retrieval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.proviso.retrieval.MaxSim.Nearest;

final class PassageTest {

    private static final String TEXT =
            IntStream.range(0, 100).mapToObj(i -> "w" + (100 + i)).collect(Collectors.joining(" "));
    private static final int[] PLACES = IntStream.concat(
                    IntStream.of(-1), IntStream.range(0, 100).map(i -> 5 * i))
            .toArray();

    @Test
    void itIsWhereMostIsNear() {
        String passage = Passage.of(
                TEXT,
                PLACES,
                List.of(new Nearest(2, 0.9f), new Nearest(51, 0.8f), new Nearest(60, 0.7f), new Nearest(0, 1)));

        assertTrue(passage.startsWith("…w150 w151"), passage);
        assertTrue(passage.endsWith("w181…"), passage);
    }

    @Test
    void aShortTextIsShownWhole() {
        assertEquals("Return all.", Passage.of("Return all.", new int[] {-1, 0, 7, -1}, List.of(new Nearest(1, 0.5f))));
    }

    @Test
    void wordsAreNotCut() {
        String text = "Indemnification " + TEXT;
        int[] places = IntStream.concat(
                        IntStream.of(0, 5, 10), IntStream.range(0, 100).map(i -> 16 + 5 * i))
                .toArray();

        String passage = Passage.of(text, places, List.of(new Nearest(1, 0.9f)));

        assertTrue(passage.startsWith("Indemnification w100"), passage);
    }

    @Test
    void whatPointsNowhereLeavesTheBeginning() {
        assertEquals("One two", Passage.of("One two", new int[] {-1, 0, 4, -1}, List.of(new Nearest(9, 1))));
    }
}
