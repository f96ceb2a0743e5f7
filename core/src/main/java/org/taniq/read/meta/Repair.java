package org.taniq.read.meta;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.taniq.base.Json;
import org.taniq.read.record.Detail;
import org.taniq.read.record.Mark;

/// Meta writes each byte of a text in UTF-8 as a character of its own: `é` stands there as `Ã©`, and `ə` as `É` and a
/// control character. Where a text can have come about so, it is put together again; each text by itself, because not
/// every export is written so.
final class Repair {
    private static final int ASCII = 0x7F;
    private static final int BYTE = 0xFF;
    private static final char REPLACEMENT = '\uFFFD';

    /// Characters of texts that are kept as they were written.
    private static final long MOST = 1 << 20;

    private final List<String> asWritten = new ArrayList<>();
    private long characters;
    private long repaired;
    private long damaged;
    private long left;

    /// All texts in the value, and the names in it, as people wrote them.
    Json of(Json value) {
        return switch (value) {
            case Json.Str(String text) -> Json.of(of(text));
            case Json.Arr(var items) -> Json.of(items.stream().map(this::of).toList());
            case Json.Obj object -> of(object);
            case Json.Num _, Json.Bool _, Json.Null _ -> value;
        };
    }

    Json.Obj of(Json.Obj object) {
        var members = new AllMembers();
        object.members().forEach((name, value) -> members.put(of(name), of(value)));
        return members.value();
    }

    String of(String text) {
        var read = Read.of(text);
        switch (read.how()) {
            case AS_IT_IS -> {}
            case PUT_TOGETHER -> repaired++;
            case UP_TO_DAMAGE -> {
                damaged++;
                keep(text);
            }
            case LEFT -> left++;
        }
        return read.text();
    }

    private void keep(String text) {
        characters += text.length();
        if (characters <= MOST) {
            asWritten.add(text);
        }
    }

    Set<Mark> marks() {
        return damaged > 0 ? Set.of(Mark.NOT_TEXT) : Set.of();
    }

    /// What a reader should know who compares the record with the file.
    List<Detail> details() {
        var details = new ArrayList<Detail>();
        if (repaired + damaged > 0) {
            details.add(Detail.of("letters", "utf-8-as-iso-8859-1"));
        }
        asWritten.forEach(text -> details.add(Detail.of("asWritten", text)));
        if (left > 0) {
            details.add(Detail.of("notRepaired", left));
        }
        return details;
    }

    static String repaired(String text) {
        return Read.of(text).text();
    }

    /// How a text was read.
    private enum How {
        AS_IT_IS,
        PUT_TOGETHER,
        /// U+FFFD stands for bytes that were damaged or cut off.
        UP_TO_DAMAGE,
        /// It may be written so, or not: it stays as it is.
        LEFT
    }

    private record Read(String text, How how) {
        static Read of(String text) {
            boolean isAscii = text.chars().allMatch(c -> c <= ASCII);
            if (isAscii || text.chars().anyMatch(c -> c > BYTE && c != REPLACEMENT)) {
                return new Read(text, How.AS_IT_IS);
            }
            return decoded(text);
        }

        private static Read decoded(String text) {
            var decoder = StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT);
            var in = bytes(text);
            var out = CharBuffer.allocate(text.length() + 1);
            int broken = 0;
            boolean isEnd = false;
            for (var result = decoder.decode(in, out, true);
                    !result.isUnderflow();
                    result = decoder.decode(in, out, true)) {
                in.position(in.position() + result.length());
                out.put(REPLACEMENT);
                broken++;
                isEnd = !in.hasRemaining();
            }
            String decoded = out.flip().toString();
            long letters = decoded.codePoints().filter(c -> c > ASCII).count() - broken;
            return new Read(decoded, how(letters, broken, isEnd)).orLeft(text);
        }

        private static ByteBuffer bytes(String text) {
            var bytes = ByteBuffer.allocate(text.length());
            text.chars().forEach(c -> bytes.put((byte) Math.min(c, BYTE)));
            return bytes.flip();
        }

        private static How how(long letters, int broken, boolean isEnd) {
            if (letters == 0) {
                return How.AS_IT_IS;
            }
            if (broken == 0) {
                return How.PUT_TOGETHER;
            }
            return letters > broken || broken == 1 && isEnd ? How.UP_TO_DAMAGE : How.LEFT;
        }

        private Read orLeft(String before) {
            return how == How.AS_IT_IS || how == How.LEFT ? new Read(before, how) : this;
        }
    }
}
