package org.proviso.json;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.proviso.answering.Answer;

/// An answer part by part.
@Schema(name = "AnswerParts")
public record AnswerParts(String root, List<PartView> parts) {

    /// @param clause of a quote, its clause version
    /// @param citations of a comment
    /// @param nearest of a notice
    @Schema(name = "AnswerPart")
    public record PartView(
            @Schema(enumeration = {"quote", "comment", "notice"})
            String type,

            String text,
            @Nullable String clause,
            @Nullable String title,
            @Nullable String position,
            @Nullable List<String> citations,
            @Nullable List<String> nearest,
            @Nullable Double score) {

        public static PartView of(Answer.Part part) {
            return switch (part) {
                case Answer.Quote quote ->
                    new PartView(
                            "quote",
                            quote.text(),
                            quote.clause().versionId().toString(),
                            quote.clause().title(),
                            quote.clause().position().toString(),
                            null,
                            null,
                            quote.score());
                case Answer.Comment comment ->
                    new PartView(
                            "comment",
                            comment.text(),
                            null,
                            null,
                            null,
                            Written.strings(comment.citations()),
                            null,
                            null);
                case Answer.Notice notice ->
                    new PartView(
                            "notice", notice.text(), null, null, null, null, Written.strings(notice.nearest()), null);
            };
        }
    }

    public static AnswerParts of(Answer answer) {
        return new AnswerParts(
                answer.root().hex(), answer.parts().stream().map(PartView::of).toList());
    }
}
