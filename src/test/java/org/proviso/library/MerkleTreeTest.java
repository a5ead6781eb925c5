package org.proviso.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MerkleTreeTest {

    /// The inputs and roots of the Certificate Transparency reference implementation.
    private static final List<String> INPUTS =
            List.of("", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f");

    private static final List<String> ROOTS = List.of(
            "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
            "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
            "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
            "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
            "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
            "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
            "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");

    @Test
    void theEmptyTreeHasTheHashOfNothing() {
        assertEquals(
                "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
                hex(MerkleTree.of(List.of()).root()));
    }

    @Test
    void theKnownTreesHaveTheirKnownRoots() {
        for (int size = 1; size <= INPUTS.size(); size++) {
            assertEquals(ROOTS.get(size - 1), hex(tree(INPUTS.subList(0, size)).root()), "of " + size + " leaves");
        }
    }

    /// The example of RFC 6962, section 2.1.3, with the seven leaves d0 to d6.
    @ParameterizedTest
    @CsvSource({"0,b h l", "3,c g l", "4,f j k", "6,i k"})
    void theAuditPathsAreThoseOfRfc6962(int leaf, String path) {
        MerkleTree tree = tree(INPUTS.subList(0, 7));
        byte[] a = tree.hash(0);
        byte[] b = tree.hash(1);
        byte[] c = tree.hash(2);
        byte[] d = tree.hash(3);
        byte[] e = tree.hash(4);
        byte[] f = tree.hash(5);
        byte[] j = tree.hash(6);
        byte[] g = node(a, b);
        byte[] h = node(c, d);
        byte[] i = node(e, f);
        byte[] k = node(g, h);
        byte[] l = node(i, j);
        List<byte[]> expected = switch (leaf) {
            case 0 -> List.of(b, h, l);
            case 3 -> List.of(c, g, l);
            case 4 -> List.of(f, j, k);
            default -> List.of(i, k);
        };

        assertEquals(path.split(" ").length, expected.size());
        assertEquals(hex(expected), hex(tree.proof(leaf)));
    }

    @Test
    void theTreeIsTheOneOfTheRecursiveDefinition() {
        for (int size = 0; size <= 70; size++) {
            List<byte[]> leaves = leaves(size);

            assertEquals(hex(recursive(leaves)), hex(MerkleTree.of(leaves).root()), "of " + size + " leaves");
        }
    }

    @Test
    void everyLeafProvesUnderItsOwnIndexAndNoOther() {
        for (int size = 1; size <= 70; size++) {
            List<byte[]> leaves = leaves(size);
            MerkleTree tree = MerkleTree.of(leaves);
            for (int index = 0; index < size; index++) {
                List<byte[]> path = tree.proof(index);

                assertTrue(MerkleTree.proves(leaves.get(index), index, size, path, tree.root()));
                for (int other = -1; other <= size; other++) {
                    assertEquals(
                            other == index,
                            MerkleTree.proves(leaves.get(index), other, size, path, tree.root()),
                            "leaf " + index + " of " + size + " as " + other);
                }
            }
        }
    }

    /// A root does not name the size of its tree. Under another size a proof holds only if the way from the
    /// leaf to the root is the same, and then it proves the same.
    @Test
    void aSizeWithAnotherWayToTheRootProvesNothing() {
        List<byte[]> leaves = leaves(70);
        MerkleTree tree = MerkleTree.of(leaves);
        for (int index = 0; index < 70; index++) {
            for (int size = 0; size <= 300; size++) {
                boolean sameWay = index < size && way(index, size).equals(way(index, 70));

                assertEquals(
                        sameWay,
                        MerkleTree.proves(leaves.get(index), index, size, tree.proof(index), tree.root()),
                        "leaf " + index + " of " + size);
            }
        }
    }

    /// On which side the nodes of a path stand.
    private static String way(int index, int size) {
        if (size == 1) {
            return "";
        }
        int left = Integer.highestOneBit(size - 1);
        return index < left ? way(index, left) + "R" : way(index - left, size - left) + "L";
    }

    @Test
    void aChangedPathProvesNothing() {
        for (int size = 1; size <= 70; size++) {
            List<byte[]> leaves = leaves(size);
            MerkleTree tree = MerkleTree.of(leaves);
            for (int index = 0; index < size; index++) {
                List<byte[]> path = tree.proof(index);
                byte[] leaf = leaves.get(index);
                for (int at = 0; at < path.size(); at++) {
                    List<byte[]> changed = new ArrayList<>(path);
                    changed.set(at, changed.get(at).clone());
                    changed.get(at)[31] ^= 1;
                    List<byte[]> shorter = new ArrayList<>(path);
                    shorter.remove(at);
                    List<byte[]> longer = new ArrayList<>(path);
                    longer.add(at, path.get(at));

                    assertFalse(MerkleTree.proves(leaf, index, size, changed, tree.root()));
                    assertFalse(MerkleTree.proves(leaf, index, size, shorter, tree.root()));
                    assertFalse(MerkleTree.proves(leaf, index, size, longer, tree.root()));
                }
                List<byte[]> longer = new ArrayList<>(path);
                longer.add(leaf);
                assertFalse(MerkleTree.proves(leaf, index, size, longer, tree.root()));
            }
        }
    }

    @Test
    void aProofHasNoMoreHashesThanTheTreeHasLevels() {
        MerkleTree tree = MerkleTree.of(leaves(1_000));

        assertTrue(IntStream.range(0, 1_000).allMatch(index -> tree.proof(index).size() <= 10));
    }

    private static MerkleTree tree(List<String> inputs) {
        return MerkleTree.of(inputs.stream()
                .map(input ->
                        MerkleTree.leafHash(new String(HexFormat.of().parseHex(input), StandardCharsets.US_ASCII)))
                .toList());
    }

    private static List<byte[]> leaves(int size) {
        return IntStream.range(0, size)
                .mapToObj(number -> MerkleTree.leafHash("leaf " + number))
                .toList();
    }

    /// The definition of RFC 6962, section 2.1, word for word.
    private static byte[] recursive(List<byte[]> leaves) {
        if (leaves.isEmpty()) {
            return MerkleTree.sha256().digest();
        }
        if (leaves.size() == 1) {
            return leaves.getFirst();
        }
        int left = Integer.highestOneBit(leaves.size() - 1);
        return node(recursive(leaves.subList(0, left)), recursive(leaves.subList(left, leaves.size())));
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

    private static List<String> hex(List<byte[]> hashes) {
        return hashes.stream().map(MerkleTreeTest::hex).toList();
    }
}
