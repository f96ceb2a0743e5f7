package org.taniq.read.signal;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.taniq.base.Json;
import org.taniq.read.record.Fields;

/// The number by which Signal's servers know an account (ACI), or a telephone number (PNI): 16 bytes, of the latter
/// with a 1 before them where it could be either. What somebody wrote in its place is none, and stays where it stands.
final class ServiceId {
    private static final int BYTES = 16;
    private static final String OF_NUMBER = "PNI:";
    private static final Pattern WRITTEN = Pattern.compile("(?:PNI:)?[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private ServiceId() {}

    /// Whether there is one in a member.
    static boolean isIn(Fields fields, String member) {
        return !of(fields.value(member)).isEmpty();
    }

    /// Takes it; what is none stays.
    static String take(Fields fields, String member) {
        return taken(fields, member, of(fields.value(member)));
    }

    /// The same of a telephone number.
    static String takeOfNumber(Fields fields, String member) {
        return taken(fields, member, ofNumber(fields.value(member)));
    }

    private static String taken(Fields fields, String member, String id) {
        if (!id.isEmpty()) {
            fields.take(member);
        }
        return id;
    }

    /// As Signal writes it for people, `9d0652a3-dcc3-4d11-975f-74d61598733f` or `PNI:…`; empty where it is none.
    static String of(Json value) {
        String text = Fields.text(value);
        return WRITTEN.matcher(text).matches()
                ? text
                : bytes(text).map(ServiceId::written).orElse("");
    }

    /// That of a telephone number where nothing stands before it.
    static String ofNumber(Json value) {
        String id = of(value);
        return id.isEmpty() || id.startsWith(OF_NUMBER) ? id : OF_NUMBER + id;
    }

    private static String written(byte[] bytes) {
        if (bytes.length == BYTES) {
            return uuid(bytes);
        }
        boolean isOfNumber = bytes.length == BYTES + 1 && bytes[0] == 1;
        return isOfNumber ? OF_NUMBER + uuid(Arrays.copyOfRange(bytes, 1, bytes.length)) : "";
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
