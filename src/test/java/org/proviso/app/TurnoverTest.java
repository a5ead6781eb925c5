package org.proviso.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class TurnoverTest {

    private static final int SWAPS = 2_000;

    private final List<String> closed = new ArrayList<>();
    private final Turnover<String> turnover = new Turnover<>("first", closed::add);

    @Test
    void whatNobodyUsesIsClosedWhenItIsReplaced() {
        turnover.replace("second");

        assertEquals(List.of("first"), closed);
        assertEquals(1, turnover.open());
    }

    @Test
    void whatIsUsedIsClosedWithItsLastUser() {
        Turnover<String>.Use one = turnover.acquire();
        Turnover<String>.Use other = turnover.acquire();

        turnover.replace("second");
        one.close();

        assertEquals(List.of(), closed);
        assertEquals(2, turnover.open());
        assertEquals("first", other.value());
        other.close();
        assertEquals(List.of("first"), closed);
    }

    @Test
    void givingBackTwiceIsGivingBackOnce() {
        Turnover<String>.Use one = turnover.acquire();
        Turnover<String>.Use other = turnover.acquire();
        turnover.replace("second");

        one.close();
        one.close();

        assertEquals(List.of(), closed);
        other.close();
        other.close();
        assertEquals(List.of("first"), closed);
    }

    @Test
    void whatCannotBeClosedHindersNobody() {
        Turnover<String> stubborn = new Turnover<>("first", value -> {
            throw new IllegalStateException("no " + value);
        });
        Turnover<String>.Use use = stubborn.acquire();

        stubborn.replace("second");
        use.close();

        assertEquals("second", stubborn.acquire().value());
        assertEquals(1, stubborn.open());
        stubborn.close();
    }

    @Test
    void theCurrentOneStaysOpenWhenItIsGivenBack() {
        turnover.acquire().close();

        assertEquals(List.of(), closed);
        assertEquals("first", turnover.acquire().value());
    }

    @Test
    void whoAcquiresAfterASwapGetsTheNewOne() {
        Turnover<String>.Use before = turnover.acquire();

        turnover.replace("second");

        assertEquals("second", turnover.acquire().value());
        assertEquals("first", before.value());
    }

    @Test
    void closingClosesWhatIsLeftOnce() {
        Turnover<String>.Use slow = turnover.acquire();
        turnover.replace("second");

        turnover.close();
        turnover.close();
        slow.close();

        assertEquals(List.of("first", "second"), closed.stream().sorted().toList());
        assertThrows(IllegalStateException.class, turnover::acquire);
        assertThrows(IllegalStateException.class, () -> turnover.replace("third"));
    }

    @Test
    void manyThreadsNeverHoldWhatIsClosedAndEachIsClosedOnce() throws Exception {
        List<Value> values = new ArrayList<>();
        Value first = new Value();
        values.add(first);
        Turnover<Value> busy = new Turnover<>(first, Value::close);
        AtomicBoolean done = new AtomicBoolean();
        try (ExecutorService users = Executors.newFixedThreadPool(4)) {
            List<Future<Integer>> results = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                results.add(users.submit(() -> useUntil(done, busy)));
            }
            for (int swap = 0; swap < SWAPS; swap++) {
                Value next = new Value();
                values.add(next);
                busy.replace(next);
                if (swap % 50 == 0) {
                    Thread.sleep(1);
                }
            }
            done.set(true);
            for (Future<Integer> result : results) {
                assertEquals(0, result.get(), "uses of a value that was closed");
            }
        }
        busy.close();
        assertEquals(
                List.of(1),
                values.stream().map(value -> value.closings.get()).distinct().toList());
    }

    private static int useUntil(AtomicBoolean done, Turnover<Value> busy) {
        int closed = 0;
        while (!done.get()) {
            try (Turnover<Value>.Use use = busy.acquire()) {
                Thread.onSpinWait();
                closed += use.value().closings.get();
            }
        }
        return closed;
    }

    private static final class Value {
        private final AtomicInteger closings = new AtomicInteger();

        private void close() {
            closings.incrementAndGet();
        }
    }
}
