package org.proviso.verification.oracle;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// "Labels inside a clause" of the rule, by printing the labels that a list of some style would have.
public final class NaiveLabels {

    private static final Set<String> BULLETS = Set.of("-", "*", "+", "•", "◦", "▪", "‣", "·");

    /// What has been printed, by style.
    private static final Map<String, Map<String, Integer>> PRINTED = new ConcurrentHashMap<>();

    /// A list that is being read.
    private record Open(String style, int last) {}

    private NaiveLabels() {}

    public static boolean say(List<String> approved, List<String> found) {
        boolean same = IntStream.range(0, approved.size()).allMatch(i -> same(approved.get(i), found.get(i)));
        List<String> outline = outline(approved);
        return same || (!outline.contains("none") && outline.equals(outline(found)));
    }

    public static boolean same(String approved, String found) {
        return (BULLETS.contains(approved) && BULLETS.contains(found))
                || bare(approved).equals(bare(found));
    }

    /// Whether `next` seems to be one more item of a list in the clause before, and not one more of what that
    /// clause is.
    ///
    /// @param before the labels of that clause and its headings
    /// @param beside those of the list that are indented as it is
    /// @param list all labels inside that clause
    public static boolean continues(String next, List<String> before, List<String> beside, List<String> list) {
        boolean sibling = before.stream()
                .anyMatch(other -> shape(other).equals(shape(next))
                        && styles(other).stream().anyMatch(styles(next)::contains));
        boolean alike = list.stream().anyMatch(other -> shape(other).equals(shape(next)));
        return continues(next, beside) && (alike || !sibling);
    }

    /// What stands around the letters or digits.
    private static String shape(String label) {
        return label.isEmpty() ? "none" : label.replaceAll("[\\p{L}0-9](?:[\\p{L}0-9.]*[\\p{L}0-9])?", "x");
    }

    /// Whether `next` counts on in a list that has these labels.
    public static boolean continues(String next, List<String> list) {
        if (BULLETS.contains(next)) {
            return list.stream().anyMatch(other -> glyph(other).equals(glyph(next)));
        }
        for (String style : styles(next)) {
            List<Integer> numbers = list.stream()
                    .map(label -> number(style, label))
                    .filter(number -> number > 0)
                    .toList();
            int own = number(style, next);
            if (numbers.contains(1) && numbers.stream().allMatch(number -> number < own)) {
                return true;
            }
        }
        return false;
    }

    public static boolean isBullet(String label) {
        return BULLETS.contains(label);
    }

    private static String glyph(String label) {
        return List.of("-", "*", "+").contains(label) ? "Markdown" : label;
    }

    private static List<String> outline(List<String> labels) {
        List<String> outline = new ArrayList<>();
        List<Open> open = new ArrayList<>();
        for (String label : labels) {
            int level = open.size() - 1;
            while (level >= 0 && !isNext(open.get(level), label)) {
                level--;
            }
            if (level >= 0) {
                Open counted = new Open(open.get(level).style(), open.get(level).last() + 1);
                open = new ArrayList<>(open.subList(0, level));
                open.add(counted);
            } else {
                List<Open> before = open;
                String style = styles(label).stream()
                        .filter(each -> isBullet(label) || print(each, 1).equals(bare(label)))
                        .filter(each ->
                                before.stream().noneMatch(list -> list.style().equals(each)))
                        .findFirst()
                        .orElse("none");
                open.add(new Open(style, 1));
                if (style.equals("none")) {
                    return List.of("none");
                }
            }
            outline.add(open.size() + ":" + open.getLast().last());
        }
        return outline;
    }

    private static boolean isNext(Open list, String label) {
        return isBullet(label)
                ? list.style().equals(glyph(label))
                : print(list.style(), list.last() + 1).equals(bare(label));
    }

    /// The number of a label in a list of some style; 0 if it has none.
    private static int number(String style, String label) {
        return PRINTED.computeIfAbsent(style, NaiveLabels::printed).getOrDefault(bare(label), 0);
    }

    private static Map<String, Integer> printed(String style) {
        Map<String, Integer> printed = new HashMap<>();
        IntStream.rangeClosed(1, 999).forEach(number -> printed.putIfAbsent(print(style, number), number));
        printed.remove("?");
        return printed;
    }

    private static Set<String> styles(String label) {
        if (isBullet(label)) {
            return Set.of(glyph(label));
        }
        Set<String> styles = new TreeSet<>();
        String bare = bare(label);
        if (label.isEmpty()) {
            return Set.of();
        }
        for (String style : List.of("a", "A", "i", "I")) {
            if (number(style, label) > 0) {
                styles.add(style);
            }
        }
        if (bare.matches("[0-9]+(\\.[0-9]+)*")) {
            styles.add(bare.replaceFirst("[0-9]+$", ""));
        }
        return styles;
    }

    /// Whether a text names a label.
    ///
    /// @param clause the labels of the clause that has it, and of its headings
    /// @param own whether it is a text of that clause
    public static boolean isNamed(String label, List<String> clause, String text, boolean own) {
        String word = Pattern.quote(bare(label));
        String spaced = text.replaceAll("([()])", " $1 ").replaceAll(" +", " ");
        String calling = "(?i:(?<![\\p{L}0-9])(?:clauses?|items?|limbs?|paragraphs?|parts?|points?|sections?|subclause"
                + "|subparagraph|subsection)) (?:\\( )?" + word + "(?![\\p{L}0-9.,]*[\\p{L}0-9])";
        return (own
                        && Pattern.compile("(?<=.)(?<![0-9]\\()(?<![\\p{L}0-9])" + word + " ?\\)")
                                .matcher(text)
                                .find())
                || Pattern.compile(calling).matcher(spaced).find()
                || clause.stream()
                        .map(NaiveLabels::bare)
                        .filter(each -> !each.isEmpty())
                        .anyMatch(each -> (" " + spaced)
                                .matches(".*[^\\p{L}0-9.,]" + Pattern.quote(each) + " (?:\\( )?" + word + " \\).*"));
    }

    private static String print(String style, int number) {
        return switch (style) {
            case "a" -> letters(number);
            case "A" -> letters(number).toUpperCase(Locale.ROOT);
            case "i" -> roman(number);
            case "I" -> roman(number).toUpperCase(Locale.ROOT);
            default -> style + number;
        };
    }

    private static String letters(int number) {
        return number > 52
                ? "?"
                : String.valueOf((char) ('a' + (number - 1) % 26)).repeat(1 + (number - 1) / 26);
    }

    private static String roman(int number) {
        if (number > 89) {
            return "?";
        }
        String units = "i".repeat(number).replace("iiiii", "v").replace("vv", "x");
        return units.replace("viiii", "ix")
                .replace("iiii", "iv")
                .replace("xxxxx", "l")
                .replace("xxxx", "xl");
    }

    /// `4.2.` and `4.2` are one label, `(a)`, `a)` and `a.` are.
    public static String bare(String label) {
        String open = label.startsWith("(") && label.indexOf('(', 1) < 0 ? label.substring(1) : label;
        return open.endsWith(".") || (open.endsWith(")") && open.indexOf('(') < 0)
                ? open.substring(0, open.length() - 1)
                : open;
    }
}
