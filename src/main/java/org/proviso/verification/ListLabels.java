package org.proviso.verification;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.proviso.clause.BlockLabel;
import org.proviso.document.Block;

/// What the labels of a list count, and whether two lists of them count the same.
final class ListLabels {

    private static final String MARKDOWN_BULLETS = "-*+";
    private static final Map<String, Integer> ROMAN = romanNumerals();

    /// One way to read a label: `(c)` is the third of the small letters.
    ///
    /// @param style what labels of one list have in common
    /// @param number from 1; 0 for a bullet
    record Ordinal(String style, int number) {}

    /// @param level 0 for the outermost list
    private record Place(int level, int number) {}

    private ListLabels() {}

    /// Whether labels say the same: each is the other's, a period or parentheses aside, or both count the same in
    /// other styles, such as `(a)`, `(b)` and `i.`, `ii.` and two bullets.
    ///
    /// @param approved in the order of the text
    /// @param found as many
    static boolean areAlike(List<String> approved, List<String> found) {
        if (areSame(approved, found)) {
            return true;
        }
        List<Place> outline = outline(approved);
        return !outline.isEmpty() && outline.equals(outline(found));
    }

    /// Whether each label is the other's, a period or parentheses and the kind of bullet aside.
    static boolean areSame(List<String> approved, List<String> found) {
        for (int i = 0; i < approved.size(); i++) {
            boolean bullets = isBullet(approved.get(i)) && isBullet(found.get(i));
            if (!bullets && !Block.bare(approved.get(i)).equals(Block.bare(found.get(i)))) {
                return false;
            }
        }
        return true;
    }

    /// Whether two labels have the same period or parentheses, or none.
    static boolean areWrittenAlike(String one, String other) {
        return one.isEmpty() == other.isEmpty()
                && one.replace(Block.bare(one), "").equals(other.replace(Block.bare(other), ""));
    }

    /// Whether two labels may be of one list.
    static boolean shareStyle(String one, String other) {
        return ordinals(one).stream()
                .anyMatch(own -> ordinals(other).stream()
                        .anyMatch(reading -> reading.style().equals(own.style())));
    }

    static boolean isBullet(String label) {
        return label.length() == 1 && (MARKDOWN_BULLETS.contains(label) || BlockLabel.isBullet(label.charAt(0)));
    }

    /// Every way to read a label; none if there is none, or one that is rendered as another.
    static List<Ordinal> ordinals(String label) {
        String bare = Block.bare(label);
        char last = bare.isEmpty() ? '?' : bare.charAt(bare.length() - 1);
        if (isBullet(bare)) {
            return List.of(new Ordinal(MARKDOWN_BULLETS.contains(bare) ? MARKDOWN_BULLETS : bare, 0));
        }
        if (Character.isDigit(last)) {
            int point = bare.lastIndexOf('.');
            return List.of(new Ordinal(bare.substring(0, point + 1), Integer.parseInt(bare.substring(point + 1))));
        }
        List<Ordinal> ordinals = new ArrayList<>();
        if (Character.isLetter(last)) {
            String small = bare.toLowerCase(Locale.ROOT);
            boolean capital = !small.equals(bare);
            if (ROMAN.containsKey(small)) {
                ordinals.add(new Ordinal(capital ? "I" : "i", ROMAN.get(small)));
            }
            if (bare.length() == 1 || (bare.length() == 2 && bare.charAt(0) == bare.charAt(1))) {
                ordinals.add(new Ordinal(capital ? "A" : "a", 26 * (bare.length() - 1) + small.charAt(0) - 'a' + 1));
            }
        }
        return ordinals;
    }

    /// The level and number of each label, every list counted from 1 without a gap; empty if they do not count so.
    private static List<Place> outline(List<String> labels) {
        List<Place> outline = new ArrayList<>();
        List<Ordinal> open = new ArrayList<>();
        for (String label : labels) {
            Ordinal next = next(ordinals(label), open);
            if (next == null) {
                return List.of();
            }
            int level = level(next, open);
            open.subList(level, open.size()).clear();
            open.add(next);
            outline.add(new Place(level, next.number()));
        }
        return outline;
    }

    /// The reading that counts on in an open list, the innermost first, or else opens one; a bullet always does.
    private static @Nullable Ordinal next(List<Ordinal> readings, List<Ordinal> open) {
        Ordinal opening = null;
        Ordinal next = null;
        for (Ordinal reading : readings) {
            int level = level(reading, open);
            int number = level == open.size() ? 1 : open.get(level).number() + 1;
            Ordinal counted = new Ordinal(reading.style(), number);
            if (reading.number() != 0 && reading.number() != number) {
                continue;
            }
            if (level == open.size()) {
                opening = counted;
            } else if (next == null || level > level(next, open)) {
                next = counted;
            }
        }
        return next == null ? opening : next;
    }

    /// The level of the open list of a reading's style; one more than there are if none is open.
    private static int level(Ordinal reading, List<Ordinal> open) {
        int level = 0;
        while (level < open.size() && !open.get(level).style().equals(reading.style())) {
            level++;
        }
        return level;
    }

    /// From `i` to `lxxxix`, as a label may be.
    private static Map<String, Integer> romanNumerals() {
        List<String> tens = List.of("", "x", "xx", "xxx", "xl", "l", "lx", "lxx", "lxxx");
        List<String> ones = List.of("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix");
        Map<String, Integer> numerals = new HashMap<>();
        for (int ten = 0; ten < tens.size(); ten++) {
            for (int one = 0; one < ones.size(); one++) {
                numerals.put(tens.get(ten) + ones.get(one), 10 * ten + one);
            }
        }
        return Map.copyOf(numerals);
    }
}
