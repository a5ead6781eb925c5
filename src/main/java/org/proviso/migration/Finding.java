package org.proviso.migration;

import java.util.Locale;
import org.proviso.library.LibraryProblem;

/// One thing that an import has to say.
///
/// @param message what is so, with the value
/// @param remedy what to do; empty if nothing has to be done
public record Finding(Kind kind, Place place, String message, String remedy) {

    /// What it means for the import.
    public enum Kind {
        /// A clause, or all of it, cannot come in.
        PROBLEM,
        /// A clause that had problems was left out.
        SKIPPED,
        /// A clause is in the library already.
        THERE,
        /// Something is lost or was decided.
        NOTE;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static Finding problem(Place place, String message, String remedy) {
        return new Finding(Kind.PROBLEM, place, message, remedy);
    }

    static Finding problem(LibraryProblem problem) {
        return problem(new Place(problem.file(), problem.line(), ""), problem.message(), problem.remedy());
    }

    static Finding note(Place place, String message) {
        return new Finding(Kind.NOTE, place, message, "");
    }

    static Finding note(Place place, String message, String remedy) {
        return new Finding(Kind.NOTE, place, message, remedy);
    }

    Finding as(Kind other) {
        return new Finding(other, place, message, remedy);
    }

    @Override
    public String toString() {
        return kind + ": " + place + ": " + message + (remedy.isEmpty() ? "" : " " + remedy);
    }
}
