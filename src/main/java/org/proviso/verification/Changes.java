package org.proviso.verification;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.proviso.document.CanonicalDocument;
import org.proviso.document.Token;
import org.proviso.verification.Deviation.Change;
import org.proviso.verification.Deviation.Difference;
import org.proviso.verification.Deviation.Operation;
import org.proviso.verification.TokenAlignment.Run;

/// The differences between a clause and a stretch of a document, with what each change is made of, by the rules of
/// `src/docs/deviations.md`.
public final class Changes {

    /// Words in a row that stand elsewhere to be moved words.
    private static final int MOVED = 3;

    /// No move is looked for among more changed words.
    private static final int MAX_MOVED = 600;

    private final List<Token> approved;
    private final List<Token> found;
    private final List<Run> runs;

    /// By number of a changed run.
    private final Map<Integer, ChangedRun> changed = new TreeMap<>();

    private Changes(List<Token> approved, List<Token> found) {
        this.approved = approved;
        this.found = found;
        this.runs = new TokenAlignment(approved, found).runs();
    }

    /// The differences between two texts, in the order of the second; block breaks read as white space.
    ///
    /// @throws IllegalArgumentException if the product of their lengths, in tokens, is more than 16 million
    public static List<Difference> between(CanonicalDocument approved, CanonicalDocument found) {
        List<Token> one = NearestClauses.tokens(approved.blocks());
        List<Token> other = NearestClauses.tokens(found.blocks());
        if ((one.size() + 1L) * (other.size() + 1L) > TokenAlignment.MAX_CELLS) {
            throw new IllegalArgumentException("The texts are too long to be compared word by word.");
        }
        return between(one, other);
    }

    /// The runs of equal and of changed tokens, in document order. Time and memory grow with the product of both
    /// lengths, at most [TokenAlignment#MAX_CELLS].
    static List<Difference> between(List<Token> approved, List<Token> found) {
        Changes changes = new Changes(approved, found);
        changes.compareWords();
        changes.findMoves();
        return changes.differences();
    }

    private void compareWords() {
        List<ContractWord> approvedWords = ContractWord.of(approved);
        List<ContractWord> foundWords = ContractWord.of(found);
        int approvedWord = 0;
        int foundWord = 0;
        for (int i = 0; i < runs.size(); i++) {
            Run run = runs.get(i);
            int approvedEnd = end(approvedWords, approvedWord, run.approvedTo());
            int foundEnd = end(foundWords, foundWord, run.foundTo());
            if (run.operation() != Operation.EQUAL) {
                changed.put(
                        i,
                        new ChangedRun(
                                approved.subList(run.approvedFrom(), run.approvedTo()),
                                approvedWords.subList(approvedWord, approvedEnd),
                                found.subList(run.foundFrom(), run.foundTo()),
                                foundWords.subList(foundWord, foundEnd)));
            }
            approvedWord = approvedEnd;
            foundWord = foundEnd;
        }
    }

    private static int end(List<ContractWord> words, int from, int token) {
        int end = from;
        while (end < words.size() && words.get(end).token() < token) {
            end++;
        }
        return end;
    }

    private void findMoves() {
        int missing =
                changed.values().stream().mapToInt(run -> run.missing().size()).sum();
        int added =
                changed.values().stream().mapToInt(run -> run.added().size()).sum();
        if (missing == 0 || added == 0 || missing + added > MAX_MOVED) {
            return;
        }
        if (missing == added && counts(true).equals(counts(false))) {
            changed.values().stream()
                    .filter(run -> !run.missing().isEmpty() || !run.added().isEmpty())
                    .forEach(ChangedRun::reordered);
            return;
        }
        for (ChangedRun from : changed.values()) {
            for (ChangedRun to : changed.values()) {
                while (from != to && move(from, to)) {
                    // The next longest.
                }
            }
        }
    }

    private Map<String, Integer> counts(boolean ofMissing) {
        Map<String, Integer> counts = new HashMap<>();
        changed.values()
                .forEach(run -> (ofMissing ? run.missing() : run.added())
                        .forEach(word -> counts.merge(word.text(), 1, Integer::sum)));
        return counts;
    }

    /// Moves the longest sequence of words that is missing in one run and added in another; false if there is none.
    private static boolean move(ChangedRun from, ChangedRun to) {
        List<ContractWord> missing = from.missing();
        List<ContractWord> added = to.added();
        int[] lengths = new int[added.size() + 1];
        int longest = 0;
        int missingEnd = 0;
        int addedEnd = 0;
        for (int i = 1; i <= missing.size(); i++) {
            for (int j = added.size(); j >= 1; j--) {
                boolean same = missing.get(i - 1).text().equals(added.get(j - 1).text());
                lengths[j] = same ? lengths[j - 1] + 1 : 0;
                if (lengths[j] > longest) {
                    longest = lengths[j];
                    missingEnd = i;
                    addedEnd = j;
                }
            }
        }
        if (longest < MOVED) {
            return false;
        }
        from.moved(List.copyOf(missing.subList(missingEnd - longest, missingEnd)));
        to.moved(List.copyOf(added.subList(addedEnd - longest, addedEnd)));
        return true;
    }

    private List<Difference> differences() {
        List<Difference> differences = new ArrayList<>();
        int place = found.isEmpty() ? 0 : found.getFirst().start();
        for (int i = 0; i < runs.size(); i++) {
            Run run = runs.get(i);
            List<Token> tokens = found.subList(run.foundFrom(), run.foundTo());
            int start = tokens.isEmpty() ? place : tokens.getFirst().start();
            place = tokens.isEmpty() ? place : tokens.getLast().end();
            ChangedRun change = changed.get(i);
            Set<Change> kinds = change == null ? Set.of() : change.changes();
            differences.add(new Difference(
                    run.operation(),
                    text(approved.subList(run.approvedFrom(), run.approvedTo())),
                    Token.text(tokens),
                    start,
                    place,
                    kinds));
        }
        return differences;
    }

    /// The text of a clause, slots as the library writes them.
    private static String text(List<Token> tokens) {
        return Token.text(tokens.stream()
                .map(token -> token.kind() != Token.Kind.PLACEHOLDER
                        ? token
                        : new Token(
                                token.text().replace("⟦", "{{").replace("⟧", "}}"),
                                token.spaced(),
                                token.kind(),
                                token.start(),
                                token.end()))
                .toList());
    }
}
