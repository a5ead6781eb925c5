package org.proviso.verification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class BlockAutomatonTest {

    private static final int GAP = BlockAutomaton.GAP;
    private static final int SPACED = BlockAutomaton.SPACED_GAP;

    private final BlockAutomaton automaton = new BlockAutomaton();

    @Test
    void equalPatternsHaveOneNumberAndOthersTheirOwn() {
        assertEquals(0, automaton.add(new int[] {1, 2, 3}));
        assertEquals(1, automaton.add(new int[] {1, 2}));
        assertEquals(2, automaton.add(new int[] {1, 2, 3, 4}));
        assertEquals(3, automaton.add(new int[] {1, 5}));
        assertEquals(4, automaton.add(new int[] {1, SPACED, 3}));
        assertEquals(5, automaton.add(new int[] {1, GAP, 3}));
        assertEquals(0, automaton.add(new int[] {1, 2, 3}));
        assertEquals(4, automaton.add(new int[] {1, SPACED, 3}));
    }

    @Test
    void aPatternIsFoundForItsWholeBlockOnly() {
        automaton.add(new int[] {1, 2, 3});
        automaton.add(new int[] {1, 2});

        assertEquals(List.of(0), found(1, 2, 3));
        assertEquals(List.of(1), found(1, 2));
        assertEquals(List.of(), found(1));
        assertEquals(List.of(), found(1, 2, 3, 4));
        assertEquals(List.of(), found(1, 2, 4));
        assertEquals(List.of(), found(1, 2, Vocabulary.UNKNOWN));
    }

    @Test
    void aGapTakesAtLeastOneTokenAndAtMostItsBound() {
        automaton.add(new int[] {1, SPACED, 2});
        int[] longest = new int[BlockAutomaton.MAX_GAP + 2];
        Arrays.fill(longest, Vocabulary.UNKNOWN);
        longest[0] = 1;
        longest[longest.length - 1] = 2;
        int[] tooLong = Arrays.copyOf(longest, longest.length + 1);
        tooLong[longest.length - 1] = Vocabulary.UNKNOWN;
        tooLong[longest.length] = 2;

        assertEquals(List.of(), found(1, 2));
        assertEquals(List.of(0), found(1, 2, 2));
        assertEquals(List.of(0), found(longest));
        assertEquals(List.of(), found(tooLong));
    }

    @Test
    void aPatternThatBeginsOrEndsWithAGapIsFound() {
        automaton.add(new int[] {GAP, 1});
        automaton.add(new int[] {1, SPACED});
        IntList fromGap = new IntList();

        automaton.new Reader().readFromGap(new int[] {7, 1}, fromGap);

        assertEquals(List.of(0), list(fromGap));
        assertEquals(List.of(1), found(1, 7));
        assertEquals(List.of(), found(7, 1));
    }

    @Test
    void tooManySlotsBehindOneOpeningAreRefused() {
        for (int i = 0; i < BlockAutomaton.MAX_GAPS_OF_AN_OPENING - 1; i++) {
            automaton.add(new int[] {1, SPACED, i + 2, SPACED, 2});
        }

        assertThrows(IllegalArgumentException.class, () -> automaton.add(new int[] {1, SPACED, 1, SPACED, 2}));
        assertTrue(automaton.add(new int[] {2, SPACED, 1, SPACED, 2}) > 0);
    }

    @Test
    void itFindsWhatTryingEveryPatternFinds() {
        for (int seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            BlockAutomaton each = new BlockAutomaton();
            List<int[]> patterns = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                int[] pattern = pattern(random);
                if (each.add(pattern) == patterns.size()) {
                    patterns.add(pattern);
                }
            }
            each.trim();
            BlockAutomaton.Reader reader = each.new Reader();
            for (int i = 0; i < 60; i++) {
                int[] block = random.ints(1 + random.nextInt(8), -1, 3)
                        .map(code -> Math.max(code, -1))
                        .toArray();
                IntList found = new IntList();
                reader.read(block, found);
                IntList fromGap = new IntList();
                reader.readFromGap(block, fromGap);
                TreeSet<Integer> all = new TreeSet<>(list(found));
                all.addAll(list(fromGap));

                assertEquals(found.size() + fromGap.size(), all.size(), "each once, seed " + seed);
                assertEquals(naive(patterns, block), all, "seed " + seed + ", " + Arrays.toString(block));
            }
        }
    }

    private static int[] pattern(Random random) {
        int[] pattern = random.ints(1 + random.nextInt(6), 0, 5).toArray();
        for (int i = 0; i < pattern.length; i++) {
            boolean afterGap = i > 0 && pattern[i - 1] < 0;
            pattern[i] = pattern[i] > 2 && !afterGap ? (i == 0 ? GAP : SPACED) : pattern[i] % 3;
        }
        return pattern;
    }

    private static TreeSet<Integer> naive(List<int[]> patterns, int[] block) {
        TreeSet<Integer> found = new TreeSet<>();
        for (int i = 0; i < patterns.size(); i++) {
            if (matches(patterns.get(i), 0, block, 0)) {
                found.add(i);
            }
        }
        return found;
    }

    private static boolean matches(int[] pattern, int element, int[] block, int token) {
        if (element == pattern.length || token == block.length) {
            return element == pattern.length && token == block.length;
        }
        if (pattern[element] >= 0) {
            return pattern[element] == block[token] && matches(pattern, element + 1, block, token + 1);
        }
        for (int end = token + 1; end <= block.length; end++) {
            if (matches(pattern, element + 1, block, end)) {
                return true;
            }
        }
        return false;
    }

    private List<Integer> found(int... block) {
        IntList found = new IntList();
        automaton.new Reader().read(block, found);
        return list(found);
    }

    private static List<Integer> list(IntList numbers) {
        return Arrays.stream(numbers.toArray()).boxed().toList();
    }
}
