package org.proviso.migration;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.proviso.clause.ContractLocale;
import org.proviso.clause.Status;
import org.proviso.library.LibraryProblem;
import org.proviso.library.LibraryReader;
import org.proviso.library.LibraryReader.ClauseEntry;
import org.proviso.library.LibraryReader.RecipeEntry;
import org.proviso.library.LibraryReader.SettingsEntry;
import org.proviso.library.LibrarySettings;
import org.proviso.migration.SourceContent.Recipe;

/// Reads JSON lines: a bulk file of the library's format, or an export.
final class BulkSource {

    private BulkSource() {}

    static SourceContent read(Path file) throws IOException {
        String name = file.getFileName().toString();
        List<LibraryProblem> problems = new ArrayList<>();
        List<Incoming> clauses = new ArrayList<>();
        List<Recipe> recipes = new ArrayList<>();
        @Nullable LibrarySettings settings = null;
        List<Finding> findings = new ArrayList<>();
        for (LibraryReader.Entry entry :
                LibraryReader.lines(file, name, ContractLocale.EN_US, Mending::line, problems)) {
            Place place = new Place(name, entry.line(), "");
            switch (entry) {
                case ClauseEntry(int _, var clause, boolean mended) -> {
                    clauses.add(new Incoming(place, clause));
                    if (mended) {
                        findings.add(Finding.note(
                                place,
                                "Invisible characters and marks of emphasis are left out; its status is "
                                        + clause.status() + ".",
                                clause.status() == Status.RETIRED
                                        ? ""
                                        : "Have " + clause.versionId() + " approved as it is now."));
                    }
                }
                case RecipeEntry(int _, var recipe) -> recipes.add(new Recipe(place, recipe));
                case SettingsEntry(int _, var read) -> {
                    if (settings != null) {
                        findings.add(Finding.problem(place, "The settings stand twice.", "Keep one line."));
                    }
                    settings = read;
                }
            }
        }
        problems.forEach(problem -> findings.add(Finding.problem(problem)));
        return new SourceContent(settings, recipes, clauses, findings);
    }
}
