package org.proviso.retrieval;

/// A search for clauses.
///
/// @param text what is looked for, in words; cut after [#MAX_TEXT_LENGTH] characters
/// @param limit the most clauses to return, 1 to [#MAX_LIMIT]
public record ClauseQuery(String text, ClauseFilter filter, int limit) {

    /// The characters of a query that are read: about 350 words, more than the embedding model can tell apart.
    public static final int MAX_TEXT_LENGTH = 2_000;

    public static final int MAX_LIMIT = 100;

    /// @throws IllegalArgumentException if the text is blank or the limit out of bounds
    public ClauseQuery {
        if (text.isBlank()) {
            throw new IllegalArgumentException(
                    "The query is blank: write what the clause should be about, such as \"return of documents\".");
        }
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new IllegalArgumentException(
                    "The limit " + limit + " is out of bounds: ask for 1 to " + MAX_LIMIT + " clauses.");
        }
        text = cut(text.strip());
    }

    private static String cut(String text) {
        if (text.length() <= MAX_TEXT_LENGTH) {
            return text;
        }
        boolean splitsPair = Character.isHighSurrogate(text.charAt(MAX_TEXT_LENGTH - 1));
        return text.substring(0, splitsPair ? MAX_TEXT_LENGTH - 1 : MAX_TEXT_LENGTH);
    }
}
