package org.proviso.cli;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.proviso.json.JsonTree;
import org.proviso.json.JsonValues;
import org.proviso.library.FieldProblem;
import org.proviso.library.InvalidRequestException;
import org.proviso.library.ValueTexts;
import picocli.CommandLine.Option;

/// Slot values, from a file and from the command line; the latter win.
final class ValueOptions {

    private static final int MAX_NODES = 200_000;

    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    @Option(
            names = "--values",
            paramLabel = "FILE",
            description = "JSON object of slot values, or a draft request with `values`")
    private @Nullable Path file;

    @Option(
            names = "--value",
            paramLabel = "SLOT=VALUE",
            description = "one slot value, a cell as fees[1].amount=VALUE; may be repeated")
    private Map<String, String> single = new LinkedHashMap<>();

    /// The texts by slot name, cells as [ValueTexts] names them.
    ///
    /// @throws CommandFailure if the file is missing or no JSON object of values
    SortedMap<String, String> values() {
        SortedMap<String, String> values = file == null ? new TreeMap<>() : read(file);
        // A cell from the command line may add a row to those of the file.
        single.keySet().forEach(name -> values.remove(ValueTexts.countOf(ValueTexts.slotOf(name))));
        values.putAll(single);
        return values;
    }

    private static SortedMap<String, String> read(Path file) {
        Map<String, Object> object = named(json(file));
        Map<String, Object> values = new LinkedHashMap<>();
        (object.get("values") instanceof Map<?, ?> inner ? named(inner) : object)
                .forEach((name, value) -> values.put(name, given(value)));
        List<FieldProblem> problems = new ArrayList<>();
        SortedMap<String, String> texts = JsonValues.texts("values", values, problems::add);
        if (!problems.isEmpty()) {
            throw new CommandFailure(
                    ExitStatus.WRONG_USE, file + ": " + new InvalidRequestException(problems).getMessage());
        }
        return texts;
    }

    /// What a draft or a verification tells of a value stands around it.
    private static Object given(Object value) {
        return value instanceof Map<?, ?> told && told.get("value") instanceof Object inner ? inner : value;
    }

    private static Map<String, Object> named(Map<?, ?> object) {
        Map<String, Object> named = new LinkedHashMap<>();
        object.forEach((name, value) -> named.put(String.valueOf(name), value));
        return named;
    }

    private static Map<?, ?> json(Path file) {
        try (JsonParser parser = JSON.createParser(Files.readAllBytes(file))) {
            Object tree = parser.nextToken() == null ? JsonTree.NULL : new JsonTree(parser, MAX_NODES).read();
            if (!(tree instanceof Map<?, ?> object)) {
                throw new CommandFailure(
                        ExitStatus.WRONG_USE, file + " holds no JSON object; write {\"slot\": \"value\"}.");
            }
            if (parser.nextToken() != null) {
                throw new CommandFailure(ExitStatus.WRONG_USE, file + ": something follows the JSON object.");
            }
            return object;
        } catch (InvalidRequestException e) {
            throw new CommandFailure(
                    ExitStatus.WRONG_USE, file + ": " + e.problems().getFirst().message());
        } catch (JacksonException e) {
            throw new CommandFailure(
                    ExitStatus.WRONG_USE,
                    file + ":" + e.getLocation().getLineNr() + ": this is not JSON: " + e.getOriginalMessage() + ".");
        } catch (IOException e) {
            throw new CommandFailure(ExitStatus.WRONG_USE, "The file " + file + " cannot be read.");
        }
    }
}
