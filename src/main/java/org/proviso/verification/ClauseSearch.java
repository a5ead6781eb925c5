package org.proviso.verification;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.proviso.clause.ClauseForm;
import org.proviso.clause.ClauseVersion;
import org.proviso.document.Block;
import org.proviso.document.DocumentReader;
import org.proviso.document.Token;
import org.proviso.verification.NearestClauses.Index;

/// Finds the clauses that are nearest to stretches of one document, by token edit distance; for one thread.
///
/// The work for one document is bounded: once it is done, nothing is near.
final class ClauseSearch {

    /// Clauses that are compared with one text.
    static final int MAX_CANDIDATES = 256;

    /// Entries of the index that one text may visit after its rarest words; common words beyond say little.
    static final int MAX_POSTINGS = 60_000;

    /// What it costs to look words up at all.
    private static final int LOOKING_UP = 3_000;

    /// What it costs to hold one form of a clause against another.
    private static final int DECIDING = 200;

    /// What it costs to visit an entry, and to rank a clause.
    private static final int VISITING = 2;

    private static final int RANKING = 5;

    private static final int RARE_WORDS = 3;

    /// The share of a text's words below which one clause is compared with it, once half of the work is done.
    private static final double MIN_SHARED = 0.3;

    /// What it costs to read a form of a clause.
    private static final int READING = 80_000;

    /// Words of a value that stand for a slot.
    private static final int WORDS_OF_A_SLOT = 12;

    /// Texts of clauses that are kept; further ones are read again.
    private static final int MAX_KEPT = 2_000;

    private final Index index;
    private final DocumentReader reader;
    private final Usability usability;
    private final CodedText.Coder coder = new CodedText.Coder();
    private final int[] shared;
    private final Map<ClauseVersion, List<ClauseForm>> forms = new IdentityHashMap<>();
    private final Map<ClauseForm, Text> texts = new IdentityHashMap<>();
    private final long mostWork;
    private long work;

    /// A clause that a text may be near to.
    ///
    /// @param words how many different ones the clause has
    /// @param shared how many of them the text has too
    /// @param least no fewer tokens differ
    record Candidate(ClauseVersion clause, int words, int shared, int least) {}

    /// A form of a clause as it is compared.
    record Text(ClauseVersion clause, List<Block> blocks, List<Token> tokens, CodedText codes) {}

    /// A form and how far it is from a text, in tenths of a token.
    record Match(Text text, int distance) {

        /// 1 for the same text down to 0.
        double similarity(int tokens) {
            int longer = Math.max(1, Math.max(tokens, text.tokens().size()));
            return Math.clamp(1 - distance / (double) (EditDistance.TOKEN * longer), 0.0, 1.0);
        }
    }

    ClauseSearch(Index index, DocumentReader reader, Usability usability, long work) {
        this.index = index;
        this.reader = reader;
        this.usability = usability;
        this.work = work;
        this.mostWork = work;
        this.shared = new int[index.clauses().size()];
    }

    /// Whether no more is compared.
    boolean isExhausted() {
        return work <= 0;
    }

    CodedText code(List<Token> document) {
        return coder.code(document, false);
    }

    /// What the words that a text shares with a clause are held against.
    enum Likeness {
        /// Both texts: clauses of the same length come first.
        WHOLE,
        /// The text alone: clauses that hold it come first, of these the shortest.
        PART
    }

    /// The clauses that a text may be near to, the likeliest first; then in id order.
    ///
    /// @param postings entries of the index that may be visited
    List<Candidate> candidates(List<String> words, Likeness likeness, int most, int postings) {
        if (work <= 0) {
            return List.of();
        }
        work -= LOOKING_UP + VISITING * (long) words.size();
        Set<String> different = new HashSet<>(words);
        long[] best = new long[most];
        Arrays.fill(best, Long.MAX_VALUE);
        IntList touched = count(different, postings);
        work -= RANKING * (long) touched.size();
        for (int i = 0; i < touched.size(); i++) {
            int clause = touched.get(i);
            insert(best, rank(words.size(), different.size(), clause, likeness) << 32 | clause);
        }
        List<Candidate> candidates = new ArrayList<>();
        for (long entry : best) {
            if (entry != Long.MAX_VALUE) {
                int clause = (int) entry;
                candidates.add(new Candidate(
                        index.clauses().get(clause),
                        index.sizes()[clause],
                        shared[clause],
                        least(different.size(), clause)));
            }
        }
        for (int i = 0; i < touched.size(); i++) {
            shared[touched.get(i)] = 0;
        }
        return candidates;
    }

    private long rank(int words, int different, int clause, Likeness likeness) {
        int length = index.lengths()[clause];
        return switch (likeness) {
            case WHOLE -> {
                int longer = Math.max(length, words - WORDS_OF_A_SLOT * index.slots()[clause]);
                yield Math.max(0, longer - shared[clause]) + least(different, clause);
            }
            case PART -> Math.min(different - shared[clause], 0x7FFF) * 0x10000L + Math.min(length, 0xFFFF);
        };
    }

    /// No fewer tokens differ than there are words on one side only.
    private int least(int words, int clause) {
        int missing = index.sizes()[clause] - shared[clause];
        int added = words - shared[clause] - WORDS_OF_A_SLOT * index.slots()[clause];
        return Math.max(0, Math.max(missing, added));
    }

    /// Counts the shared words of each clause in [#shared], and returns the clauses that have any.
    private IntList count(Set<String> words, int maxPostings) {
        List<int[]> postings = new ArrayList<>();
        for (String word : words) {
            int[] clauses = index.postings().get(word);
            if (clauses != null) {
                postings.add(clauses);
            }
        }
        postings.sort(Comparator.comparingInt(clauses -> clauses.length));
        IntList touched = new IntList();
        int visited = 0;
        for (int i = 0; i < postings.size() && work > 0; i++) {
            int[] clauses = postings.get(i);
            visited += clauses.length;
            if (i >= RARE_WORDS && visited > maxPostings) {
                break;
            }
            work -= VISITING * (long) clauses.length;
            for (int clause : clauses) {
                if (shared[clause]++ == 0) {
                    touched.add(clause);
                }
            }
        }
        return touched;
    }

    /// Keeps the least entries, in order.
    private static void insert(long[] best, long entry) {
        int at = best.length - 1;
        if (best[at] <= entry) {
            return;
        }
        while (at > 0 && best[at - 1] > entry) {
            best[at] = best[at - 1];
            at--;
        }
        best[at] = entry;
    }

    /// The clauses nearest to a text, the nearest first; of equally near ones those that may be used, then in id
    /// order.
    ///
    /// @param likely compared in any case
    List<Match> nearest(List<Token> tokens, List<ClauseVersion> likely) {
        CodedText document = code(tokens);
        int[] end = {tokens.size()};
        Map<ClauseVersion, Match> matches = new IdentityHashMap<>();
        int least = Integer.MAX_VALUE;
        for (ClauseVersion clause : likely) {
            least = Math.min(least, match(clause, document, end, Integer.MAX_VALUE, matches));
        }
        List<String> words = NearestClauses.words(tokens);
        long different = words.stream().distinct().count();
        int compared = 0;
        for (Candidate candidate : candidates(words, Likeness.WHOLE, MAX_CANDIDATES, MAX_POSTINGS)) {
            boolean hopeless = compared > 0 && work < mostWork / 2 && candidate.shared() < MIN_SHARED * different;
            if (work > 0
                    && !hopeless
                    && candidate.least() * (long) EditDistance.TOKEN <= least
                    && !matches.containsKey(candidate.clause())) {
                least = Math.min(least, match(candidate.clause(), document, end, least, matches));
                compared++;
            }
        }
        return matches.values().stream()
                .sorted(Comparator.comparingInt(Match::distance)
                        .thenComparing(match -> usability.refusal(match.text().clause()) != null)
                        .thenComparing(match -> match.text().clause().versionId()))
                .toList();
    }

    /// The distance of one clause from a text.
    Match match(ClauseVersion clause, List<Token> tokens) {
        CodedText document = code(tokens);
        int[] end = {tokens.size()};
        Text text = nearestForm(clause, document, 0, end);
        return new Match(text, distances(text, document, 0, end, Integer.MAX_VALUE)[0]);
    }

    /// Whether two texts may be compared word by word; counts as done if so.
    boolean mayCompare(List<Token> approved, List<Token> found) {
        long cells = (approved.size() + 1L) * (found.size() + 1L);
        if (cells > work || cells > TokenAlignment.MAX_CELLS) {
            return false;
        }
        work -= cells;
        return true;
    }

    private int match(
            ClauseVersion clause, CodedText document, int[] end, int most, Map<ClauseVersion, Match> matches) {
        Text text = nearestForm(clause, document, 0, end);
        int distance = distances(text, document, 0, end, most)[0];
        if (distance != Integer.MAX_VALUE) {
            matches.put(clause, new Match(text, distance));
        }
        return distance;
    }

    /// The distances from a form to a stretch of the document up to each of `ends`.
    ///
    /// @param most larger ones may be [Integer#MAX_VALUE], and all are if the work would be too much
    int[] distances(Text text, CodedText document, int start, int[] ends, int most) {
        long cells = (ends[ends.length - 1] - start) * (text.codes().length() + 1L);
        if (cells > work) {
            int[] unknown = new int[ends.length];
            Arrays.fill(unknown, Integer.MAX_VALUE);
            return unknown;
        }
        work -= cells;
        return EditDistance.to(text.codes(), document, start, ends, most);
    }

    /// The form of a clause that explains most of the document from a token on, found by deciding one flag or number
    /// of rows after the other.
    Text nearestForm(ClauseVersion clause, CodedText document, int start, int[] ends) {
        List<ClauseForm> all = forms(clause);
        ClauseForm best = all.getFirst();
        if (all.size() == 1) {
            return text(clause, best);
        }
        int most = gain(clause, best, document, start, ends);
        for (String decision : List.copyOf(best.decisions().keySet())) {
            ClauseForm decided = best;
            work -= DECIDING * (long) all.size();
            for (ClauseForm other : all) {
                if (work > 0 && differsIn(decision, decided, other)) {
                    int gain = gain(clause, other, document, start, ends);
                    if (gain > most) {
                        most = gain;
                        best = other;
                    }
                }
            }
        }
        return text(clause, best);
    }

    private static boolean differsIn(String decision, ClauseForm one, ClauseForm other) {
        return one != other
                && one.decisions().entrySet().stream()
                        .allMatch(entry -> entry.getKey().equals(decision)
                                || entry.getValue().equals(other.decisions().get(entry.getKey())));
    }

    private int gain(ClauseVersion clause, ClauseForm form, CodedText document, int start, int[] ends) {
        int[] distances = distances(text(clause, form), document, start, ends, Integer.MAX_VALUE);
        int most = Integer.MIN_VALUE;
        for (int i = 0; i < ends.length; i++) {
            most = Math.max(most, EditDistance.TOKEN * (ends[i] - start) - distances[i]);
        }
        return most;
    }

    /// How many tokens the form with every flag set and most rows has.
    int longest(ClauseVersion clause) {
        return text(clause, forms(clause).getLast()).tokens().size();
    }

    private List<ClauseForm> forms(ClauseVersion clause) {
        return forms.computeIfAbsent(clause, ClauseVersion::forms);
    }

    private Text text(ClauseVersion clause, ClauseForm form) {
        Text known = texts.get(form);
        if (known == null) {
            work -= READING;
            List<Block> blocks = reader.read(form.text()).blocks();
            List<Token> tokens = NearestClauses.tokens(blocks);
            known = new Text(clause, blocks, tokens, coder.code(tokens, true));
            if (texts.size() >= MAX_KEPT) {
                texts.clear();
                forms.clear();
            }
            texts.put(form, known);
        }
        return known;
    }
}
