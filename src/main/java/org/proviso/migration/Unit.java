package org.proviso.migration;

import java.util.ArrayList;
import java.util.List;

/// A numbered clause of standard terms, or the heading over some of them, while it is read.
final class Unit {

    final Place place;
    final String title;

    /// How deep in the document, from 1.
    final int level;

    /// In how many lists it stands.
    final int depth;

    final String category;
    final List<Paragraph> paragraphs = new ArrayList<>();
    final List<MarkdownBlock.Unknown> unknown = new ArrayList<>();
    final List<String> lost = new ArrayList<>();

    Unit(Place place, String title, int level, int depth, String category) {
        this.place = place;
        this.title = title;
        this.level = level;
        this.depth = depth;
        this.category = category;
    }

    boolean hasText() {
        return !paragraphs.isEmpty() || !unknown.isEmpty();
    }
}
