package org.proviso.verification;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.proviso.document.Block;
import org.proviso.document.Token;
import org.proviso.document.Token.Kind;

/// The blocks of a document that are no clause and say nothing: page numbers, and a table of contents that
/// repeats the section headings behind it. The grammar is closed.
final class Furniture {

    private static final Set<String> CONTENTS = Set.of("Contents", "Table of Contents");
    private static final int MAX_PAGE_DIGITS = 4;

    private final CompiledLibrary library;
    private final List<Block> blocks;
    private final List<IntList> keys;

    /// The line above the first table of contents and the block behind its last entry; both -1 if there is none.
    private int contents = -1;

    private int contentsEnd = -1;

    /// @param keys by block the keys of the patterns that it may be
    Furniture(CompiledLibrary library, List<Block> blocks, List<IntList> keys) {
        this.library = library;
        this.blocks = blocks;
        this.keys = keys;
        for (int at = 0; at < blocks.size() && contents < 0; at++) {
            if (isContents(blocks.get(at))) {
                contents = at;
                contentsEnd = endOfContents(at);
            }
        }
    }

    /// The block behind the furniture that begins at a block; the block itself if none does.
    int end(int at) {
        if (isPageNumber(blocks.get(at))) {
            return at + 1;
        }
        return at == contents ? contentsEnd : at;
    }

    private static boolean isContents(Block block) {
        return !block.labelled() && block.tokens().size() <= 3 && CONTENTS.contains(Token.text(block.tokens()));
    }

    /// The block behind as many entries as there are section headings behind them, if they are the same; else the
    /// title itself. There is one such number at most: with every entry more, the headings behind become none or
    /// one fewer.
    private int endOfContents(int title) {
        List<String> headings = new ArrayList<>();
        for (int at = title + 1; at < blocks.size(); at++) {
            if (isSectionHeading(keys.get(at))) {
                headings.add(entry(blocks.get(at), blocks.get(at).tokens()));
            }
        }
        List<String> entries = new ArrayList<>();
        int passed = 0;
        for (int at = title + 1; at < blocks.size() && entries.size() < headings.size() - passed; at++) {
            passed += isSectionHeading(keys.get(at)) ? 1 : 0;
            entries.add(entry(blocks.get(at), withoutPage(blocks.get(at).tokens())));
            if (entries.size() == headings.size() - passed
                    && entries.equals(headings.subList(passed, headings.size()))) {
                return at + 1;
            }
        }
        return title;
    }

    private boolean isSectionHeading(IntList found) {
        for (int i = 0; i < found.size(); i++) {
            if (library.isSectionHeading(found.get(i) >> 1)) {
                return true;
            }
        }
        return false;
    }

    private static String entry(Block block, List<Token> tokens) {
        return block.bareLabel() + "|" + Token.text(tokens);
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
}
