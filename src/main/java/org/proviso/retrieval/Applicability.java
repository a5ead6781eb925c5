package org.proviso.retrieval;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.proviso.clause.ClauseVersion;
import org.proviso.clause.ContractTypeId;
import org.proviso.clause.Position;
import org.proviso.clause.Status;
import org.proviso.clause.Validity;
import org.proviso.library.ContractType;
import org.proviso.library.LibrarySnapshot;

/// Where and when the rest of the library lets a clause version be used: what an index cannot see from the clause
/// alone.
public final class Applicability {

    private Applicability() {}

    /// The contract types that may use a clause: those it names, or, if it names none, those whose recipes name its
    /// family; in id order.
    public static SortedSet<ContractTypeId> contractTypes(ClauseVersion clause, LibrarySnapshot snapshot) {
        if (!clause.contracts().isEmpty()) {
            return new TreeSet<>(clause.contracts());
        }
        SortedSet<ContractTypeId> naming = new TreeSet<>();
        for (ContractType contractType : snapshot.contractTypes()) {
            if (contractType.families().anyMatch(clause.family()::equals)) {
                naming.add(contractType.id());
            }
        }
        return naming;
    }

    /// What people ask that a clause answers: its own questions, then those of the preferred clauses of its family, of
    /// each the highest version, drafts aside; each once.
    public static List<String> questions(ClauseVersion clause, LibrarySnapshot snapshot) {
        SequencedSet<String> questions = new LinkedHashSet<>(clause.questions());
        for (ClauseVersion sibling : snapshot.family(clause.family())) {
            if (sibling.position().equals(Position.PREFERRED) && isLatest(sibling, snapshot)) {
                questions.addAll(sibling.questions());
            }
        }
        return List.copyOf(questions);
    }

    private static boolean isLatest(ClauseVersion clause, LibrarySnapshot snapshot) {
        return snapshot.versions(clause.id()).stream()
                .filter(version -> version.status() != Status.DRAFT)
                .max(Comparator.comparing(ClauseVersion::versionId))
                .map(ClauseVersion::versionId)
                .filter(clause.versionId()::equals)
                .isPresent();
    }

    /// The periods on whose every day `clause` is the highest version in force of its id, earliest first, apart from
    /// each other; none if it never is.
    public static List<Validity> inForce(ClauseVersion clause, LibrarySnapshot snapshot) {
        SortedSet<LocalDate> changes = new TreeSet<>();
        changes.add(LocalDate.MIN);
        for (ClauseVersion version : snapshot.versions(clause.id())) {
            addIfPresent(version.validity().from(), changes);
            addIfPresent(version.validity().until(), changes);
        }
        List<Validity> periods = new ArrayList<>();
        LocalDate since = null;
        for (LocalDate change : changes) {
            boolean inForce = inForce(clause, snapshot, change);
            if (inForce && since == null) {
                since = change;
            } else if (!inForce && since != null) {
                periods.add(new Validity(since, change));
                since = null;
            }
        }
        if (since != null) {
            periods.add(new Validity(since, null));
        }
        return List.copyOf(periods);
    }

    /// Whether `clause` is the highest version in force of its id on one day.
    static boolean inForce(ClauseVersion clause, LibrarySnapshot snapshot, LocalDate day) {
        return snapshot.inForce(clause.id(), day)
                .map(ClauseVersion::versionId)
                .filter(clause.versionId()::equals)
                .isPresent();
    }

    private static void addIfPresent(@Nullable LocalDate day, SortedSet<LocalDate> days) {
        if (day != null) {
            days.add(day);
        }
    }
}
