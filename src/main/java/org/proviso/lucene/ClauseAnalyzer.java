package org.proviso.lucene;

import java.io.Reader;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.miscellaneous.WordDelimiterGraphFilter;
import org.apache.lucene.analysis.miscellaneous.WordDelimiterIterator;
import org.apache.lucene.analysis.pattern.PatternReplaceCharFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;

/// English words, stemmed and without case; none is left out.
///
/// A section number is one word: `8.2`. A compound counts as its parts and as one word, the latter first and as long
/// as its parts: `sub-processor` is `subprocessor`, `sub` and `processor`.
final class ClauseAnalyzer extends Analyzer {

    /// What is there for line breaks only, or not seen at all.
    private static final Pattern INVISIBLE = Pattern.compile("[\u00AD\u200B-\u200D\u2060\uFEFF]");

    /// `1,000,000` is also written `1000000`.
    private static final Pattern THOUSANDS = Pattern.compile("(?<=\\d),(?=\\d{3}(?!\\d))");

    /// What ids join words with, and what the tokenizer takes for a part of a word.
    private static final Pattern JOINT = Pattern.compile("_|(?<=\\p{L})\\.(?=\\p{L})");

    /// What a compound is written with, besides nothing: a hyphen or, after a prefix, a space.
    private static final Pattern HYPHEN = Pattern.compile("(?<=\\p{L})[-\u2010\u2011\u2013](?=\\p{L})"
            + "|(?i)(?<=\\b(?:anti|co|inter|multi|non|pre|pro|sub))\\s+(?=\\p{L})");

    /// Stands for a hyphen, since the tokenizer takes it for a part of a word.
    private static final char HYPHENATED = '_';

    private static final byte[] DELIMITERS = delimiters();

    private static byte[] delimiters() {
        byte[] types = new byte[Character.MAX_VALUE + 1];
        Arrays.fill(types, (byte) WordDelimiterIterator.ALPHA);
        types[HYPHENATED] = WordDelimiterIterator.DEFAULT_WORD_DELIM_TABLE[HYPHENATED];
        return types;
    }

    @Override
    protected Reader initReader(String fieldName, Reader reader) {
        Reader visible = new PatternReplaceCharFilter(INVISIBLE, "", reader);
        Reader numbers = new PatternReplaceCharFilter(THOUSANDS, "", visible);
        Reader words = new PatternReplaceCharFilter(JOINT, " ", numbers);
        return new PatternReplaceCharFilter(HYPHEN, String.valueOf(HYPHENATED), words);
    }

    @Override
    protected TokenStreamComponents createComponents(String fieldName) {
        Tokenizer words = new StandardTokenizer();
        // First, while a word is as long as what it was made of, so that parts know their places.
        TokenStream stream = new WordDelimiterGraphFilter(
                words,
                true,
                DELIMITERS,
                WordDelimiterGraphFilter.GENERATE_WORD_PARTS | WordDelimiterGraphFilter.CATENATE_WORDS,
                null);
        stream = new EnglishPossessiveFilter(stream);
        stream = new LowerCaseFilter(stream);
        stream = new ASCIIFoldingFilter(stream);
        return new TokenStreamComponents(words, new PorterStemFilter(stream));
    }
}
