package org.proviso.web;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.proviso.library.LibraryProblem;

/// One thing that is wrong with the library's folder.
///
/// @param file relative to the folder
/// @param line from 1
@Schema(name = "LibraryProblem", description = "One thing that is wrong with the library's folder.")
record LibraryProblemView(
        @Schema(description = "The file, relative to the library's folder.")
        String file,

        @Schema(description = "The line, from 1.") int line,

        String message,
        String remedy) {

    /// The most that one answer lists.
    static final int MAX = 50;

    /// The first of them.
    static List<LibraryProblemView> of(List<LibraryProblem> problems) {
        return problems.stream()
                .limit(MAX)
                .map(problem ->
                        new LibraryProblemView(problem.file(), problem.line(), problem.message(), problem.remedy()))
                .toList();
    }
}
