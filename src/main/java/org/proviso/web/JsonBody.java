package org.proviso.web;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import io.quarkus.runtime.configuration.MemorySize;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.IOException;
import java.io.InputStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.proviso.clause.Excerpt;
import org.proviso.json.JsonTree;
import org.proviso.library.FieldProblem;
import org.proviso.library.InvalidRequestException;
import org.proviso.library.RequestReader;

/// The one place where bodies are read: one JSON object, no key twice, nothing behind it, and no larger than
/// `quarkus.http.limits.max-body-size`.
@Singleton
final class JsonBody {

    /// Objects, arrays and values in one body; far above what any request needs, far below what memory holds.
    private static final int MAX_NODES = 200_000;

    private static final JsonFactory JSON = JsonFactory.builder()
            // Names that collide would break the table of names that all parsers share.
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            // A whole document may be one string; the size of the body bounds it.
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(Integer.MAX_VALUE)
                    .build())
            .build();

    private final BodyLimit limit;

    JsonBody(@ConfigProperty(name = BodyLimit.PROPERTY) MemorySize limit) {
        this.limit = new BodyLimit(limit.asLongValue());
    }

    /// Reads a request's body.
    ///
    /// @param problems where its fields report what is wrong with them
    /// @throws InvalidRequestException if it is not one JSON object
    /// @throws ProblemException if it is too large or declared to be something else than JSON
    JsonFields read(HttpHeaders headers, @Nullable InputStream body, RequestReader problems) {
        try (InputStream bounded = limit.bound(body == null ? InputStream.nullInputStream() : body);
                JsonParser parser = JSON.createParser(bounded)) {
            return read(headers, parser, problems);
        } catch (JsonEOFException e) {
            throw malformed("The JSON ends too early, " + at(e.getLocation()) + ".");
        } catch (StreamConstraintsException e) {
            throw malformed("The JSON is nested too deeply, or a name or number in it is too long, "
                    + at(e.getLocation()) + ".");
        } catch (JsonProcessingException e) {
            throw malformed(message(e));
        } catch (IOException e) {
            throw malformed("The body did not arrive in full.");
        }
    }

    private static JsonFields read(HttpHeaders headers, JsonParser parser, RequestReader problems) throws IOException {
        if (parser.nextToken() == null) {
            throw malformed("The body is empty: send a JSON object.");
        }
        if (headers.getMediaType() == null) {
            throw new ProblemException(
                    ProblemKind.UNSUPPORTED_MEDIA_TYPE,
                    "The header Content-Type is missing: send Content-Type: application/json.");
        }
        JsonTree tree = new JsonTree(parser, MAX_NODES);
        Object top = tree.read();
        if (parser.nextToken() != null) {
            throw malformed("Something follows the JSON object, " + at(parser.currentTokenLocation())
                    + "; send one object only.");
        }
        return JsonFields.top(top, problems);
    }

    private static String message(JsonProcessingException e) {
        if (e.getOriginalMessage().startsWith("Duplicate field") && e.getProcessor() instanceof JsonParser parser) {
            try {
                return "\"" + Excerpt.of(String.valueOf(parser.currentName())) + "\" stands twice in one object, "
                        + at(e.getLocation()) + "; keep one.";
            } catch (IOException unreadable) {
                return "A key stands twice in one object, " + at(e.getLocation()) + "; keep one.";
            }
        }
        // What stands behind a backtick is advice on how to program the parser.
        String reason = e.getOriginalMessage().replaceFirst("[:,(]?[^:,(]*`(?s:.*)", "");
        return "The body is not JSON, " + at(e.getLocation()) + ": " + Excerpt.of(reason);
    }

    private static String at(@Nullable JsonLocation location) {
        return location == null
                ? "at an unknown place"
                : "at line " + location.getLineNr() + ", column " + location.getColumnNr();
    }

    private static InvalidRequestException malformed(String message) {
        return new InvalidRequestException(FieldProblem.malformed("", message));
    }
}
