package org.proviso.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@QuarkusTest
@DisplayName("The README's curl commands")
class ReadmeIT {

    private static final Pattern SHELL = Pattern.compile("```sh\n(.*?)```", Pattern.DOTALL);

    @TempDir
    private Path folder;

    @TestHTTPResource
    private URI server;

    @Test
    void draftVerifyRejectAndAsk() throws IOException, InterruptedException {
        assumeTrue(run("command -v curl && command -v jq") != null, "curl and jq are not installed");
        List<String> commands = SHELL.matcher(Files.readString(Path.of("README.md")))
                .results()
                .map(block -> block.group(1))
                .filter(block -> block.contains("127.0.0.1:8080/v1/"))
                .map(block -> block.replace("http://127.0.0.1:8080/", server.toString()))
                .toList();
        assertEquals(4, commands.size());

        assertEquals(
                "{\"status\":\"complete\",\"verdict\":\"verified\",\"coverage\":1}", compact(run(commands.get(0))));
        String verified = compact(run(commands.get(1)));
        assertTrue(verified.startsWith("{\"verdict\":\"verified\",\"coverage\":1}"), verified);
        assertTrue(verified.contains("\"verdict\":\"values-unconfirmed\""), verified);
        assertTrue(verified.contains("\"first-party\":\"Acme,Inc.\""), verified);
        String rejected = run(commands.get(2));
        assertTrue(rejected.contains("\"rejected\""), rejected);
        assertTrue(rejected.contains("\\\"some\\\" stands where \\\"reasonable\\\" is approved"), rejected);
        String answer = run(commands.get(3));
        assertTrue(answer.contains("> — confidentiality.affiliates.consent@1"), answer);
    }

    private static String compact(String json) {
        return json.replaceAll("\\s", "").replace("1.0}", "1}");
    }

    /// What a script prints; fails the test if it fails, and is null if that was a question whether a command exists.
    private String run(String script) throws IOException, InterruptedException {
        Process process = new ProcessBuilder("bash", "-e", "-o", "pipefail", "-c", script)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String printed = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        int status = process.waitFor();
        if (status != 0 && script.startsWith("command -v")) {
            return null;
        }
        assertEquals(0, status, printed);
        return printed;
    }
}
