package org.proviso.library;

import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.proviso.clause.ClauseVersion;
import org.proviso.clause.ClauseVersionId;
import org.proviso.clause.Status;

/// The Merkle trees whose roots make a library's [Root], and the proofs that a leaf is in one: of the wordings,
/// of their lifecycles in the same order, of the frames (the settings, then the headings of the recipes), and
/// of everything else.
///
/// The leaves of the first three are what certificates carry to strangers, so they hold no position, guidance,
/// question or default. Leaves of the fourth are never shown.
public final class LibraryTrees {

    private static final HexFormat HEX = HexFormat.of();

    private final Wordings wordings;
    private final @Nullable LocalDate[] supersessions;
    private final MerkleTree lifecycles;
    private final LibrarySettings settings;
    private final List<SectionHeading> headings;
    private final MerkleTree frames;
    private final byte[] uses;
    private final Root root;

    /// A tree by its root, in lower-case hexadecimal, and the number of its leaves.
    public record Head(String root, long size) {}

    /// A leaf, the place where it stands in its tree, and its audit path in lower-case hexadecimal.
    public record Proof(Map<String, Object> leaf, long index, List<String> path) {

        /// @throws IllegalArgumentException if the leaf has no form in RFC 8785
        public boolean isIn(Head tree) {
            return MerkleTree.proves(
                    MerkleTree.leafHash(CanonicalJson.write(leaf)),
                    index,
                    tree.size(),
                    path.stream().map(HEX::parseHex).toList(),
                    HEX.parseHex(tree.root()));
        }
    }

    LibraryTrees(LibrarySettings settings, Wordings wordings, Collection<ContractType> contractTypes) {
        this.wordings = wordings;
        this.settings = settings;
        this.supersessions = supersessions(wordings.clauses());
        this.headings = RecipeLeaves.headings(contractTypes);
        List<ClauseVersion> clauses = wordings.clauses();
        List<Integer> places = new ArrayList<>(clauses.size());
        for (int i = 0; i < clauses.size(); i++) {
            places.add(i);
        }
        lifecycles = MerkleTree.of(places.parallelStream()
                .map(place -> hash(ClauseLeaves.lifecycle(clauses.get(place), supersessions[place])))
                .toList());
        frames = MerkleTree.of(Stream.concat(
                        Stream.of(RecipeLeaves.frame(settings)),
                        headings.stream().map(RecipeLeaves::heading))
                .map(LibraryTrees::hash)
                .toList());
        List<byte[]> rest = new ArrayList<>(clauses.parallelStream()
                .map(clause -> hash(ClauseLeaves.use(clause)))
                .toList());
        rest.add(hash(RecipeLeaves.use(settings)));
        contractTypes.forEach(recipe -> rest.add(hash(RecipeLeaves.recipe(recipe))));
        uses = MerkleTree.of(rest).root();
        root = root(wordings(), lifecycles(), frames(), uses());
    }

    private static byte[] hash(Map<String, Object> leaf) {
        return MerkleTree.leafHash(CanonicalJson.write(leaf));
    }

    /// By clause version, the day from which a higher version that is no draft has begun: what
    /// [LibrarySnapshot#successor] finds, whatever became of the higher version since.
    ///
    /// @param clauses in id order
    private static @Nullable LocalDate[] supersessions(List<ClauseVersion> clauses) {
        @Nullable LocalDate[] supersessions = new LocalDate[clauses.size()];
        for (int i = clauses.size() - 2; i >= 0; i--) {
            ClauseVersion next = clauses.get(i + 1);
            if (next.id().equals(clauses.get(i).id())) {
                supersessions[i] = earlier(supersessions[i + 1], next);
            }
        }
        return supersessions;
    }

    private static @Nullable LocalDate earlier(@Nullable LocalDate known, ClauseVersion clause) {
        if (clause.status() == Status.DRAFT) {
            return known;
        }
        LocalDate from = clause.validity().from() == null
                ? LocalDate.MIN
                : clause.validity().from();
        return known == null || from.isBefore(known) ? from : known;
    }

    /// SHA-256 over the four roots, one behind another.
    ///
    /// @param uses the fourth root, in hexadecimal
    public static Root root(Head wordings, Head lifecycles, Head frames, String uses) {
        MessageDigest digest = MerkleTree.sha256();
        Stream.of(wordings.root(), lifecycles.root(), frames.root(), uses)
                .map(HEX::parseHex)
                .forEach(digest::update);
        return Root.of(digest.digest());
    }

    public Root root() {
        return root;
    }

    public Head wordings() {
        return head(wordings.tree());
    }

    public Head lifecycles() {
        return head(lifecycles);
    }

    public Head frames() {
        return head(frames);
    }

    /// The root of the tree that is never shown.
    public String uses() {
        return HEX.formatHex(uses);
    }

    /// @throws IllegalArgumentException if the library has no such version
    public Proof wording(ClauseVersionId id) {
        int index = wordings.index(id);
        return proof(ClauseLeaves.wording(wordings.clauses().get(index)), index, wordings.tree());
    }

    /// @throws IllegalArgumentException if the library has no such version
    public Proof lifecycle(ClauseVersionId id) {
        int index = wordings.index(id);
        return proof(ClauseLeaves.lifecycle(wordings.clauses().get(index), supersessions[index]), index, lifecycles);
    }

    public Proof settings() {
        return proof(RecipeLeaves.frame(settings), 0, frames);
    }

    /// Every heading that a recipe puts over a family, sorted.
    public List<SectionHeading> headings() {
        return headings;
    }

    /// @throws IllegalArgumentException if no recipe has such a heading
    public Proof heading(SectionHeading heading) {
        int index = Collections.binarySearch(headings, heading);
        if (index < 0) {
            throw new IllegalArgumentException("No recipe has " + heading + ".");
        }
        return proof(RecipeLeaves.heading(heading), index + 1, frames);
    }

    private static Proof proof(Map<String, Object> leaf, int index, MerkleTree tree) {
        return new Proof(
                leaf, index, tree.proof(index).stream().map(HEX::formatHex).toList());
    }

    private static Head head(MerkleTree tree) {
        return new Head(HEX.formatHex(tree.root()), tree.size());
    }
}
