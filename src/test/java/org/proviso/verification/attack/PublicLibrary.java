package org.proviso.verification.attack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.proviso.library.LibraryProblem;
import org.proviso.library.LibrarySnapshot;
import org.proviso.library.LoadResult;
import org.proviso.testkit.LibraryFolder;

/// Literal clauses from a JSON Lines file, without those that the library refuses.
final class PublicLibrary {

    private PublicLibrary() {}

    static LibrarySnapshot load(Path file, Path scratch) throws IOException {
        LibraryFolder folder = new LibraryFolder(scratch);
        Map<String, Path> written = new HashMap<>();
        ObjectMapper mapper = new ObjectMapper();
        for (String line : Files.readAllLines(file)) {
            JsonNode clause = mapper.readTree(line);
            String id = clause.get("id").asText();
            folder.clause(id, "", clause.get("text").asText().replace("{{", "\\{{"));
            written.put(id, scratch.resolve("clauses/" + id + ".md"));
        }
        for (LoadResult result = folder.load(); ; result = folder.load()) {
            switch (result) {
                case LoadResult.Loaded loaded -> {
                    return loaded.snapshot();
                }
                case LoadResult.Refused refused -> delete(refused.problems(), written);
            }
        }
    }

    private static void delete(List<LibraryProblem> problems, Map<String, Path> written) throws IOException {
        Set<String> files = problems.stream().map(LibraryProblem::file).collect(Collectors.toSet());
        List<String> gone = new ArrayList<>();
        for (Map.Entry<String, Path> entry : written.entrySet()) {
            if (files.stream()
                    .anyMatch(
                            each -> each.endsWith(entry.getValue().getFileName().toString()))) {
                Files.deleteIfExists(entry.getValue());
                gone.add(entry.getKey());
            }
        }
        if (gone.isEmpty()) {
            throw new AssertionError(problems);
        }
        gone.forEach(written::remove);
    }
}
