package org.proviso.verification;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;

/// Distinct clause texts of about 600 characters, made of real ones by exchanging a few words: many share their
/// openings and differ late, as the wordings of a real library do. The same base and count give the same texts,
/// and a smaller count gives the first of them.
public final class VariedTexts {

    private static final long SEED = 20_260_101;
    private static final int SHORTEST = 560;
    private static final int LONGEST = 640;
    private static final int MOST_EXCHANGED_WORDS = 12;

    private static final Pattern SENTENCE_END = Pattern.compile("(?<=\\.)\\s+(?=[\\p{Lu}(])");
    private static final Pattern LOWER_CASE_WORD = Pattern.compile("[a-z]{2,}");
    private static final Pattern LOOSE_END = Pattern.compile("[^\\p{L}\\p{N})”\"]+$");

    /// A sentence of characters that a library accepts, from a letter on: no markup, no slot, no label.
    private static final Pattern PLAIN_SENTENCE =
            Pattern.compile("\\p{Lu}[A-Za-z]+ [A-Za-z0-9 .,;:()'\"’‘“”—–/$%?!-]{20,}");

    private final Random random = new Random(SEED);
    private final List<List<String>> bases;
    private final List<String> words;

    private VariedTexts(List<String> baseTexts) {
        this.bases = baseTexts.stream()
                .map(VariedTexts::plainSentences)
                .filter(sentences -> !sentences.isEmpty())
                .toList();
        this.words = bases.stream()
                .flatMap(List::stream)
                .flatMap(sentence -> Arrays.stream(sentence.split(" ")))
                .filter(word -> LOWER_CASE_WORD.matcher(word).matches())
                .toList();
        if (words.isEmpty()) {
            throw new IllegalArgumentException("The base library holds no plain sentence of English.");
        }
    }

    /// @param baseTexts the real clauses
    /// @param count how many to make
    public static List<String> of(List<String> baseTexts, int count) {
        return new VariedTexts(baseTexts).make(count);
    }

    private static List<String> plainSentences(String text) {
        return SENTENCE_END
                .splitAsStream(text.strip())
                .map(sentence -> sentence.replaceAll("\\s+", " "))
                .filter(sentence -> PLAIN_SENTENCE.matcher(sentence).matches())
                .toList();
    }

    private List<String> make(int count) {
        List<String> texts = new ArrayList<>(count);
        Set<String> seen = new HashSet<>();
        while (texts.size() < count) {
            String text = exchangeWords(cut(joined()));
            if (seen.add(Paragraphs.canonical(text))) {
                texts.add(text);
            }
        }
        return texts;
    }

    /// The sentences of one clause, then of others, until they are long enough.
    private String joined() {
        StringBuilder text = new StringBuilder();
        while (text.length() < LONGEST) {
            for (String sentence : bases.get(random.nextInt(bases.size()))) {
                text.append(text.isEmpty() ? "" : " ").append(sentence);
            }
        }
        return text.toString();
    }

    /// Cuts behind the last sentence that fits, else behind the last word.
    private String cut(String text) {
        int longest = SHORTEST + random.nextInt(LONGEST - SHORTEST);
        int sentenceEnd = text.lastIndexOf(". ", longest);
        if (sentenceEnd + 1 >= SHORTEST) {
            return text.substring(0, sentenceEnd + 1);
        }
        String words = text.substring(0, text.lastIndexOf(' ', longest));
        return LOOSE_END.matcher(words).replaceFirst("") + ".";
    }

    private String exchangeWords(String text) {
        String[] parts = text.split(" ");
        int exchanges = 1 + random.nextInt(MOST_EXCHANGED_WORDS);
        while (exchanges > 0) {
            int at = random.nextInt(parts.length);
            if (LOWER_CASE_WORD.matcher(parts[at]).matches()) {
                parts[at] = words.get(random.nextInt(words.size()));
            }
            exchanges--;
        }
        return String.join(" ", parts);
    }
}
