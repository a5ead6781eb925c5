package org.proviso.cli;

import java.util.function.Supplier;
import org.proviso.evaluation.UnreadableDataException;

/// How commands that measure say what is wrong with their data.
final class DataFailure {

    private DataFailure() {}

    /// What `reader` reads.
    ///
    /// @throws CommandFailure with every problem of the data
    static <T> T reading(Supplier<T> reader) {
        try {
            return reader.get();
        } catch (UnreadableDataException e) {
            throw new CommandFailure(
                    ExitStatus.WRONG_USE,
                    e.getMessage() + "\n" + e.problems().size() + " problems: nothing was measured.");
        }
    }
}
