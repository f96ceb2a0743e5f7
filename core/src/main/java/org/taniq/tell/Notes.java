package org.taniq.tell;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.taniq.base.Said;
import org.taniq.base.picture.Octets;
import org.taniq.tell.Texts.Unsearchable;

/// What was found written beside a picture, in each way in which it can be read, and the pictures that
/// notes hold in their turn.
final class Notes {
    /// Of all notes together, so that a note that holds itself comes to an end.
    private static final int MOST = 64 << 20;

    private static final int PART = 1 << 16;

    private final List<String> texts = new ArrayList<>();
    private final List<String> words = new ArrayList<>();
    private final List<byte[]> others = new ArrayList<>();
    private final List<byte[]> pixels = new ArrayList<>();
    private final Deque<byte[]> pictures = new ArrayDeque<>();
    private long taken;
    private boolean placed;
    private boolean owned;
    private boolean unexplained;

    List<String> texts() {
        return texts;
    }

    /// Words that a program chose, or the maker of a camera.
    List<String> words() {
        return words;
    }

    /// What is neither text nor pixels.
    List<byte[]> others() {
        return others;
    }

    /// What a picture shows.
    List<byte[]> pixels() {
        return pixels;
    }

    /// Pictures that are left to look into.
    Deque<byte[]> pictures() {
        return pictures;
    }

    /// That it is said where or with which device it was taken.
    void place() {
        placed = true;
    }

    boolean isPlaced() {
        return placed;
    }

    /// That it is said who took it, or whose it is.
    void own() {
        owned = true;
    }

    boolean isOwned() {
        return owned;
    }

    /// Bytes stand in it of which the format does not say what they are.
    void leaveUnexplained() {
        unexplained = true;
    }

    /// The same of these bytes of a file, unless they are space.
    void leaveUnexplained(Octets file, long from, long to) {
        for (long at = from; at < Math.min(to, file.length()); at++) {
            unexplained |= file.u8(at) > ' ';
        }
    }

    boolean hasUnexplained() {
        return unexplained;
    }

    void add(String text) throws Unsearchable {
        take(text.length());
        texts.add(text);
    }

    void addWord(String word) throws Unsearchable {
        take(word.length());
        words.add(word);
    }

    void addOther(byte[] bytes) throws Unsearchable {
        take(bytes.length);
        others.add(bytes);
    }

    /// A text whose encoding nobody states, or states wrongly.
    void add(byte[] text) throws Unsearchable {
        take(text.length);
        byte[] bytes = withoutEnd(text);
        try {
            String unicode = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            add(unicode);
            if (unicode.indexOf('\0') < 0) {
                return;
            }
        } catch (CharacterCodingException older) {
            for (Charset encoding : Texts.OLDER) {
                add(new String(bytes, encoding));
            }
        }
        add(new String(text, StandardCharsets.UTF_16LE));
        add(new String(text, StandardCharsets.UTF_16BE));
    }

    void addPicture(byte[] picture) throws Unsearchable {
        take(picture.length);
        pictures.add(picture);
    }

    /// Counts what is looked at, that of which many notes can be the same bytes among it.
    void take(long more) throws Unsearchable {
        taken += more;
        if (taken > MOST) {
            throw new Unsearchable(Said.of("it unpacks to more than {most} MiB", "most", MOST >> 20));
        }
    }

    private static byte[] withoutEnd(byte[] text) {
        int end = text.length;
        while (end > 0 && text[end - 1] == 0) {
            end--;
        }
        return Arrays.copyOf(text, end);
    }

    /// What was packed as in a PNG.
    byte[] unpacked(byte[] packed) throws Unsearchable {
        var out = new ByteArrayOutputStream();
        try (var inflater = new Inflater()) {
            inflater.setInput(packed);
            byte[] part = new byte[PART];
            while (!inflater.finished()) {
                int n = inflater.inflate(part);
                if (n == 0 && !inflater.finished()) {
                    throw new Unsearchable(Said.of("a note in it cannot be unpacked"));
                }
                take(n);
                out.write(part, 0, n);
            }
        } catch (DataFormatException damaged) {
            throw new Unsearchable(Said.of("a note in it cannot be unpacked"));
        }
        return out.toByteArray();
    }
}
