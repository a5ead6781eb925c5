package org.proviso.library;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;

/// The Merkle tree hash of RFC 6962, section 2.1, over SHA-256: leaves are prefixed by 0x00, inner nodes by 0x01,
/// and the left subtree of n leaves holds the largest power of two below n.
final class MerkleTree {

    /// Never used but to be cloned, which is faster than asking the platform for another one.
    private static final MessageDigest SHA256 = newSha256();

    private MerkleTree() {}

    /// The hash of a leaf: SHA-256 over a zero byte and the leaf in UTF-8.
    static byte[] leaf(String leaf) {
        MessageDigest digest = sha256();
        digest.update((byte) 0);
        return digest.digest(leaf.getBytes(StandardCharsets.UTF_8));
    }

    /// @param leaves their hashes
    static byte[] root(List<byte[]> leaves) {
        if (leaves.isEmpty()) {
            return sha256().digest();
        }
        if (leaves.size() == 1) {
            return leaves.getFirst();
        }
        int left = Integer.highestOneBit(leaves.size() - 1);
        MessageDigest digest = sha256();
        digest.update((byte) 1);
        digest.update(root(leaves.subList(0, left)));
        digest.update(root(leaves.subList(left, leaves.size())));
        return digest.digest();
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
