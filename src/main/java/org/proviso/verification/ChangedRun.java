package org.proviso.verification;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.proviso.document.Token;
import org.proviso.verification.Deviation.Change;

/// One change: the words that are only in the clause and those that are only in the document.
final class ChangedRun {

    /// Kinds of words that say another thing in another place.
    static final Set<Change> WEIGHTY =
            Set.of(Change.NEGATION, Change.MONEY, Change.NUMBER, Change.DATE, Change.MODALITY, Change.PARTY);

    private static final Set<String> JUNCTIONS = Set.of("and", "or");

    private final List<Token> approved;
    private final List<Token> found;

    /// The words of the clause that nothing in the document is the same as.
    private final List<ContractWord> missing;

    /// The words of the document that nothing in the clause is the same as.
    private final List<ContractWord> added;

    private final Set<Change> changes = EnumSet.noneOf(Change.class);

    ChangedRun(
            List<Token> approved, List<ContractWord> approvedWords, List<Token> found, List<ContractWord> foundWords) {
        this.approved = approved;
        this.found = found;
        this.missing = new ArrayList<>(approvedWords);
        this.added = new ArrayList<>(foundWords);
        boolean words = !approvedWords.isEmpty() || !foundWords.isEmpty();
        boolean sameOrder = folded(approvedWords).equals(folded(foundWords));
        removePairs(ContractWord::text, (_, _) -> null);
        removePairs(ContractWord::folded, ChangedRun::inOtherCase);
        if (isSplitOtherwise()) {
            missing.clear();
            added.clear();
            changes.add(Change.PUNCTUATION);
        }
        if (missing.isEmpty() && added.isEmpty()) {
            if (words && !sameOrder && !changes.contains(Change.PUNCTUATION)) {
                changes.add(Change.REORDERING);
            } else if (!marks(approved).equals(marks(found)) || changes.isEmpty()) {
                changes.add(isContracted() ? Change.WORDING : Change.PUNCTUATION);
            }
        }
    }

    List<ContractWord> missing() {
        return missing;
    }

    List<ContractWord> added() {
        return added;
    }

    /// Takes words out that stand elsewhere on the other side.
    void moved(Collection<ContractWord> words) {
        missing.removeAll(words);
        added.removeAll(words);
        changes.add(Change.REORDERING);
    }

    /// Takes all words out, as they stand elsewhere in another order; who and how much stays said.
    void reordered() {
        for (List<ContractWord> words : List.of(missing, added)) {
            words.stream()
                    .map(ContractWord::kind)
                    .filter(kind -> kind != null && WEIGHTY.contains(kind))
                    .forEach(changes::add);
            words.clear();
        }
        changes.add(Change.REORDERING);
    }

    /// What the change is made of.
    Set<Change> changes() {
        Set<Change> all = EnumSet.noneOf(Change.class);
        all.addAll(changes);
        List<ContractWord> missingWords = new ArrayList<>(missing);
        List<ContractWord> addedWords = new ArrayList<>(added);
        boolean replaced = !missing.isEmpty() && !added.isEmpty();
        takeOpposites(missingWords, addedWords, all);
        takeNames(missingWords, addedWords, all);
        takeUnits(missingWords, addedWords, all);
        takeJunctions(missingWords, addedWords, all);
        missingWords.forEach(word -> all.add(kind(word, replaced ? Change.WORDING : Change.DELETION)));
        addedWords.forEach(word -> all.add(kind(word, replaced ? Change.WORDING : Change.INSERTION)));
        return all;
    }

    private static Change kind(ContractWord word, Change otherwise) {
        return word.kind() == null ? otherwise : word.kind();
    }

    private static void takeOpposites(List<ContractWord> missing, List<ContractWord> added, Set<Change> changes) {
        Map<String, Deque<ContractWord>> byText = by(ContractWord::folded, added);
        Set<ContractWord> taken = identitySet();
        for (ContractWord word : missing) {
            for (String opposite : WordKinds.opposites(word.folded())) {
                ContractWord other = poll(byText, opposite);
                if (other != null) {
                    changes.add(Change.NEGATION);
                    taken.add(word);
                    taken.add(other);
                    break;
                }
            }
        }
        missing.removeIf(taken::contains);
        added.removeIf(taken::contains);
    }

    /// A party whose place a name takes, or the reverse.
    private static void takeNames(List<ContractWord> missing, List<ContractWord> added, Set<Change> changes) {
        if (missing.size() == 1 && added.size() == 1) {
            ContractWord word = missing.getFirst();
            ContractWord other = added.getFirst();
            if (word.isCapitalised()
                    && other.isCapitalised()
                    && (word.kind() == Change.PARTY || other.kind() == Change.PARTY)) {
                changes.add(Change.PARTY);
                missing.clear();
                added.clear();
            }
        }
    }

    private static void takeUnits(List<ContractWord> missing, List<ContractWord> added, Set<Change> changes) {
        Set<String> units = units(missing);
        Set<String> otherUnits = units(added);
        if (!units.isEmpty() && !otherUnits.isEmpty() && !units.equals(otherUnits)) {
            changes.add(Change.NUMBER);
            missing.removeIf(word -> WordKinds.unit(word.text()) != null);
            added.removeIf(word -> WordKinds.unit(word.text()) != null);
        }
    }

    private static Set<String> units(List<ContractWord> words) {
        Set<String> units = new HashSet<>();
        for (ContractWord word : words) {
            String unit = WordKinds.unit(word.text());
            if (unit != null) {
                units.add(unit);
            }
        }
        return units;
    }

    private static void takeJunctions(List<ContractWord> missing, List<ContractWord> added, Set<Change> changes) {
        if (missing.stream().anyMatch(word -> JUNCTIONS.contains(word.folded()))
                && added.stream().anyMatch(word -> JUNCTIONS.contains(word.folded()))) {
            changes.add(Change.SCOPE);
            missing.removeIf(word -> JUNCTIONS.contains(word.folded()));
            added.removeIf(word -> JUNCTIONS.contains(word.folded()));
        }
    }

    private interface PairKind {
        @Nullable
        Change of(ContractWord approved, ContractWord found);
    }

    /// Takes words out that have a partner with the same key on the other side.
    private void removePairs(Function<ContractWord, String> key, PairKind kind) {
        Map<String, Deque<ContractWord>> byKey = by(key, added);
        Set<ContractWord> taken = identitySet();
        for (ContractWord word : missing) {
            ContractWord other = poll(byKey, key.apply(word));
            if (other != null) {
                Change change = kind.of(word, other);
                if (change != null) {
                    changes.add(change);
                }
                taken.add(word);
                taken.add(other);
            }
        }
        missing.removeIf(taken::contains);
        added.removeIf(taken::contains);
    }

    private static Map<String, Deque<ContractWord>> by(Function<ContractWord, String> key, List<ContractWord> words) {
        Map<String, Deque<ContractWord>> byKey = new HashMap<>();
        words.forEach(word ->
                byKey.computeIfAbsent(key.apply(word), _ -> new ArrayDeque<>()).add(word));
        return byKey;
    }

    private static @Nullable ContractWord poll(Map<String, Deque<ContractWord>> words, String key) {
        Deque<ContractWord> found = words.get(key);
        return found == null ? null : found.poll();
    }

    private static Set<ContractWord> identitySet() {
        return Collections.newSetFromMap(new IdentityHashMap<>());
    }

    private static Change inOtherCase(ContractWord word, ContractWord other) {
        ContractWord capital = word.isCapitalised() ? word : other;
        boolean initial = word.isCapitalised() != other.isCapitalised();
        boolean term = initial
                && !capital.isWhollyCapital()
                && !capital.beginsSentence()
                && !WordKinds.isSmall(capital.text());
        return term ? Change.DEFINED_TERM : Change.CASE;
    }

    /// Whether the same letters are other words.
    private boolean isSplitOtherwise() {
        return !missing.isEmpty()
                && !added.isEmpty()
                && missing.stream().noneMatch(ContractWord::isWeighty)
                && added.stream().noneMatch(ContractWord::isWeighty)
                && String.join("", texts(missing)).equals(String.join("", texts(added)));
    }

    /// Whether words of the same meaning are written out on one side.
    private boolean isContracted() {
        return !wordTokens(approved).equals(wordTokens(found));
    }

    private static List<String> folded(List<ContractWord> words) {
        return words.stream().map(ContractWord::folded).toList();
    }

    private static List<String> texts(List<ContractWord> words) {
        return words.stream().map(ContractWord::text).toList();
    }

    private static String wordTokens(List<Token> tokens) {
        return tokens.stream()
                .filter(token -> token.kind() != Token.Kind.MARK)
                .map(Token::text)
                .sorted()
                .collect(Collectors.joining(" "));
    }

    private static String marks(List<Token> tokens) {
        return tokens.stream()
                .filter(token -> token.kind() == Token.Kind.MARK)
                .map(Token::text)
                .collect(Collectors.joining());
    }
}
