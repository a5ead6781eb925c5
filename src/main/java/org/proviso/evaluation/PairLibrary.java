package org.proviso.evaluation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.proviso.clause.ClauseId;
import org.proviso.clause.ClauseText;
import org.proviso.clause.ClauseVersion;
import org.proviso.clause.ClauseVersionId;
import org.proviso.clause.ContractLocale;
import org.proviso.clause.Jurisdiction;
import org.proviso.document.DocumentReader;
import org.proviso.library.LibrarySettings;
import org.proviso.library.LibrarySnapshot;

/// The originals of pairs as a library of literal clauses: one clause for each text, `pair-17` if the 17th pair
/// is the first that has it.
final class PairLibrary {

    private final Map<String, ClauseVersion> byForm = new HashMap<>();
    private final NaiveLibrary naive = new NaiveLibrary();
    private final NaiveDistances distances = new NaiveDistances();

    PairLibrary(List<EditPair> pairs, DocumentReader reader) {
        for (int i = 0; i < pairs.size(); i++) {
            String original = pairs.get(i).original();
            if (Unusable.why(reader.read(original)).isEmpty()) {
                String id = "pair-" + (i + 1);
                byForm.computeIfAbsent(NaiveLibrary.form(original), _ -> clause(id, original));
                naive.add(original);
            }
        }
        byForm.values()
                .forEach(clause ->
                        distances.add(clause.versionId(), clause.text().source()));
    }

    LibrarySnapshot snapshot() {
        return new LibrarySnapshot(
                new LibrarySettings("pairs", "Originals of pairs", "en", ContractLocale.EN_US, Jurisdiction.ANY),
                new ArrayList<>(byForm.values()),
                List.of());
    }

    /// The one clause that `text` is, naively compared; null if there is none.
    @Nullable
    ClauseVersionId clauseOf(String text) {
        ClauseVersion clause = byForm.get(NaiveLibrary.form(text));
        return clause == null ? null : clause.versionId();
    }

    /// Whether `text` is made of originals, said without the reader and the verifier that are measured.
    boolean holds(String text) {
        return naive.holds(text);
    }

    /// Whether an original is closer to `text` than the first of some clauses is, by token edit distance.
    boolean hasCloser(String text, Collection<ClauseVersionId> named) {
        return distances.hasCloser(text, named);
    }

    /// A clause whose text is a single literal, so that double braces in it are braces. The title is empty: a
    /// heading that equals it does not exist.
    private static ClauseVersion clause(String id, String text) {
        return ClauseVersion.literal(new ClauseId(id), "", ClauseText.literal(text));
    }
}
