package org.proviso.library;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MerkleTreeTest {

    @Test
    void theEmptyTreeHasTheHashOfNothing() {
        assertEquals(
                "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", hex(MerkleTree.root(List.of())));
    }

    @Test
    void oneEmptyLeafHasTheHashThatRfc6962GivesIt() {
        assertEquals(
                "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
                hex(MerkleTree.root(List.of(MerkleTree.leaf("")))));
    }

    @Test
    void fiveLeavesSplitAtFour() {
        byte[] four = node(node(leaf("a"), leaf("b")), node(leaf("c"), leaf("d")));

        assertEquals(
                hex(node(four, leaf("e"))),
                hex(MerkleTree.root(
                        Stream.of("a", "b", "c", "d", "e").map(MerkleTree::leaf).toList())));
    }

    private static byte[] leaf(String text) {
        MessageDigest digest = MerkleTree.sha256();
        digest.update((byte) 0);
        return digest.digest(text.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] node(byte[] left, byte[] right) {
        MessageDigest digest = MerkleTree.sha256();
        digest.update((byte) 1);
        digest.update(left);
        return digest.digest(right);
    }

    private static String hex(byte[] hash) {
        return HexFormat.of().formatHex(hash);
    }
}
