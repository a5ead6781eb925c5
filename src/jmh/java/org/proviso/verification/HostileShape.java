package org.proviso.verification;

import java.util.List;

/// Documents that are made to cost time.
public enum HostileShape {
    /// Paragraphs that are clauses but for their last word.
    OPENINGS {
        @Override
        String piece(List<String> clauses, int index) {
            return opening(clauses, index) + "\n\n";
        }
    },
    /// The same without an end of paragraph.
    ONE_LONG_PARAGRAPH {
        @Override
        String piece(List<String> clauses, int index) {
            return opening(clauses, index) + " ";
        }
    },
    /// One word again and again.
    ONE_WORD {
        @Override
        String piece(List<String> clauses, int index) {
            return "the ";
        }
    },
    /// Lists in lists, as deep as one line may open them.
    LIST_MARKS {
        @Override
        String piece(List<String> clauses, int index) {
            return "- ".repeat(24) + "the\n\n";
        }
    };

    abstract String piece(List<String> clauses, int index);

    /// A document of about `length` characters.
    String document(VariedLibrary library, int length) {
        StringBuilder document = new StringBuilder(length + 1_000);
        for (int i = 0; document.length() < length; i++) {
            document.append(piece(library.texts(), i));
        }
        return document.toString();
    }

    private static String opening(List<String> clauses, int index) {
        String clause = clauses.get(index % clauses.size());
        return clause.substring(0, clause.lastIndexOf(' '));
    }
}
