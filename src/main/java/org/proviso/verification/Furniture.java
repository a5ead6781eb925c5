package org.proviso.verification;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.proviso.document.Block;
import org.proviso.document.Token;
import org.proviso.document.Token.Kind;
import org.proviso.verification.ClauseCover.Unit;

/// The blocks of a document that are no clause and say nothing: page numbers, and a table of contents that
/// repeats the section headings. The grammar is closed.
final class Furniture {

    private static final Set<String> CONTENTS =
            Set.of("Contents", "CONTENTS", "Table of Contents", "TABLE OF CONTENTS");
    private static final int MAX_PAGE_DIGITS = 4;

    private final CompiledLibrary library;
    private final List<Block> blocks;
    private final List<IntList> keys;

    /// By first block of furniture the block behind it.
    private final Map<Integer, Integer> ends = new HashMap<>();

    private final Set<Integer> contents = new HashSet<>();

    /// @param keys by block the keys of the patterns that it may be
    Furniture(CompiledLibrary library, List<Block> blocks, List<IntList> keys) {
        this.library = library;
        this.blocks = blocks;
        this.keys = keys;
        for (int at = 0; at < blocks.size(); at++) {
            if (isPageNumber(blocks.get(at))) {
                ends.put(at, at + 1);
            } else if (blocks.get(at).tokens().size() <= 3
                    && CONTENTS.contains(text(blocks.get(at).tokens()))) {
                int end = endOfContents(at);
                if (end > at + 1) {
                    contents.add(at);
                    ends.put(at, end);
                }
            }
        }
    }

    /// The block behind the furniture that begins at a block; the block itself if none does.
    int end(int at) {
        return ends.getOrDefault(at, at);
    }

    /// The units without tables of contents that are not the section headings of the units, in order.
    List<Unit> withoutFalseContents(List<Unit> units) {
        if (contents.isEmpty()) {
            return units;
        }
        List<String> headings = new ArrayList<>();
        for (Unit unit : units) {
            for (int at = unit.start(); unit.match() != null && at < unit.text(); at++) {
                if (isSectionHeading(at, blocks.get(at).tokens())) {
                    headings.add(entry(blocks.get(at), blocks.get(at).tokens()));
                }
            }
        }
        return units.stream()
                .filter(unit ->
                        !contents.contains(unit.start()) || entries(unit).equals(headings))
                .collect(Collectors.toList());
    }

    private List<String> entries(Unit contents) {
        return blocks.subList(contents.start() + 1, contents.end()).stream()
                .map(block -> entry(block, withoutPage(block.tokens())))
                .toList();
    }

    /// The entries end before the first block that is no heading or repeats an earlier one.
    private int endOfContents(int title) {
        Set<String> seen = new HashSet<>();
        int at = title + 1;
        while (at < blocks.size()) {
            List<Token> tokens = withoutPage(blocks.get(at).tokens());
            if (!isSectionHeading(at, tokens) || !seen.add(entry(blocks.get(at), tokens))) {
                break;
            }
            at++;
        }
        return at;
    }

    private boolean isSectionHeading(int at, List<Token> tokens) {
        IntList found = keys.get(at);
        if (tokens.size() != blocks.get(at).tokens().size()) {
            found = new IntList();
            IntList patterns = new IntList();
            library.blockReader().read(library.vocabulary().codes(tokens), patterns);
            for (int i = 0; i < patterns.size(); i++) {
                found.add(Form.key(patterns.get(i), false));
            }
        }
        for (int i = 0; i < found.size(); i++) {
            if (library.isSectionHeading(found.get(i) >> 1)) {
                return true;
            }
        }
        return false;
    }

    private static String entry(Block block, List<Token> tokens) {
        return block.reference() + "|" + text(tokens);
    }

    /// The tokens without dots and a page number at their end.
    private static List<Token> withoutPage(List<Token> tokens) {
        int size = tokens.size();
        if (size < 2 || !isPage(tokens.get(size - 1))) {
            return tokens;
        }
        size--;
        while (size > 1 && Set.of(".", "…").contains(tokens.get(size - 1).text())) {
            size--;
        }
        return tokens.subList(0, size);
    }

    private static boolean isPageNumber(Block block) {
        List<Token> tokens = block.tokens();
        if (block.labelled() || (tokens.size() != 2 && tokens.size() != 4)) {
            return false;
        }
        boolean first = tokens.get(0).text().equals("Page")
                && isPage(tokens.get(1))
                && tokens.get(1).spaced();
        return first
                && (tokens.size() == 2
                        || (tokens.get(2).text().equals("of")
                                && isPage(tokens.get(3))
                                && Integer.parseInt(tokens.get(1).text())
                                        <= Integer.parseInt(tokens.get(3).text())));
    }

    private static boolean isPage(Token token) {
        return token.kind() == Kind.NUMBER
                && token.text().length() <= MAX_PAGE_DIGITS
                && token.text().chars().allMatch(Character::isDigit);
    }

    private static String text(List<Token> tokens) {
        StringBuilder text = new StringBuilder();
        for (Token token : tokens) {
            text.append(token.spaced() ? " " : "").append(token.text());
        }
        return text.toString();
    }
}
