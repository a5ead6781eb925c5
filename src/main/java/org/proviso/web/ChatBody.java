package org.proviso.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.proviso.clause.Excerpt;
import org.proviso.library.FieldProblem;
import org.proviso.library.RequestReader;

/// The body of a request for a chat completion: what OpenAI's has, as far as it means something here.
@Schema(
        name = "ChatRequest",
        requiredProperties = "messages",
        description = "OpenAI's request. Parameters that steer a language model are taken and ignored.")
record ChatBody(
        List<Message> messages,

        @Schema(description = "Streaming is not there yet: false or absent.") @Nullable
        Boolean stream,

        @Schema(description = "Proviso's own: which clauses may be quoted.") @Nullable
        FilterBody proviso) {

    static final String EXAMPLE = """
            {
              "model": "proviso",
              "messages": [{"role": "user", "content": "What do we say about returning confidential documents?"}],
              "proviso": {"jurisdiction": "US-DE", "contract": "mutual-nda"}
            }
            """;

    private static final List<String> ROLES = List.of("system", "developer", "user", "assistant", "tool", "function");

    /// What OpenAI's interface has and Proviso, which has one deterministic answer, does not need.
    private static final Set<String> IGNORED = Set.of(
            "model",
            "temperature",
            "top_p",
            "max_tokens",
            "max_completion_tokens",
            "stop",
            "presence_penalty",
            "frequency_penalty",
            "logit_bias",
            "logprobs",
            "top_logprobs",
            "seed",
            "user",
            "safety_identifier",
            "prompt_cache_key",
            "prompt_cache_retention",
            "metadata",
            "store",
            "response_format",
            "modalities",
            "audio",
            "prediction",
            "tools",
            "tool_choice",
            "parallel_tool_calls",
            "functions",
            "function_call",
            "stream_options",
            "service_tier",
            "reasoning_effort",
            "verbosity",
            "web_search_options");

    /// @param content its text parts, one after the other
    @Schema(name = "ChatMessage")
    record Message(
            @Schema(enumeration = {"system", "developer", "user", "assistant", "tool", "function"})
            String role,

            @Schema(description = "A string, or an array of {type: \"text\", text}.")
            String content) {}

    /// The restrictions of a search, for OpenAPI; [FilterReader] reads them.
    @Schema(name = "ChatFilter", additionalProperties = Schema.False.class)
    record FilterBody(
            @Nullable String jurisdiction,
            @Nullable String contract,
            @Nullable String position,
            @Nullable String category,
            @Nullable String asOf) {

        static FilterBody read(JsonFields fields) {
            FilterBody filter = new FilterBody(
                    fields.text("jurisdiction"),
                    fields.text("contract"),
                    fields.text("position"),
                    fields.text("category"),
                    fields.text("asOf"));
            fields.refuseUnknown();
            return filter;
        }

        @Nullable
        String field(String name) {
            return switch (name) {
                case "jurisdiction" -> jurisdiction;
                case "contract" -> contract;
                case "position" -> position;
                case "category" -> category;
                case "asOf" -> asOf;
                default -> null;
            };
        }
    }

    /// The last message of a user: what is asked; empty if there is none.
    String question() {
        return messages.reversed().stream()
                .filter(message -> message.role().equals("user"))
                .map(Message::content)
                .findFirst()
                .orElse("");
    }

    static ChatBody read(JsonFields fields, RequestReader problems) {
        fields.ignore(IGNORED);
        String choices = fields.numeral("n");
        if (choices != null && !choices.equals("1")) {
            problems.report(FieldProblem.refused("n", "There is one answer only: leave n out, or give 1."));
        }
        Boolean stream = fields.flag("stream");
        if (Boolean.TRUE.equals(stream)) {
            fields.report("stream", "Streaming is not there yet: leave stream out, or give false.");
        }
        JsonFields proviso = fields.object("proviso");
        FilterBody filter = proviso == null ? null : FilterBody.read(proviso);
        ChatBody body = new ChatBody(messages(fields), stream, filter);
        fields.refuseUnknown();
        if (body.question().isBlank() && !body.messages().isEmpty()) {
            problems.report(FieldProblem.refused(
                    "messages", "There is no question: give a message with role \"user\" and a text."));
        }
        return body;
    }

    private static List<Message> messages(JsonFields fields) {
        List<Message> messages = new ArrayList<>();
        List<JsonFields> objects = fields.objects("messages");
        if (objects == null || objects.isEmpty()) {
            if (objects != null || fields.isAbsent("messages")) {
                fields.report("messages", "There is no message: give [{\"role\": \"user\", \"content\": \"…\"}].");
            }
            return messages;
        }
        for (JsonFields object : objects) {
            String remedy = "give one of " + String.join(", ", ROLES) + ".";
            String role = object.requiredText("role", remedy);
            if (role != null && !ROLES.contains(role)) {
                object.report("role", "\"" + Excerpt.of(role) + "\" is not a role: " + remedy);
            }
            messages.add(new Message(role == null ? "" : role, content(object)));
        }
        return messages;
    }

    private static String content(JsonFields message) {
        if (message.isAbsent("content")) {
            return "";
        }
        if (message.isText("content")) {
            return String.valueOf(message.text("content"));
        }
        StringBuilder content = new StringBuilder();
        List<JsonFields> parts = message.objects("content");
        for (JsonFields part : parts == null ? List.<JsonFields>of() : parts) {
            String type = part.requiredText("type", "give \"text\".");
            if (type != null && !type.equals("text")) {
                part.report("type", "\"" + Excerpt.of(type) + "\" is not read: give \"text\".");
            } else {
                String text = part.requiredText("text", "give the words.");
                content.append(content.isEmpty() ? "" : "\n").append(text == null ? "" : text);
            }
        }
        return content.toString();
    }
}
