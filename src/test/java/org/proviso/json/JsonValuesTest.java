package org.proviso.json;

import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.proviso.library.FieldProblem;

class JsonValuesTest {

    @Test
    void rowsBecomeTextsByCellAndTheirNumber() throws IOException {
        List<FieldProblem> problems = new ArrayList<>();

        Map<String, String> texts = texts("""
                {"term": "3 years", "late": true, "share": 5.50, "gone": null, "none": [],
                 "fees": [{"service": "hosting", "amount": "USD 5,000"}, {"service": "care", "count": 2, "x": null}]}
                """, problems);

        assertEquals(List.of(), problems);
        assertEquals(
                Map.of(
                        "term", "3 years",
                        "late", "true",
                        "share", "5.50",
                        "none[]", "0",
                        "fees[]", "2",
                        "fees[1].service", "hosting",
                        "fees[1].amount", "USD 5,000",
                        "fees[2].service", "care",
                        "fees[2].count", "2"),
                texts);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"fees": {"a": 1}}                          | values.fees: It is an object: give a string, number or boolean; of rows, an array of objects.
            {"fees": [1]}                               | values.fees[1]: It is the number 1: give an object with a value for each column
            {"fees": [{"a": 1}, null]}                  | values.fees[2]: It is null: give an object
            {"fees": [{"a": 1}, [{"a": 1}]]}            | values.fees[2]: It is an array: give an object
            {"fees": [{"a": 1}, {"a": ["x"]}]}          | values.fees[2].a: It is an array: give a string, number or boolean.
            {"fees": [{"a": {"b": 1}}]}                 | values.fees[1].a: It is an object: give a string
            {"fees": [{"a": 1}], "fees[1].a": 1}        | values.fees[1].a: It is given twice
            """)
    void whatIsNoRowsIsToldWithItsPlace(String json, String problem) throws IOException {
        List<FieldProblem> problems = new ArrayList<>();

        texts(json, problems);

        FieldProblem first = problems.getFirst();
        assertTrue((first.field() + ": " + first.message()).startsWith(problem), problems::toString);
        assertEquals(FieldProblem.Kind.MALFORMED, first.kind());
    }

    @Test
    void tooManyRowsAreRefusedBeforeTheyAreRead() throws IOException {
        List<FieldProblem> problems = new ArrayList<>();

        Map<String, String> texts = texts("{\"fees\": [" + "{\"a\": 1},".repeat(499) + "{\"a\": 1}]}", problems);

        assertEquals(Map.of(), texts);
        assertEquals(List.of("It has 500 rows: give at most 50."), messages(problems));
    }

    @Test
    void tooManyCellsAreOneProblem() throws IOException {
        String row = IntStream.range(0, 100).mapToObj(i -> "\"c" + i + "\": 1").collect(joining(",", "{", "}"));
        List<FieldProblem> problems = new ArrayList<>();

        Map<String, String> texts =
                texts("{\"fees\": [" + String.join(",", Collections.nCopies(50, row)) + "]}", problems);

        assertEquals(Map.of(), texts);
        assertEquals(List.of("The rows have more than 2500 values in all: send less."), messages(problems));
    }

    private static List<String> messages(List<FieldProblem> problems) {
        return problems.stream().map(FieldProblem::message).toList();
    }

    private static Map<String, String> texts(String json, List<FieldProblem> problems) throws IOException {
        try (JsonParser parser = new JsonFactory().createParser(json)) {
            parser.nextToken();
            Map<String, Object> values = new LinkedHashMap<>();
            ((Map<?, ?>) new JsonTree(parser, 100_000).read())
                    .forEach((name, value) -> values.put(String.valueOf(name), value));
            return JsonValues.texts("values", values, problems::add);
        }
    }
}
