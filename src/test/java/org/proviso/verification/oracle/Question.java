package org.proviso.verification.oracle;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.proviso.clause.Jurisdiction;
import org.proviso.clause.SlotValue;
import org.proviso.library.ContractType;
import org.proviso.library.LibrarySnapshot;

/// A library, a document and what is asked about it.
///
/// @param text Markdown
record Question(
        LibrarySnapshot library,
        String text,
        LocalDate asOf,
        Map<String, SlotValue> values,
        @Nullable ContractType contractType,
        @Nullable Jurisdiction jurisdiction) {

    Question {
        values = Map.copyOf(values);
    }

    Question withLibrary(LibrarySnapshot other) {
        return new Question(other, text, asOf, values, contractType, jurisdiction);
    }

    Question withText(String other) {
        return new Question(library, other, asOf, values, contractType, jurisdiction);
    }

    Question withValues(Map<String, SlotValue> others) {
        return new Question(library, text, asOf, others, contractType, jurisdiction);
    }

    Question withAsked(@Nullable ContractType type, @Nullable Jurisdiction where) {
        return new Question(library, text, asOf, values, type, where);
    }
}
