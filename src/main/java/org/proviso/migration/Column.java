package org.proviso.migration;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What a table's column can hold, and what clause banks call it; an earlier name wins over a later one.
enum Column {
    ID("id", "clause id", "reference", "clause reference", "ref", "identifier", "clause number", "key"),
    VERSION("version", "clause version", "version number", "revision", "rev"),
    TITLE("title", "clause title", "clause name", "name", "heading", "clause heading"),
    FAMILY("family", "clause family", "purpose"),
    CATEGORY("category", "type", "clause type", "topic", "clause category", "clause topic", "subject", "group"),
    POSITION("position", "fallback level", "negotiation position", "clause position", "fallback", "tier", "level"),
    MAY_AGREE("may agree", "approver", "approval required", "escalation"),
    STATUS("status", "clause status", "approval status", "state"),
    JURISDICTIONS("jurisdictions", "jurisdiction", "governing law", "applicable law", "law"),
    GUIDANCE("guidance", "notes", "note", "playbook", "playbook notes", "when to use", "comments", "comment"),
    SOURCE("source", "origin"),
    LICENCE("licence", "license"),
    TEXT(
            "text",
            "clause text",
            "body",
            "clause body",
            "clause language",
            "language",
            "wording",
            "clause wording",
            "content",
            "clause");

    private final List<String> headings;

    Column(String... headings) {
        this.headings = List.of(headings);
    }

    /// The key of the front matter, or `text`.
    String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    List<String> headings() {
        return headings;
    }

    static Optional<Column> of(String key) {
        return Arrays.stream(values())
                .filter(column -> column.key().equals(key))
                .findFirst();
    }

    static List<String> keys() {
        return Arrays.stream(values()).map(Column::key).toList();
    }
}
