package org.proviso.retrieval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ThesaurusTest {

    @TempDir
    private Path folder;

    @Test
    void commentsAndEmptyLinesArePassedOver() throws IOException {
        Path file = Files.writeString(folder.resolve("t.txt"), "# names\r\n\r\ncap : exceed , maximum,\n");

        Thesaurus thesaurus = Thesaurus.read(file);

        assertEquals(List.of("exceed", "maximum"), thesaurus.entries().get("cap"));
        assertEquals(1, thesaurus.entries().size());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cap exceed",
                ": exceed",
                "cap:",
                "cap: ,",
                "a b c d e f g: h",
                "cap: a,b,c,d,e,f,g,h,i,j,k,l,m,n,o,p,q",
                "fee: price\ncap: exceed\ncap: maximum"
            })
    void whatIsNoEntryIsNamedWithItsLine(String entry) throws IOException {
        Path file = Files.writeString(folder.resolve("t.txt"), "# one\n" + entry);

        IllegalArgumentException problem = assertThrows(IllegalArgumentException.class, () -> Thesaurus.read(file));

        long line = 1 + entry.lines().count();
        assertTrue(problem.getMessage().startsWith(file + ":" + line + ": "), problem::getMessage);
    }

    @Test
    void aFileThatIsNotUtf8IsRefused() throws IOException {
        Path file = Files.write(folder.resolve("t.txt"), new byte[] {(byte) 0xFF, ':', 'a'});

        assertThrows(IllegalArgumentException.class, () -> Thesaurus.read(file));
    }

    @Test
    void theShippedOneIsSound() throws IOException {
        assertTrue(Thesaurus.read(Path.of("config/thesaurus.txt")).entries().size() > 300);
    }
}
