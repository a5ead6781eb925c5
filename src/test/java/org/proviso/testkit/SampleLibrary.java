package org.proviso.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.proviso.clause.ContractTypeId;
import org.proviso.clause.FamilyId;
import org.proviso.library.ContractType;
import org.proviso.library.LibraryLoader;
import org.proviso.library.LibrarySnapshot;
import org.proviso.library.LoadResult;

/// The library that ships with Proviso, and values that complete its mutual NDA.
public final class SampleLibrary {

    public static final Path FOLDER = Path.of("clause-library");
    public static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    public static final Map<String, String> NDA_VALUES = Map.ofEntries(
            Map.entry("first-party", "Acme, Inc."),
            Map.entry("first-party-jurisdiction", "US-DE"),
            Map.entry("first-party-address", "10 Main Street, Wilmington, Delaware 19801"),
            Map.entry("first-party-email", "legal@acme.example"),
            Map.entry("first-signatory", "Jane Doe"),
            Map.entry("first-signatory-title", "Chief Executive Officer"),
            Map.entry("second-party", "Globex GmbH"),
            Map.entry("second-party-jurisdiction", "DE"),
            Map.entry("second-party-address", "Leopoldstraße 12a, 80802 Munich, Germany"),
            Map.entry("second-party-email", "contracts_eu@globex.example"),
            Map.entry("second-signatory", "Max Müller"),
            Map.entry("second-signatory-title", "Managing Director"),
            Map.entry("effective-date", "2026-12-01"),
            Map.entry("purpose", "evaluating the integration of Globex's scheduling API"));

    private static final LibrarySnapshot LIBRARY = load();

    private SampleLibrary() {}

    public static LibrarySnapshot library() {
        return LIBRARY;
    }

    public static ContractType mutualNda() {
        return LIBRARY.contractType(new ContractTypeId("mutual-nda")).orElseThrow();
    }

    /// The part of the library that a mutual NDA is made of: small enough to verify ten thousand texts with.
    public static LibrarySnapshot mutualNdaOnly() {
        ContractType recipe = mutualNda();
        Set<FamilyId> families = recipe.families().collect(Collectors.toSet());
        return new LibrarySnapshot(
                LIBRARY.settings(),
                LIBRARY.clauses().stream()
                        .filter(clause -> families.contains(clause.family()) && clause.servesContract(recipe.id()))
                        .toList(),
                List.of(recipe));
    }

    /// The complete values, with one changed.
    public static Map<String, String> ndaValuesWith(String slot, String value) {
        Map<String, String> values = new TreeMap<>(NDA_VALUES);
        values.put(slot, value);
        return values;
    }

    private static LibrarySnapshot load() {
        try {
            return switch (LibraryLoader.load(FOLDER)) {
                case LoadResult.Loaded loaded -> loaded.snapshot();
                case LoadResult.Refused refused -> throw new AssertionError(refused.problems());
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
