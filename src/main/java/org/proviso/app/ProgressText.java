package org.proviso.app;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.proviso.retrieval.IndexProgress;

/// How far the embedding of a library is, in words: `12,345 of 100,000 texts, 61/s, 24 min left`.
///
/// The rate is the mean since the first report, so it begins with the second one: what was there before the run took
/// no time, and loading the model no texts.
final class ProgressText {

    private final InstantSource clock;
    private @Nullable Report first;

    private record Report(Instant at, int vectors) {}

    ProgressText(InstantSource clock) {
        this.clock = clock;
    }

    String of(IndexProgress progress) {
        String count = String.format(Locale.ROOT, "%,d of %,d texts", progress.vectors(), progress.texts());
        if (first == null) {
            first = new Report(clock.instant(), progress.vectors());
            return count;
        }
        double seconds = Duration.between(first.at(), clock.instant()).toMillis() / 1e3;
        double rate = (progress.vectors() - first.vectors()) / seconds;
        // No time has passed, or the clock was set back, or nothing was done.
        if (!(rate > 0) || Double.isInfinite(rate)) {
            return count;
        }
        return count + String.format(Locale.ROOT, rate < 10 ? ", %.1f/s, " : ", %,.0f/s, ", rate)
                + duration(Math.round((progress.texts() - progress.vectors()) / rate)) + " left";
    }

    private static String duration(long seconds) {
        if (seconds < 60) {
            return seconds + " s";
        }
        long minutes = Math.ceilDiv(seconds, 60);
        return minutes < 60 ? minutes + " min" : minutes / 60 + " h " + minutes % 60 + " min";
    }
}
