package org.proviso.document;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import org.proviso.clause.CodePoints;
import org.proviso.clause.Placeholder;
import org.proviso.document.Token.Kind;

/// Cuts the text of one block into canonical tokens, in one pass.
final class Tokenizer {

    private final SourcedText text;
    private final List<Token> tokens = new ArrayList<>();
    private int at;
    private boolean spaced;

    private Tokenizer(SourcedText text, int from) {
        this.text = text;
        this.at = from;
    }

    /// The tokens of `text` from an index on.
    static List<Token> tokens(SourcedText text, int from) {
        return new Tokenizer(text, from).run();
    }

    private List<Token> run() {
        while (at < text.length()) {
            int codePoint = text.codePointAt(at);
            if (codePoint == SourcedText.SEAM) {
                at++;
            } else if (CodePoints.isWhiteSpace(codePoint)) {
                spaced = true;
                at++;
            } else if (isPlainDigit(codePoint)) {
                number();
            } else if (isWordStart(codePoint)) {
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
        return tokens;
    }

    /// Digits with single inner commas and periods; digits that run into letters are a word, such as `3M`.
    private void number() {
        int start = at;
        int end = at;
        while (end < text.length()) {
            int codePoint = text.codePointAt(end);
            boolean joins = (codePoint == ',' || codePoint == '.')
                    && end + 1 < text.length()
                    && isPlainDigit(text.codePointAt(end + 1));
            if (!isPlainDigit(codePoint) && !joins) {
                break;
            }
            end++;
        }
        if (isWordAt(behindInvisible(end))) {
            word();
        } else {
            at = end;
            add(text.characters().subSequence(start, end).toString(), Kind.NUMBER, start);
        }
    }

    /// Letters, combining marks and digits; invisible characters and removed marks inside make it tampered.
    private void word() {
        int start = at;
        boolean tampered = false;
        StringBuilder word = new StringBuilder();
        while (at < text.length()) {
            int codePoint = text.codePointAt(at);
            if (isWordStart(codePoint)) {
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
        Matcher matcher = Placeholder.PATTERN.matcher(text.characters()).region(at, text.length());
        if (matcher.lookingAt()) {
            at = matcher.end();
            add(matcher.group(), Kind.PLACEHOLDER, start);
        } else {
            at++;
            add("⟦", Kind.MARK, start);
        }
    }

    private void add(String canonical, Kind kind, int start) {
        boolean afterSpace = spaced && !tokens.isEmpty();
        tokens.add(new Token(canonical, afterSpace, kind, text.offset(start), text.offset(at - 1) + 1));
        spaced = false;
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
        return text.characters().subSequence(from, to).chars().allMatch(character -> character == SourcedText.SEAM);
    }

    private boolean isWordAt(int index) {
        return index < text.length() && isWordStart(text.codePointAt(index));
    }

    private static boolean isInvisible(int codePoint) {
        return codePoint == SourcedText.SEAM || CodePoints.isTampering(codePoint);
    }

    private static boolean isPlainDigit(int codePoint) {
        return codePoint >= '0' && codePoint <= '9';
    }

    /// A letter, mark or digit, or a ligature, which stands for letters.
    private static boolean isWordStart(int codePoint) {
        return codePoint != SourcedText.SEAM && CodePoints.isWordPart(codePoint);
    }
}
