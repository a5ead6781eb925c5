package org.proviso.onnx;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import ai.djl.huggingface.tokenizers.jni.CharSpan;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// Texts as windows of word pieces, the way the model reads them. Safe for use by many threads.
final class WordPieces {

    private static final Pattern UNREADABLE = Pattern.compile("[\\p{C}\uFFFD]");
    /// What is read instead of a text of which the tokenizer leaves nothing.
    private static final String NOTHING = ".";

    private final HuggingFaceTokenizer tokenizer;
    private final int window;
    private final long begin;
    private final long end;

    /// @param window the most word pieces of a window, without its frame
    WordPieces(InputStream vocabulary, int window) throws IOException {
        this.window = window;
        // A vocabulary's file may ask for windows of 128, cut off and filled up.
        tokenizer = HuggingFaceTokenizer.newInstance(vocabulary, Map.of("truncation", "false", "padding", "false"));
        long[] frame = tokenizer.encode("", true, false).getIds();
        begin = frame[0];
        end = frame[1];
    }

    /// The ids of a text in windows of about equal length, none longer than a window may be, each in the model's
    /// frame of two more ids; at least one.
    List<long[]> windows(String text) {
        long[] ids = ids(readable(text));
        if (ids.length == 0) {
            ids = ids(NOTHING);
        }
        int count = Math.ceilDiv(ids.length, window);
        List<long[]> windows = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            windows.add(framed(ids, share(ids.length, i, count), share(ids.length, i + 1, count)));
        }
        return windows;
    }

    /// Where each id of [#windows] begins in the text, in their order; -1 for the frames, and for what is read instead
    /// of nothing.
    int[] places(String text) {
        String read = readable(text);
        CharSpan[] spans = tokenizer.encode(read, false, false).getCharTokenSpans();
        int length = Math.max(1, spans.length);
        int count = Math.ceilDiv(length, window);
        int[] places = new int[length + 2 * count];
        Arrays.fill(places, -1);
        int at = 0;
        int place = 0;
        int codePoint = 0;
        for (int i = 0; i < count && spans.length > 0; i++) {
            at++;
            for (int piece = share(length, i, count); piece < share(length, i + 1, count); piece++) {
                place = read.offsetByCodePoints(place, spans[piece].getStart() - codePoint);
                codePoint = spans[piece].getStart();
                places[at++] = place;
            }
            at++;
        }
        return places;
    }

    private static int share(int length, int part, int parts) {
        return (int) ((long) length * part / parts);
    }

    private long[] framed(long[] ids, int from, int to) {
        long[] framed = new long[to - from + 2];
        framed[0] = begin;
        System.arraycopy(ids, from, framed, 1, to - from);
        framed[framed.length - 1] = end;
        return framed;
    }

    private long[] ids(String text) {
        return tokenizer.encode(text, false, false).getIds();
    }

    /// The tokenizer's native code fails on half a surrogate pair; control characters would join the words beside
    /// them.
    private static String readable(String text) {
        String wellFormed = new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
        return UNREADABLE.matcher(wellFormed).replaceAll(" ");
    }
}
