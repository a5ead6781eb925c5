package org.proviso.web;

import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.proviso.clause.Excerpt;
import org.proviso.library.FieldProblem;
import org.proviso.library.RequestReader;

/// The parameters of a query string; reports what is wrong with them and goes on.
final class QueryFields {

    private final MultivaluedMap<String, String> parameters;
    private final RequestReader problems;

    /// Reports every parameter that is not in `known`, and every one that is given twice.
    QueryFields(UriInfo uri, RequestReader problems, List<String> known) {
        this.parameters = uri.getQueryParameters();
        this.problems = problems;
        for (Map.Entry<String, List<String>> parameter : parameters.entrySet()) {
            String name = parameter.getKey();
            if (!known.contains(name)) {
                report(
                        Excerpt.of(name),
                        "There is no such parameter: "
                                + (known.isEmpty()
                                        ? "the call takes none."
                                        : "the parameters are " + String.join(", ", known) + "."));
            } else if (parameter.getValue().size() > 1) {
                report(name, "The parameter is given " + parameter.getValue().size() + " times; give it once.");
            }
        }
    }

    @Nullable
    String text(String name) {
        return parameters.getFirst(name);
    }

    /// A whole number from 1 to `max`; `absent` if there is none or it is wrong.
    int count(String name, int absent, int max) {
        String text = text(name);
        if (text == null) {
            return absent;
        }
        String bounds = "give a whole number from 1 to " + max + ".";
        if (!text.matches("-?[0-9]+")) {
            report(name, "\"" + Excerpt.of(text) + "\" is not a number: " + bounds);
            return absent;
        }
        if (!text.matches("0*[1-9][0-9]{0,5}") || Integer.parseInt(text) > max) {
            problems.report(FieldProblem.refused(name, Excerpt.of(text) + " is out of bounds: " + bounds));
            return absent;
        }
        return Integer.parseInt(text);
    }

    private void report(String name, String message) {
        problems.report(FieldProblem.malformed(name, message));
    }
}
