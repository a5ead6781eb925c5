package org.proviso.retrieval;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.proviso.clause.ClauseId;
import org.proviso.clause.ClauseText;
import org.proviso.clause.ClauseVersion;
import org.proviso.clause.ClauseVersionId;
import org.proviso.clause.FamilyId;
import org.proviso.clause.Jurisdiction;
import org.proviso.clause.Status;
import org.proviso.clause.Validity;
import org.proviso.library.LibraryLoader;
import org.proviso.library.LibrarySnapshot;
import org.proviso.library.LoadResult;
import org.proviso.verification.BaseTexts;
import org.proviso.verification.VariedTexts;

/// A library of many clauses in families of a few, for many jurisdictions, the same on every run, and a vector for
/// each.
///
/// Texts are varied ones. Title, category, position, guidance and questions are those of a clause that ships, so that
/// every field is filled, and as often as in a real library. A third of the clauses is for any jurisdiction, the others
/// are for one of 25.
///
/// Vectors are made, not embedded, which would take half an hour: those of a family lie around a centre in a random
/// direction. To a search that compares every vector it makes no difference.
record LargeLibrary(LibrarySnapshot snapshot) {

    /// The day whose clauses count.
    static final LocalDate TODAY = LocalDate.of(2026, 1, 1);

    static final Path HOME = Path.of(System.getProperty("proviso.home", ""));

    private static final int FAMILY_SIZE = 6;
    private static final List<Jurisdiction> JURISDICTIONS = Stream.of(
                    ("AT BE CH CZ DE DK ES FI FR IE IT LU NL NO PL PT SE US-CA US-DE US-FL US-IL US-NY US-TX US-WA GB-EAW")
                            .split(" "))
            .map(Jurisdiction::new)
            .toList();

    /// How far the vectors of a family spread, against the length of its centre.
    private static final double SPREAD = 0.8;

    static LargeLibrary of(int clauses) throws IOException {
        LibrarySnapshot shipping = shipped();
        List<ClauseVersion> shipped = shipping.clauses().stream()
                .filter(clause -> clause.status() == Status.APPROVED)
                .toList();
        List<String> texts = VariedTexts.of(BaseTexts.read(), clauses);
        List<ClauseVersion> made = new ArrayList<>();
        for (int i = 0; i < clauses; i++) {
            made.add(clause(i, shipped.get(i % shipped.size()), texts.get(i)));
        }
        return new LargeLibrary(new LibrarySnapshot(shipping.settings(), made, List.of()));
    }

    private static LibrarySnapshot shipped() throws IOException {
        return switch (LibraryLoader.load(HOME.resolve("clause-library"))) {
            case LoadResult.Loaded loaded -> loaded.snapshot();
            case LoadResult.Refused refused ->
                throw new IllegalStateException("The library that ships cannot be used: "
                        + refused.problems().getFirst());
        };
    }

    private static ClauseVersion clause(int number, ClauseVersion like, String text) {
        return new ClauseVersion(
                new ClauseVersionId(new ClauseId("large.c" + number), 1),
                like.title(),
                family(number),
                like.category(),
                like.position(),
                Status.APPROVED,
                List.of(number % 3 == 0 ? Jurisdiction.ANY : JURISDICTIONS.get(number % JURISDICTIONS.size())),
                List.of(),
                Validity.ALWAYS,
                null,
                like.mayAgree(),
                false,
                null,
                Collections.emptySortedMap(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                like.guidance(),
                like.questions(),
                ClauseText.parse(text));
    }

    private static FamilyId family(int number) {
        return new FamilyId("large.f" + number / FAMILY_SIZE);
    }

    /// A vector for each of some clauses.
    static Map<ClauseVersionId, float[]> vectors(
            List<ClauseVersionId> clauses, LibrarySnapshot snapshot, int dimensions) {
        Map<ClauseVersionId, float[]> vectors = new HashMap<>();
        for (ClauseVersionId id : clauses) {
            FamilyId family = snapshot.clause(id).orElseThrow().family();
            Random centre = new Random(family.value().hashCode());
            Random spread = new Random(id.toString().hashCode());
            double[] values = new double[dimensions];
            double square = 0;
            for (int i = 0; i < dimensions; i++) {
                values[i] = centre.nextGaussian() + SPREAD * spread.nextGaussian();
                square += values[i] * values[i];
            }
            float[] vector = new float[dimensions];
            for (int i = 0; i < dimensions; i++) {
                vector[i] = (float) (values[i] / Math.sqrt(square));
            }
            vectors.put(id, vector);
        }
        return vectors;
    }
}
