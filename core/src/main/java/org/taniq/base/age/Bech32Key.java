package org.taniq.base.age;

import com.exceptionfactory.jagged.bech32.Bech32;
import com.exceptionfactory.jagged.bech32.Bech32Address;

/// The 32 bytes of an age key in its written form (BIP 173, of one case).
final class Bech32Key {
    private static final int LENGTH = 32;

    private Bech32Key() {}

    /// @throws IllegalArgumentException if it is not such a key; the message does not hold the text
    static byte[] decode(String prefix, CharSequence text) {
        Bech32Address address = address(text);
        if (!address.getHumanReadablePart().toString().equals(prefix) || address.getData().length != LENGTH) {
            throw new IllegalArgumentException("not an age X25519 key that begins with " + prefix + "1");
        }
        return address.getData();
    }

    private static Bech32Address address(CharSequence text) {
        try {
            return Bech32.getDecoder().decode(text);
        } catch (IllegalArgumentException notBech32) {
            throw new IllegalArgumentException("not an age key: a letter was mistyped or is missing");
        }
    }
}
