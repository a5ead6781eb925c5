package org.proviso.certificate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPairGenerator;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyFilesTest {

    /// The first test vector of RFC 8032, section 7.1, in the PKCS#8 of RFC 8410.
    private static final String RFC_8032 = """
            -----BEGIN PRIVATE KEY-----
            MC4CAQAwBQYDK2VwBCIEIJ1hsZ3v/VpguoRK9JLsLMREScVpezJpGXA7rAMcrn9g
            -----END PRIVATE KEY-----
            """;

    @TempDir
    private Path folder;

    @Test
    void aKeyOfOpensslHasTheKnownPublicKeyAndSignature() {
        SigningKey key = SigningKey.ofPem(RFC_8032);

        assertEquals(
                "MCowBQYDK2VwAyEA11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=",
                key.publicKey().base64());
        assertEquals(
                "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b",
                HexFormat.of().formatHex(key.sign(new byte[0])));
    }

    @Test
    void keysAreReadAsTheyAreWritten() throws IOException {
        SigningKey made = KeyFiles.create(file(), publicFile());

        assertEquals(made.publicKey(), KeyFiles.read(file()).publicKey());
        assertEquals(made.publicKey(), KeyFiles.readPublic(publicFile()));
        assertEquals(made.publicKey(), VerifyingKey.ofPem(made.publicKey().pem()));
        assertArrayEquals(made.sign(new byte[] {1}), KeyFiles.read(file()).sign(new byte[] {1}));
    }

    @Test
    void aNewKeyOverwritesNothing() throws IOException {
        Files.writeString(file(), "precious");

        assertThrows(FileAlreadyExistsException.class, () -> KeyFiles.create(file(), publicFile()));
        assertEquals("precious", Files.readString(file()));

        Files.delete(file());
        Files.writeString(publicFile(), "precious");
        assertThrows(FileAlreadyExistsException.class, () -> KeyFiles.create(file(), publicFile()));
        assertFalse(Files.exists(file()));
    }

    @Test
    void aPrivateKeyIsItsOwnersAlone() throws IOException {
        assumeTrue(folder.getFileSystem().supportedFileAttributeViews().contains("posix"));

        KeyFiles.create(file(), publicFile());

        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file())));
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(Set.of(file(), publicFile()), Set.copyOf(files.toList()));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"rw-r-----", "rw----r--", "rw--w----"})
    void aPrivateKeyThatOthersMayReadIsRefused(String permissions) throws IOException {
        assumeTrue(folder.getFileSystem().supportedFileAttributeViews().contains("posix"));
        KeyFiles.create(file(), publicFile());
        Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString(permissions));

        IllegalArgumentException refusal = assertThrows(IllegalArgumentException.class, () -> KeyFiles.read(file()));

        assertTrue(refusal.getMessage().endsWith("chmod 600 " + file()), refusal.getMessage());
    }

    @Test
    void manyThatStartAtOnceEndWithOneKey() throws Exception {
        CountDownLatch start = new CountDownLatch(1);
        Callable<String> starting = () -> {
            start.await();
            return KeyFiles.readOrCreate(file(), publicFile()).publicKey().keyid();
        };
        Set<String> keys = new HashSet<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(16)) {
            List<Future<String>> started = IntStream.range(0, 16)
                    .mapToObj(_ -> threads.submit(starting))
                    .toList();
            start.countDown();
            for (Future<String> key : started) {
                keys.add(key.get());
            }
        }

        assertEquals(1, keys.size());
        assertEquals(keys, Set.of(KeyFiles.readPublic(publicFile()).keyid()));
    }

    @Test
    void whatIsNoKeyIsRefusedByName() throws Exception {
        var rsa = KeyPairGenerator.getInstance("RSA").generateKeyPair();
        var otherCurve = KeyPairGenerator.getInstance("Ed448").generateKeyPair();
        for (String text : List.of(
                "",
                "junk",
                "-----BEGIN PRIVATE KEY-----\n*\n-----END PRIVATE KEY-----\n",
                "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n",
                Pem.write("ENCRYPTED PRIVATE KEY", new byte[] {1, 2, 3}),
                Pem.write("PRIVATE KEY", rsa.getPrivate().getEncoded()),
                Pem.write("PRIVATE KEY", otherCurve.getPrivate().getEncoded()),
                RFC_8032 + RFC_8032,
                Loan.SERVER.publicKey().pem(),
                " ".repeat(20_000))) {
            Files.writeString(file(), text);
            Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString("rw-------"));

            IllegalArgumentException refusal =
                    assertThrows(IllegalArgumentException.class, () -> KeyFiles.read(file()), text);
            assertTrue(refusal.getMessage().contains(file().toString()), refusal.getMessage());
        }
        for (String text : List.of(
                RFC_8032,
                Pem.write("PUBLIC KEY", rsa.getPublic().getEncoded()),
                Pem.write("PUBLIC KEY", otherCurve.getPublic().getEncoded()))) {
            Files.writeString(publicFile(), text);

            assertThrows(IllegalArgumentException.class, () -> KeyFiles.readPublic(publicFile()), text);
        }
    }

    @Test
    void anEncryptedKeySaysHowToDecryptIt() {
        IllegalArgumentException refusal = assertThrows(
                IllegalArgumentException.class,
                () -> SigningKey.ofPem(Pem.write("ENCRYPTED PRIVATE KEY", new byte[] {1, 2, 3})));

        assertTrue(refusal.getMessage().contains("openssl pkey"));
    }

    @Test
    void nothingShowsAPrivateKey() {
        SigningKey key = SigningKey.generate();

        assertFalse(key.pem().contains(key.toString()));
        assertEquals("the private key of " + key.publicKey().keyid(), key.toString());
    }

    private Path file() {
        return folder.resolve("key.pem");
    }

    private Path publicFile() {
        return folder.resolve("key.pem.pub");
    }
}
