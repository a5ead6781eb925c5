package org.proviso.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Comparator;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.proviso.clause.Excerpt;
import org.proviso.library.FieldProblem;
import org.proviso.library.LibraryProblem;

/// An error as RFC 9457 has it.
///
/// @param type `urn:proviso:problem:` and the kind
/// @param instance the path asked for; of a failure, the URN that the log names too
/// @param errors what is wrong, field by field; empty if it is not about fields
/// @param problems what is wrong with the library's folder; null if it is not about that
@Schema(name = "Problem", description = "What is wrong with a request (RFC 9457).")
record Problem(
        @Schema(examples = "urn:proviso:problem:refused") String type,
        String title,
        int status,

        @Schema(description = "Everything that is wrong, and what to do instead.")
        String detail,

        String instance,

        @Schema(description = "The same field by field; empty if it is not about fields.")
        List<FieldError> errors,

        @Schema(description = "What is wrong with the library's folder, at most 50; absent if it is not about that.")
        @Nullable
        List<LibraryProblemView> problems) {

    static final String MEDIA_TYPE = "application/problem+json";

    /// The most field errors that one problem lists.
    private static final int MAX_ERRORS = 50;

    private static final JsonMapper JSON = JsonMapper.builder()
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
            .build();

    /// @param field such as `values.purpose`
    @Schema(name = "FieldError")
    record FieldError(@Schema(examples = "values.purpose") String field, String detail) {}

    Problem {
        errors = List.copyOf(errors);
        problems = problems == null ? null : List.copyOf(problems);
    }

    static Problem of(ProblemKind kind, String detail, String path) {
        return new Problem(kind.type(), kind.title(), kind.status(), detail, Excerpt.of(path), List.of(), null);
    }

    /// The problem that is made of these, the worst first: malformed, then not found, then refused.
    static Problem of(List<FieldProblem> problems, String path) {
        List<FieldProblem> worstFirst = problems.stream()
                .sorted(Comparator.comparing(FieldProblem::kind))
                .limit(MAX_ERRORS)
                .toList();
        ProblemKind kind = worstFirst.isEmpty()
                ? ProblemKind.MALFORMED_REQUEST
                : ProblemKind.of(worstFirst.getFirst().kind());
        StringBuilder detail = new StringBuilder();
        worstFirst.forEach(problem -> detail.append(detail.isEmpty() ? "" : " ")
                .append(problem.field().isEmpty() ? "" : problem.field() + ": ")
                .append(problem.message()));
        if (problems.size() > MAX_ERRORS) {
            detail.append(" And ").append(problems.size() - MAX_ERRORS).append(" more.");
        }
        return new Problem(
                kind.type(),
                kind.title(),
                kind.status(),
                detail.toString(),
                Excerpt.of(path),
                worstFirst.stream()
                        .map(problem -> new FieldError(problem.field(), problem.message()))
                        .toList(),
                null);
    }

    /// The problem that the library's folder is broken.
    static Problem ofLibrary(List<LibraryProblem> problems, String path) {
        ProblemKind kind = ProblemKind.BROKEN_LIBRARY;
        int more = problems.size() - LibraryProblemView.MAX;
        return new Problem(
                kind.type(),
                kind.title(),
                kind.status(),
                "What was served before is served on. " + problems.getFirst()
                        + (problems.size() > 1 ? " The member problems lists them all" : "")
                        + (more > 0 ? ", but for " + more : "")
                        + (problems.size() > 1 ? "." : ""),
                Excerpt.of(path),
                List.of(),
                LibraryProblemView.of(problems));
    }

    byte[] json() {
        try {
            return JSON.writeValueAsBytes(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a problem is not to be written", e);
        }
    }
}
