package org.proviso.lucene;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.index.IndexFileNames;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.Lock;
import org.jspecify.annotations.Nullable;

/// The folder of an index on disk, and the right to write in it, which one process at a time has.
///
/// Several holders in one process may share it; the right ends when the last one closes it, or with the
/// process.
final class IndexFolder implements Closeable {

    private static final String LOCK = "proviso.lock";
    private static final Logger LOG = System.getLogger(IndexFolder.class.getName());

    private final Path path;
    private final @Nullable Lock lock;
    private int holders = 1;

    private IndexFolder(Path path, @Nullable Lock lock) {
        this.path = path;
        this.lock = lock;
    }

    /// Takes the right to write if it is free and the folder can be written; never fails.
    static IndexFolder claim(Path path) {
        try (Directory directory = FSDirectory.open(path)) {
            return new IndexFolder(path, directory.obtainLock(LOCK));
        } catch (IOException e) {
            LOG.log(Level.INFO, "event=index.not-writable folder=" + path + " reason=" + e);
            return new IndexFolder(path, null);
        }
    }

    Path path() {
        return path;
    }

    boolean writable() {
        return lock != null;
    }

    /// One more holder in this process; tries again to take the right if it was not to be had.
    synchronized IndexFolder share() {
        if (lock == null || holders == 0) {
            return claim(path);
        }
        holders++;
        return this;
    }

    /// The Lucene directory of one part of the index; empty if it does not exist and cannot be made.
    Optional<Directory> part(String name) {
        Path part = path.resolve(name);
        if (!writable() && !Files.isDirectory(part)) {
            return Optional.empty();
        }
        try {
            return Optional.of(FSDirectory.open(part));
        } catch (IOException e) {
            LOG.log(Level.WARNING, "event=index.unusable folder=" + part, e);
            return Optional.empty();
        }
    }

    /// Deletes what Lucene wrote; other files stay.
    static void wipe(Directory directory) throws IOException {
        wipeAllBut(Set.of(), directory);
    }

    /// Deletes what Lucene wrote, except for `kept`; other files stay.
    static void wipeAllBut(Collection<String> kept, Directory directory) throws IOException {
        for (String file : directory.listAll()) {
            if (!kept.contains(file) && isLucenes(file)) {
                directory.deleteFile(file);
            }
        }
    }

    private static boolean isLucenes(String file) {
        return file.startsWith(IndexFileNames.SEGMENTS)
                || file.startsWith(IndexFileNames.PENDING_SEGMENTS)
                || IndexFileNames.CODEC_FILE_PATTERN.matcher(file).matches();
    }

    @Override
    public synchronized void close() {
        if (holders > 0 && --holders == 0 && lock != null) {
            try {
                lock.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
