package org.proviso.clause;

import java.util.Arrays;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The positive grammar of the slots that hold words: which characters and words may stand in a name, an address or a
/// text, so that a value can never bring a rule of its own into a clause.
///
/// Names and addresses are capitalised words, numbers and a few small connecting words. A text is a short noun or
/// gerund phrase in Latin letters. Words that state an exception, a condition, a duty, a negation or a reference are
/// refused in all of them.
enum PhraseGrammar {
    NAME("[" + Letters.LATIN + "0-9 .,&'+/-]+", 14, true),
    ADDRESS("[" + Letters.LATIN + "0-9 .,&'#/-]+", 24, true),
    PHRASE("[" + Letters.LATIN + "0-9 .,&'/-]+", 40, false);

    /// Lower-case words that may stand in a name or an address.
    private static final Set<String> CONNECTIVES = words("""
            of and the for in on at by de la le les du des da do dos das del della di der die das den dem zu zum zur \
            von vom van und et e y i a am an im bei sur sous aux al el en op te ter ten af og och c/o d l""");

    private static final Set<String> JOINERS = Set.of("&", "+", "-", "and");

    /// Forms of companies in capitals, which may follow an abbreviation.
    private static final Set<String> CAPITAL_FORMS = words("KG KGaA AG SE SA LP LLP LLC NV BV SAS SARL PLC LTD INC");

    /// Abbreviations whose period may be followed by more of the name.
    private static final Set<String> TITLES = words("St Ste Mt Ft Dr Mr Mrs Ms Prof No Nr Jr Sr");

    /// Abbreviations that end a name, or are followed by a comma, an ampersand or another one.
    private static final Set<String> FORMS = words("""
            Inc Corp Co Ltd Bros Cie Intl Assoc Assn Ave Blvd Rd Hwy Bldg Apt Fl Rm Str Mfg Ges mbH e.V""");

    private static final Pattern SPACE = Pattern.compile(" ");
    private static final Pattern PERIOD = Pattern.compile("\\.");
    private static final Pattern INITIALS = Pattern.compile("(?:\\p{Lu}\\.){1,6}");
    private static final Pattern NUMBER = Pattern.compile("\\d+(?:[.,]\\d+)*");

    /// The letters of European languages and Vietnamese in Latin script, without those that look like others
    /// (long s, dotless i, eng, ligatures, digraphs).
    private static final class Letters {
        private static final String LATIN = "A-Za-z\\u00C0-\\u00D6\\u00D8-\\u00F6\\u00F8-\\u0130\\u0134-\\u0137"
                + "\\u0139-\\u013E\\u0141-\\u0148\\u014C-\\u017E\\u0218-\\u021B\\u1E9E\\u1EA0-\\u1EF9";
    }

    private final Pattern characters;
    private final int maxWords;
    private final boolean capitalised;

    PhraseGrammar(String characters, int maxWords, boolean capitalised) {
        this.characters = Pattern.compile(characters);
        this.maxWords = maxWords;
        this.capitalised = capitalised;
    }

    static PhraseGrammar of(SlotType type) {
        return switch (type) {
            case PARTY, PERSON -> NAME;
            case ADDRESS -> ADDRESS;
            case TEXT -> PHRASE;
            case DATE, DURATION, MONEY, PERCENT, INTEGER, JURISDICTION, EMAIL, CHOICE, FLAG, ROWS, LABEL ->
                throw new IllegalArgumentException(type + " is no phrase");
        };
    }

    /// Why `phrase` is refused, or an empty string if it is accepted.
    ///
    /// @param phrase canonical characters, single spaces
    String refusal(String phrase, int slotMaxWords) {
        if (!characters.matcher(phrase).matches()) {
            return "it holds \"" + Excerpt.of(firstForeign(phrase)) + "\"; " + allowedCharacters();
        }
        String[] words = SPACE.split(phrase, -1);
        int most = this == PHRASE ? Math.min(maxWords, slotMaxWords) : maxWords;
        if (words.length > most) {
            return "it has " + words.length + " words, more than " + most;
        }
        if (capitalised && (JOINERS.contains(words[0]) || isConnective(words[words.length - 1]))) {
            return "it begins or ends with a word that joins others";
        }
        boolean anyLetter = false;
        for (int i = 0; i < words.length; i++) {
            String reason = refusalOfWord(words[i], i + 1 < words.length ? words[i + 1] : "");
            if (reason.isEmpty()
                    && this == NAME
                    && i > 0
                    && i + 1 < words.length
                    && RefusedWords.isModal(words[i])
                    && words.length > 3) {
                reason = "the word \"" + words[i] + "\" could change what the clause says";
            }
            if (reason.isEmpty()
                    && capitalised
                    && i > 0
                    && words[i].endsWith(".")
                    && wordsUpToComma(words, i + 1) > 3) {
                reason = "\"" + words[i] + "\" reads as the end of a sentence";
            }
            if (!reason.isEmpty()) {
                return reason;
            }
            anyLetter |= words[i].codePoints().anyMatch(Character::isLetter);
        }
        return anyLetter ? "" : "it has no word in it";
    }

    private static int wordsUpToComma(String[] words, int from) {
        int count = 0;
        while (from + count < words.length && !words[from + count].endsWith(",")) {
            count++;
        }
        return from + count < words.length ? count + 1 : count;
    }

    private static boolean isConnective(String word) {
        return JOINERS.contains(word) || (CONNECTIVES.contains(word) && word.length() > 1);
    }

    private String refusalOfWord(String written, String next) {
        String word = written.endsWith(",") ? written.substring(0, written.length() - 1) : written;
        if (word.isEmpty() || (word.contains(",") && !NUMBER.matcher(word).matches())) {
            return "\"" + Excerpt.of(written) + "\" is not a word (a comma stands right after a word)";
        }
        if (written.endsWith(",") && next.isEmpty()) {
            return "it ends in a comma";
        }
        if (this == PHRASE ? RefusedWords.inText(word) : RefusedWords.inName(word)) {
            return "the word \"" + word + "\" could change what the clause says";
        }
        if (word.contains(".") && !NUMBER.matcher(word).matches()) {
            return refusalOfPeriod(word, written.endsWith(",") ? "," : next);
        }
        return capitalised ? refusalOfCase(word) : refusalOfEdges(word);
    }

    /// A period may only mark an abbreviation: it must not read as the end of a sentence.
    private String refusalOfPeriod(String word, String next) {
        String bare = PERIOD.matcher(word).replaceAll("");
        boolean ends = next.isEmpty() || next.equals(",") || next.equals("&");
        if (this != PHRASE) {
            if (word.endsWith(".") && TITLES.contains(bare) && word.indexOf('.') == word.length() - 1) {
                return "";
            }
            if (INITIALS.matcher(word).matches()) {
                return "";
            }
            boolean form = word.endsWith(".") && FORMS.contains(bare) && word.indexOf('.') == word.length() - 1;
            String nextBare = next.replaceAll("[.,]", "");
            if (form && (ends || FORMS.contains(nextBare) || CAPITAL_FORMS.contains(nextBare))) {
                return "";
            }
        }
        return "\"" + word + "\" reads as the end of a sentence or as a link";
    }

    private String refusalOfCase(String word) {
        if (CONNECTIVES.contains(word) || word.equals("&") || word.equals("+")) {
            return "";
        }
        int first = word.codePointAt(0);
        boolean fits = Character.isUpperCase(first)
                || Character.isTitleCase(first)
                || Character.isDigit(first)
                || (first == '#' && word.length() > 1 && Character.isDigit(word.charAt(1)))
                || word.matches("(?:[deldl]{1,3}'|al-|el-)\\p{Lu}.*")
                || word.matches("\\p{Ll}{1,2}\\p{Lu}.*")
                || (word.equals("-") && this == ADDRESS);
        return fits ? "" : "the word \"" + word + "\" is not capitalised, as the words of a name or address are";
    }

    private static String refusalOfEdges(String word) {
        if (word.equals("&")) {
            return "";
        }
        int first = word.codePointAt(0);
        int last = word.codePointBefore(word.length());
        boolean fits = Character.isLetterOrDigit(first) && (Character.isLetterOrDigit(last) || last == '\'');
        return fits ? "" : "\"" + word + "\" is not a word";
    }

    private String firstForeign(String phrase) {
        return phrase.codePoints()
                .mapToObj(Character::toString)
                .filter(character -> !characters.matcher(character).matches())
                .findFirst()
                .orElse(phrase);
    }

    private String allowedCharacters() {
        return this == PHRASE
                ? "a text is a short phrase of Latin letters, digits, hyphens, apostrophes and commas, no sentence"
                : "names and addresses are Latin letters, digits, commas and hyphens, without parentheses or quotes";
    }

    private static Set<String> words(String list) {
        return Arrays.stream(list.split("\\s+")).collect(Collectors.toUnmodifiableSet());
    }
}
