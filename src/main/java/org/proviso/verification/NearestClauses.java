package org.proviso.verification;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.proviso.clause.ClauseText.Conditional;
import org.proviso.clause.ClauseText.LabelReference;
import org.proviso.clause.ClauseText.Literal;
import org.proviso.clause.ClauseText.Part;
import org.proviso.clause.ClauseText.Repetition;
import org.proviso.clause.ClauseText.SlotReference;
import org.proviso.clause.ClauseVersion;
import org.proviso.clause.FamilyId;
import org.proviso.clause.Status;
import org.proviso.document.Block;
import org.proviso.document.DocumentReader;
import org.proviso.document.Token;
import org.proviso.library.LibrarySnapshot;

/// Which words stand in which clauses, to name those that an uncovered stretch may have come from. It explains and
/// decides nothing.
///
/// The index is made when the first stretch is explained, so that a library is ready without it; it takes time and
/// memory in proportion to the library. Words are cut roughly: only what is looked up hangs on them.
final class NearestClauses {

    private final LibrarySnapshot library;
    private final DocumentReader reader;
    private final Map<FamilyId, Set<String>> headings = new HashMap<>();
    private volatile @Nullable Index index;

    /// @param postings by word in small letters, the numbers of the clauses that hold it, ascending
    /// @param sizes by clause how many different words it has
    /// @param lengths by clause how many words it has
    /// @param slots by clause how many slots it has
    record Index(List<ClauseVersion> clauses, Map<String, int[]> postings, int[] sizes, int[] lengths, int[] slots) {}

    NearestClauses(LibrarySnapshot library, DocumentReader reader) {
        this.library = library;
        this.reader = reader;
        library.contractTypes().stream()
                .flatMap(recipe -> recipe.sections().stream())
                .filter(section -> section.heading() != null)
                .forEach(section -> section.items()
                        .forEach(item -> headings.computeIfAbsent(item.family(), _ -> new HashSet<>())
                                .add(String.valueOf(section.heading()))));
    }

    /// A search for one document.
    ///
    /// @param work what it may cost, in steps of comparing two tokens
    ClauseSearch search(Usability usability, long work) {
        return new ClauseSearch(index(), reader, usability, work);
    }

    /// Whether a block is the title of a clause, or a heading that a recipe puts over it.
    boolean isHeading(Block block, ClauseVersion clause) {
        String text = Token.text(block.tokens());
        return clause.title().equals(text)
                || headings.getOrDefault(clause.family(), Set.of()).contains(text);
    }

    private Index index() {
        Index made = index;
        if (made == null) {
            synchronized (headings) {
                made = index == null ? newIndex() : index;
                index = made;
            }
        }
        return made;
    }

    private Index newIndex() {
        List<ClauseVersion> clauses = library.clauses().stream()
                .filter(clause -> clause.status() != Status.DRAFT)
                .toList();
        Map<String, IntList> postings = new HashMap<>();
        int[] sizes = new int[clauses.size()];
        int[] lengths = new int[clauses.size()];
        int[] slots = new int[clauses.size()];
        List<String> words = new ArrayList<>();
        for (int i = 0; i < sizes.length; i++) {
            words.clear();
            slots[i] = addWords(clauses.get(i).text().parts(), words);
            lengths[i] = words.size();
            Set<String> different = new HashSet<>(words);
            sizes[i] = different.size();
            for (String word : different) {
                postings.computeIfAbsent(word, _ -> new IntList()).add(i);
            }
        }
        Map<String, int[]> finished = new HashMap<>();
        postings.forEach((word, found) -> finished.put(word, found.toArray()));
        return new Index(clauses, finished, sizes, lengths, slots);
    }

    /// Adds the words of all parts, and returns how many slots they hold.
    private static int addWords(List<Part> parts, List<String> words) {
        int slots = 0;
        for (Part part : parts) {
            switch (part) {
                case Literal literal -> addWords(literal.text(), words);
                case SlotReference _, LabelReference _ -> slots++;
                case Conditional conditional -> {
                    slots += addWords(conditional.then(), words);
                    slots += addWords(conditional.otherwise(), words);
                }
                case Repetition repetition -> slots += addWords(repetition.body(), words);
            }
        }
        return slots;
    }

    private static void addWords(String text, List<String> words) {
        int start = -1;
        for (int i = 0; i <= text.length(); i++) {
            boolean letter = i < text.length() && Character.isLetterOrDigit(text.charAt(i));
            if (letter && start < 0) {
                start = i;
            } else if (!letter && start >= 0) {
                words.add(text.substring(start, i).toLowerCase(Locale.ROOT));
                start = -1;
            }
        }
    }

    /// The words of tokens, as the index has them.
    static List<String> words(List<Token> tokens) {
        List<String> words = new ArrayList<>();
        tokens.forEach(token -> addWords(token.text(), words));
        return words;
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
}
