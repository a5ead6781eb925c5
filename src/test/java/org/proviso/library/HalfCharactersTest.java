package org.proviso.library;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.proviso.library.LoadResult.Refused;
import org.proviso.testkit.LibraryFolder;

/// Half a surrogate pair has no form in a leaf, so no text of a library may hold one.
class HalfCharactersTest {

    private static final String HALF = "\"a \\uD83D b\"";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"id", "name", "language"})
    void noSettingHoldsHalfACharacter(String key) {
        LibraryFolder library = new LibraryFolder(folder)
                .write(
                        "library.yaml",
                        LibraryFolder.SETTINGS.replaceFirst("(?m)^" + key + ": .*$", key + ": " + escaped()));

        assertInstanceOf(Refused.class, library.load());
    }

    @ParameterizedTest
    @ValueSource(strings = {"title", "description"})
    void noRecipeHoldsHalfACharacter(String key) {
        LibraryFolder library = new LibraryFolder(folder)
                .write(
                        "contracts/loan.yaml",
                        LibraryFolder.RECIPE.replaceFirst("(?m)^" + key + ": .*$", key + ": " + escaped()));

        assertInstanceOf(Refused.class, library.load());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "category: ",
                "guidance: ",
                "source: ",
                "defines: [",
                "uses: [",
                "approved: {on: 2026-01-01, by: "
            })
    void noClauseHoldsHalfACharacter(String key) {
        String end = key.endsWith("[") ? "]" : key.contains("{") ? "}" : "";
        LibraryFolder library = new LibraryFolder(folder).clause("fee", key + HALF + end, "The fee is due at once.");

        assertInstanceOf(Refused.class, library.load());
    }

    private static String escaped() {
        return java.util.regex.Matcher.quoteReplacement(HALF);
    }
}
