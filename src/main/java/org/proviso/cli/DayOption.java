package org.proviso.cli;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import org.proviso.clause.Excerpt;

/// An option that names a day, of commands that open no library.
final class DayOption {

    private DayOption() {}

    static LocalDate read(String option, @Nullable String written, LocalDate absent) {
        if (written == null) {
            return absent;
        }
        try {
            return LocalDate.parse(written);
        } catch (DateTimeParseException e) {
            throw new CommandFailure(
                    ExitStatus.WRONG_USE,
                    option + ": \"" + Excerpt.of(written) + "\" is not a day: write it as 2026-01-31.");
        }
    }
}
