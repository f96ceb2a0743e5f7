package org.taniq.seal;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.taniq.base.Altered;
import org.taniq.base.Digest;
import org.taniq.base.Json;
import org.taniq.base.Said;

/// One value shown: salt, name and value, encoded as RFC 9901 encodes a disclosure.
///
/// @param salt 22 characters of base64url, 16 bytes
public record Disclosure(String salt, String name, Json value) {
    private static final int SALT_CHARACTERS = 22;
    /// 16 bytes, the unused bits zero.
    private static final Pattern SALT = Pattern.compile("[A-Za-z0-9_-]{21}[AQgw]");

    public Disclosure {
        if (salt.length() != SALT_CHARACTERS) {
            throw new IllegalArgumentException("a salt has 22 characters");
        }
    }

    static boolean isSalt(String salt) {
        return SALT.matcher(salt).matches();
    }

    /// Reads a disclosure and refuses every other way to write the same.
    static Disclosure parse(String encoded) throws Altered {
        if (!(json(encoded) instanceof Json.Arr(List<Json> parts))
                || parts.size() != 3
                || !(parts.get(0) instanceof Json.Str(String salt))
                || !(parts.get(1) instanceof Json.Str(String name))) {
            throw new Altered("a disclosure is not [salt, name, value]");
        }
        if (salt.length() != SALT_CHARACTERS || Base64Url.decode(salt).length != 16) {
            throw new Altered("the salt of a disclosure is not 16 bytes");
        }
        var disclosure = new Disclosure(salt, name, parts.get(2));
        RawText.refuseNeedlessBytes(disclosure.value());
        if (!disclosure.encoded().equals(encoded)) {
            throw new Altered("a disclosure is not canonical");
        }
        return disclosure;
    }

    /// The text whose digest is the commitment.
    public String encoded() {
        return new String(bytes(), StandardCharsets.US_ASCII);
    }

    private byte[] bytes() {
        var json = new Json.Arr(List.of(Json.of(salt), Json.of(name), value));
        return Base64Url.bytes(json.canonical().getBytes(StandardCharsets.UTF_8));
    }

    /// The member of `c` in the leaf.
    String commitment() {
        return Base64Url.encode(Digest.of(bytes()).bytes());
    }

    private static Json json(String encoded) throws Altered {
        try {
            return Json.parse(RawText.utf8(Base64Url.decode(encoded)));
        } catch (IllegalArgumentException notJson) {
            throw new Altered(Said.of("a disclosure is not JSON: {why}", "why", Json.JsonException.why(notJson)));
        }
    }
}
