package org.proviso.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.proviso.library.LibrarySnapshot;

/// The index of words, opened or built, and which of it.
record OpenedWords(WordIndex index, Opening opening) {

    private static final String WORDS = "words";
    private static final Logger LOG = System.getLogger(OpenedWords.class.getName());

    /// Opens what the folder holds for a snapshot; otherwise builds it there, or in memory if that cannot be.
    static OpenedWords open(IndexFolder folder, ClauseSchema schema, LibrarySnapshot snapshot, Ordinals ordinals) {
        Optional<Directory> directory = folder.part(WORDS);
        if (directory.isPresent()) {
            Directory words = directory.get();
            try {
                WordIndex found = WordIndex.open(words, schema, snapshot, ordinals);
                if (folder.writable()) {
                    clear(words, found);
                }
                return new OpenedWords(found, folder.writable() ? Opening.REUSED : Opening.READ_ONLY);
            } catch (IOException e) {
                LOG.log(Level.INFO, "event=index.not-reusable folder=" + folder.path() + " reason=" + e.getMessage());
            }
            if (folder.writable()) {
                try {
                    Opening opening = words.listAll().length == 0 ? Opening.BUILT : Opening.REBUILT;
                    return new OpenedWords(rebuild(words, schema, snapshot, ordinals), opening);
                } catch (IOException e) {
                    LOG.log(Level.WARNING, "event=index.not-written folder=" + folder.path(), e);
                }
            }
        }
        try {
            Directory memory = new ByteBuffersDirectory();
            return new OpenedWords(build(memory, schema, snapshot, ordinals), Opening.IN_MEMORY);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Deletes what an interrupted rebuild left beside the commit.
    private static void clear(Directory words, WordIndex found) {
        try {
            IndexFolder.wipeAllBut(found.files(), words);
        } catch (IOException e) {
            LOG.log(Level.INFO, "event=index.not-cleared folder=" + words + " reason=" + e);
        }
    }

    /// A sound index of another library serves until the new one is committed; damage that stops the writer
    /// goes.
    private static WordIndex rebuild(
            Directory directory, ClauseSchema schema, LibrarySnapshot snapshot, Ordinals ordinals) throws IOException {
        try {
            return build(directory, schema, snapshot, ordinals);
        } catch (IOException | RuntimeException damaged) {
            IndexFolder.wipe(directory);
            return build(directory, schema, snapshot, ordinals);
        }
    }

    private static WordIndex build(
            Directory directory, ClauseSchema schema, LibrarySnapshot snapshot, Ordinals ordinals) throws IOException {
        WordIndex.build(directory, schema, snapshot, ordinals);
        return WordIndex.open(directory, schema, snapshot, ordinals);
    }
}
