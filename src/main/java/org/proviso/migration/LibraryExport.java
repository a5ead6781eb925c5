package org.proviso.migration;

import java.util.stream.Stream;
import org.proviso.library.LibrarySnapshot;
import org.proviso.library.LibraryWriter;

/// A library as JSON lines: its settings, its recipes, its clauses in order of id and version. Importing them
/// into an empty folder makes a library with the same root.
public final class LibraryExport {

    private LibraryExport() {}

    /// Every line, without its end.
    public static Stream<String> lines(LibrarySnapshot library) {
        return Stream.concat(
                Stream.concat(
                        Stream.of(LibraryWriter.settingsLine(library.settings())),
                        library.contractTypes().stream().map(LibraryWriter::recipeLine)),
                clauses(library));
    }

    /// The lines of the clauses only, which are a bulk file.
    public static Stream<String> clauses(LibrarySnapshot library) {
        return library.clauses().stream().map(LibraryWriter::clauseLine);
    }
}
