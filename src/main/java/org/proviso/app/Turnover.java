package org.proviso.app;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/// The current one of values that succeed one another. Each is closed, exactly once, when it has been replaced
/// and the last one who uses it gives it back; safe for use by many threads.
final class Turnover<T> implements AutoCloseable {

    private static final Logger LOG = System.getLogger(Turnover.class.getName());

    private final Consumer<? super T> closer;
    private final Set<Holding> open = Collections.newSetFromMap(new IdentityHashMap<>());
    private Holding current;
    private boolean closed;

    /// @param closer closes a value; it is called by whoever replaces it or gives it back last
    Turnover(T first, Consumer<? super T> closer) {
        this.closer = closer;
        this.current = new Holding(first);
        open.add(current);
    }

    /// The current value, for use until it is given back.
    ///
    /// @throws IllegalStateException after `close`
    synchronized Use acquire() {
        if (closed) {
            throw new IllegalStateException("The server is stopping.");
        }
        current.uses++;
        return new Use(current);
    }

    /// Makes another value the current one: who acquires from now on gets it, who has the old one keeps it.
    ///
    /// @throws IllegalStateException after `close`; the value is not taken then
    void replace(T next) {
        Holding old;
        boolean last;
        synchronized (this) {
            if (closed) {
                throw new IllegalStateException("The server is stopping.");
            }
            old = current;
            current = new Holding(next);
            open.add(current);
            last = old.uses == 0 && open.remove(old);
        }
        if (last) {
            end(old);
        }
    }

    /// How many values are not closed.
    synchronized int open() {
        return open.size();
    }

    /// Closes every value, whoever uses it.
    @Override
    public void close() {
        List<Holding> left;
        synchronized (this) {
            closed = true;
            left = List.copyOf(open);
            open.clear();
        }
        left.forEach(this::end);
    }

    private void giveBack(Holding holding) {
        boolean last;
        synchronized (this) {
            holding.uses--;
            last = holding.uses == 0 && holding != current && open.remove(holding);
        }
        if (last) {
            end(holding);
        }
    }

    /// A value that cannot be closed is nobody's fault who asks for another, or gives this one back.
    private void end(Holding holding) {
        try {
            closer.accept(holding.value);
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "event=turnover.not-closed", e);
        }
    }

    private final class Holding {
        private final T value;
        private int uses;

        private Holding(T value) {
            this.value = value;
        }
    }

    /// One use of a value.
    final class Use implements AutoCloseable {

        private final Holding holding;
        private boolean givenBack;

        private Use(Holding holding) {
            this.holding = holding;
        }

        T value() {
            return holding.value;
        }

        /// Gives the value back; a second call does nothing.
        @Override
        public void close() {
            synchronized (this) {
                if (givenBack) {
                    return;
                }
                givenBack = true;
            }
            giveBack(holding);
        }
    }
}
