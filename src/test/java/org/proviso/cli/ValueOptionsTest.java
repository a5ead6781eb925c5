package org.proviso.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

class ValueOptionsTest {

    private static final Map<String, String> ONE_FEE =
            Map.of("fees[]", "1", "fees[1].service", "hosting", "fees[1].amount", "USD 5");

    @TempDir
    private Path folder;

    @Command
    private static final class WithValues {
        @Mixin
        private ValueOptions values = new ValueOptions();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"fees\": [{\"service\": \"hosting\", \"amount\": \"USD 5\"}]}",
                "{\"contractType\": \"x\", \"values\": {\"fees\": [{\"service\": \"hosting\", \"amount\": \"USD 5\"}]}}",
                "{\"values\": {\"fees\": {\"value\": [{\"service\": \"hosting\", \"amount\": \"USD 5\"}], \"confirmed\": true}}}"
            })
    void aFileMayHoldValuesARequestOrADraft(String json) throws IOException {
        assertEquals(ONE_FEE, values(json));
    }

    @Test
    void aVerificationNamesItsCells() throws IOException {
        assertEquals(Map.of("fees", "1", "fees[1].amount", "USD 5", "late", "true"), values("""
                        {"values": {"fees": {"value": "1", "type": "rows"}, "fees[1].amount": {"value": "USD 5"},
                         "late": {"value": true}}}"""));
    }

    @Test
    void theCommandLineWinsCellByCellAndMayAddRows() throws IOException {
        assertEquals(
                Map.of("fees[1].service", "hosting", "fees[1].amount", "USD 6", "fees[2].service", "care"),
                values(
                        "{\"fees\": [{\"service\": \"hosting\", \"amount\": \"USD 5\"}]}",
                        "fees[1].amount=USD 6",
                        "fees[2].service=care"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"fees\": [1]}",
                "{\"fees\": [{\"a\": []}]}",
                "{\"fees\": {\"a\": 1}}",
                "{\"fees\": 1, \"fees\": 2}",
                "{} {}",
                "[]",
                "",
                "{\"fees\": [{\"a\": \"\\ud800\"}]}",
                "{\"fees\":"
            })
    void whatIsNoValuesIsRefusedWithTheFile(String json) {
        CommandFailure failure = assertThrows(CommandFailure.class, () -> values(json));

        assertEquals(ExitStatus.WRONG_USE, failure.status());
        assertTrue(failure.getMessage().contains("values.json"), failure.getMessage());
    }

    private Map<String, String> values(String json, String... single) throws IOException {
        List<String> arguments = new ArrayList<>(List.of(
                "--values",
                Files.writeString(folder.resolve("values.json"), json).toString()));
        for (String value : single) {
            arguments.add("--value=" + value);
        }
        WithValues command = new WithValues();
        new CommandLine(command).parseArgs(arguments.toArray(String[]::new));
        return command.values.values();
    }
}
