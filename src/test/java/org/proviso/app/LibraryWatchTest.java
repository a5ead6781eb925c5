package org.proviso.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.proviso.testkit.LibraryFolder;

class LibraryWatchTest {

    @TempDir
    private Path path;

    private final AtomicInteger changes = new AtomicInteger();
    private final AtomicReference<Fingerprint> loaded = new AtomicReference<>();

    @Test
    void anUnchangedFolderIsNoChange() {
        LibraryWatch watch = watch(new LibraryFolder(path));

        poll(watch, 3);

        assertEquals(0, changes.get());
    }

    @Test
    void aChangeCountsWhenTwoLooksSawTheSame() {
        LibraryFolder folder = new LibraryFolder(path);
        LibraryWatch watch = watch(folder);

        folder.write("contracts/a.yaml", "a");
        poll(watch, 1);
        folder.write("contracts/b.yaml", "b");
        poll(watch, 1);
        assertEquals(0, changes.get(), "it still changes");
        poll(watch, 1);
        assertEquals(1, changes.get());
        poll(watch, 3);
        assertEquals(1, changes.get(), "told once");
    }

    @Test
    void aChangeThatIsTakenBackIsNoChange() throws IOException {
        LibraryFolder folder = new LibraryFolder(path);
        LibraryWatch watch = watch(folder);

        folder.write("contracts/a.yaml", "a");
        poll(watch, 1);
        Files.delete(path.resolve("contracts/a.yaml"));
        poll(watch, 3);

        assertEquals(0, changes.get());
    }

    @Test
    void aFailureDoesNotEndTheWatch() {
        LibraryFolder folder = new LibraryFolder(path);
        loaded.set(Fingerprint.of(path));
        LibraryWatch watch = new LibraryWatch(() -> Fingerprint.of(path), loaded::get, () -> {
            changes.incrementAndGet();
            loaded.set(Fingerprint.of(path));
            throw new IllegalStateException("in the test");
        });

        folder.write("contracts/a.yaml", "a");
        poll(watch, 2);
        folder.write("contracts/a.yaml", "abc");
        poll(watch, 2);

        assertEquals(2, changes.get());
    }

    @Test
    void whatWasNotLoadedIsToldAgain() {
        LibraryWatch watch = watch(new LibraryFolder(path));
        loaded.set(null);

        poll(watch, 3);

        assertEquals(1, changes.get());
    }

    @Test
    void aLookThatFailsDoesNotEndTheWatch() {
        LibraryFolder folder = new LibraryFolder(path);
        AtomicInteger looks = new AtomicInteger();
        loaded.set(Fingerprint.of(path));
        LibraryWatch watch = new LibraryWatch(
                () -> {
                    if (looks.incrementAndGet() == 1) {
                        throw new IllegalStateException("in the test");
                    }
                    return Fingerprint.of(path);
                },
                loaded::get,
                () -> {
                    changes.incrementAndGet();
                    loaded.set(Fingerprint.of(path));
                });

        folder.write("contracts/a.yaml", "a");
        poll(watch, 3);

        assertEquals(1, changes.get());
    }

    @Test
    void pathSizeAndTimeMakeTheFingerprint() throws IOException {
        LibraryFolder folder = new LibraryFolder(path);
        Fingerprint before = Fingerprint.of(path);
        Path file = path.resolve("clauses/cap.md");
        FileTime time = Files.getLastModifiedTime(file);

        folder.write("clauses/.swp", "hidden").write(".git/index", "hidden");
        assertEquals(before, Fingerprint.of(path));

        Files.setLastModifiedTime(file, FileTime.from(Instant.EPOCH));
        assertNotEquals(before, Fingerprint.of(path));
        Files.setLastModifiedTime(file, time);
        assertEquals(before, Fingerprint.of(path));

        Files.move(file, path.resolve("clauses/cup.md"));
        assertNotEquals(before, Fingerprint.of(path));
    }

    @Test
    void aFolderReachedByALinkWhoseTargetChangesIsAChange() throws IOException {
        Path one = new LibraryFolder(path.resolve("one")).path();
        Path two = new LibraryFolder(path.resolve("two"))
                .write("contracts/more.yaml", "more")
                .path();
        Path link = Files.createSymbolicLink(path.resolve("link"), one);
        Fingerprint before = Fingerprint.of(link);

        Files.delete(link);
        assertNotEquals(before, Fingerprint.of(link));
        Files.createSymbolicLink(link, two);

        assertNotEquals(before, Fingerprint.of(link));
    }

    @Test
    void aLinkThatIsTurnedToFilesOfTheSameSizesAndTimesIsAChange() throws IOException {
        Path one = new LibraryFolder(path.resolve("one"))
                .write("contracts/more.yaml", "one")
                .path();
        Path two = new LibraryFolder(path.resolve("two"))
                .write("contracts/more.yaml", "two")
                .path();
        for (Path folder : List.of(one, two)) {
            for (Fingerprint.Stamp stamp : Fingerprint.of(folder).files()) {
                Files.setLastModifiedTime(folder.resolve(stamp.path()), FileTime.from(Instant.EPOCH));
            }
        }
        Path link = Files.createSymbolicLink(path.resolve("link"), one);
        Fingerprint before = Fingerprint.of(link);

        Files.delete(link);
        Files.createSymbolicLink(link, two);

        assertNotEquals(before, Fingerprint.of(link));
    }

    private LibraryWatch watch(LibraryFolder folder) {
        loaded.set(Fingerprint.of(folder.path()));
        return new LibraryWatch(() -> Fingerprint.of(folder.path()), loaded::get, () -> {
            changes.incrementAndGet();
            loaded.set(Fingerprint.of(folder.path()));
        });
    }

    private static void poll(LibraryWatch watch, int times) {
        for (int i = 0; i < times; i++) {
            watch.poll();
        }
    }
}
