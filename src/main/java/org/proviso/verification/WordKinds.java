package org.proviso.verification;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.proviso.verification.Deviation.Change;

/// The word lists of `src/docs/deviations.md`: which kind of change an English word of a contract is by itself.
final class WordKinds {

    private static final Map<String, Change> KINDS = new HashMap<>();

    static {
        put(Change.PARTY, """
                party parties customer customers client clients supplier suppliers vendor vendors provider providers
                company companies corporation licensor licensors licensee licensees user users recipient recipients
                discloser disclosers contractor contractors consultant consultants employee employees employer employers
                stockholder stockholders shareholder shareholders investor investors founder founders purchaser
                purchasers buyer buyers seller sellers landlord tenant lessor lessee borrower lender lenders guarantor
                controller processor subprocessor subprocessors publisher publishers developer developers owner owners
                member members partner partners affiliate affiliates contributor contributors author authors
                i me my mine myself we us our ours ourselves you your yours yourself yourselves
                """);
        put(Change.SCOPE, """
                any all each every both either some such only solely sole other further additional entire more less
                least most maximum minimum except excluding excludes exclude exception exceptions exclusive exclusively
                unless otherwise if provided subject notwithstanding regardless including includes include included
                limited limitation limitations limit limits until before after during within prior immediately promptly
                perpetual perpetually reasonable reasonably material materially substantially expressly explicitly
                irrevocable irrevocably unconditional unconditionally worldwide
                """);
        put(Change.MODALITY, "shall must will may might can could should would ought cannot");
        put(Change.NUMBER, """
                zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
                seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand
                million billion half dozen
                """);
        put(Change.NEGATION, "no not never none nor neither nothing without cannot");
    }

    static final Set<String> MONTHS = Set.of(
            "january",
            "february",
            "march",
            "april",
            "may",
            "june",
            "july",
            "august",
            "september",
            "october",
            "november",
            "december");

    static final Set<String> CURRENCIES = Set.of(
            "$",
            "€",
            "£",
            "¥",
            "usd",
            "eur",
            "gbp",
            "chf",
            "cad",
            "aud",
            "jpy",
            "dollar",
            "dollars",
            "euro",
            "euros",
            "pound",
            "pounds",
            "sterling",
            "cents",
            "francs");

    /// By unit of time its singular.
    private static final Map<String, String> UNITS = new HashMap<>();

    static {
        for (String unit : List.of("second", "minute", "hour", "day", "week", "month", "quarter", "year")) {
            UNITS.put(unit, unit);
            UNITS.put(unit + "s", unit);
        }
    }

    /// Articles, prepositions, conjunctions and pronouns: no terms, even with a capital.
    private static final Set<String> SMALL = Set.of(
            "a", "an", "the", "of", "to", "in", "on", "at", "by", "for", "from", "with", "as", "into", "over", "under",
            "and", "or", "but", "nor", "so", "if", "is", "are", "be", "this", "that", "these", "those", "it", "its",
            "i", "me", "my", "we", "us", "our", "you", "your", "he", "she", "they", "their");

    private static final List<String> NEGATING = List.of("un", "in", "im", "il", "ir", "non", "dis", "mis");

    private WordKinds() {}

    private static void put(Change kind, String words) {
        for (String word : words.strip().split("\\s+")) {
            KINDS.put(word, kind);
        }
    }

    /// The kind of a word by itself; null for one that is on no list.
    static @Nullable Change of(String word) {
        return KINDS.get(word.toLowerCase(Locale.ROOT));
    }

    /// The unit of time that a word names, in the singular; null for another word.
    static @Nullable String unit(String word) {
        return UNITS.get(word.toLowerCase(Locale.ROOT));
    }

    static boolean isSmall(String word) {
        return SMALL.contains(word.toLowerCase(Locale.ROOT));
    }

    /// What a word may be with a negating prefix, or without its own.
    static List<String> opposites(String folded) {
        List<String> opposites = new ArrayList<>();
        for (String prefix : NEGATING) {
            if (folded.length() > 2) {
                opposites.add(prefix + folded);
            }
            if (folded.startsWith(prefix) && folded.length() > prefix.length() + 2) {
                opposites.add(folded.substring(prefix.length()));
            }
        }
        return opposites;
    }

    static boolean isNegatingPrefix(String folded) {
        return NEGATING.contains(folded);
    }
}
