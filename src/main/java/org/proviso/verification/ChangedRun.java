package org.proviso.verification;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.proviso.document.Token;
import org.proviso.verification.Deviation.Change;

/// One change: the words that are only in the clause and those that are only in the document.
final class ChangedRun {

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
        boolean sameOrder = texts(approvedWords).equals(texts(foundWords));
        removePairs((one, other) -> one.text().equals(other.text()), (_, _) -> null);
        removePairs((one, other) -> one.folded().equals(other.folded()), ChangedRun::inOtherCase);
        if (isSplitOtherwise()) {
            missing.clear();
            added.clear();
            changes.add(Change.PUNCTUATION);
        }
        if (missing.isEmpty() && added.isEmpty()) {
            if (words && !sameOrder && changes.isEmpty()) {
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
    void moved(List<ContractWord> words) {
        missing.removeAll(words);
        added.removeAll(words);
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
        for (ContractWord word : List.copyOf(missing)) {
            for (ContractWord other : added) {
                if (WordKinds.areOpposites(word.text(), other.text())) {
                    changes.add(Change.NEGATION);
                    missing.remove(word);
                    added.remove(other);
                    break;
                }
            }
        }
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
        for (ContractWord word : List.copyOf(missing)) {
            String unit = WordKinds.unit(word.text());
            for (ContractWord other : added) {
                String otherUnit = WordKinds.unit(other.text());
                if (unit != null && otherUnit != null && !unit.equals(otherUnit)) {
                    changes.add(Change.NUMBER);
                    missing.remove(word);
                    added.remove(other);
                    break;
                }
            }
        }
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

    private void removePairs(BiPredicate<ContractWord, ContractWord> same, PairKind kind) {
        for (ContractWord word : List.copyOf(missing)) {
            for (ContractWord other : added) {
                if (same.test(word, other)) {
                    Change change = kind.of(word, other);
                    if (change != null) {
                        changes.add(change);
                    }
                    missing.remove(word);
                    added.remove(other);
                    break;
                }
            }
        }
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
                && String.join("", texts(missing)).equals(String.join("", texts(added)));
    }

    /// Whether words of the same meaning are written out on one side.
    private boolean isContracted() {
        return !wordTokens(approved).equals(wordTokens(found));
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
