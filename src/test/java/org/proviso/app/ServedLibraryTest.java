package org.proviso.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.proviso.certificate.RootSignature;
import org.proviso.certificate.SigningKey;
import org.proviso.library.LibraryLock;
import org.proviso.library.Root;
import org.proviso.retrieval.ClauseFilter;
import org.proviso.retrieval.ClauseQuery;
import org.proviso.retrieval.Projection;
import org.proviso.retrieval.Thesaurus;
import org.proviso.testkit.HashEmbedder;
import org.proviso.testkit.LibraryFolder;
import org.proviso.web.ReloadState;
import org.proviso.web.ReloadState.Refused;
import org.proviso.web.ReloadState.Serving;

class ServedLibraryTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-06-01T10:00:00Z"), ZoneOffset.UTC);
    private static final FileTime TIME = FileTime.from(CLOCK.instant());
    private static final LocalDate TODAY = LocalDate.of(2026, 6, 1);
    private static final SigningKey OWNER = SigningKey.generate();

    @TempDir
    private Path temporary;

    private final AtomicBoolean failing = new AtomicBoolean();
    private final AtomicBoolean changing = new AtomicBoolean();
    private final AtomicInteger looks = new AtomicInteger();
    private LibraryFolder folder;
    private ServedLibrary served;

    @BeforeEach
    void open() {
        folder = new LibraryFolder(temporary.resolve("library"));
        served = new ServedLibrary(source(), maker(), CLOCK);
    }

    @AfterEach
    void close() {
        served.close();
    }

    private LibrarySource source() {
        return new LibrarySource(folder.path(), this::look);
    }

    private Fingerprint look() {
        return changing.get()
                ? new Fingerprint("", Set.of(new Fingerprint.Stamp("part", looks.incrementAndGet(), TIME)))
                : Fingerprint.of(folder.path());
    }

    private LibraryWatch watch() {
        return new LibraryWatch(() -> Fingerprint.of(folder.path()), served::loaded, served::now);
    }

    private GenerationMaker maker() {
        GenerationMaker maker = new DefaultGenerationMaker(
                temporary.resolve("data"),
                SigningKey.generate(),
                new HashEmbedder(),
                Projection.identity(HashEmbedder.DIMENSIONS),
                null,
                Thesaurus.EMPTY,
                Runnable::run);
        return (library, signature, previous) -> {
            if (failing.get()) {
                throw new IllegalStateException("in the test");
            }
            return maker.make(library, signature, previous);
        };
    }

    @Test
    void aChangeIsServedAndSearchable() {
        Root before = root();
        folder.clause("law", "", "The laws of Utopia govern.");

        assertInstanceOf(Serving.class, served.now());

        assertNotEquals(before, root());
        assertEquals(List.of("law@1"), found("Utopia"));
        try (TakenGeneration taken = served.take()) {
            assertTrue(taken.progress().ready());
            assertEquals(TODAY, taken.today());
        }
        assertEquals(1, served.generations());
    }

    @Test
    void whoBeganBeforeASwapKeepsAllOfTheOldOne() {
        folder.clause("law", "", "The laws of Utopia govern.");
        served.now();
        TakenGeneration slow = served.take();
        folder.clause("law", "", "The laws of Atlantis govern.");

        served.now();

        assertEquals(2, served.generations());
        assertEquals(1, hits(slow, "Utopia").size());
        assertEquals(0, hits(slow, "Atlantis").size());
        assertEquals(List.of("law@1"), found("Atlantis"));
        assertEquals(List.of(), found("Utopia"));
        slow.close();
        assertEquals(1, served.generations());
        assertThrows(IllegalStateException.class, () -> hits(slow, "Utopia"), "the old index is closed");
    }

    @Test
    void nothingNewIsNothingDone() {
        TakenGeneration before = served.take();
        folder.write("README.txt", "no part of the library");

        assertInstanceOf(Serving.class, served.now());

        try (TakenGeneration after = served.take()) {
            assertSame(before.use().value(), after.use().value());
        }
        before.close();
    }

    @Test
    void aBrokenChangeLeavesTheOldOneAndIsToldUntilItIsMended() {
        Root before = root();
        folder.clause("law", "slots: {amount: {type: nonsense}}", "The laws of Utopia govern.");

        Refused refused = assertInstanceOf(Refused.class, served.now());

        assertEquals("clauses/law.md", refused.problems().getFirst().file());
        assertSame(refused, served.last());
        assertEquals(before, root());
        folder.clause("law", "", "The laws of Utopia govern.");
        assertInstanceOf(Serving.class, served.now());
        assertEquals(List.of("law@1"), found("Utopia"));
    }

    @Test
    void aFailureWhileItIsMadeLeavesTheOldOne() {
        Root before = root();
        folder.clause("law", "", "The laws of Utopia govern.");
        failing.set(true);

        assertThrows(IllegalStateException.class, served::now);

        assertInstanceOf(Refused.class, served.last());
        assertEquals(before, root());
        assertEquals(1, served.generations());
        assertEquals(List.of("cap@1"), found("borrower"));
        failing.set(false);
        assertInstanceOf(Serving.class, served.now());
        assertEquals(List.of("law@1"), found("Utopia"));
    }

    @Test
    void aFolderThatIsGoneLeavesTheOldOne() throws IOException {
        Root before = root();
        Files.move(folder.path(), temporary.resolve("away"));

        assertInstanceOf(Refused.class, served.now());

        assertEquals(before, root());
        Files.move(temporary.resolve("away"), folder.path());
        assertInstanceOf(Serving.class, served.now());
    }

    @Test
    void aChangeThatWasServedAndIsTakenBackIsTakenBack() throws IOException {
        Path changed = new LibraryFolder(temporary.resolve("changed"))
                .clause("law", "", "The laws of Utopia govern.")
                .path();
        LibraryWatch watch = watch();
        Root before = root();
        Files.move(folder.path(), temporary.resolve("away"));
        Files.move(changed, folder.path());
        served.now();
        assertNotEquals(before, root());
        Files.move(folder.path(), changed);
        Files.move(temporary.resolve("away"), folder.path());

        watch.poll();
        watch.poll();

        assertEquals(before, root());
    }

    @Test
    void whatChangedWhileItWasReadIsReadAgainEvenIfItIsAsBefore() throws IOException {
        LibraryWatch watch = watch();
        folder.clause("law", "", "The laws of Utopia govern.");
        changing.set(true);
        watch.poll();
        watch.poll();
        assertInstanceOf(Refused.class, served.last());
        changing.set(false);

        watch.poll();

        assertInstanceOf(Serving.class, served.last());
        assertEquals(List.of("law@1"), found("Utopia"));
    }

    @Test
    void whatMayBeReadAtLastIsReadThoughNoFileChanged() throws IOException {
        LibraryWatch watch = watch();
        folder.clause("law", "", "The laws of Utopia govern.");
        Path law = folder.path().resolve("clauses/law.md");
        Files.setPosixFilePermissions(law, Set.of());
        assumeFalse(Files.isReadable(law), "the user may read everything");
        watch.poll();
        watch.poll();
        assertInstanceOf(Refused.class, served.last());

        Files.setPosixFilePermissions(law, Set.of(PosixFilePermission.OWNER_READ));
        watch.poll();

        assertEquals(List.of("law@1"), found("Utopia"));
    }

    @Test
    void aNewSignatureIsCarriedAndTheIndexStays() throws IOException {
        TakenGeneration before = served.take();
        assertNull(before.certifier().rootSignature());
        RootSignature.sign(before.library(), OWNER, TODAY).writeTo(folder.path());

        served.now();

        TakenGeneration signed = served.take();
        assertEquals(
                OWNER.publicKey().keyid(),
                assertNotNullSignature(signed.certifier().rootSignature()).keyid());
        assertNull(before.certifier().rootSignature(), "a request keeps the one that it began with");
        assertSame(before.library(), signed.library());
        assertSame(before.retriever(), signed.retriever());
        before.close();
        assertEquals(1, hits(signed, "borrower").size(), "the shared index is open");
        signed.close();
        served.now();
        try (TakenGeneration again = served.take()) {
            assertSame(signed.use().value(), again.use().value(), "the same signature is no change");
        }
    }

    @Test
    void aNewLockIsNoChangeAndABrokenOneIsRefused() throws IOException {
        TakenGeneration before = served.take();
        LibraryLock.write(folder.path(), before.library());

        assertInstanceOf(Serving.class, served.now());

        try (TakenGeneration after = served.take()) {
            assertSame(before.use().value(), after.use().value());
        }
        before.close();
        folder.write("library.lock", "# lock\ncap@1 " + "0".repeat(64) + "\n");
        ReloadState refused = served.now();
        assertInstanceOf(Refused.class, refused);
    }

    @Test
    void aBrokenLibraryDoesNotStart() {
        LibraryFolder broken = new LibraryFolder(temporary.resolve("broken")).write("library.yaml", "id: [");

        IllegalStateException refused = assertThrows(
                IllegalStateException.class,
                () -> new ServedLibrary(new LibrarySource(broken.path()), (_, _, _) -> null, CLOCK).close());

        assertTrue(refused.getMessage().contains("library.yaml:"), refused.getMessage());
    }

    @Test
    void aClosedServerClosesWhatItMadeMeanwhile() {
        served.close();
        folder.clause("law", "", "The laws of Utopia govern.");

        assertThrows(IllegalStateException.class, served::now);

        assertEquals(0, served.generations());
        served = new ServedLibrary(source(), maker(), CLOCK);
        assertEquals(List.of("law@1"), found("Utopia"));
    }

    private static RootSignature assertNotNullSignature(RootSignature signature) {
        assertNotNull(signature);
        return signature;
    }

    private Root root() {
        try (TakenGeneration taken = served.take()) {
            return taken.library().root();
        }
    }

    private List<String> found(String words) {
        try (TakenGeneration taken = served.take()) {
            return hits(taken, words);
        }
    }

    /// The clauses that hold a word; what is near by meaning alone is left out.
    private static List<String> hits(TakenGeneration taken, String words) {
        return taken.retriever().search(new ClauseQuery(words, ClauseFilter.asOf(TODAY), 10)).stream()
                .map(ranked -> ranked.clause())
                .filter(clause -> clause.text().source().contains(words))
                .map(clause -> clause.versionId().toString())
                .toList();
    }
}
