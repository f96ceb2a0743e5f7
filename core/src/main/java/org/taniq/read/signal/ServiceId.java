package org.taniq.read.signal;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.taniq.base.Json;
import org.taniq.read.record.Fields;

/// The number by which Signal's servers know an account (ACI), or a telephone number (PNI): 16 bytes, of the latter
/// with
/// a 1 before them where it could be either.
final class ServiceId {
    private static final int BYTES = 16;

    private ServiceId() {}

    /// As Signal writes it for people, `9d0652a3-dcc3-4d11-975f-74d61598733f` or `PNI:…`; what is none as it stands.
    static String of(Json value) {
        String text = Fields.text(value);
        return bytes(text).map(bytes -> written(bytes, text)).orElse(text);
    }

    /// That of a telephone number where nothing stands before it.
    static String ofNumber(Json value) {
        String text = Fields.text(value);
        boolean isBare = bytes(text).filter(bytes -> bytes.length == BYTES).isPresent();
        return isBare ? "PNI:" + of(value) : of(value);
    }

    private static String written(byte[] bytes, String text) {
        if (bytes.length == BYTES) {
            return uuid(bytes);
        }
        boolean isOfNumber = bytes.length == BYTES + 1 && bytes[0] == 1;
        return isOfNumber ? "PNI:" + uuid(Arrays.copyOfRange(bytes, 1, bytes.length)) : text;
    }

    private static String uuid(byte[] bytes) {
        var both = ByteBuffer.wrap(bytes);
        return new UUID(both.getLong(), both.getLong()).toString();
    }

    /// What a text says in base64; nothing where it is none.
    static Optional<byte[]> bytes(String text) {
        try {
            return Optional.of(Base64.getDecoder().decode(text));
        } catch (IllegalArgumentException noBase64) {
            return Optional.empty();
        }
    }
}
