package org.proviso.lucene;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.proviso.lucene.IndexFiles.list;
import static org.proviso.testkit.ClauseFixture.clause;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.proviso.clause.ClauseVersion;
import org.proviso.clause.ClauseVersionId;
import org.proviso.library.LibrarySnapshot;
import org.proviso.retrieval.ClauseFilter;
import org.proviso.retrieval.ClauseProse;
import org.proviso.retrieval.Projection;
import org.proviso.retrieval.Thesaurus;
import org.proviso.testkit.ClauseFixture;
import org.proviso.testkit.HashEmbedder;

class IndexOpeningTest {

    private static final HashEmbedder EMBEDDER = new HashEmbedder();
    private static final ClauseFilter TODAY = ClauseFilter.asOf(LocalDate.of(2026, 6, 1));
    private static final ClauseFixture RETURN = clause("return@1", "Return all documents.");
    private static final ClauseFixture LAW = clause("law@1", "The laws of England govern.");
    private static final ClauseFixture TERM = clause("term@1", "This Agreement ends after three years.");
    private static final LibrarySnapshot LIBRARY = ClauseFixture.snapshot(RETURN, LAW);
    private static final LibrarySnapshot NEXT_LIBRARY = ClauseFixture.snapshot(RETURN, TERM);

    @TempDir
    private Path folder;

    @Test
    void theFirstOpeningBuilds() {
        try (LuceneClauseIndex index = open(LIBRARY)) {
            assertEquals(Opening.BUILT, index.opening());
            assertFinds(index);
        }
    }

    @Test
    void anUnchangedLibraryIsReusedWithoutAWrite() throws IOException {
        buildWithVectors(LIBRARY);
        IndexFiles before = list(folder);

        try (LuceneClauseIndex index = open(LIBRARY)) {
            assertEquals(Opening.REUSED, index.opening());
            assertTrue(index.progress().ready());
            assertFinds(index);
        }

        assertEquals(before, list(folder));
    }

    @Test
    void anotherLibraryIsRebuiltAndKeepsTheVectorsOfUnchangedClauses() throws IOException {
        buildWithVectors(LIBRARY);

        try (LuceneClauseIndex index = open(NEXT_LIBRARY)) {
            assertEquals(Opening.REBUILT, index.opening());
            assertEquals(List.of(ClauseVersionId.parse("term@1")), index.withoutVector());
            assertTrue(index.byWords("England", TODAY, 10).isEmpty());
            addVectors(index, NEXT_LIBRARY);
        }

        try (LuceneClauseIndex index = open(LIBRARY)) {
            assertEquals(
                    List.of(ClauseVersionId.parse("law@1")),
                    index.withoutVector(),
                    "the removed clause left its vector");
        }
    }

    @Test
    void anotherSchemaIsRebuilt() throws IOException {
        buildWithVectors(LIBRARY);
        try (Directory words = FSDirectory.open(folder.resolve("words"));
                IndexWriter writer = new IndexWriter(words, new ClauseSchema(Thesaurus.EMPTY).writerConfig())) {
            Map<String, String> record = new HashMap<>();
            writer.getLiveCommitData().forEach(entry -> record.put(entry.getKey(), entry.getValue()));
            record.put("schema", "0");
            writer.setLiveCommitData(record.entrySet());
            writer.commit();
        }

        try (LuceneClauseIndex index = open(LIBRARY)) {
            assertEquals(Opening.REBUILT, index.opening());
            assertTrue(index.progress().ready());
        }
        assertReused();
    }

    @Test
    void anotherModelKeepsTheWordsAndNotTheVectors() throws IOException {
        buildWithVectors(LIBRARY);

        try (LuceneClauseIndex index = LuceneClauseIndex.open(
                folder, LIBRARY, "other", Projection.identity(EMBEDDER.dimensions()), Thesaurus.EMPTY)) {
            assertEquals(Opening.REUSED, index.opening());
            assertEquals(0, index.progress().vectors());
            addVectors(index, LIBRARY);
        }

        try (LuceneClauseIndex index = LuceneClauseIndex.open(
                folder, LIBRARY, "other", Projection.identity(EMBEDDER.dimensions()), Thesaurus.EMPTY)) {
            assertTrue(index.progress().ready());
        }
    }

    @Test
    void everyDamageToEveryFileIsRepairedByOpening() throws IOException {
        buildWithVectors(LIBRARY);
        Map<Path, byte[]> sound = contents(folder);
        for (Damage damage : Damage.values()) {
            for (Path file : sound.keySet()) {
                if (file.endsWith("proviso.lock") || file.endsWith(IndexWriter.WRITE_LOCK_NAME)) {
                    continue;
                }
                restore(sound);
                damage.inflict(file);

                try (LuceneClauseIndex index = open(LIBRARY)) {
                    assertFinds(index);
                    addVectors(index, LIBRARY);
                }

                assertReused(damage + " of " + folder.relativize(file));
            }
        }
    }

    @Test
    void anIndexWithoutACompletedCommitIsRebuilt() throws IOException {
        Path interrupted = folder.resolve("interrupted");
        Path words = folder.resolve("words");
        try (Directory directory = FSDirectory.open(words);
                IndexWriter writer = new IndexWriter(directory, new ClauseSchema(Thesaurus.EMPTY).writerConfig())) {
            writer.addDocument(new ClauseSchema(Thesaurus.EMPTY).document(0, RETURN.build(), LIBRARY));
            writer.flush();
            copy(words, interrupted.resolve("words"));
        }

        try (LuceneClauseIndex index = LuceneClauseIndex.open(
                interrupted,
                LIBRARY,
                EMBEDDER.modelId(),
                Projection.identity(EMBEDDER.dimensions()),
                Thesaurus.EMPTY)) {
            assertEquals(Opening.REBUILT, index.opening());
            assertFinds(index);
        }
    }

    @Test
    void anInterruptedRebuildLeavesTheCommittedIndex() throws IOException {
        Path interrupted = folder.resolve("interrupted");
        buildWithVectors(LIBRARY);
        Path words = folder.resolve("words");
        try (Directory directory = FSDirectory.open(words);
                IndexWriter writer = new IndexWriter(directory, new ClauseSchema(Thesaurus.EMPTY).writerConfig())) {
            writer.deleteAll();
            writer.addDocument(new ClauseSchema(Thesaurus.EMPTY).document(0, TERM.build(), NEXT_LIBRARY));
            writer.flush();
            writer.setLiveCommitData(Map.of("root", NEXT_LIBRARY.root().hex()).entrySet());
            writer.prepareCommit();
            copy(words, interrupted.resolve("words"));
            writer.rollback();
        }

        try (LuceneClauseIndex index = LuceneClauseIndex.open(
                interrupted,
                LIBRARY,
                EMBEDDER.modelId(),
                Projection.identity(EMBEDDER.dimensions()),
                Thesaurus.EMPTY)) {
            assertEquals(Opening.REUSED, index.opening());
            assertFinds(index);
        }
    }

    @Test
    void whatAnInterruptedRebuildLeftIsDeletedByOpening() throws IOException {
        buildWithVectors(LIBRARY);
        Path words = folder.resolve("words");
        Path left = folder.resolve("left");
        try (Directory directory = FSDirectory.open(words);
                IndexWriter writer = new IndexWriter(directory, new ClauseSchema(Thesaurus.EMPTY).writerConfig())) {
            writer.deleteAll();
            writer.addDocument(new ClauseSchema(Thesaurus.EMPTY).document(0, TERM.build(), NEXT_LIBRARY));
            writer.flush();
            writer.prepareCommit();
            copy(words, left);
            writer.rollback();
        }
        IndexFiles before = list(words);
        for (Path file : IndexFiles.files(left)) {
            Path into = words.resolve(file.getFileName());
            if (!Files.exists(into)) {
                Files.move(file, into);
            }
        }
        assertNotEquals(before, list(words));

        try (LuceneClauseIndex index = open(LIBRARY)) {
            assertEquals(Opening.REUSED, index.opening());
            assertFinds(index);
        }

        assertEquals(before, list(words));
    }

    @Test
    void aSuccessorLeavesNothingOfItsPredecessorOnDisk() throws IOException {
        LuceneClauseIndex first = open(LIBRARY);
        Set<String> files = list(folder.resolve("words")).changes().keySet();

        try (LuceneClauseIndex second = first.succeededBy(NEXT_LIBRARY)) {
            first.close();
            Set<String> left =
                    new TreeSet<>(list(folder.resolve("words")).changes().keySet());
            left.retainAll(files);
            assertEquals(Set.of(IndexWriter.WRITE_LOCK_NAME), left);
        }
    }

    @Test
    void aSuccessorTakesVectorsOverFromMemory() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "mine");
        try (LuceneClauseIndex first = LuceneClauseIndex.open(
                file, LIBRARY, EMBEDDER.modelId(), Projection.identity(EMBEDDER.dimensions()), Thesaurus.EMPTY)) {
            addVectors(first, LIBRARY);

            try (LuceneClauseIndex second = first.succeededBy(NEXT_LIBRARY)) {
                assertEquals(List.of(ClauseVersionId.parse("term@1")), second.withoutVector());
            }
        }
    }

    @Test
    void filesThatAreNotLucenesStay() throws IOException {
        Path note = Files.createDirectories(folder.resolve("words")).resolve("note.txt");
        Files.writeString(note, "mine");
        Files.writeString(folder.resolve("words/segments_9"), "garbage");

        try (LuceneClauseIndex index = open(LIBRARY)) {
            assertEquals(Opening.REBUILT, index.opening());
        }

        assertEquals("mine", Files.readString(note));
    }

    @Test
    void whereNoFolderCanBeTheIndexIsInMemory() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "mine");

        try (LuceneClauseIndex index = LuceneClauseIndex.open(
                file, LIBRARY, EMBEDDER.modelId(), Projection.identity(EMBEDDER.dimensions()), Thesaurus.EMPTY)) {
            assertEquals(Opening.IN_MEMORY, index.opening());
            assertFinds(index);
            addVectors(index, LIBRARY);
            assertTrue(index.progress().ready());
        }

        assertEquals("mine", Files.readString(file));
    }

    @Test
    void whileAnotherHoldsTheFolderItsIndexIsRead() throws IOException {
        try (LuceneClauseIndex server = open(LIBRARY)) {
            server.addVectors(vectors(List.of(RETURN.build())));
            IndexFiles before = list(folder);

            try (LuceneClauseIndex commandLine = open(LIBRARY)) {
                assertEquals(Opening.READ_ONLY, commandLine.opening());
                assertEquals(1, commandLine.progress().vectors());
                assertFinds(commandLine);
                addVectors(commandLine, LIBRARY);
                assertTrue(commandLine.progress().ready());
            }

            assertEquals(before, list(folder));
        }
    }

    @Test
    void whileAnotherHoldsTheFolderAnotherLibraryIsIndexedInMemory() throws IOException {
        try (LuceneClauseIndex server = open(LIBRARY)) {
            addVectors(server, LIBRARY);
            IndexFiles before = list(folder);

            try (LuceneClauseIndex commandLine = open(NEXT_LIBRARY)) {
                assertEquals(Opening.IN_MEMORY, commandLine.opening());
                assertEquals(1, commandLine.progress().vectors(), "of the clause that both libraries have");
                addVectors(commandLine, NEXT_LIBRARY);
            }

            assertEquals(before, list(folder));
            assertFinds(server);
        }
    }

    @Test
    void aClosedIndexGivesTheFolderBack() throws IOException {
        buildWithVectors(LIBRARY);

        assertReused();
    }

    @Test
    void aSuccessorWritesAndItsPredecessorGoesOnAnswering() throws IOException {
        LuceneClauseIndex first = open(LIBRARY);
        addVectors(first, LIBRARY);

        LuceneClauseIndex second = first.succeededBy(NEXT_LIBRARY);

        assertAll(
                () -> assertEquals(Opening.REBUILT, second.opening()),
                () -> assertEquals(1, second.progress().vectors()),
                () -> assertFinds(first),
                () -> assertEquals(1, first.byWords("England", TODAY, 9).size()));
        first.close();
        addVectors(second, NEXT_LIBRARY);
        try (LuceneClauseIndex other = open(NEXT_LIBRARY)) {
            assertEquals(Opening.READ_ONLY, other.opening(), "the successor holds the folder");
        }
        second.close();
        try (LuceneClauseIndex reopened = open(NEXT_LIBRARY)) {
            assertEquals(Opening.REUSED, reopened.opening());
            assertTrue(reopened.progress().ready());
        }
    }

    @Test
    void aRefusedVectorLeavesTheFilesAsTheyAre() throws IOException {
        try (LuceneClauseIndex index = open(LIBRARY)) {
            addVectors(index, LIBRARY);
            IndexFiles before = list(folder);
            Map<ClauseVersionId, float[]> bad =
                    Map.of(ClauseVersionId.parse("law@1"), new float[EMBEDDER.dimensions()]);

            assertThrows(IllegalArgumentException.class, () -> index.addVectors(bad));

            assertEquals(before, list(folder));
        }
    }

    @Test
    void storedVectorsAreReadBackBitByBit() throws IOException {
        ClauseVersionId law = ClauseVersionId.parse("law@1");
        float[] question = EMBEDDER.embed("which laws govern");
        Map<ClauseVersionId, Double> before;
        try (LuceneClauseIndex index = open(LIBRARY)) {
            addVectors(index, LIBRARY);
            before = index.cosines(question, List.of(law));
        }

        try (LuceneClauseIndex index = open(LIBRARY)) {
            assertEquals(before, index.cosines(question, List.of(law)));
            assertFalse(before.isEmpty());
        }
    }

    private LuceneClauseIndex open(LibrarySnapshot library) {
        return LuceneClauseIndex.open(
                folder, library, EMBEDDER.modelId(), Projection.identity(EMBEDDER.dimensions()), Thesaurus.EMPTY);
    }

    private void buildWithVectors(LibrarySnapshot library) {
        try (LuceneClauseIndex index = open(library)) {
            addVectors(index, library);
        }
    }

    private static void addVectors(LuceneClauseIndex index, LibrarySnapshot library) {
        index.addVectors(vectors(library.clauses().stream()
                .filter(clause -> index.withoutVector().contains(clause.versionId()))
                .toList()));
    }

    private static Map<ClauseVersionId, float[]> vectors(List<ClauseVersion> clauses) {
        Map<ClauseVersionId, float[]> vectors = new HashMap<>();
        clauses.forEach(clause -> vectors.put(clause.versionId(), EMBEDDER.embed(ClauseProse.embedded(clause))));
        return vectors;
    }

    private static void assertFinds(LuceneClauseIndex index) {
        assertEquals(
                ClauseVersionId.parse("return@1"),
                index.byWords("returning documents", TODAY, 1).getFirst().clause());
    }

    private void assertReused(String... after) {
        try (LuceneClauseIndex index = open(LIBRARY)) {
            assertEquals(Opening.REUSED, index.opening(), List.of(after)::toString);
            assertTrue(index.progress().ready(), List.of(after)::toString);
        }
    }

    private enum Damage {
        EMPTIED {
            @Override
            byte[] of(byte[] sound) {
                return new byte[0];
            }
        },
        CUT {
            @Override
            byte[] of(byte[] sound) {
                return Arrays.copyOf(sound, sound.length / 2);
            }
        },
        ONE_BIT {
            @Override
            byte[] of(byte[] sound) {
                byte[] damaged = sound.clone();
                damaged[damaged.length / 2] ^= 4;
                return damaged;
            }
        },
        GARBAGE {
            @Override
            byte[] of(byte[] sound) {
                byte[] damaged = new byte[sound.length];
                new Random(7).nextBytes(damaged);
                return damaged;
            }
        },
        DELETED {
            @Override
            void inflict(Path file) throws IOException {
                Files.delete(file);
            }
        };

        byte[] of(byte[] sound) {
            return sound;
        }

        void inflict(Path file) throws IOException {
            Files.write(file, of(Files.readAllBytes(file)));
        }
    }

    private static Map<Path, byte[]> contents(Path folder) throws IOException {
        Map<Path, byte[]> contents = new TreeMap<>();
        for (Path file : IndexFiles.files(folder)) {
            contents.put(file, Files.readAllBytes(file));
        }
        return contents;
    }

    private void restore(Map<Path, byte[]> sound) throws IOException {
        for (Path file : new ArrayList<>(IndexFiles.files(folder))) {
            Files.delete(file);
        }
        for (Map.Entry<Path, byte[]> file : sound.entrySet()) {
            Files.write(file.getKey(), file.getValue());
            assertArrayEquals(file.getValue(), Files.readAllBytes(file.getKey()));
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        for (Path file : IndexFiles.files(from)) {
            Files.copy(file, to.resolve(from.relativize(file).toString()));
        }
    }
}
