package org.taniq.seal;

import java.util.Base64;
import org.taniq.base.Altered;

/// base64url without padding (RFC 4648 §5), canonical: unused bits are zero.
final class Base64Url {
    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

    private Base64Url() {}

    static String encode(byte[] bytes) {
        return ENCODER.encodeToString(bytes);
    }

    /// The text in ASCII.
    static byte[] bytes(byte[] bytes) {
        return ENCODER.encode(bytes);
    }

    /// @throws Altered if another text would stand for the same bytes, or none
    static byte[] decode(String text) throws Altered {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(text);
            if (encode(bytes).equals(text)) {
                return bytes;
            }
        } catch (IllegalArgumentException notBase64) {
            throw new Altered("not base64url");
        }
        throw new Altered("not canonical base64url");
    }
}
