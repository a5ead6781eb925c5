package org.proviso.library;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.proviso.clause.CodePoints;
import org.proviso.clause.Excerpt;
import org.proviso.clause.FamilyId;
import org.proviso.clause.Slot;
import org.proviso.clause.SlotType;

/// The checks of a clause's blocks; each problem is reported once, whatever form shows it.
final class BlockChecks {

    /// A block has no more words and marks, and [#MAX_CHARACTERS] characters.
    static final int MAX_TOKENS = 2_000;

    static final int MAX_CHARACTERS = 20_000;

    private static final String QUOTES = "\"'“‘";
    private static final Pattern GLUED_BEFORE = Pattern.compile("[^\\s(" + QUOTES + "]⟦");
    private static final Pattern GLUED_AFTER = Pattern.compile("⟦(?:[^\\s,;:.)\"'”’%]|[.,]\\d)");
    private static final Pattern TWO_SLOTS = Pattern.compile("⟦[^\\p{L}\\p{N}⟦]*(?=⟦)");
    private static final Pattern PERIOD = Pattern.compile("⟦\\.");
    private static final Pattern SLOT_FIRST = Pattern.compile("[(" + QUOTES + "]*⟦");
    private static final Pattern LIST_NUMBER = Pattern.compile("(\\d{1,3})[.)]\\s");

    /// Words that a number before them would count, be it a label.
    private static final Pattern COUNTED = Pattern.compile(
            "(?:(?:business|working|calendar|full|consecutive) )*(?:seconds|minutes|hours|days|weeks|months|years|times"
                    + "|percent|per cent|basis points|thousand|million|billion|dollars|euros|pounds|francs|usd|eur|gbp|chf)"
                    + "\\b|[%€$£¥]",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern LIKE_A_LABEL = Pattern.compile("\\(⟦\\)|⟦[.)]");

    private final String source;
    private final SortedMap<String, Slot> slots;
    private final ProblemSink sink;
    private final Set<String> reported = new HashSet<>();

    BlockChecks(String source, SortedMap<String, Slot> slots, ProblemSink sink) {
        this.source = source;
        this.slots = slots;
        this.sink = sink;
    }

    /// @param seen the blocks that were checked in other forms
    void check(List<TemplateBlock> blocks, Set<TemplateBlock> seen) {
        if (blocks.isEmpty() || blocks.getFirst().item() || blocks.getFirst().label() > 0) {
            report("The clause starts with a label or is empty.", "Start with a word.", 1);
        }
        if (blocks.size() > TemplateChecks.MAX_BLOCKS) {
            report(
                    "The clause has " + blocks.size() + " paragraphs.",
                    "Write at most " + TemplateChecks.MAX_BLOCKS + ".",
                    1);
            return;
        }
        if (!blocks.isEmpty() && isCounted(blocks.getFirst().body())) {
            reportBlock(blocks.getFirst(), "starts with a word that a number in front of it would count", "Reword it.");
        }
        checkNumbers(blocks);
        int words = 0;
        for (TemplateBlock block : blocks) {
            int own = TemplateChecks.words(block.body(), TemplateChecks.MIN_WORDS);
            words += own;
            if (block == blocks.getFirst()
                    && own < TemplateChecks.MIN_WORDS
                    && SLOT_FIRST.matcher(block.body()).lookingAt()) {
                report(
                        "The clause starts with a slot and its first paragraph has only " + own + " words of its own.",
                        "Start with a word, or write at least " + TemplateChecks.MIN_WORDS + ".",
                        1);
            }
            if (seen.add(block)) {
                check(block, own);
            }
        }
        if (words < TemplateChecks.MIN_WORDS) {
            report(
                    "The clause has " + words + " words of its own, so it could match almost anything.",
                    "Write at least " + TemplateChecks.MIN_WORDS + ".",
                    1);
        }
    }

    static boolean isCounted(String text) {
        return COUNTED.matcher(text).lookingAt();
    }

    /// The numbers of a list count on, since Markdown shows others if they do not.
    private void checkNumbers(List<TemplateBlock> blocks) {
        int before = -1;
        for (TemplateBlock block : blocks) {
            Matcher number = LIST_NUMBER.matcher(block.text());
            int own = number.lookingAt() && !block.item() ? Integer.parseInt(number.group(1)) : -1;
            if (before >= 0 && own >= 0 && own != before + 1) {
                reportBlock(
                        block,
                        "has a number that does not count on from " + before + ", so Markdown shows another one",
                        "Count on, label the items (a), (b), or start them with a hyphen.");
            }
            before = own;
        }
    }

    private void check(TemplateBlock block, int own) {
        if (TextScan.of(block.text()).marks()) {
            find(
                    TemplateChecks.MARKUP,
                    block,
                    "is markup, not text",
                    "Write plain words; no emphasis, links or code, and lines to write on between spaces.");
        }
        if (own == 0) {
            reportBlock(block, "has no word of its own", "Add words that are always there.");
        }
        if (block.text().length() > MAX_CHARACTERS
                || (block.text().length() > MAX_TOKENS && tokens(block.text()) > MAX_TOKENS)) {
            reportBlock(
                    block,
                    "is longer than " + MAX_TOKENS + " words and marks or " + MAX_CHARACTERS + " characters",
                    "Split it into paragraphs.");
        }
        if (!block.gaps().isEmpty()) {
            checkGaps(block);
        }
    }

    private void checkGaps(TemplateBlock block) {
        if (isGluedBefore(block.text())) {
            find(GLUED_BEFORE, block, "joins a slot to what is before it", "Put a space between them.");
        }
        find(GLUED_AFTER, block, "joins a slot to what is after it", "Put a space between them.");
        Matcher two = TWO_SLOTS.matcher(block.text());
        while (two.find()) {
            report(
                    "\"" + Excerpt.of(block.shown(two.start(), two.end() + 1))
                            + "\" are two slots without a word between.",
                    "Put a word between them.",
                    lineOfGap(block.gapAt(two.start())));
        }
        Matcher period = PERIOD.matcher(block.text());
        while (period.find()) {
            Slot slot = slot(block.gapAt(period.start()));
            if (slot != null && slot.type().isFreeText()) {
                report(
                        "\"" + block.shown(period.start(), period.end())
                                + "\" would print two periods after a name such as Acme, Inc.",
                        "Put a word between the slot and the period.",
                        lineOfGap(block.gapAt(period.start())));
            }
        }
        boolean labelled = block.item() || block.label() > 0;
        if (!labelled
                && (LIKE_A_LABEL.matcher(block.text()).lookingAt()
                        || (block.text().charAt(0) == TemplateBlock.GAP && Slot.referenced(block.gapAt(0)) != null))) {
            reportBlock(block, "starts with a slot whose value could read as a label", "Start it with a word.");
        }
    }

    /// Looks at the gaps only, which takes less than to look at every character.
    private static boolean isGluedBefore(String text) {
        Matcher glued = GLUED_BEFORE.matcher(text);
        boolean found = false;
        for (int gap = text.indexOf(TemplateBlock.GAP, 1); gap > 0 && !found; ) {
            found = glued.region(gap - 1, gap + 1).lookingAt();
            gap = text.indexOf(TemplateBlock.GAP, gap + 1);
        }
        return found;
    }

    private void find(Pattern pattern, TemplateBlock block, String what, String remedy) {
        Matcher matcher = pattern.matcher(block.text());
        while (matcher.find()) {
            int gap = block.text().indexOf(TemplateBlock.GAP, matcher.start());
            report(
                    "\"" + Excerpt.of(block.shown(matcher.start(), matcher.end())) + "\" " + what + ".",
                    remedy,
                    gap >= 0 && gap < matcher.end() ? lineOfGap(block.gapAt(gap)) : lineOfWords(matcher.group()));
        }
    }

    private void reportBlock(TemplateBlock block, String what, String remedy) {
        int gap = block.text().indexOf(TemplateBlock.GAP);
        String start = gap < 0 ? block.text() : block.text().substring(0, gap);
        report(
                "The paragraph \"" + Excerpt.of(block.shown()) + "\" " + what + ".",
                remedy,
                start.isEmpty() ? lineOfGap(block.gapAt(gap)) : lineOfWords(start));
    }

    /// @param line from 1, in the source
    void report(String message, String remedy, int line) {
        if (reported.add(message)) {
            sink.report(line, message, remedy);
        }
    }

    int lineOfWords(String words) {
        return TemplateChecks.lineAt(source, Math.max(source.indexOf(words), 0));
    }

    private int lineOfGap(String gap) {
        FamilyId family = Slot.referenced(gap);
        return TemplateChecks.lineOf(source, family != null ? family.value() : gap.substring(0, bracket(gap)));
    }

    /// The slot, or the column of rows, that a placeholder stands for; null for a reference.
    private @Nullable Slot slot(String gap) {
        Slot slot = slots.get(gap.substring(0, bracket(gap)));
        return slot == null || slot.type() != SlotType.ROWS || bracket(gap) == gap.length()
                ? slot
                : slot.columns().get(gap.substring(gap.indexOf("].") + 2));
    }

    private static int bracket(String gap) {
        int bracket = gap.indexOf('[');
        return bracket < 0 ? gap.length() : bracket;
    }

    /// Words, and every other visible character.
    private static int tokens(String text) {
        int tokens = 0;
        boolean inWord = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean word = CodePoints.isWordPart(c);
            tokens += (word && !inWord) || (!word && !CodePoints.isWhiteSpace(c)) ? 1 : 0;
            inWord = word;
        }
        return tokens;
    }
}
