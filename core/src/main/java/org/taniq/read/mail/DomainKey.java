package org.taniq.read.mail;

import java.security.PublicKey;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.KeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

/// The key of a domain as the name service holds it (RFC 6376, 3.6.1; RFC 8463, 3).
sealed interface DomainKey {
    /// How long an RSA key may be. The RFC asks for 4,096 (RFC 8301, 3.2).
    int MOST_BITS = 8_192;

    /// Java takes no shorter one.
    int FEWEST_BITS = 512;

    /// What stands before the 32 bytes of a key (RFC 8410, 4).
    String ED25519_INFO = "302a300506032b6570032100";

    /// A key.
    ///
    /// @param bits how long
    /// @param hashes the digests it is for, all if there are none
    /// @param flags what the domain says of it: `y` that it only tries signing, `s` that it speaks for no
    ///     domain below it
    record Usable(PublicKey key, Algorithm.Kind kind, int bits, List<String> hashes, List<String> flags)
            implements DomainKey {
        boolean isFor(Algorithm.Hash hash) {
            return hashes.isEmpty() || hashes.contains(hash.word());
        }
    }

    /// No key.
    record Unusable(Hindrance why) implements DomainKey {}

    /// Reads it.
    static DomainKey of(String text) {
        var tags = Tags.of(text);
        if (tags.isBroken()
                || tags.value("p").isEmpty()
                || !tags.value("v").orElse("DKIM1").equals("DKIM1")) {
            return new Unusable(Hindrance.KEY_BROKEN);
        }
        if (tags.compact("p").isEmpty()) {
            return new Unusable(Hindrance.KEY_REVOKED);
        }
        var services = list(tags, "s");
        if (!services.isEmpty() && !services.contains("*") && !services.contains("email")) {
            return new Unusable(Hindrance.KEY_FOR_OTHER_USE);
        }
        return Algorithm.Kind.named(tags.value("k").orElse("rsa"))
                .map(kind -> key(kind, tags))
                .orElse(new Unusable(Hindrance.KEY_OF_OTHER_KIND));
    }

    private static List<String> list(Tags tags, String name) {
        return Arrays.stream(tags.compact(name).split(":", -1))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private static DomainKey key(Algorithm.Kind kind, Tags tags) {
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(tags.compact("p"));
        } catch (IllegalArgumentException noBase64) {
            return new Unusable(Hindrance.KEY_BROKEN);
        }
        return switch (kind) {
            case RSA -> rsa(bytes, tags);
            case ED25519 -> ed25519(bytes, tags);
        };
    }

    private static DomainKey rsa(byte[] bytes, Tags tags) {
        return RsaNumbers.of(bytes).map(numbers -> rsa(numbers, tags)).orElse(new Unusable(Hindrance.KEY_BROKEN));
    }

    private static DomainKey rsa(RsaNumbers numbers, Tags tags) {
        int bits = numbers.modulus().bitLength();
        if (bits < FEWEST_BITS || bits > MOST_BITS) {
            return new Unusable(bits < FEWEST_BITS ? Hindrance.KEY_TOO_SHORT : Hindrance.KEY_TOO_LONG);
        }
        return usable(Algorithm.Kind.RSA, new RSAPublicKeySpec(numbers.modulus(), numbers.exponent()), bits, tags);
    }

    private static DomainKey ed25519(byte[] bytes, Tags tags) {
        var info = HexFormat.of().parseHex(ED25519_INFO + HexFormat.of().formatHex(bytes));
        return usable(Algorithm.Kind.ED25519, new X509EncodedKeySpec(info), Byte.SIZE * bytes.length, tags);
    }

    private static DomainKey usable(Algorithm.Kind kind, KeySpec spec, int bits, Tags tags) {
        try {
            var key = kind.key(spec);
            return Algorithm.takes(kind, key)
                    ? new Usable(key, kind, bits, list(tags, "h"), list(tags, "t"))
                    : new Unusable(Hindrance.KEY_BROKEN);
        } catch (InvalidKeySpecException none) {
            return new Unusable(Hindrance.KEY_BROKEN);
        }
    }
}
