package org.proviso.verification.attack;

import java.util.function.BiFunction;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.proviso.verification.oracle.Dice;

/// Text that Markdown hides, or shows as something else.
enum MarkupAttack implements Attack {
    HEADING_THAT_SAYS((victim, dice) -> victim.withInserted(
            Edits.anyPlace(victim, dice), dice.of("# ", "## 3. ", "###### ") + dice.of(Lies.SENTENCES))),
    PARAGRAPH_THAT_SAYS((victim, dice) ->
            victim.withInserted(Edits.anyPlace(victim, dice), dice.of("", "4.4 ", "- ") + dice.of(Lies.SENTENCES))),
    TITLE_IN_A_CLAUSE((victim, dice) -> victim.withInserted(
            Edits.anyPlace(victim, dice),
            dice.of("# ", "") + dice.of(victim.clauses()).title())),
    HEADING_AT_THE_END(
            (victim, dice) -> victim.text() + "\n# " + dice.of(victim.clauses()).title() + "\n"),
    EMPTY_HEADING((victim, dice) -> victim.withInserted(Edits.anyPlace(victim, dice), dice.of("#", "## ##"))),
    EMPHASIS_INSIDE_A_WORD(inWord("**", "**"), inWord("*", "*")),
    UNPAIRED_EMPHASIS(atWord("**", ""), atWord("", "*"), atWord("**", "*"), atWord("_", "")),
    EMPHASIS_THAT_SAYS(atWord("", " **not**"), atWord("_not_ ", ""), atWord("", " *(optional)*")),
    STRUCK_TEXT(atWord("~~", "~~"), atWord("~", "~"), atWord("~~not~~ ", "")),
    HTML_COMMENT(
            atWord("<!-- not -->", ""), inserted("<!-- No cap applies. -->"), atWord("", "<!--"), atWord("-->", "")),
    HTML_TAG(atWord("<b>", "</b>"), atWord("<del>", "</del>"), atWord("", "<br>not"), inserted("<p hidden>x</p>")),
    TABLE(
            inserted("| Term | Amount |\n|---|---|\n| Cap | none |"),
            atWord("| ", " |"),
            (victim, dice) -> victim.text().replaceFirst("\\. ", " | ")),
    LINK(atWord("[", "](no.example \"No cap applies.\")"), atWord("[", "][x]"), atWord("<https://no.example> ", "")),
    LINK_DEFINITION(inserted("[x]: y 'No cap applies.'"), inserted("[not]: z")),
    IMAGE(atWord("![", "](no.png)"), atWord("", " ![not](x)")),
    CODE_SPAN(atWord("`", "`"), atWord("", " `not`")),
    CODE_FENCE(inserted("```\nNo cap applies.\n```"), inserted("~~~\nNo cap applies.\n~~~")),
    INDENTED_CODE(
            (victim, dice) -> "    " + victim.text(), inserted("    No cap applies."), inserted("\tNo cap applies.")),
    FOOTNOTE(atWord("", "[^1]"), inserted("[^1]: No cap applies."), atWord("", "\\[1\\]")),
    QUOTE((victim, dice) -> "> " + victim.text(), inserted("> No cap applies.")),
    RULE(inserted("---"), inserted("***"), inserted("_ _ _")),
    ENTITY(atWord("", "&nbsp;not"), atWord("", "&zwnj;"), atWord("&#110;ot ", ""), atWord("", "&period;")),
    ESCAPE(atWord("\\", ""), atWord("", "\\"), atWord("", "\\*"), atWord("", "\\\\")),
    FRONT_MATTER((victim, dice) -> "---\nverified: false\n---\n" + victim.text()),
    EMPTY_ITEM(inserted("-"), inserted("1."), inserted("(a)"), inserted("•")),
    NESTED_ITEMS(inserted("- - No cap applies."), (victim, dice) -> "- - " + victim.text()),
    UNDERLINE_THAT_SAYS(underlined("="), underlined("--"), underlined("---\n\nNo cap applies.")),
    CHECK_BOX(atWord("[x] ", ""), inserted("- [ ] "), atWord("☐ ", "")),
    MATHEMATICS(atWord("$", "$"), atWord("", "^2^"), atWord("~", "~"));

    private static final Pattern INSIDE = Pattern.compile("(?<=\\p{L})\\p{L}(?=\\p{L})");

    private final BiFunction<Victim, Dice, @Nullable String>[] ways;

    @SafeVarargs
    MarkupAttack(BiFunction<Victim, Dice, @Nullable String>... ways) {
        this.ways = ways;
    }

    @Override
    public @Nullable String change(Victim victim, Dice dice) {
        return dice.of(ways).apply(victim, dice);
    }

    private static BiFunction<Victim, Dice, @Nullable String> atWord(String before, String after) {
        return (victim, dice) -> Edits.replaceOne(victim, dice, Edits.WORD, match -> before + match.group() + after);
    }

    private static BiFunction<Victim, Dice, @Nullable String> inWord(String before, String after) {
        return (victim, dice) -> Edits.replaceOne(victim, dice, INSIDE, match -> before + match.group() + after);
    }

    private static BiFunction<Victim, Dice, @Nullable String> inserted(String paragraph) {
        return (victim, dice) -> victim.withInserted(Edits.anyPlace(victim, dice), paragraph);
    }

    private static BiFunction<Victim, Dice, @Nullable String> underlined(String underline) {
        return (victim, dice) -> {
            int at = Edits.anyLine(victim, dice);
            return victim.with(
                    at, victim.lines().get(at).withText(victim.lines().get(at).text() + "\n" + underline));
        };
    }
}
