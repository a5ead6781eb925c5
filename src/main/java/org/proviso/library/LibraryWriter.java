package org.proviso.library;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.LinkedHashMap;
import java.util.Map;
import org.proviso.clause.ClauseVersion;

/// Writes the library's own forms: the files of a folder and the lines of a bulk file. The law is that
/// [LibraryLoader] and [LibraryReader] read what was written as the same clause, recipe or settings; the same
/// thing is always the same characters.
public final class LibraryWriter {

    private static final JsonMapper JSON = new JsonMapper();

    private LibraryWriter() {}

    /// `clauses/…/<id>.md`.
    public static String clauseFile(ClauseVersion clause) {
        return clauseFile(ClauseFields.of(clause), clause.text().source());
    }

    /// A clause's file out of the keys of its front matter, in their order, and its text.
    ///
    /// @param fields of texts, numbers, truth values, lists and mappings
    public static String clauseFile(Map<String, ?> fields, String text) {
        return "---\n" + YamlWriter.write(fields) + "---\n" + text + "\n";
    }

    /// `contracts/<id>.yaml`.
    public static String recipeFile(ContractType recipe) {
        return YamlWriter.write(RecipeFields.of(recipe));
    }

    /// `library.yaml`.
    public static String settingsFile(LibrarySettings settings) {
        return YamlWriter.write(SettingsFile.fields(settings));
    }

    /// A line of a bulk file, without its end.
    public static String clauseLine(ClauseVersion clause) {
        Map<String, Object> fields = new LinkedHashMap<>(ClauseFields.of(clause));
        fields.put("text", clause.text().source());
        return json(fields);
    }

    /// The line of an export that holds a recipe.
    public static String recipeLine(ContractType recipe) {
        return json(Map.of(LibraryReader.RECIPE, RecipeFields.of(recipe)));
    }

    /// The line of an export that holds the settings.
    public static String settingsLine(LibrarySettings settings) {
        return json(Map.of(LibraryReader.SETTINGS, SettingsFile.fields(settings)));
    }

    private static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("texts and numbers cannot fail to be JSON", e);
        }
    }
}
