package org.proviso.migration;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import org.proviso.clause.ClauseVersion;
import org.proviso.clause.ContractLocale;
import org.proviso.library.LibraryProblem;
import org.proviso.library.LibraryReader;
import org.proviso.library.LibraryWriter;

/// A clause as a source tells it, in the keys of the library's front matter, before the library's own checks.
///
/// @param fields in their order, at least an id
/// @param textPlace where a line of the text, from 1, stands in the source
record Draft(Place place, Map<String, Object> fields, String text, IntFunction<Place> textPlace) {

    /// The clause, if the library's checks of a single clause find nothing.
    Optional<ClauseVersion> read(List<Finding> findings) {
        if (text.isBlank()) {
            findings.add(Finding.problem(place, "The clause has no text.", "Write its words."));
            return Optional.empty();
        }
        String file = LibraryWriter.clauseFile(fields, text.strip());
        List<LibraryProblem> problems = new ArrayList<>();
        Optional<ClauseVersion> read =
                LibraryReader.clause(file, fields.get("id") + ".md", ContractLocale.EN_US, problems);
        problems.forEach(problem -> findings.add(finding(problem, file)));
        return read;
    }

    private Finding finding(LibraryProblem problem, String file) {
        List<String> lines = file.lines().toList();
        int fence = lines.subList(1, lines.size()).indexOf("---") + 2;
        if (problem.line() > fence) {
            return Finding.problem(textPlace.apply(problem.line() - fence), problem.message(), problem.remedy());
        }
        return Finding.problem(place, key(lines, problem.line()) + problem.message(), problem.remedy());
    }

    /// The key of the front matter on or above a line.
    private static String key(List<String> lines, int line) {
        for (int i = Math.min(line, lines.size()) - 1; i > 0; i--) {
            int colon = lines.get(i).indexOf(':');
            if (colon > 0 && lines.get(i).charAt(0) != ' ') {
                return lines.get(i).substring(0, colon) + ": ";
            }
        }
        return "";
    }
}
