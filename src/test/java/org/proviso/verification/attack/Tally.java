package org.proviso.verification.attack;

import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;

/// Counts by kind, the same whatever the number of threads; safe for use by many.
final class Tally {

    /// What came of one changed document.
    enum Outcome {
        /// It still is approved text.
        HARMLESS,
        /// It can be read as approved text, but not in the way that the rule chooses.
        STRICTER,
        REJECTED,
        UNCONFIRMED,
        /// Verified although it is no approved text.
        FALSE_ACCEPT,
        VERIFIED,
        /// Not verified although nothing but its form was changed.
        FALSE_REJECT
    }

    private static final int SHOWN = 10;

    private final Map<String, LongAdder[]> counts = new ConcurrentSkipListMap<>();
    private final ConcurrentSkipListMap<Long, String> mistakes = new ConcurrentSkipListMap<>();

    void add(String kind, Outcome outcome) {
        counts
                .computeIfAbsent(kind, _ -> {
                    LongAdder[] adders = new LongAdder[Outcome.values().length];
                    java.util.Arrays.setAll(adders, _ -> new LongAdder());
                    return adders;
                })[outcome.ordinal()]
                .increment();
    }

    /// Keeps a mistake to be shown; those of the lowest cases are.
    void mistake(long number, String description) {
        mistakes.put(number, description);
        while (mistakes.size() > SHOWN) {
            mistakes.pollLastEntry();
        }
    }

    String mistakes() {
        return String.join("\n", mistakes.values());
    }

    long total(Outcome outcome) {
        return counts.values().stream()
                .mapToLong(each -> each[outcome.ordinal()].sum())
                .sum();
    }

    int kinds() {
        return counts.size();
    }

    /// A line for each kind.
    String table(Outcome... columns) {
        StringBuilder table = new StringBuilder(String.format("%-36s %9s", "kind", "attempts"));
        for (Outcome column : columns) {
            table.append(String.format(" %13s", column.name().toLowerCase(java.util.Locale.ROOT)));
        }
        return table + "\n"
                + counts.entrySet().stream()
                        .map(entry -> line(entry.getKey(), entry.getValue(), columns))
                        .collect(Collectors.joining("\n"));
    }

    private static String line(String kind, LongAdder[] adders, Outcome... columns) {
        long attempts =
                java.util.Arrays.stream(adders).mapToLong(LongAdder::sum).sum();
        StringBuilder line = new StringBuilder(String.format("%-36s %9d", kind, attempts));
        for (Outcome column : columns) {
            line.append(String.format(" %13d", adders[column.ordinal()].sum()));
        }
        return line.toString();
    }
}
