package org.proviso.library;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;

/// The Merkle tree hash of RFC 6962, section 2.1, over SHA-256: leaves are prefixed by 0x00, inner nodes by 0x01, and
/// the left subtree of n leaves holds the largest power of two below n.
final class MerkleTree {

    private MerkleTree() {}

    static byte[] root(List<String> leaves) {
        if (leaves.isEmpty()) {
            return sha256().digest();
        }
        if (leaves.size() == 1) {
            MessageDigest digest = sha256();
            digest.update((byte) 0);
            return digest.digest(leaves.getFirst().getBytes(StandardCharsets.UTF_8));
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
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
