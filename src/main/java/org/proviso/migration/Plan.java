package org.proviso.migration;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.proviso.clause.ClauseId;
import org.proviso.clause.ClauseVersion;
import org.proviso.library.LibrarySettings;
import org.proviso.library.LibraryWriter;
import org.proviso.migration.SourceContent.Recipe;

/// Which files an import adds to a library and which it renames.
///
/// @param added contents by path relative to the library
/// @param places by path, where the content of an added file stood in the source
/// @param clauses by path, the clause that an added file holds
/// @param renamed new paths by old ones
record Plan(
        Map<String, String> added,
        Map<String, Place> places,
        Map<String, Incoming> clauses,
        Map<String, String> renamed) {

    private static final Pattern VERSION = Pattern.compile("@[0-9]+\\.md$");

    /// @param folder where clauses go, relative to the library
    /// @param settings of a library that is made; null if there is one
    static Plan of(
            Target target,
            String folder,
            Collection<Incoming> clauses,
            Collection<Recipe> recipes,
            @Nullable LibrarySettings settings) {
        Plan plan = new Plan(new LinkedHashMap<>(), new HashMap<>(), new HashMap<>(), new LinkedHashMap<>());
        Map<ClauseId, Integer> highest = new HashMap<>();
        for (Incoming incoming : clauses) {
            ClauseVersion clause = incoming.clause();
            highest.merge(clause.id(), Math.max(clause.versionId().version(), target.highest(clause)), Math::max);
        }
        Map<String, String> current = target.current();
        for (Incoming incoming : clauses) {
            plan.add(
                    target,
                    current,
                    folder,
                    incoming,
                    Objects.requireNonNull(highest.get(incoming.clause().id())));
        }
        for (Recipe recipe : recipes) {
            String path = "contracts/" + recipe.contractType().id() + ".yaml";
            plan.added.put(path, LibraryWriter.recipeFile(recipe.contractType()));
            plan.places.put(path, recipe.place());
        }
        if (settings != null) {
            plan.added.put("library.yaml", LibraryWriter.settingsFile(settings));
        }
        return plan;
    }

    private void add(Target target, Map<String, String> currentFiles, String folder, Incoming incoming, int highest) {
        ClauseVersion clause = incoming.clause();
        boolean current = clause.versionId().version() == highest;
        String path = folder + "/" + Names.slug(clause.category()) + "/" + (current ? clause.id() : clause.versionId())
                + ".md";
        added.put(path, LibraryWriter.clauseFile(clause));
        places.put(path, incoming.place());
        clauses.put(path, incoming);
        int known = target.highest(clause);
        if (current && known > 0) {
            String file = currentFiles.get(clause.id() + ".md");
            if (file != null) {
                renamed.put(file, file.substring(0, file.length() - ".md".length()) + "@" + known + ".md");
            }
        }
    }

    /// The path that a file of the library has afterwards.
    String after(String file) {
        return renamed.getOrDefault(file, file);
    }

    /// The path that a file of the library had before.
    String before(String file) {
        String current = VERSION.matcher(file).replaceFirst(".md");
        return file.equals(renamed.get(current)) ? current : file;
    }

    List<String> newNames() {
        return List.copyOf(renamed.values());
    }
}
