package org.proviso.verification;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.proviso.document.Block;
import org.proviso.document.Token;
import org.proviso.verification.ClauseCover.Match;
import org.proviso.verification.ClauseCover.Unit;
import org.proviso.verification.Deviation.Kind;
import org.proviso.verification.ListLabels.Ordinal;

/// Whether labels and indentation show what belongs to a clause: no clause reads as a part of the one before it, its
/// own list as a part of what is around it, or a list that the text refers to as another.
final class Layout {

    private static final Set<String> NAMING =
            Set.of(("clause clauses item items limb limbs paragraph paragraphs part parts point points section sections"
                            + " subclause subparagraph subsection")
                    .split(" "));

    private final List<Block> blocks;
    private final List<Deviation> deviations = new ArrayList<>();

    /// The blocks that are headings, under which clauses may be indented.
    private final Set<Integer> headings = new HashSet<>();

    /// What texts name: words behind a naming one, and `3 b` for "3(b)"; null until a list asks for it.
    private @Nullable Set<String> named;

    private Layout(List<Block> blocks) {
        this.blocks = blocks;
    }

    static List<Deviation> deviations(List<Block> blocks, List<Unit> units) {
        Layout layout = new Layout(blocks);
        List<Block> before = List.of();
        List<Block> listBefore = List.of();
        for (Unit unit : units) {
            Match match = unit.match();
            if (match != null) {
                List<Block> list = blocks.subList(unit.text() + 1, unit.end());
                layout.check(unit, before, listBefore);
                layout.checkList(unit, match.form(), list);
                before = blocks.subList(unit.start(), unit.text() + 1);
                listBefore = list;
            }
        }
        return layout.deviations;
    }

    /// @param before the headings and the first block of the clause before it
    /// @param listBefore the rest of that clause
    private void check(Unit unit, List<Block> before, List<Block> listBefore) {
        for (int at = unit.start(); at <= unit.text(); at++) {
            Block block = blocks.get(at);
            if (at < unit.text()) {
                headings.add(at);
            }
            if (block.item() != Block.NO_ITEM && !headings.contains(block.item())) {
                report(unit, "It is indented as a part of the text before it, which is another clause.");
            }
            if (continues(block, listBefore) && !goesWith(block, before, listBefore)) {
                report(unit, "Its label \"" + block.label() + "\" continues the list in the clause before it.");
            }
        }
    }

    private void checkList(Unit unit, Form form, List<Block> list) {
        Block first = blocks.get(unit.text());
        if (continues(first, list) && ListLabels.isBullet(first.label())) {
            report(unit, "Its list has the bullets and the indentation of the clause itself.");
        }
        List<String> approved = form.labels();
        if (!ListLabels.areSame(approved, form.labels(blocks, unit.text()))
                && approved.stream().anyMatch(label -> isNamed(label, unit))) {
            report(
                    unit,
                    "Its list is not labelled as approved, " + approved + ", while a text here names such a label.");
        }
    }

    /// Whether the label of a block counts on in a list at the same indentation.
    private static boolean continues(Block block, List<Block> list) {
        return ListLabels.ordinals(block.label()).stream().anyMatch(next -> {
            List<Integer> numbers = list.stream()
                    .filter(other -> other.item() == block.item())
                    .flatMap(other -> ListLabels.ordinals(other.label()).stream())
                    .filter(other -> other.style().equals(next.style()))
                    .map(Ordinal::number)
                    .toList();
            boolean isList = numbers.contains(0) || numbers.contains(1);
            return isList && numbers.stream().allMatch(number -> number == 0 || number < next.number());
        });
    }

    /// Whether the label of a block is written and counts as those of the clause before it, and not as its list:
    /// `2.` and `3.` around a list of `(1)` and `(2)`.
    private static boolean goesWith(Block block, List<Block> before, List<Block> list) {
        String label = block.label();
        return list.stream().noneMatch(other -> ListLabels.areWrittenAlike(other.label(), label))
                && before.stream()
                        .map(Block::label)
                        .anyMatch(other ->
                                ListLabels.areWrittenAlike(other, label) && ListLabels.shareStyle(other, label));
    }

    /// Whether the text of a clause, or a text that calls it so, names a label of the clause's list: "subject to (b)",
    /// "paragraph b", or "3(b)" if its own label is 3.
    private boolean isNamed(String label, Unit unit) {
        String bare = Block.bare(label);
        named = named == null ? named() : named;
        if (named.contains(bare)) {
            return true;
        }
        for (int at = unit.start(); at <= unit.text(); at++) {
            if (named.contains(blocks.get(at).bareLabel() + " " + bare)) {
                return true;
            }
        }
        return blocks.subList(unit.text(), unit.end()).stream()
                .map(Block::tokens)
                .anyMatch(tokens -> IntStream.range(1, tokens.size())
                        .anyMatch(at ->
                                tokens.get(at).text().equals(bare) && isClosed(tokens, at) && !isCited(tokens, at)));
    }

    private Set<String> named() {
        Set<String> found = new HashSet<>();
        for (Block block : blocks) {
            List<Token> tokens = block.tokens();
            for (int at = 1; at < tokens.size(); at++) {
                String before = tokens.get(isOpen(tokens, at) ? at - 2 : at - 1).text();
                if (NAMING.contains(before.toLowerCase(Locale.ROOT))) {
                    found.add(tokens.get(at).text());
                }
                if (isClosed(tokens, at)) {
                    found.add(before + " " + tokens.get(at).text());
                }
            }
        }
        return found;
    }

    private static boolean isOpen(List<Token> tokens, int at) {
        return at > 1 && tokens.get(at - 1).text().equals("(");
    }

    private static boolean isClosed(List<Token> tokens, int at) {
        return at + 1 < tokens.size() && tokens.get(at + 1).text().equals(")");
    }

    /// Whether it stands right behind a number, as in "1833(b)".
    private static boolean isCited(List<Token> tokens, int at) {
        return isOpen(tokens, at)
                && tokens.get(at - 2).kind() == Token.Kind.NUMBER
                && !tokens.get(at - 1).spaced();
    }

    private void report(Unit unit, String reason) {
        deviations.add(Deviation.of(
                blocks.get(unit.start()).start(), blocks.get(unit.end() - 1).end(), Kind.MISLEADING_LABEL, reason));
    }
}
