package org.proviso.migration;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.proviso.clause.Excerpt;
import org.proviso.migration.MarkdownBlock.Marker;
import org.proviso.migration.MarkdownBlock.Text;
import org.proviso.migration.MarkdownBlock.Unknown;
import org.proviso.migration.Piece.Words;

/// Divides a document into its clauses. A heading, and words in bold or marked as a heading in front of a
/// paragraph, begin one, unless they stand in a list inside a clause that has text already; so does an item
/// of the outermost list. A heading without text of its own is the category of the clauses below it.
final class Units {

    private static final int MAX_TITLE = 6;
    private static final Pattern LICENCE = Pattern.compile("creativecommons\\.org/licenses/([a-z-]{2,8})/(\\d\\.\\d)");

    private final String file;
    private final List<Finding> findings;
    private final List<Unit> units = new ArrayList<>();
    private final List<Unit> sections = new ArrayList<>();
    private @Nullable Unit open;

    /// Whether the only heading of the first level is the document's own.
    private boolean entitled;

    private String title = "";
    private String licence = "";
    private int heading;

    Units(String file, List<Finding> findings) {
        this.file = file;
        this.findings = findings;
    }

    /// Every clause that has text.
    List<Unit> read(List<MarkdownBlock> blocks) {
        entitled = blocks.stream().filter(Units::isFirstHeading).count() == 1;
        for (MarkdownBlock block : blocks) {
            switch (block) {
                case Text text -> text(text, Head.of(text));
                case Unknown unknown -> unknown(unknown);
            }
        }
        close(0);
        return units;
    }

    private static boolean isFirstHeading(MarkdownBlock block) {
        return block instanceof Text text && text.heading() == 1 && text.depth() == 0;
    }

    /// The document's own heading; empty if it has none.
    String title() {
        return title;
    }

    /// The Creative Commons licence that the document links to, such as `CC BY 4.0`; empty if it links to none.
    String licence() {
        return licence;
    }

    private void text(Text block, Head head) {
        block.lost().forEach(lost -> {
            Matcher named = LICENCE.matcher(lost);
            if (named.find()) {
                licence = "CC " + named.group(1).toUpperCase(Locale.ROOT) + " " + named.group(2);
            }
        });
        if (entitled && isFirstHeading(block) && open == null) {
            title = head.title();
            heading = 1;
        } else if (begins(block, head)) {
            begin(block, head);
        } else if (open != null && open.depth > 0 && block.depth() == 0 && !head.isLettered()) {
            findings.add(Finding.note(place(block, ""), "The paragraph behind the clauses stays out."));
        } else {
            if (open == null) {
                begin(block, new Head("", "", head.rest()));
            }
            append(block, head);
        }
    }

    private boolean begins(Text block, Head head) {
        if (block.heading() > 0) {
            return true;
        }
        boolean inside = open != null && open.hasText() && open.depth > 0 && block.depth() > open.depth;
        if (head.isTitled()) {
            return !inside && !head.isLettered();
        }
        boolean outermost = block.depth() == 1 && block.marker().number() > 0;
        return outermost && (open == null || (open.depth == 1 && !open.paragraphs.isEmpty()));
    }

    private void begin(Text block, Head head) {
        if (block.heading() > 0 && block.depth() == 0) {
            heading = block.heading();
        }
        int numbers = head.numbers() > 0 ? head.numbers() : Math.max(block.depth(), 1);
        int level = block.heading() > 0 && block.depth() == 0 ? block.heading() : heading + numbers;
        close(level);
        String category = sections.isEmpty() ? title : sections.getLast().title;
        String own = head.isTitled() ? head.title() : firstWords(head.rest());
        open = new Unit(place(block, own), own, level, block.depth(), category);
        if (!head.rest().isEmpty() && head.isTitled()) {
            open.paragraphs.add(new Paragraph("", head.rest(), place(block, own)));
            open.lost.addAll(block.lost());
        } else if (!head.isTitled() && block.depth() == 1) {
            append(block, new Head("", "", head.rest()));
        }
    }

    /// Ends the open clause, and every section that is not above the next level.
    private void close(int next) {
        if (open != null && open.hasText()) {
            units.add(open);
        } else if (open != null && open.level < next) {
            sections.removeIf(section -> section.level >= open.level);
            sections.add(open);
        } else if (open != null) {
            findings.add(Finding.note(
                    open.place, "The heading \"" + Excerpt.of(open.title) + "\" has no text and stays out."));
        }
        sections.removeIf(section -> section.level >= next);
        open = null;
    }

    private void append(Text block, Head head) {
        Unit unit = Objects.requireNonNull(open);
        Place place = place(block, unit.title);
        List<Piece> pieces = new ArrayList<>(head.rest());
        if (head.isTitled()) {
            pieces.addFirst(new Words(head.title() + ". ", false));
        }
        String label = head.isLettered() ? head.label() : label(block.marker(), block.depth() - unit.depth);
        if (unit.paragraphs.isEmpty() && !label.isEmpty()) {
            unit.paragraphs.add(new Paragraph("", List.of(new Words(unit.title + ".", false)), unit.place));
        }
        if (!pieces.isEmpty()) {
            unit.paragraphs.add(new Paragraph(label, pieces, place));
            unit.lost.addAll(block.lost());
        }
    }

    /// `(a)`, `(i)`, `(A)` by how deep it stands in the clause; an item with a bullet keeps a hyphen.
    private static String label(Marker marker, int depth) {
        if (marker.bullet()) {
            return "-";
        }
        if (marker.number() == 0 || depth <= 0) {
            return "";
        }
        return switch (depth) {
            case 1 -> "(" + letter(marker.number()) + ")";
            case 2 -> "(" + roman(marker.number()) + ")";
            case 3 -> "(" + letter(marker.number()).toUpperCase(Locale.ROOT) + ")";
            default -> "(" + marker.number() + ")";
        };
    }

    private static String letter(int number) {
        return String.valueOf((char) ('a' + (number - 1) % 26)).repeat((number - 1) / 26 + 1);
    }

    private static String roman(int number) {
        String[] tens = {"", "x", "xx", "xxx", "xl", "l", "lx", "lxx", "lxxx"};
        String[] ones = {"", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"};
        return number > 89 ? String.valueOf(number) : tens[number / 10] + ones[number % 10];
    }

    private static String firstWords(List<Piece> pieces) {
        StringBuilder words = new StringBuilder();
        for (Piece piece : pieces) {
            words.append(
                    switch (piece) {
                        case Words plain -> plain.text();
                        case Piece.Title marked -> marked.text();
                        case Piece.Gap gap -> gap.label();
                    });
        }
        String[] first = words.toString().strip().split("[^\\p{L}\\p{N}'’-]+", MAX_TITLE + 1);
        return String.join(" ", List.of(first).subList(0, Math.min(first.length, MAX_TITLE)))
                .strip();
    }

    private void unknown(Unknown unknown) {
        if (open == null) {
            findings.add(Finding.note(
                    new Place(file, unknown.line(), ""),
                    "Outside of the clauses stands " + unknown.what() + ", which stays out."));
        } else {
            open.unknown.add(unknown);
        }
    }

    private Place place(MarkdownBlock block, String where) {
        return new Place(file, block.line(), where);
    }
}
