package org.proviso.verification;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.proviso.clause.ClauseForm;
import org.proviso.clause.ClauseVersion;
import org.proviso.clause.FamilyId;
import org.proviso.document.Block;
import org.proviso.document.DocumentReader;
import org.proviso.document.Token;
import org.proviso.library.LibrarySnapshot;

/// Names the clauses that an uncovered stretch may have come from: those that share the most of its words, rare
/// ones counting more. It explains and decides nothing.
///
/// The index of words is made when the first stretch is explained, so that a library is ready without it.
final class NearestClauses {

    /// Clauses that are compared token by token.
    private static final int CANDIDATES = 5;

    /// Forms of one clause that are compared.
    private static final int MAX_FORMS = 16;

    /// Blocks of a stretch whose words are looked up; more of them are no longer one clause.
    private static final int MAX_BLOCKS = 8;

    /// Different words of a stretch that are looked up, the rarest.
    private static final int MAX_WORDS = 40;

    private final Collection<ClauseVersion> library;
    private final DocumentReader reader;
    private final Map<FamilyId, Set<String>> headings = new HashMap<>();
    private @Nullable Index index;

    private record Index(List<ClauseVersion> clauses, Map<String, int[]> places, int[] sizes) {}

    NearestClauses(LibrarySnapshot library, DocumentReader reader) {
        this.library = library.clauses();
        this.reader = reader;
        library.contractTypes().stream()
                .flatMap(recipe -> recipe.sections().stream())
                .filter(section -> section.heading() != null)
                .forEach(section -> section.items()
                        .forEach(item -> headings.computeIfAbsent(item.family(), _ -> new HashSet<>())
                                .add(String.valueOf(section.heading()))));
    }

    /// Whether a block is the title of a clause, or a heading that a recipe puts over it.
    boolean isHeading(Block block, ClauseVersion clause) {
        String text = Token.text(block.tokens());
        return clause.title().equals(text)
                || headings.getOrDefault(clause.family(), Set.of()).contains(text);
    }

    /// The clauses nearest to the beginning of a stretch, the one that shares most first; then in id order.
    List<ClauseVersion> candidates(List<Block> stretch) {
        Index words = index();
        List<int[]> places = new TreeSet<>(stretch.subList(0, Math.min(stretch.size(), MAX_BLOCKS)).stream()
                        .flatMap(block -> block.tokens().stream())
                        .map(Token::text)
                        .toList())
                .stream()
                        .map(words.places()::get)
                        .filter(found -> found != null)
                        .sorted(Comparator.comparingInt(found -> found.length))
                        .limit(MAX_WORDS)
                        .toList();
        Map<Integer, Double> shared = new HashMap<>();
        for (int[] clauses : places) {
            double weight = Math.log1p(words.clauses().size() / (double) clauses.length);
            // A word that nearly every clause has says little, and costs most.
            if (clauses.length > 2_000 && shared.size() > CANDIDATES) {
                shared.replaceAll((clause, sum) -> sum + (Arrays.binarySearch(clauses, clause) >= 0 ? weight : 0));
            } else {
                for (int clause : clauses) {
                    shared.merge(clause, weight, Double::sum);
                }
            }
        }
        return shared.entrySet().stream()
                .sorted(Comparator.comparingDouble((Map.Entry<Integer, Double> entry) ->
                                -entry.getValue() / Math.sqrt(words.sizes()[entry.getKey()]))
                        .thenComparing(Map.Entry::getKey))
                .limit(CANDIDATES)
                .map(entry -> words.clauses().get(entry.getKey()))
                .toList();
    }

    /// The forms of a clause as blocks with placeholders.
    List<List<Block>> forms(ClauseVersion clause) {
        return clause.forms().stream()
                .limit(MAX_FORMS)
                .map(form -> reader.read(form.text()).blocks())
                .toList();
    }

    /// The tokens of blocks as one text: a block break reads as white space.
    static List<Token> tokens(List<Block> blocks) {
        List<Token> tokens = new ArrayList<>();
        for (Block block : blocks) {
            Token first = block.tokens().getFirst();
            tokens.add(new Token(first.text(), !tokens.isEmpty(), first.kind(), first.start(), first.end()));
            tokens.addAll(block.tokens().subList(1, block.tokens().size()));
        }
        return tokens;
    }

    private synchronized Index index() {
        if (index == null) {
            Map<String, IntList> places = new HashMap<>();
            int[] sizes = new int[library.size()];
            List<ClauseVersion> clauses = new ArrayList<>(library);
            for (int i = 0; i < sizes.length; i++) {
                sizes[i] = addWords(clauses.get(i), i, places);
            }
            Map<String, int[]> finished = new HashMap<>();
            places.forEach((word, found) -> finished.put(word, found.toArray()));
            index = new Index(clauses, finished, sizes);
        }
        return index;
    }

    /// Adds the words of all forms of a clause, and returns how many different ones there are.
    private int addWords(ClauseVersion clause, int number, Map<String, IntList> places) {
        TreeSet<String> words = new TreeSet<>();
        for (ClauseForm form : clause.forms()) {
            reader.read(form.text()).tokens().map(Token::text).forEach(words::add);
        }
        words.forEach(word -> places.computeIfAbsent(word, _ -> new IntList()).add(number));
        return Math.max(words.size(), 1);
    }
}
