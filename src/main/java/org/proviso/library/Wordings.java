package org.proviso.library;

import java.util.Collection;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.proviso.clause.ClauseId;
import org.proviso.clause.ClauseVersion;
import org.proviso.clause.ClauseVersionId;

/// The clause versions of a library in id order, and the tree of their wordings in the same order.
record Wordings(List<ClauseVersion> clauses, MerkleTree tree) {

    static Wordings of(Collection<ClauseVersion> clauses) {
        List<ClauseVersion> sorted = clauses.stream()
                .sorted(Comparator.comparing(ClauseVersion::versionId))
                .toList();
        return new Wordings(
                sorted,
                MerkleTree.of(sorted.parallelStream()
                        .map(clause -> MerkleTree.leafHash(CanonicalJson.write(ClauseLeaves.wording(clause))))
                        .toList()));
    }

    /// Where a version stands.
    ///
    /// @throws IllegalArgumentException if it is not there
    int index(ClauseVersionId id) {
        int index = firstFrom(id);
        if (index == clauses.size() || !clauses.get(index).versionId().equals(id)) {
            throw new IllegalArgumentException("The library has no " + id + ".");
        }
        return index;
    }

    Optional<ClauseVersion> clause(ClauseVersionId id) {
        int index = firstFrom(id);
        return index < clauses.size() && clauses.get(index).versionId().equals(id)
                ? Optional.of(clauses.get(index))
                : Optional.empty();
    }

    /// Every version of a clause, the lowest first.
    List<ClauseVersion> versions(ClauseId id) {
        int from = firstFrom(new ClauseVersionId(id, 1));
        int to = from;
        while (to < clauses.size() && clauses.get(to).id().equals(id)) {
            to++;
        }
        return clauses.subList(from, to);
    }

    /// The index of the first version that is not before `id`.
    private int firstFrom(ClauseVersionId id) {
        int low = 0;
        int high = clauses.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (clauses.get(middle).versionId().compareTo(id) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /// The hashes in lower-case hexadecimal, by version.
    SortedMap<ClauseVersionId, String> hex() {
        SortedMap<ClauseVersionId, String> hex = new TreeMap<>();
        for (int i = 0; i < clauses.size(); i++) {
            hex.put(clauses.get(i).versionId(), HexFormat.of().formatHex(tree.hash(i)));
        }
        return hex;
    }
}
