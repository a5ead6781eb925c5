package org.proviso.verification.attack;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.proviso.verification.attack.Victim.Line;
import org.proviso.verification.oracle.Dice;
import org.proviso.verification.oracle.Feature;
import org.proviso.verification.oracle.NaiveLabels;

/// Changes of form that say nothing.
enum HonestVariant implements Attack {
    REWRAPPED((victim, dice) -> texts(victim, text -> wrapped(text, dice.between(8, 90)))),
    TYPOGRAPHIC_QUOTES((victim, dice) -> texts(
            victim,
            text -> text.replaceAll("\"([^\"]*)\"", dice.of("“$1”", "„$1‟")).replace("'", dice.of("’", "‘")))),
    DASHES((victim, dice) -> texts(victim, text -> text.replace("—", dice.of("–", "―", "\u2012")))),
    HYPHENS((victim, dice) -> texts(victim, text -> text.replace("-", dice.of("\u2010", "\u2011")))),
    OTHER_SPACES((victim, dice) -> texts(
            victim,
            text -> text.replaceAll(
                    "(?<=\\w) (?=\\w)", dice.of("\u00a0", "\u202f", "\u2003", "\t", " \u00a0", "\u3000")))),
    LIGATURES((victim, dice) -> texts(
            victim,
            text -> text.replace("ffi", "ﬃ")
                    .replace("ff", "ﬀ")
                    .replace("fi", "ﬁ")
                    .replace("fl", "ﬂ")
                    .replace("st", "ﬆ"))),
    DOUBLE_SPACES((victim, dice) -> texts(victim, text -> text.replaceAll("(?<=\\S) (?=\\S)", "  "))),
    TRAILING_SPACES((victim, dice) -> victim.text().replaceAll("(?m)(?<=\\S)$", dice.of(" ", "  ", "\t", "\u00a0"))),
    WINDOWS_LINE_ENDS((victim, dice) -> victim.text().replace("\n", "\r\n")),
    OLD_LINE_ENDS((victim, dice) -> victim.text().replace("\n", "\r")),
    BLANK_LINES((victim, dice) -> "\n\n" + victim.text().replace("\n\n", dice.of("\n\n\n", "\n \n", "\n\t\n\n"))),
    BYTE_ORDER_MARK((victim, dice) -> "\ufeff" + victim.text()),
    BOLD_WORDS((victim, dice) -> emphasised(victim, dice, dice.of("**", "__"))),
    ITALIC_WORDS((victim, dice) -> emphasised(victim, dice, dice.of("*", "_"))),
    BOLD_PARAGRAPHS((victim, dice) -> lines(
            victim,
            line -> line.text().matches(".*[_*].*") || dice.chance(0.3)
                    ? line
                    : line.withText("**" + line.text() + "**"),
            false)),
    BOLD_LABELS((victim, dice) -> lines(
            victim,
            line -> line.label().isEmpty() || line.label().equals("-") || line.isHeading()
                    ? line
                    : line.withLabel("**" + line.label() + "**"),
            false)),
    HEADING_MARKS((victim, dice) -> headings(victim, line -> dice.of("# ", "###### ", "### ", "") + rest(line))),
    BOLD_HEADINGS((victim, dice) -> headings(victim, line -> "**" + rest(line) + "**")),
    UNDERLINED_HEADINGS((victim, dice) -> headings(victim, line -> line.text() + dice.of("\n===", "\n---", "\n-----"))),
    CLOSED_HEADINGS((victim, dice) -> headings(victim, line -> "## " + rest(line) + dice.of(" ##", " #", " ####  "))),
    HEADINGS_DROPPED((victim, dice) -> Victim.text(
            victim.lines().stream().filter(line -> !line.isHeading()).toList())),
    TITLES_ADDED(HonestVariant::withTitles),
    OTHER_LABELS((victim, dice) ->
            firstLabels(victim, dice.of("4.2", "(c)", "iv.", "12)", "7.", "B.", "-", "•", "3.2.1.", "XIV)", "(bb)"))),
    NO_LABELS((victim, dice) -> firstLabels(victim, "")),
    INNER_LABELS((victim, dice) ->
            relabelled(victim, dice.of("(%a)", "%a)", "(%i)", "%i)", "(%1)", "-", "*", "+", "•", "▪"))),
    ESCAPED_PUNCTUATION((victim, dice) ->
            texts(victim, text -> text.replaceAll(dice.of("([,;:])", "([.()])", "([\"'-])", "([.,%@&/])"), "\\\\$1"))),
    INDENTED_LINES((victim, dice) -> victim.text().contains("\n- ")
            ? null
            : victim.text().replaceAll("(?m)^(?=[A-Z(])", dice.of(" ", "  ", "   "))),
    PAGE_NUMBERS(
            (victim, dice) -> {
                List<Line> lines = new ArrayList<>(victim.lines());
                int at = victim.start(dice.upTo(victim.clauses().size()));
                if (at > 0 && lines.get(at - 1).isHeading()) {
                    return null;
                }
                lines.add(at, new Line("", "", dice.of("Page 3", "Page 3 of 12", "Page 128"), -1));
                return Victim.text(lines);
            },
            Feature.PAGE_NUMBERS),
    NOTHING((victim, dice) -> victim.text());

    private final BiFunction<Victim, Dice, @Nullable String> change;
    private final List<Feature> features;

    HonestVariant(BiFunction<Victim, Dice, @Nullable String> change, Feature... features) {
        this.change = change;
        this.features = List.of(features);
    }

    List<Feature> needs() {
        return features;
    }

    @Override
    public @Nullable String change(Victim victim, Dice dice) {
        return change.apply(victim, dice);
    }

    private static String lines(Victim victim, UnaryOperator<Line> change, boolean all) {
        return Victim.text(victim.lines().stream()
                .map(line -> all || !line.isHeading() ? change.apply(line) : line)
                .toList());
    }

    private static String texts(Victim victim, UnaryOperator<String> change) {
        return lines(victim, line -> line.withText(change.apply(line.text())), false);
    }

    private static String headings(Victim victim, java.util.function.Function<Line, String> change) {
        return lines(victim, line -> line.isHeading() ? new Line("", "", change.apply(line), -1) : line, true);
    }

    private static String rest(Line line) {
        return line.printed().substring(line.mark().length());
    }

    /// Breaks lines only before letters, since a digit or a mark could begin a list.
    private static String wrapped(String text, int width) {
        StringBuilder wrapped = new StringBuilder();
        int column = 0;
        for (String word : text.split(" ")) {
            boolean breaks = column > 0 && column + word.length() > width && word.matches("[\"A-Za-z].*");
            wrapped.append(column == 0 ? "" : breaks ? "\n" : " ").append(word);
            column = breaks ? word.length() : column + word.length() + 1;
        }
        return wrapped.toString();
    }

    private static @Nullable String emphasised(Victim victim, Dice dice, String mark) {
        return Edits.replaceOne(
                victim,
                dice,
                Pattern.compile("(?<=^| )[A-Za-z]+(?: [A-Za-z]+)?(?= |$|[,.;])"),
                match -> mark + match.group() + mark);
    }

    private static String withTitles(Victim victim, Dice dice) {
        List<Line> lines = new ArrayList<>();
        int last = -1;
        for (Line line : victim.lines()) {
            if (!line.isHeading() && line.clause() != last) {
                last = line.clause();
                String label = isReferred(victim) ? "" : dice.of("", "3.");
                lines.add(new Line(
                        dice.of("### ", ""), label, victim.clauses().get(last).title(), -1));
            }
            if (!line.isHeading()) {
                lines.add(line);
            }
        }
        return Victim.text(lines);
    }

    private static @Nullable String firstLabels(Victim victim, String label) {
        boolean continues = IntStream.range(0, victim.clauses().size())
                .mapToObj(victim::linesOf)
                .anyMatch(lines -> NaiveLabels.continues(
                        label, lines.stream().skip(1).map(Line::label).toList()));
        return isReferred(victim) || continues
                ? null
                : lines(
                        victim,
                        line -> line.equals(victim.lines().get(victim.start(line.clause())))
                                ? line.withLabel(label)
                                : line,
                        false);
    }

    private static boolean isReferred(Victim victim) {
        return victim.clauses().stream()
                .anyMatch(clause -> !clause.text().references().isEmpty());
    }

    /// Labels of lists in another style, where no text names one and nothing is a list in a list.
    ///
    /// @param style a bullet, or how a label of a counted list is printed
    private static @Nullable String relabelled(Victim victim, String style) {
        List<Line> lines = new ArrayList<>();
        boolean changed = false;
        int number = 0;
        for (Line line : victim.lines()) {
            boolean listed = isInner(victim, line);
            number = listed ? number : 0;
            if (listed && !List.of("-", "(" + (char) ('a' + number) + ")").contains(line.label())) {
                return null;
            }
            lines.add(listed ? line.withLabel(label(style, ++number)) : line);
            changed |= listed;
        }
        boolean named = victim.lines().stream().anyMatch(line -> line.text().matches("(?s).*\\b[a-z]\\).*"));
        boolean lettered = style.contains("%")
                && victim.lines().stream()
                        .anyMatch(line -> line.label().matches("\\([a-z]\\)") && !isInner(victim, line));
        return changed && !named && !lettered ? Victim.text(lines) : null;
    }

    private static String label(String style, int number) {
        return style.replace("%a", String.valueOf((char) ('a' + number - 1)))
                .replace("%i", List.of("i", "ii", "iii", "iv", "v", "vi", "vii").get(number - 1))
                .replace("%1", String.valueOf(number));
    }

    private static boolean isInner(Victim victim, Line line) {
        return !line.isHeading()
                && !line.label().isEmpty()
                && !line.equals(victim.lines().get(victim.start(line.clause())));
    }
}
