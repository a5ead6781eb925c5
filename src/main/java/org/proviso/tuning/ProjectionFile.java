package org.proviso.tuning;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.proviso.clause.Excerpt;
import org.proviso.retrieval.Projection;
import org.proviso.retrieval.TokenProjection;

/// Projections with where they come from, and their file: the tensor `projection` and, if there is one, the tensor
/// `tokens` in the format [safetensors](https://huggingface.co/docs/safetensors), which other programs read too.
///
/// @param tokens null if none was learned
/// @param model the id of the embedder whose vectors it was learned from; it means nothing for others
/// @param provenance who made it from what, by names such as `source`, `licence`, `seed`
public record ProjectionFile(
        Projection projection, @Nullable TokenProjection tokens, String model, SortedMap<String, String> provenance) {

    static final int MAX_BYTES = 16 << 20;

    private static final String TENSOR = "projection";
    private static final String TOKENS = "tokens";
    private static final int MAX_SIDE = 1024;
    private static final String METADATA = "__metadata__";
    private static final String MODEL = "model";
    private static final String OFFSETS = "data_offsets";
    private static final int LENGTH_BYTES = Long.BYTES;

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /// @throws IllegalArgumentException if the two are of vectors of other dimensions
    public ProjectionFile {
        if (tokens != null && tokens.from() != projection.dimensions()) {
            throw new IllegalArgumentException("Its tensor \"" + TOKENS + "\" has " + tokens.from() + " rows, not "
                    + projection.dimensions() + ".");
        }
        provenance = Collections.unmodifiableSortedMap(new TreeMap<>(provenance));
    }

    public ProjectionFile(Projection projection, String model, SortedMap<String, String> provenance) {
        this(projection, null, model, provenance);
    }

    /// @throws IllegalArgumentException saying what is wrong with the bytes
    /// @throws IOException if they cannot be read
    public static ProjectionFile read(InputStream file) throws IOException {
        byte[] bytes = file.readNBytes(MAX_BYTES + 1);
        if (bytes.length > MAX_BYTES) {
            throw new IllegalArgumentException("It is larger than 16 MiB.");
        }
        ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        long headerBytes = bytes.length < LENGTH_BYTES ? -1 : buffer.getLong();
        if (headerBytes < 2 || headerBytes > buffer.remaining()) {
            throw new IllegalArgumentException("It is no file of safetensors: it has no header.");
        }
        byte[] header = new byte[(int) headerBytes];
        buffer.get(header);
        return of(header(header), buffer.slice().order(ByteOrder.LITTLE_ENDIAN));
    }

    private static JsonNode header(byte[] bytes) throws IOException {
        try {
            return JSON.readTree(bytes);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("It is no file of safetensors: its header is no JSON.", e);
        }
    }

    private static ProjectionFile of(JsonNode header, ByteBuffer data) {
        JsonNode shape = header.path(TENSOR).path("shape");
        int dimensions = shape.path(0).asInt();
        if (!isMatrix(header.path(TENSOR)) || shape.path(1).asInt() != dimensions) {
            throw new IllegalArgumentException("It has no tensor \"" + TENSOR
                    + "\" of 32-bit numbers with as many rows as columns, at most 1024.");
        }
        float[] added = numbers(TENSOR, header.path(TENSOR), data);
        TokenProjection tokens = header.has(TOKENS) ? tokens(header.path(TOKENS), data) : null;
        SortedMap<String, String> provenance = new TreeMap<>();
        header.path(METADATA)
                .properties()
                .forEach(
                        entry -> provenance.put(entry.getKey(), entry.getValue().asText()));
        String model = provenance.remove(MODEL);
        if (model == null) {
            throw new IllegalArgumentException("It does not name the model that its vectors are of.");
        }
        return new ProjectionFile(Projection.of(dimensions, added), tokens, model, provenance);
    }

    private static TokenProjection tokens(JsonNode tensor, ByteBuffer data) {
        if (!isMatrix(tensor)) {
            throw new IllegalArgumentException(
                    "Its tensor \"" + TOKENS + "\" is no matrix of 32-bit numbers of at most 1024 rows and columns.");
        }
        return TokenProjection.of(
                tensor.path("shape").path(0).asInt(),
                tensor.path("shape").path(1).asInt(),
                numbers(TOKENS, tensor, data));
    }

    private static boolean isMatrix(JsonNode tensor) {
        JsonNode shape = tensor.path("shape");
        return tensor.path("dtype").asText().equals("F32")
                && shape.size() == 2
                && isSide(shape.path(0).asInt())
                && isSide(shape.path(1).asInt());
    }

    private static boolean isSide(int side) {
        return side >= 1 && side <= MAX_SIDE;
    }

    private static float[] numbers(String name, JsonNode tensor, ByteBuffer data) {
        int count = tensor.path("shape").path(0).asInt()
                * tensor.path("shape").path(1).asInt();
        long bytes = (long) count * Float.BYTES;
        long from = tensor.path(OFFSETS).path(0).asLong(-1);
        if (from < 0 || tensor.path(OFFSETS).path(1).asLong(-1) != from + bytes || from + bytes > data.capacity()) {
            throw new IllegalArgumentException("The numbers of \"" + name + "\" are not all there.");
        }
        float[] numbers = new float[count];
        data.slice((int) from, (int) bytes)
                .order(ByteOrder.LITTLE_ENDIAN)
                .asFloatBuffer()
                .get(numbers);
        return numbers;
    }

    /// @return the same bytes for equal content
    public byte[] bytes() {
        ObjectNode header = JSON.createObjectNode();
        ObjectNode metadata = header.putObject(METADATA);
        metadata.put(MODEL, model);
        provenance.forEach(metadata::put);
        int bytes = describe(header.putObject(TENSOR), projection.dimensions(), projection.dimensions(), 0);
        if (tokens != null) {
            bytes = describe(header.putObject(TOKENS), tokens.from(), tokens.to(), bytes);
        }
        // The format wants the numbers at a multiple of eight.
        byte[] written = header.toString().getBytes(StandardCharsets.UTF_8);
        int padded = (written.length + 7) / 8 * 8;
        ByteBuffer file = ByteBuffer.allocate(LENGTH_BYTES + padded + bytes).order(ByteOrder.LITTLE_ENDIAN);
        file.putLong(padded).put(written);
        while (file.position() < LENGTH_BYTES + padded) {
            file.put((byte) ' ');
        }
        put(projection.added(), file);
        if (tokens != null) {
            put(tokens.matrix(), file);
        }
        return file.array();
    }

    /// @return where its numbers end
    private static int describe(ObjectNode tensor, int rows, int columns, int begin) {
        int end = begin + rows * columns * Float.BYTES;
        tensor.put("dtype", "F32");
        tensor.putArray("shape").add(rows).add(columns);
        tensor.putArray(OFFSETS).add(begin).add(end);
        return end;
    }

    private static void put(float[] numbers, ByteBuffer file) {
        for (float number : numbers) {
            file.putFloat(number);
        }
    }

    /// @throws IllegalArgumentException if the vectors are of another model
    public void requireModel(String modelId) {
        if (!model.equals(modelId)) {
            throw new IllegalArgumentException(
                    "It was learned from vectors of " + Excerpt.of(model) + ", and the model here is " + modelId + ".");
        }
    }
}
