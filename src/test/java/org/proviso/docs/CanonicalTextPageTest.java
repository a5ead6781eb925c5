package org.proviso.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.proviso.clause.CodePoints;

@DisplayName("src/docs/canonical-text.md")
class CanonicalTextPageTest {

    private static final Pattern ROW = Pattern.compile("\\| U\\+([0-9A-F]{4,6}) \\| `(.+)` \\|");

    @Test
    void theTableOfEqualCharactersIsTheOneInTheCode() throws IOException {
        String page = Files.readString(Path.of("src/docs/canonical-text.md"));

        Map<Integer, String> documented = ROW.matcher(page)
                .results()
                .collect(Collectors.toMap(row -> Integer.parseInt(row.group(1), 16), row -> row.group(2)));

        Map<Integer, String> coded = IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
                .filter(codePoint -> !CodePoints.canonical(codePoint).equals(Character.toString(codePoint)))
                .boxed()
                .collect(Collectors.toMap(codePoint -> codePoint, CodePoints::canonical));
        assertEquals(new TreeMap<>(coded), new TreeMap<>(documented));
    }
}
