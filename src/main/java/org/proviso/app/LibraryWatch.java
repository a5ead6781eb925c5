package org.proviso.app;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Notices that a library's folder has changed, by looking at it again and again: file system events do not
/// work on network and container mounts.
///
/// A change counts once two looks in a row have seen the same, since a checkout writes many files.
final class LibraryWatch implements AutoCloseable {

    private static final Logger LOG = System.getLogger(LibraryWatch.class.getName());

    private final Supplier<Fingerprint> look;
    private final Runnable changed;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private Fingerprint reported;
    private Fingerprint seen;
    private @Nullable Thread thread;

    /// @param loaded what the folder looked like before it was loaded
    /// @param changed told of a change
    LibraryWatch(Supplier<Fingerprint> look, Fingerprint loaded, Runnable changed) {
        this.look = look;
        this.changed = changed;
        this.reported = loaded;
        this.seen = loaded;
    }

    /// Looks again and again, until it is closed.
    void start(Duration pause) {
        thread = Thread.ofPlatform().name("library-watch").daemon().start(() -> run(pause));
    }

    private void run(Duration pause) {
        try {
            while (!stopped.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                poll();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Looks once.
    void poll() {
        Fingerprint now = look.get();
        boolean settled = now.equals(seen);
        seen = now;
        if (settled && !now.equals(reported)) {
            reported = now;
            report();
        }
    }

    /// Whatever goes wrong with one change, the next one is to be noticed.
    private void report() {
        try {
            changed.run();
        } catch (RuntimeException | Error e) {
            LOG.log(
                    Level.ERROR,
                    "event=library.reload-failed type=" + e.getClass().getName());
        }
    }

    /// Waits for a report that is under way.
    @Override
    public void close() {
        stopped.countDown();
        if (thread != null) {
            try {
                // Not by an interrupt, which would close the files that a report is writing.
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
