package org.proviso.verification.attack;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.proviso.verification.oracle.Dice;

/// Other words, numbers and marks.
enum WordAttack implements Attack {
    NUMBER(Pattern.compile("\\d")) {
        @Override
        String by(String digit, Dice dice) {
            return String.valueOf((Integer.parseInt(digit) + dice.between(1, 9)) % 10);
        }
    },
    NUMBER_DIGIT_ADDED(Pattern.compile("(?<=\\d)(?=\\D|$)")) {
        @Override
        String by(String nothing, Dice dice) {
            return dice.of("0", "1", ",000", ".5");
        }
    },
    NUMBER_WORD(Pattern.compile("\\b(?:one|two|three|five|ten|thirty|sixty|ninety)\\b")) {
        @Override
        String by(String word, Dice dice) {
            return dice.of("one", "two", "three", "five", "ten", "thirty", "sixty", "ninety", "a");
        }
    },
    DATE(Pattern.compile("\\b(?:January|May|December) \\d{1,2}, \\d{4}")) {
        @Override
        String by(String date, Dice dice) {
            return dice.of("January 5, 2027", "May 1, 2026", "December 2, 2026", "December 1, 2027", "2026-12-01");
        }
    },
    MONEY(Pattern.compile("\\b[A-Z]{3} \\d[\\d,.]*\\d")) {
        @Override
        String by(String money, Dice dice) {
            return dice.of("USD 50,000", "USD 500,000", "EUR 50,000", "USD 5", "USD 50,000.00", "$50,000");
        }
    },
    NEGATION(Pattern.compile("\\b(?:shall|may|must|will|is|does|can)\\b(?: not)?")) {
        @Override
        String by(String verb, Dice dice) {
            return verb.endsWith(" not") ? verb.substring(0, verb.length() - 4) : verb + dice.of(" not", " never");
        }
    },
    MODALITY(Pattern.compile("\\b(?:shall|may|must|will|should|can)\\b")) {
        @Override
        String by(String verb, Dice dice) {
            return dice.of("shall", "may", "must", "will", "should", "can", "shall try to");
        }
    },
    PARTY(Pattern.compile("\\b(?:Discloser|Recipient|Customer|Provider|Supplier|Buyer|first|second|Party)\\b")) {
        @Override
        String by(String party, Dice dice) {
            return dice.of(
                    "Discloser",
                    "Recipient",
                    "Customer",
                    "Provider",
                    "Supplier",
                    "Buyer",
                    "first",
                    "second",
                    "Parties");
        }
    },
    SCOPE(Pattern.compile("\\b(?:all|any|each|every|both|solely|only|and|or|either|including|within)\\b")) {
        @Override
        String by(String word, Dice dice) {
            return dice.of("all", "any", "some", "each", "both", "solely", "mainly", "and", "or", "either", "certain");
        }
    },
    DEFINED_TERM(Pattern.compile("\\b[A-Z][a-z]+ [A-Z][a-z]+\\b")) {
        @Override
        String by(String term, Dice dice) {
            return dice.of(
                    term.substring(term.indexOf(' ') + 1),
                    term.toLowerCase(Locale.ROOT),
                    "Permitted Purpose",
                    "Confidential Information");
        }
    },
    INSERTION(Edits.WORD) {
        @Override
        String by(String word, Dice dice) {
            return word + dice.of(Lies.PHRASES);
        }
    },
    ADDED_SENTENCE(Pattern.compile("\\.(?= |$)")) {
        @Override
        String by(String period, Dice dice) {
            return ". " + dice.of(Lies.SENTENCES);
        }
    },
    DELETION(Pattern.compile("(?<=\\S )[\\p{L}\\d]+ ")) {
        @Override
        String by(String word, Dice dice) {
            return "";
        }
    },
    DELETED_SENTENCE(Pattern.compile("(?<=[.;] )[^.;]+[.;]")) {
        @Override
        String by(String sentence, Dice dice) {
            return "";
        }
    },
    DOUBLED_WORD(Edits.WORD) {
        @Override
        String by(String word, Dice dice) {
            return word + " " + word;
        }
    },
    REORDERING(Pattern.compile("\\p{L}+ \\p{L}+")) {
        @Override
        String by(String pair, Dice dice) {
            return pair.substring(pair.indexOf(' ') + 1) + " " + pair.substring(0, pair.indexOf(' '));
        }
    },
    MOVED_PHRASE(Pattern.compile("[^,;.]+,[^,;.]+(?=[,;.])")) {
        @Override
        String by(String phrases, Dice dice) {
            int comma = phrases.indexOf(',');
            return phrases.substring(comma + 1) + "," + phrases.substring(0, comma);
        }
    },
    CASE(Edits.WORD) {
        @Override
        String by(String word, Dice dice) {
            String upper = word.toUpperCase(Locale.ROOT);
            return word.equals(upper) || dice.chance(0.3)
                    ? word.toLowerCase(Locale.ROOT)
                    : dice.of(upper, Character.toTitleCase(word.charAt(0)) + word.substring(1));
        }
    },
    PUNCTUATION(Pattern.compile("[,;:.()\"'-]")) {
        @Override
        String by(String mark, Dice dice) {
            return dice.of("", ",", ";", ".", ":", "-", "/", "!", "?", "..");
        }
    },
    ADDED_COMMA(Edits.SPACE) {
        @Override
        String by(String space, Dice dice) {
            return dice.of(", ", "; ", " - ", ". ", " , ");
        }
    },
    WORDING(Edits.WORD) {
        @Override
        String by(String word, Dice dice) {
            return SYNONYMS.getOrDefault(word, dice.of("reasonable", "party", "law", "shall", "of", "the", "no"));
        }
    },
    ANOTHER_WORD_OF_THE_TEXT(Edits.WORD) {
        @Override
        @Nullable
        String changed(String word, Victim victim, Dice dice) {
            List<String> words = Edits.WORD
                    .matcher(dice.of(victim.lines()).text())
                    .results()
                    .map(match -> match.group())
                    .collect(Collectors.toList());
            return words.isEmpty() ? null : dice.of(words);
        }
    },
    JOINED_WORDS(Edits.SPACE) {
        @Override
        String by(String space, Dice dice) {
            return dice.of("", "-", "_");
        }
    },
    SPLIT_WORD(Pattern.compile("(?<=\\p{L})(?=\\p{L})")) {
        @Override
        String by(String nothing, Dice dice) {
            return dice.of(" ", "-", "'");
        }
    },
    SPACE_AT_PUNCTUATION(Pattern.compile("(?<=\\S)(?=[,;:.()\"%])|(?<=[(\"])(?=\\S)")) {
        @Override
        String by(String nothing, Dice dice) {
            return " ";
        }
    },
    CUT_OFF(Pattern.compile(" [^ ]+ [^ ]+$")) {
        @Override
        String by(String end, Dice dice) {
            return "";
        }
    };

    private static final Map<String, String> SYNONYMS = Map.of(
            "shall",
            "will",
            "purpose",
            "purposes",
            "information",
            "data",
            "notice",
            "notification",
            "agreement",
            "contract",
            "solely",
            "exclusively",
            "promptly",
            "immediately");

    private final Pattern place;

    WordAttack(Pattern place) {
        this.place = place;
    }

    @Override
    public @Nullable String change(Victim victim, Dice dice) {
        return Edits.replaceOne(victim, dice, place, match -> changed(match.group(), victim, dice));
    }

    @Nullable
    String changed(String found, Victim victim, Dice dice) {
        return by(found, dice);
    }

    String by(String found, Dice dice) {
        return found;
    }
}
