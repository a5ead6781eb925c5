package org.proviso.document;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import org.proviso.clause.CodePoints;
import org.proviso.clause.Placeholder;
import org.proviso.document.Token.Kind;

/// Cuts the text of one block into canonical tokens, in one pass.
final class Tokenizer {

    /// A token that stands further behind the one before it, in characters, is not seen beside it.
    private static final int MAX_SPACE = 200;

    private final SourcedText text;
    private final List<Token> tokens;
    private int at;
    private boolean spaced;

    /// Behind the last token.
    private int end;

    private Tokenizer(SourcedText text, int from) {
        this.text = text;
        this.at = from;
        this.tokens = new ArrayList<>(text.length() / 4 + 4);
    }

    /// The tokens of `text` from an index on.
    static List<Token> tokens(SourcedText text, int from) {
        return new Tokenizer(text, from).run();
    }

    private List<Token> run() {
        while (at < text.length()) {
            char character = text.charAt(at);
            if (character == ' ') {
                spaced = true;
                at++;
            } else if (isAsciiLetter(character)) {
                word();
            } else if (isPlainDigit(character)) {
                number();
            } else if (character == SourcedText.SEAM) {
                at++;
            } else if (character > ' ' && character < 0x7F) {
                at++;
                add(CodePoints.canonical(character), Kind.MARK, at - 1);
            } else {
                other(text.codePointAt(at));
            }
        }
        return tokens;
    }

    private void other(int codePoint) {
        if (CodePoints.isWhiteSpace(codePoint)) {
            spaced = true;
            at++;
        } else if (isWordPart(codePoint)) {
            word();
        } else if (codePoint == '⟦') {
            placeholder();
        } else {
            int start = at;
            at += Character.charCount(codePoint);
            boolean tampering = CodePoints.isTampering(codePoint);
            add(CodePoints.canonical(codePoint), tampering ? Kind.TAMPERED : Kind.MARK, start);
        }
    }

    /// Digits with single inner commas and periods; digits that run into letters are a word, such as `3M`.
    private void number() {
        int start = at;
        int end = at;
        while (end < text.length() && (isPlainDigit(text.charAt(end)) || joinsDigits(end))) {
            end++;
        }
        if (isWordAt(behindInvisible(end))) {
            word();
        } else {
            at = end;
            add(text.substring(start, end), Kind.NUMBER, start);
        }
    }

    private boolean joinsDigits(int index) {
        return (text.charAt(index) == ',' || text.charAt(index) == '.')
                && index + 1 < text.length()
                && isPlainDigit(text.charAt(index + 1));
    }

    /// Letters, combining marks and digits; invisible characters and removed marks inside make it tampered.
    private void word() {
        int start = at;
        while (at < text.length() && (isAsciiLetter(text.charAt(at)) || isPlainDigit(text.charAt(at)))) {
            at++;
        }
        if (at == text.length() || text.charAt(at) < 0x80) {
            add(text.word(start, at), Kind.WORD, start);
        } else {
            unusualWord(start);
        }
    }

    private void unusualWord(int start) {
        boolean tampered = false;
        StringBuilder word = new StringBuilder();
        at = start;
        while (at < text.length()) {
            int codePoint = text.codePointAt(at);
            if (isWordPart(codePoint)) {
                word.append(CodePoints.canonical(codePoint));
                at += Character.charCount(codePoint);
            } else if (isInvisible(codePoint)) {
                int next = behindInvisible(at);
                if (!isWordAt(next) && isSeams(at, next)) {
                    break;
                }
                tampered = true;
                at = next;
            } else {
                break;
            }
        }
        String canonical = word.toString();
        add(canonical, tampered || CodePoints.mixesScripts(canonical) ? Kind.TAMPERED : Kind.WORD, start);
    }

    private void placeholder() {
        int start = at;
        String ahead = text.substring(at, Math.min(text.length(), at + Placeholder.MAX_LENGTH));
        Matcher matcher = Placeholder.PATTERN.matcher(ahead);
        if (matcher.lookingAt()) {
            at += matcher.end();
            add(matcher.group(), Kind.PLACEHOLDER, start);
        } else {
            at++;
            add("⟦", Kind.MARK, start);
        }
    }

    private void add(String canonical, Kind kind, int start) {
        boolean afterSpace = spaced && !tokens.isEmpty();
        boolean far = afterSpace && start - end > MAX_SPACE;
        tokens.add(new Token(
                canonical, afterSpace, far ? Kind.TAMPERED : kind, text.offset(start), text.offset(at - 1) + 1));
        spaced = false;
        end = at;
    }

    /// The index of the first character at or behind `index` that is neither a seam nor invisible.
    private int behindInvisible(int index) {
        int next = index;
        while (next < text.length() && isInvisible(text.codePointAt(next))) {
            next += Character.charCount(text.codePointAt(next));
        }
        return next;
    }

    private boolean isSeams(int from, int to) {
        for (int i = from; i < to; i++) {
            if (text.charAt(i) != SourcedText.SEAM) {
                return false;
            }
        }
        return true;
    }

    private boolean isWordAt(int index) {
        return index < text.length() && isWordPart(text.codePointAt(index));
    }

    private static boolean isInvisible(int codePoint) {
        return codePoint == SourcedText.SEAM || (codePoint >= 0x80 && CodePoints.isTampering(codePoint));
    }

    private static boolean isPlainDigit(int codePoint) {
        return codePoint >= '0' && codePoint <= '9';
    }

    private static boolean isAsciiLetter(char character) {
        return (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z');
    }

    /// A letter, mark or digit, or a ligature, which stands for letters.
    private static boolean isWordPart(int codePoint) {
        return codePoint < 0x80
                ? isPlainDigit(codePoint) || isAsciiLetter((char) codePoint)
                : codePoint != SourcedText.SEAM && CodePoints.isWordPart(codePoint);
    }
}
