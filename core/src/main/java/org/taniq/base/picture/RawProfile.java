package org.taniq.base.picture;

import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/// What ImageMagick writes into a text of a PNG for which the format has no place: its kind, its length, and the bytes
/// in
/// hexadecimal digits.
public final class RawProfile {
    private static final Pattern IN_HEX = Pattern.compile("\\A\\s*\\S++\\s++\\d++\\s([0-9A-Fa-f\\s]{64,})\\z");

    private RawProfile() {}

    /// The bytes, where the text is one.
    public static Optional<byte[]> of(String latin) {
        var hex = IN_HEX.matcher(latin);
        if (!hex.matches()) {
            return Optional.empty();
        }
        String whole = hex.group(1).replaceAll("\\s", "");
        return Optional.of(HexFormat.of().parseHex(whole.substring(0, whole.length() / 2 * 2)));
    }
}
