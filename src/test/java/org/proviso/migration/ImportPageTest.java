package org.proviso.migration;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// The page's table of columns is the code's.
class ImportPageTest {

    private static final Pattern ROW =
            Pattern.compile("(?m)^\\| (`[a-z-]+`(?:, `[a-z-]+`)?)(?: \\(.*\\))? \\| (.*) \\|$");

    @Test
    void everyHeadingStandsOnThePage() throws IOException {
        Map<String, List<String>> page = new TreeMap<>();
        String text = Files.readString(Path.of("src/docs/library-import.md"));
        Matcher row = ROW.matcher(text.substring(text.indexOf("| key |"), text.indexOf("`--column text")));
        while (row.find()) {
            String[] keys = row.group(1).replace("`", "").split(", ");
            String[] headings = row.group(2).split("; ");
            for (int i = 0; i < keys.length; i++) {
                page.put(keys[i], List.of(headings[i].split(", ")));
            }
        }

        Map<String, List<String>> code = new TreeMap<>();
        for (Column column : Column.values()) {
            code.put(column.key(), column.headings());
        }
        assertEquals(code, page);
    }
}
