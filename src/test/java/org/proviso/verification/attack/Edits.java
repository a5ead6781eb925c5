package org.proviso.verification.attack;

import java.util.List;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.proviso.verification.attack.Victim.Line;
import org.proviso.verification.oracle.Dice;

/// Edits of one place of a victim.
final class Edits {

    static final Pattern WORD = Pattern.compile("[\\p{L}]+(?:['’-][\\p{L}]+)*");
    static final Pattern SPACE = Pattern.compile("(?<=\\S) (?=\\S)");

    private Edits() {}

    /// Replaces one occurrence in one paragraph that is no heading; null if there is none.
    static @Nullable String replaceOne(
            Victim victim, Dice dice, Pattern pattern, Function<MatchResult, @Nullable String> replacement) {
        int count = victim.lines().size();
        int first = dice.upTo(count);
        for (int i = 0; i < count; i++) {
            int at = (first + i) % count;
            Line line = victim.lines().get(at);
            if (!line.isHeading()) {
                String changed = replaceOne(line.text(), dice, pattern, replacement);
                if (changed != null) {
                    return victim.with(at, line.withText(changed));
                }
            }
        }
        return null;
    }

    private static @Nullable String replaceOne(
            String text, Dice dice, Pattern pattern, Function<MatchResult, @Nullable String> replacement) {
        List<MatchResult> found = pattern.matcher(text).results().toList();
        if (found.isEmpty()) {
            return null;
        }
        MatchResult match = dice.of(found);
        String by = replacement.apply(match);
        return by == null ? null : text.substring(0, match.start()) + by + text.substring(match.end());
    }

    /// Puts words behind one word.
    static @Nullable String insert(Victim victim, Dice dice, String words) {
        return replaceOne(victim, dice, WORD, match -> match.group() + words);
    }

    /// A line that is no heading.
    static int anyLine(Victim victim, Dice dice) {
        int at = dice.upTo(victim.lines().size());
        while (victim.lines().get(at).isHeading()) {
            at = (at + 1) % victim.lines().size();
        }
        return at;
    }

    /// Where a paragraph may be put, the end included.
    static int anyPlace(Victim victim, Dice dice) {
        return dice.upTo(victim.lines().size() + 1);
    }
}
