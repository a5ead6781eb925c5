package org.proviso.migration;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.proviso.migration.Piece.Gap;
import org.proviso.migration.Piece.Title;
import org.proviso.migration.Piece.Words;

/// The text of a clause, made of its paragraphs.
final class Wording {

    private static final Pattern SPACE = Pattern.compile("[\\t\\n\\f\\r \\u00A0]+");
    private static final Pattern FITS_BEFORE = Pattern.compile("(?:.*[\\s(\"'“‘])?", Pattern.DOTALL);
    private static final Pattern FITS_AFTER = Pattern.compile("(?:[\\s;:)%\"'”’].*|[.,](?!\\d).*)?", Pattern.DOTALL);
    private static final Pattern WORD = Pattern.compile(".*[\\p{L}\\p{N}].*", Pattern.DOTALL);

    private final List<Paragraph> paragraphs;
    private final Gaps gaps;

    Wording(List<Paragraph> paragraphs, Gaps gaps) {
        this.paragraphs = paragraphs;
        this.gaps = gaps;
    }

    /// Paragraphs with an empty line between two; a gap is a slot, but for the terms that stand there
    /// themselves.
    ///
    /// @param terms the slots of the gaps that are not made
    String text(Set<String> terms) {
        List<String> texts = new ArrayList<>();
        for (Paragraph paragraph : paragraphs) {
            StringBuilder text = new StringBuilder();
            for (Piece piece : paragraph.pieces()) {
                text.append(
                        switch (piece) {
                            case Words words -> words.text().replace("{{", "\\{{");
                            case Title title -> title.text() + " ";
                            case Gap gap ->
                                terms.contains(Gaps.slot(gap.label()))
                                        ? gap.label()
                                        : "{{" + Gaps.slot(gap.label()) + "}}" + Gaps.ending(gap.label());
                        });
            }
            String words = SPACE.matcher(text).replaceAll(" ").strip();
            texts.add(paragraph.label().isEmpty() ? words : paragraph.label() + " " + words);
        }
        return String.join("\n\n", texts);
    }

    /// A gap for each slot that the text prints.
    List<Gap> slots(Set<String> terms) {
        List<Gap> slots = new ArrayList<>();
        Set<String> seen = new LinkedHashSet<>(terms);
        for (Gap gap : all()) {
            if (seen.add(Gaps.slot(gap.label()))) {
                slots.add(gap);
            }
        }
        return slots;
    }

    /// The slots of every gap whose label may stand there itself.
    Set<String> terms() {
        Set<String> terms = new LinkedHashSet<>();
        all().stream().filter(Gap::term).forEach(gap -> terms.add(Gaps.slot(gap.label())));
        all().stream().filter(gap -> !gap.term()).forEach(gap -> terms.remove(Gaps.slot(gap.label())));
        return terms;
    }

    private List<Gap> all() {
        List<Gap> all = new ArrayList<>();
        paragraphs.forEach(paragraph -> paragraph.pieces().forEach(piece -> {
            if (piece instanceof Gap gap) {
                all.add(gap);
            }
        }));
        return all;
    }

    /// The slots of terms that stand where the library lets no slot stand.
    Set<String> misplaced() {
        Set<String> misplaced = new LinkedHashSet<>();
        for (Paragraph paragraph : paragraphs) {
            List<Piece> pieces = paragraph.pieces();
            boolean word = true;
            for (int i = 0; i < pieces.size(); i++) {
                switch (pieces.get(i)) {
                    case Words words -> word |= WORD.matcher(words.text()).matches();
                    case Title _ -> word = true;
                    case Gap gap -> {
                        String before = i > 0 && pieces.get(i - 1) instanceof Words words ? words.text() : "";
                        String after = Gaps.ending(gap.label())
                                + (i + 1 < pieces.size() && pieces.get(i + 1) instanceof Words words
                                        ? words.text()
                                        : "");
                        boolean period =
                                after.startsWith(".") && gaps.type(gap.label()).isFreeText();
                        if (!word
                                || period
                                || !FITS_BEFORE.matcher(before).matches()
                                || !FITS_AFTER.matcher(after).matches()) {
                            misplaced.add(Gaps.slot(gap.label()));
                        }
                        word = false;
                    }
                }
            }
        }
        misplaced.retainAll(terms());
        return misplaced;
    }
}
