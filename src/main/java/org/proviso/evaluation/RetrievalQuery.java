package org.proviso.evaluation;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/// A query as its file has it.
///
/// @param line where it stands
/// @param tag what kind of query it is; empty if the file does not say
/// @param contract the contract type that it asks about, or null
/// @param jurisdiction the law that it asks about, or null
record RetrievalQuery(
        JsonLine line,
        String id,
        String text,
        String tag,
        @Nullable String contract,
        @Nullable String jurisdiction) {

    static RetrievalQuery of(JsonLine line, String id, String text) {
        JsonNode metadata = line.object().path("metadata");
        String tag = written(metadata.path("tag"));
        String category = written(metadata.path("category"));
        return new RetrievalQuery(
                line,
                id,
                text,
                tag != null ? tag : category != null ? category : "",
                written(metadata.path("contract")),
                written(metadata.path("jurisdiction")));
    }

    private static @Nullable String written(JsonNode value) {
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        return value.isValueNode() ? value.asText() : value.toString();
    }
}
