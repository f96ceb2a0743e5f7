package org.taniq.seal;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.taniq.base.Altered;
import org.taniq.base.Json;

/// Text as sealed values write it: a string where the bytes are UTF-8, else `{"bytes":"<base64>"}`.
public final class RawText {
    private static final String BYTES = "bytes";
    /// Where it stands, it was in the bytes, or these are no text.
    private static final char REPLACEMENT = '\uFFFD';

    private RawText() {}

    /// The one way to write these bytes of text.
    public static Json of(byte[] bytes) {
        try {
            return Json.of(utf8(bytes));
        } catch (Altered notText) {
            return Json.object()
                    .put(BYTES, Base64.getEncoder().encodeToString(bytes))
                    .build();
        }
    }

    /// Whether a value is a text: a string, or bytes that are none.
    static boolean isText(Json value) {
        return value instanceof Json.Str || isBytes(value);
    }

    /// Whether a value is a text that is not Unicode.
    public static boolean isBytes(Json value) {
        return value instanceof Json.Obj object
                && object.members().size() == 1
                && object.members().get(BYTES) instanceof Json.Str;
    }

    static void refuseNeedlessBytes(Json value) throws Altered {
        switch (value) {
            case Json.Obj object -> refuseInside(object);
            case Json.Arr(List<Json> items) -> {
                for (var item : items) {
                    refuseNeedlessBytes(item);
                }
            }
            case Json.Str _, Json.Num _, Json.Bool _, Json.Null _ -> {}
        }
    }

    private static void refuseInside(Json.Obj object) throws Altered {
        if (object.members().size() == 1 && object.members().get(BYTES) instanceof Json.Str(String text)) {
            refuseUtf8(text);
        }
        for (var member : object.members().values()) {
            refuseNeedlessBytes(member);
        }
    }

    private static void refuseUtf8(String text) throws Altered {
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException notBase64) {
            throw new Altered("bytes are not base64");
        }
        if (!Base64.getEncoder().encodeToString(bytes).equals(text)) {
            throw new Altered("bytes are not canonical base64");
        }
        if (of(bytes) instanceof Json.Str) {
            throw new Altered("bytes that are valid UTF-8 must be text");
        }
    }

    static String utf8(byte[] bytes) throws Altered {
        String text = new String(bytes, StandardCharsets.UTF_8);
        if (text.indexOf(REPLACEMENT) < 0) {
            return text;
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException notText) {
            throw new Altered("not UTF-8");
        }
    }
}
