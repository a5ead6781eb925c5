package org.proviso.tuning;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.proviso.retrieval.Projection;
import org.proviso.retrieval.TokenProjection;

final class ProjectionFileTest {

    private static final ProjectionFile FILE = new ProjectionFile(
            Projection.of(2, new float[] {1, -2, 0.5f, 0}),
            "a-model",
            new TreeMap<>(java.util.Map.of("source", "Queries of a team", "seed", "7")));

    @Test
    void itIsReadAsItWasWritten() throws IOException {
        assertEquals(FILE, read(FILE.bytes()));
        assertArrayEquals(FILE.bytes(), read(FILE.bytes()).bytes());
    }

    /// As other programs read it: the length of the header, the header, the numbers.
    @Test
    void itHasTheFormatOfSafetensors() {
        ByteBuffer bytes = ByteBuffer.wrap(FILE.bytes()).order(ByteOrder.LITTLE_ENDIAN);
        byte[] header = new byte[(int) bytes.getLong()];
        bytes.get(header);

        assertEquals(
                "{\"__metadata__\":{\"model\":\"a-model\",\"seed\":\"7\",\"source\":\"Queries of a team\"},"
                        + "\"projection\":{\"dtype\":\"F32\",\"shape\":[2,2],\"data_offsets\":[0,16]}}",
                new String(header, StandardCharsets.UTF_8).strip());
        assertEquals(0, bytes.position() % 8);
        assertEquals(16, bytes.remaining());
        assertEquals(1, bytes.getFloat());
        assertEquals(-2, bytes.getFloat());
    }

    @Test
    void aProjectionOfTokensIsReadAsItWasWritten() throws IOException {
        ProjectionFile both = new ProjectionFile(
                FILE.projection(), TokenProjection.of(2, 1, new float[] {3, -4}), FILE.model(), FILE.provenance());

        assertEquals(both, read(both.bytes()));
        assertArrayEquals(both.bytes(), read(both.bytes()).bytes());
        String text = new String(both.bytes(), StandardCharsets.ISO_8859_1);
        assertTrue(text.contains("\"tokens\":{\"dtype\":\"F32\",\"shape\":[2,1],\"data_offsets\":[16,24]}"), text);
        assertNull(read(FILE.bytes()).tokens());
    }

    @Test
    void bothAreOfOneModel() {
        TokenProjection other = TokenProjection.of(3, 1, new float[3]);

        assertThrows(
                IllegalArgumentException.class,
                () -> new ProjectionFile(FILE.projection(), other, FILE.model(), FILE.provenance()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "not JSON | no JSON",
                "[] | no tensor",
                "{} | no tensor",
                "{'projection':{'dtype':'F16','shape':[2,2],'data_offsets':[0,8]}} | no tensor",
                "{'projection':{'dtype':'F32','shape':[2,3],'data_offsets':[0,24]}} | no tensor",
                "{'projection':{'dtype':'F32','shape':[2,2,1],'data_offsets':[0,16]}} | no tensor",
                "{'projection':{'dtype':'F32','shape':[99999,99999],'data_offsets':[0,16]}} | no tensor",
                "{'projection':{'dtype':'F32','shape':[2,2],'data_offsets':[0,99]}} | not all there",
                "{'projection':{'dtype':'F32','shape':[2,2],'data_offsets':[8,24]}} | not all there",
                "{'projection':{'dtype':'F32','shape':[2,2],'data_offsets':[-16,0]}} | not all there",
                "{'projection':{'dtype':'F32','shape':[2,2],'data_offsets':[0,16]}} | does not name the model",
                "{'projection':{'dtype':'F32','shape':[2,2],'data_offsets':[0,16]},'tokens':{'dtype':'F32','shape':[2]}}"
                        + " | no matrix",
                "{'projection':{'dtype':'F32','shape':[2,2],'data_offsets':[0,16]},"
                        + "'tokens':{'dtype':'F32','shape':[2,1],'data_offsets':[16,24]}} | not all there",
                "{'__metadata__':{'model':'m'},'projection':{'dtype':'F32','shape':[2,2],'data_offsets':[0,16]},"
                        + "'tokens':{'dtype':'F32','shape':[1,1],'data_offsets':[0,4]}} | 1 rows, not 2",
                "{'a':1,'a':2} | no JSON",
            })
    void whatIsWrongIsNamed(String header, String message) {
        byte[] json = header.strip().replace('\'', '"').getBytes(StandardCharsets.UTF_8);
        ByteBuffer bytes = ByteBuffer.allocate(8 + json.length + 16).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putLong(json.length).put(json);

        IllegalArgumentException refused = assertThrows(IllegalArgumentException.class, () -> read(bytes.array()));

        assertTrue(refused.getMessage().contains(message), refused::getMessage);
    }

    @Test
    void noBytesAreAnythingButReadOrRefused() {
        Random random = new Random(3);
        byte[] whole = FILE.bytes();
        for (int i = 0; i < 5_000; i++) {
            byte[] broken = Arrays.copyOf(whole, random.nextInt(whole.length + 1));
            for (int j = 0; j < 3 && broken.length > 0; j++) {
                broken[random.nextInt(broken.length)] = (byte) random.nextInt(256);
            }
            assertDoesNotThrow(() -> {
                try {
                    read(broken);
                } catch (IllegalArgumentException e) {
                    assertTrue(e.getMessage() != null && !e.getMessage().isEmpty());
                }
            });
        }
    }

    @Test
    void anotherModelIsNamed() {
        IllegalArgumentException refused =
                assertThrows(IllegalArgumentException.class, () -> FILE.requireModel("another"));

        assertTrue(refused.getMessage().contains("a-model"), refused::getMessage);
        assertTrue(refused.getMessage().contains("another"), refused::getMessage);
    }

    private static ProjectionFile read(byte[] bytes) throws IOException {
        return ProjectionFile.read(new ByteArrayInputStream(bytes));
    }
}
