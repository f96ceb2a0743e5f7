package org.taniq.read.proof;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import org.taniq.base.Hash;

/// What a proof of OpenTimestamps does with the bytes that it has come to: it computes their digest, or puts others
/// before or behind them.
final class OtsStep {
    /// What is longer is refused by the program that makes proofs, too.
    private static final int LONGEST = 4096;

    private static final int APPEND = 0xf0;
    private static final int PREPEND = 0xf1;
    private static final int REVERSE = 0xf2;
    private static final int HEXLIFY = 0xf3;

    private OtsStep() {}

    /// The way of computing a digest that this byte stands for.
    static Optional<Hash> hash(int tag) {
        return switch (tag) {
            case 0x02 -> Optional.of(Hash.SHA_1);
            case 0x03 -> Optional.of(Hash.RIPEMD_160);
            case 0x08 -> Optional.of(Hash.SHA_256);
            case 0x67 -> Optional.of(Hash.KECCAK_256);
            default -> Optional.empty();
        };
    }

    /// What comes of it.
    ///
    /// @param in where its own bytes stand
    static byte[] run(int tag, byte[] message, OtsBytes in) throws OtsRefused {
        var hash = hash(tag);
        return hash.isPresent() ? hash.get().of(message) : bounded(other(tag, message, in));
    }

    private static byte[] other(int tag, byte[] message, OtsBytes in) throws OtsRefused {
        return switch (tag) {
            case APPEND -> joined(message, own(in));
            case PREPEND -> joined(own(in), message);
            case REVERSE -> reversed(message);
            case HEXLIFY -> HexFormat.of().formatHex(some(message)).getBytes(StandardCharsets.US_ASCII);
            default -> throw new OtsRefused(OtsRefused.Why.ALGORITHM);
        };
    }

    private static byte[] own(OtsBytes in) throws OtsRefused {
        return some(in.counted(LONGEST));
    }

    private static byte[] some(byte[] bytes) throws OtsRefused {
        if (bytes.length == 0) {
            throw new OtsRefused(OtsRefused.Why.FORM);
        }
        return bytes;
    }

    private static byte[] bounded(byte[] bytes) throws OtsRefused {
        if (bytes.length > LONGEST) {
            throw new OtsRefused(OtsRefused.Why.TOO_LONG);
        }
        return bytes;
    }

    private static byte[] joined(byte[] first, byte[] second) {
        var both = new byte[first.length + second.length];
        System.arraycopy(first, 0, both, 0, first.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    private static byte[] reversed(byte[] message) throws OtsRefused {
        var turned = some(message).clone();
        for (int i = 0; i < turned.length; i++) {
            turned[i] = message[message.length - 1 - i];
        }
        return turned;
    }
}
