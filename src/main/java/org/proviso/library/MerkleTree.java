package org.proviso.library;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The Merkle tree of RFC 6962, section 2.1, over SHA-256: leaves are prefixed by 0x00, inner nodes by 0x01.
/// Immutable.
///
/// Every level is kept, so a proof costs a look-up for each level. Nodes are paired from the left and an odd
/// one out moves up, which is the same tree as RFC 6962's, whose left subtree holds the largest power of two
/// below n leaves.
public final class MerkleTree {

    private static final int HASH = 32;

    /// Never used but to be cloned, which is faster than asking the platform for another one.
    private static final MessageDigest SHA256 = newSha256();

    /// By level, the leaves first, its hashes one behind another.
    private final byte[][] levels;

    private MerkleTree(byte[][] levels) {
        this.levels = levels;
    }

    /// @param leaves the hashes of the leaves, of 32 bytes each
    public static MerkleTree of(List<byte[]> leaves) {
        byte[] level = new byte[leaves.size() * HASH];
        for (int i = 0; i < leaves.size(); i++) {
            System.arraycopy(leaves.get(i), 0, level, i * HASH, HASH);
        }
        List<byte[]> levels = new ArrayList<>(List.of(level));
        while (level.length > HASH) {
            level = parents(level);
            levels.add(level);
        }
        return new MerkleTree(levels.toArray(byte[][]::new));
    }

    private static byte[] parents(byte[] level) {
        int count = level.length / HASH;
        byte[] parents = new byte[(count + 1) / 2 * HASH];
        MessageDigest digest = sha256();
        for (int i = 0; i + 1 < count; i += 2) {
            digest.update((byte) 1);
            digest.update(level, i * HASH, 2 * HASH);
            System.arraycopy(digest.digest(), 0, parents, i / 2 * HASH, HASH);
        }
        if (count % 2 == 1) {
            System.arraycopy(level, (count - 1) * HASH, parents, count / 2 * HASH, HASH);
        }
        return parents;
    }

    /// How many leaves there are.
    public int size() {
        return levels[0].length / HASH;
    }

    /// The hash of the whole; of no leaves, that of nothing.
    public byte[] root() {
        return size() == 0 ? sha256().digest() : levels[levels.length - 1].clone();
    }

    /// The hash of a leaf.
    public byte[] hash(int index) {
        return hash(0, index);
    }

    /// The audit path of RFC 6962, section 2.1.1: what has to be hashed with a leaf, from the bottom up, to
    /// come to the root.
    public List<byte[]> proof(int index) {
        List<byte[]> path = new ArrayList<>();
        int at = index;
        for (int level = 0; level < levels.length - 1; level++) {
            int sibling = at ^ 1;
            if (sibling < levels[level].length / HASH) {
                path.add(hash(level, sibling));
            }
            at >>= 1;
        }
        return path;
    }

    private byte[] hash(int level, int index) {
        return Arrays.copyOfRange(levels[level], index * HASH, (index + 1) * HASH);
    }

    /// Whether a path proves that a tree of `size` leaves with a root has the leaf at `index`, by the algorithm
    /// of RFC 9162, section 2.1.3.2, which takes no path that is too long or too short.
    ///
    /// @param leaf the hash of the leaf
    public static boolean proves(byte[] leaf, long index, long size, List<byte[]> path, byte[] root) {
        if (index < 0 || index >= size) {
            return false;
        }
        long at = index;
        long last = size - 1;
        byte[] hash = leaf;
        for (byte[] node : path) {
            if (last == 0) {
                return false;
            }
            if ((at & 1) == 1 || at == last) {
                hash = parent(node, hash);
                while ((at & 1) == 0 && at != 0) {
                    at >>= 1;
                    last >>= 1;
                }
            } else {
                hash = parent(hash, node);
            }
            at >>= 1;
            last >>= 1;
        }
        return last == 0 && Arrays.equals(hash, root);
    }

    private static byte[] parent(byte[] left, byte[] right) {
        MessageDigest digest = sha256();
        digest.update((byte) 1);
        digest.update(left);
        return digest.digest(right);
    }

    /// The hash of a leaf: SHA-256 over a zero byte and the leaf in UTF-8.
    public static byte[] leafHash(String leaf) {
        MessageDigest digest = sha256();
        digest.update((byte) 0);
        return digest.digest(leaf.getBytes(StandardCharsets.UTF_8));
    }

    static MessageDigest sha256() {
        try {
            return (MessageDigest) SHA256.clone();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("the SHA-256 of every Java platform can be cloned", e);
        }
    }

    private static MessageDigest newSha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
