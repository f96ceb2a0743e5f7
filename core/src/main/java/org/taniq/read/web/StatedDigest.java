package org.taniq.read.web;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A digest that an archive states, such as `sha1:` and base32, or `sha256:` and hexadecimal digits.
///
/// @param stated as it stands there; empty where none does
record StatedDigest(String stated) {
    private static final Map<String, String> ALGORITHMS =
            Map.of("sha1", "SHA-1", "sha256", "SHA-256", "sha384", "SHA-384", "sha512", "SHA-512", "md5", "MD5");
    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    /// What came of comparing it.
    enum Result {
        MATCHES("matches"),
        DIFFERS("differs"),
        /// None is stated.
        NOT_STATED("notStated"),
        /// It is made or written in a way that is not known here.
        NOT_UNDERSTOOD("notUnderstood"),
        /// Not all is there that it is of.
        NOT_CHECKED("notChecked");

        private final String word;

        Result(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }
    }

    /// What computes it; nothing where there is none, or the way is not known.
    @Nullable
    MessageDigest begin() {
        try {
            return algorithm().isPresent()
                    ? MessageDigest.getInstance(algorithm().get())
                    : null;
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java has these digests", missing);
        }
    }

    private Optional<String> algorithm() {
        int colon = Math.max(0, stated.indexOf(':'));
        var name = stated.substring(0, colon).toLowerCase(Locale.ROOT).replace("-", "");
        return Optional.ofNullable(ALGORITHMS.get(name));
    }

    /// @param computed of what was read
    Result compare(byte[] computed) {
        if (stated.isEmpty()) {
            return Result.NOT_STATED;
        }
        var value = stated.substring(stated.indexOf(':') + 1).strip().replaceAll("=+$", "");
        if (algorithm().isEmpty()) {
            return Result.NOT_UNDERSTOOD;
        }
        var hex = HexFormat.of().formatHex(computed);
        var base32 = base32(computed);
        var base64 = Base64.getEncoder().withoutPadding().encodeToString(computed);
        boolean isBase64 = value.length() == base64.length();
        if (value.length() != hex.length() && value.length() != base32.length() && !isBase64) {
            return Result.NOT_UNDERSTOOD;
        }
        boolean matches = isBase64
                ? value.replace('-', '+').replace('_', '/').equals(base64)
                : value.equalsIgnoreCase(hex) || value.equalsIgnoreCase(base32);
        return matches ? Result.MATCHES : Result.DIFFERS;
    }

    private static String base32(byte[] bytes) {
        var text = new StringBuilder();
        int bits = 0;
        int held = 0;
        for (byte b : bytes) {
            held = held << Byte.SIZE | b & 0xFF;
            bits += Byte.SIZE;
            while (bits >= 5) {
                bits -= 5;
                text.append(BASE32.charAt(held >> bits & 31));
            }
            held &= (1 << bits) - 1;
        }
        if (bits > 0) {
            text.append(BASE32.charAt(held << 5 - bits & 31));
        }
        return text.toString();
    }
}
