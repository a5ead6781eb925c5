package org.proviso.answering;

import java.util.stream.Collectors;
import org.proviso.answering.Answer.Comment;
import org.proviso.answering.Answer.Notice;
import org.proviso.answering.Answer.Part;
import org.proviso.answering.Answer.Quote;

/// An answer as Markdown: quotes as block quotes that end in their clause version, everything else as plain text.
public final class AnswerText {

    private AnswerText() {}

    public static String of(Answer answer) {
        return answer.parts().stream().map(AnswerText::of).collect(Collectors.joining("\n\n"));
    }

    private static String of(Part part) {
        return switch (part) {
            case Quote quote -> quote(quote);
            case Comment comment -> comment.text();
            case Notice notice ->
                notice.nearest().isEmpty()
                        ? notice.text()
                        : notice.text() + " Nearest: "
                                + notice.nearest().stream()
                                        .map(Object::toString)
                                        .collect(Collectors.joining(", "))
                                + ".";
        };
    }

    /// Every line of the clause behind `> `, then the clause version on a line of its own.
    private static String quote(Quote quote) {
        String lines =
                quote.text().lines().map(line -> ("> " + line).stripTrailing()).collect(Collectors.joining("\n"));
        return lines + "\n>\n> — " + quote.clause().versionId();
    }
}
