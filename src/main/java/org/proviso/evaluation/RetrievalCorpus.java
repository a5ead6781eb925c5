package org.proviso.evaluation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.proviso.clause.ClauseId;
import org.proviso.clause.ClauseText;
import org.proviso.clause.ClauseVersion;
import org.proviso.clause.ClauseVersionId;
import org.proviso.clause.ContractLocale;
import org.proviso.clause.Jurisdiction;
import org.proviso.library.LibrarySettings;
import org.proviso.library.LibrarySnapshot;

/// The clauses that are ranked, each with the name that the judgements have for it.
public final class RetrievalCorpus {

    /// A text of a data set.
    ///
    /// @param name its id in the data set
    /// @param title may be empty
    record Text(String name, String title, String text) {}

    private final LibrarySnapshot library;
    private final Map<String, ClauseVersionId> byName = new HashMap<>();
    private final Map<ClauseVersionId, String> names = new HashMap<>();

    private RetrievalCorpus(LibrarySnapshot library) {
        this.library = library;
    }

    /// Texts as a library of literal clauses, so that double braces in them are braces: the 17th is `text17`.
    static RetrievalCorpus of(List<Text> texts) {
        List<ClauseVersion> clauses = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            Text text = texts.get(i);
            // An id is searched too. This one is a single word, so that no number in a query finds it.
            clauses.add(ClauseVersion.literal(
                    new ClauseId("text" + (i + 1)), text.title(), ClauseText.literal(text.text())));
        }
        RetrievalCorpus corpus = new RetrievalCorpus(new LibrarySnapshot(
                new LibrarySettings("corpus", "Corpus", "en", ContractLocale.EN_US, Jurisdiction.ANY),
                clauses,
                List.of()));
        for (int i = 0; i < texts.size(); i++) {
            corpus.add(texts.get(i).name(), clauses.get(i));
        }
        return corpus;
    }

    /// A library, of which the clauses in force on a day are judged by their ids.
    static RetrievalCorpus of(LibrarySnapshot library, LocalDate day) {
        RetrievalCorpus corpus = new RetrievalCorpus(library);
        library.inForce(day).forEach(clause -> corpus.add(clause.id().value(), clause));
        return corpus;
    }

    private void add(String name, ClauseVersion clause) {
        byName.put(name, clause.versionId());
        names.put(clause.versionId(), name);
    }

    public LibrarySnapshot library() {
        return library;
    }

    /// How many clauses can be judged.
    int size() {
        return byName.size();
    }

    /// The names of all clauses that can be judged, in name order.
    SortedSet<String> names() {
        return new TreeSet<>(byName.keySet());
    }

    Optional<ClauseVersionId> clause(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /// The name of a clause that can be judged.
    String name(ClauseVersionId clause) {
        return Objects.requireNonNull(names.get(clause), () -> clause + " is not in the corpus.");
    }
}
