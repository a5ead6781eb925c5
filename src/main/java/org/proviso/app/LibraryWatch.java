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
    private final Supplier<@Nullable Fingerprint> loaded;
    private final Runnable changed;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private @Nullable Fingerprint seen;
    private @Nullable Thread thread;

    /// @param loaded what the folder looked like when it was last loaded, by whomever; null if it has to be
    ///     loaded again
    /// @param changed told of a change, until it is loaded
    LibraryWatch(Supplier<Fingerprint> look, Supplier<@Nullable Fingerprint> loaded, Runnable changed) {
        this.look = look;
        this.loaded = loaded;
        this.changed = changed;
        this.seen = loaded.get();
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

    /// Looks once. Whatever goes wrong with it, the next change is to be noticed.
    void poll() {
        try {
            Fingerprint now = look.get();
            boolean settled = now.equals(seen);
            seen = now;
            if (settled && !now.equals(loaded.get())) {
                changed.run();
            }
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
