package org.proviso.migration;

import com.ibm.icu.text.Transliterator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// Ids made of titles: the same titles in the same order are the same ids.
final class Names {

    private static final Transliterator LATIN = Transliterator.getInstance("Any-Latin; Latin-ASCII");
    private static final Pattern APOSTROPHE = Pattern.compile("['’]");
    private static final Pattern OTHER = Pattern.compile("[^a-z0-9]+");
    private static final Pattern ENDS = Pattern.compile("^-+|-+$");
    private static final int LONGEST = 60;
    private static final int LONGEST_PREFIX = 24;

    private final Set<String> taken = new HashSet<>();

    /// The last number behind an id.
    private final Map<String, Integer> numbers = new HashMap<>();

    /// The words of a title in lower-case ASCII, joined by hyphens; `clause` if it has none.
    static String slug(String words) {
        return slug(words, LONGEST);
    }

    /// A short one, for the part before a period.
    static String prefix(String words) {
        return slug(words, LONGEST_PREFIX);
    }

    private static String slug(String words, int longest) {
        String start = words.substring(0, Math.min(words.length(), 4 * longest));
        String ascii =
                APOSTROPHE.matcher(LATIN.transliterate(start)).replaceAll("").toLowerCase(Locale.ROOT);
        String joined = ENDS.matcher(OTHER.matcher(ascii).replaceAll("-")).replaceAll("");
        String named = joined.isEmpty() ? "clause" : Character.isDigit(joined.charAt(0)) ? "c-" + joined : joined;
        if (named.length() <= longest) {
            return named;
        }
        int hyphen = named.lastIndexOf('-', longest);
        return named.substring(0, hyphen > longest / 2 ? hyphen : longest);
    }

    /// Takes an id, with a number behind it if it is taken.
    String unique(String id) {
        String free = id;
        while (!taken.add(free)) {
            free = id + "-" + numbers.merge(id, 2, (number, _) -> number + 1);
        }
        return free;
    }
}
