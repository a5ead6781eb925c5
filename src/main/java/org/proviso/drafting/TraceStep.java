package org.proviso.drafting;

import java.time.Duration;
import java.util.List;

/// What one step of a chain decided, and how long it took.
public record TraceStep(String step, Duration took, List<String> decided) {
    public TraceStep {
        decided = List.copyOf(decided);
    }
}
