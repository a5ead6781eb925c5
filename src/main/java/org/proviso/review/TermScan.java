package org.proviso.review;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Finds defined terms in clause texts, and capitalised words that are none.
///
/// A term is found in its singular and its plural, and the longest one wins: where "Main Agreement" is a term, it is
/// no use of "Agreement". What stands in a proper name is passed over, and so are lines that are no sentences, such
/// as titles.
final class TermScan {

    private static final Pattern TAG = Pattern.compile("\\{\\{\\s*([#/]?)([^}]*)}}");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}'’_-]*");
    private static final Pattern LABEL = Pattern.compile("\\s*(?:- )?(?:\\(?[A-Za-z0-9]{1,4}[.)]\\s*)?[\"“(]*");
    private static final Pattern BLOCK = Pattern.compile("[^\\n]+(?:\\n(?!\\s*\\n)[^\\n]+)*");
    private static final Pattern SIBILANT_PLURAL = Pattern.compile("(?:ss|x|z|ch|sh)es$");
    private static final int SHORT_LINE = 8;
    private static final String SENTENCE_ENDS = ".:;!?";
    private static final String PASSED_OVER = " \"“”'(\n";

    private final Map<String, List<String[]>> terms = new HashMap<>();
    private final List<Pattern> names = new ArrayList<>();

    /// What was found in a text.
    ///
    /// @param terms those that stand there, with the offset of the first place
    /// @param sure of these, those that are terms and no beginning of a sentence
    /// @param unknown capitalised words inside a sentence that are neither a term nor a name, those in a row as
    ///     one, by offset
    record Found(SortedMap<String, Integer> terms, Collection<String> sure, SortedMap<Integer, String> unknown) {}

    private record Word(String text, int start, boolean first) {}

    /// @param terms all that are defined
    /// @param names proper names
    TermScan(Collection<String> terms, Collection<String> names) {
        for (String term : terms) {
            String[] words = term.split("[\\s]+");
            this.terms
                    .computeIfAbsent(singular(words[0]), _ -> new ArrayList<>())
                    .add(words);
        }
        this.terms.values().forEach(list -> list.sort((one, other) -> Integer.compare(other.length, one.length)));
        names.stream()
                .sorted((one, other) -> Integer.compare(other.length(), one.length()))
                .forEach(name -> this.names.add(
                        Pattern.compile("(?<![\\p{L}\\p{N}])" + Pattern.quote(name) + "(?![\\p{L}\\p{N}])")));
    }

    /// @param source a clause's text with its tags
    Found scan(String source) {
        String text = withoutTags(source);
        BitSet named = new BitSet();
        for (Pattern name : names) {
            Matcher matcher = name.matcher(text);
            while (matcher.find()) {
                named.set(matcher.start(), matcher.end());
            }
        }
        Found found = new Found(new TreeMap<>(), new TreeSet<>(), new TreeMap<>());
        Matcher blocks = BLOCK.matcher(text);
        while (blocks.find()) {
            List<Word> words = words(text, blocks.start(), blocks.end());
            char last = text.charAt(blocks.end() - 1);
            if (words.size() > SHORT_LINE || SENTENCE_ENDS.indexOf(last) >= 0) {
                scan(words, named, found);
            }
        }
        return found;
    }

    private void scan(List<Word> words, BitSet named, Found found) {
        for (int i = 0; i < words.size(); i++) {
            Word word = words.get(i);
            if (named.get(word.start) || !Character.isUpperCase(word.text.charAt(0))) {
                continue;
            }
            String @Nullable [] term = term(words, i);
            if (term != null) {
                String name = String.join(" ", term);
                found.terms.putIfAbsent(name, word.start);
                if (!word.first || term.length > 1) {
                    found.sure.add(name);
                }
                i += term.length - 1;
            } else if (!word.first && word.text.chars().anyMatch(Character::isLowerCase)) {
                int end = i + 1;
                while (end < words.size() && isNext(words.get(end - 1), words.get(end)) && term(words, end) == null) {
                    end++;
                }
                found.unknown.put(
                        word.start,
                        words.subList(i, end).stream().map(Word::text).collect(Collectors.joining(" ")));
                i = end - 1;
            }
        }
    }

    /// Whether a capitalised word stands right behind another.
    private static boolean isNext(Word word, Word next) {
        return next.start == word.start + word.text.length() + 1 && Character.isUpperCase(next.text.charAt(0));
    }

    /// The longest term that begins at a word, exactly as written rather than in another number; null if there is none.
    private String @Nullable [] term(List<Word> words, int at) {
        String @Nullable [] alike = null;
        for (String[] term : terms.getOrDefault(singular(words.get(at).text), List.of())) {
            if (at + term.length > words.size() || (alike != null && term.length < alike.length)) {
                continue;
            }
            boolean same = true;
            boolean exact = true;
            for (int i = 0; i < term.length && same; i++) {
                String word = words.get(at + i).text;
                same = singular(word).equals(singular(term[i]));
                exact &= word.equals(term[i]);
            }
            if (exact && same) {
                return term;
            }
            alike = same && alike == null ? term : alike;
        }
        return alike;
    }

    private static List<Word> words(String text, int from, int to) {
        List<Word> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(text).region(from, to);
        while (matcher.find()) {
            String word = matcher.group().replaceFirst("['’]s?$", "");
            words.add(new Word(word, matcher.start(), isFirst(text, from, matcher.start())));
        }
        return words;
    }

    private static boolean isFirst(String text, int from, int at) {
        int line = Math.max(from, text.lastIndexOf('\n', at - 1) + 1);
        if (LABEL.matcher(text).region(line, at).matches()) {
            return true;
        }
        int before = at - 1;
        while (before >= from && PASSED_OVER.indexOf(text.charAt(before)) >= 0) {
            before--;
        }
        return before < from || SENTENCE_ENDS.indexOf(text.charAt(before)) >= 0;
    }

    /// The text in the same places, with a word in lower case for each slot and blanks for the other tags.
    private static String withoutTags(String source) {
        StringBuilder text = new StringBuilder(source);
        Matcher tags = TAG.matcher(source);
        while (tags.find()) {
            boolean slot = tags.group(1).isEmpty() && !tags.group(2).strip().equals("else");
            for (int i = tags.start(); i < tags.end(); i++) {
                text.setCharAt(i, slot ? 'x' : ' ');
            }
        }
        return text.toString();
    }

    /// A word without the ending of its plural; the same for both numbers, if not always a word.
    private static String singular(String word) {
        if (word.endsWith("ies")) {
            return word.substring(0, word.length() - 3) + "y";
        }
        if (SIBILANT_PLURAL.matcher(word).find()) {
            return word.substring(0, word.length() - 2);
        }
        return word.endsWith("s") && !word.endsWith("ss") ? word.substring(0, word.length() - 1) : word;
    }
}
