package org.proviso.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.proviso.answering.Answer;
import org.proviso.answering.AnswerText;
import org.proviso.json.AnswerParts;

/// An answer as OpenAI's interface has it, and in the extra field `proviso` part by part.
@Schema(name = "ChatCompletion")
record ChatCompletion(
        String id,
        String object,
        @Schema(description = "Seconds since 1970.") long created,
        String model,
        List<Choice> choices,
        Usage usage,
        AnswerParts proviso) {

    static final String MODEL = "proviso";

    @Schema(name = "ChatChoice")
    record Choice(
            int index,
            Reply message,

            @JsonProperty("finish_reason") @Schema(name = "finish_reason")
            String finishReason) {}

    @Schema(name = "ChatReply")
    record Reply(
            String role,

            @Schema(
                    description =
                            "Markdown: clauses as block quotes that end in their id@version, the rest as plain text.")
            String content) {}

    /// Words, since there is no model that has tokens.
    @Schema(name = "ChatUsage", description = "Counted in words: no language model is at work.")
    record Usage(
            @JsonProperty("prompt_tokens") @Schema(name = "prompt_tokens")
            int prompt,

            @JsonProperty("completion_tokens") @Schema(name = "completion_tokens")
            int completion,

            @JsonProperty("total_tokens") @Schema(name = "total_tokens")
            int total) {}

    /// @param created seconds since 1970
    static ChatCompletion of(String id, long created, ChatBody asked, Answer answer) {
        String content = AnswerText.of(answer);
        int prompt = asked.messages().stream()
                .mapToInt(message -> words(message.content()))
                .sum();
        int completion = words(content);
        return new ChatCompletion(
                id,
                "chat.completion",
                created,
                MODEL,
                List.of(new Choice(0, new Reply("assistant", content), "stop")),
                new Usage(prompt, completion, prompt + completion),
                AnswerParts.of(answer));
    }

    private static int words(String text) {
        int words = 0;
        boolean inWord = false;
        for (int i = 0; i < text.length(); i++) {
            boolean space = Character.isWhitespace(text.charAt(i));
            words += !space && !inWord ? 1 : 0;
            inWord = !space;
        }
        return words;
    }
}
