package org.proviso.verification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ListLabelsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            (a)     | a=1
            z.      | a=26
            (c)     | a=3
            (i)     | i=1 a=9
            ii)     | i=2 a=35
            (iv)    | i=4
            v.      | i=5 a=22
            XL      | I=40
            lxxxix. | i=89
            xc.     | ``
            aa)     | a=27
            ZZ.     | A=52
            (ab)    | ``
            B       | A=2
            aaa     | ``
            (12)    | =12
            7.      | =7
            4.2     | 4.=2
            4.2.10. | 4.2.=10
            -       | -*+=0
            *       | -*+=0
            •       | •=0
            ▪       | ▪=0
            ?       | ``
            ``      | ``
            """, quoteCharacter = '`')
    void aLabelHasEveryReading(String label, String readings) {
        assertEquals(
                readings,
                ListLabels.ordinals(label).stream()
                        .map(ordinal -> ordinal.style() + "=" + ordinal.number())
                        .collect(Collectors.joining(" ")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            (a) (b)           | 1. 2.             | true
            (a) (b) (c)       | - - -             | true
            - -               | (i) (ii)          | true
            • •               | - *               | true
            (a) (i) (ii) (b)  | 1. 1.1 1.2 2.     | true
            (a) (i) (b) (i)   | 1. - 2. -         | true
            (a) - - (b)       | (i) • • (ii)      | true
            (a) (i) (ii) (b)  | - • • -           | true
            (a) (i) (ii) (b)  | - - - -           | false
            (a) (i) (b) (i)   | 1. - - 2.         | false
            (a) (b)           | (b) (c)           | false
            (a) (b)           | (a) (a)           | false
            (a) (b)           | ? ?               | false
            (b) (c)           | (b) (c)           | true
            (b) (c)           | b. c)             | true
            (b) (c)           | 2. 3.             | false
            (x) (y)           | (a) (b)           | false
            (i) (a) (ii)      | (a) (i) (b)       | true
            1.1 1.2           | 2.1 2.2           | true
            1.1 1.2           | 1.1 2.2           | false
            """)
    void labelsAreAlikeIfTheyCountTheSame(String approved, String found, boolean alike) {
        assertEquals(alike, ListLabels.areAlike(List.of(approved.split(" ")), List.of(found.split(" "))));
        assertTrue(ListLabels.areAlike(List.of(), List.of()));
    }

    /// `(v)` follows `(u)` as a letter and `(iv)` as a number.
    @Test
    void aLabelThatCountsOnInTwoListsIsOneOfTheInnermost() {
        List<String> letters = new ArrayList<>(IntStream.range(0, 21)
                .mapToObj(i -> "(" + (char) ('a' + i) + ")")
                .toList());
        List<String> numbers = new ArrayList<>(
                IntStream.rangeClosed(1, 21).mapToObj(i -> i + ".").toList());
        List<String> roman = List.of("(i)", "(ii)", "(iii)", "(iv)", "(v)");
        List<String> capitals = List.of("A.", "B.", "C.", "D.", "E.");

        letters.addAll(roman);
        numbers.addAll(capitals);
        assertTrue(ListLabels.areAlike(letters, numbers));
        letters.add("(v)");
        numbers.add("22.");
        assertTrue(ListLabels.areAlike(letters, numbers));

        List<String> inside = new ArrayList<>(roman.subList(0, 4));
        inside.addAll(letters.subList(0, 21));
        inside.add("(v)");
        List<String> other = new ArrayList<>(capitals.subList(0, 4));
        other.addAll(numbers.subList(0, 22 - 1));
        other.add("22.");
        assertTrue(ListLabels.areAlike(inside, other));
        other.set(other.size() - 1, "E.");
        assertFalse(ListLabels.areAlike(inside, other));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            (a) | (i) | true
            (a) | a)  | false
            2.  | iv. | true
            2.  | 2   | false
            4.2 | 4.3 | true
            (a) | ``  | false
            ``  | ``  | true
            """, quoteCharacter = '`')
    void labelsAreWrittenAlikeByWhatSetsThemOff(String one, String other, boolean alike) {
        assertEquals(alike, ListLabels.areWrittenAlike(one, other));
        assertEquals(alike, ListLabels.areWrittenAlike(other, one));
    }
}
