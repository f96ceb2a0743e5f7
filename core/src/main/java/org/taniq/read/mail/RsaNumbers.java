package org.taniq.read.mail;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/// The two numbers of an RSA key, read from DER (X.690): from a SubjectPublicKeyInfo, which all write, or
/// from a bare RSAPublicKey (RFC 8017, A.1.1), which RFC 6376 asks for.
record RsaNumbers(BigInteger modulus, BigInteger exponent) {
    private static final byte[] RSA = HexFormat.of().parseHex("06092a864886f70d010101");
    private static final int SEQUENCE = 0x30;
    private static final int INTEGER = 0x02;
    private static final int BITS = 0x03;

    /// None if it is no RSA key.
    static Optional<RsaNumbers> of(byte[] der) {
        try {
            return Optional.of(read(der));
        } catch (NoKey none) {
            return Optional.empty();
        }
    }

    private static RsaNumbers read(byte[] der) throws NoKey {
        var whole = new Reader(der);
        var content = whole.next(SEQUENCE);
        whole.refuseMore();
        var parts = new Reader(content);
        return parts.isNext(SEQUENCE) ? info(parts) : numbers(parts);
    }

    private static RsaNumbers info(Reader parts) throws NoKey {
        var algorithm = parts.next(SEQUENCE);
        var bits = parts.next(BITS);
        parts.refuseMore();
        boolean isRsa = algorithm.length >= RSA.length && Arrays.equals(Arrays.copyOf(algorithm, RSA.length), RSA);
        if (!isRsa || bits.length == 0 || bits[0] != 0) {
            throw new NoKey();
        }
        var whole = new Reader(Arrays.copyOfRange(bits, 1, bits.length));
        var content = whole.next(SEQUENCE);
        whole.refuseMore();
        return numbers(new Reader(content));
    }

    private static RsaNumbers numbers(Reader parts) throws NoKey {
        var modulus = number(parts.next(INTEGER));
        var exponent = number(parts.next(INTEGER));
        parts.refuseMore();
        return new RsaNumbers(modulus, exponent);
    }

    private static BigInteger number(byte[] bytes) throws NoKey {
        if (bytes.length == 0) {
            throw new NoKey();
        }
        return new BigInteger(bytes);
    }

    private static final class NoKey extends Exception {
        private static final long serialVersionUID = 1;
    }

    /// Values one behind the other.
    private static final class Reader {
        private static final int LONG_FORM = 0x80;
        private static final int MOST_LENGTH_BYTES = 3;

        private final byte[] bytes;
        private int at;

        Reader(byte[] bytes) {
            this.bytes = bytes;
        }

        boolean isNext(int tag) {
            return at < bytes.length && bytes[at] == tag;
        }

        byte[] next(int tag) throws NoKey {
            if (!isNext(tag)) {
                throw new NoKey();
            }
            at++;
            int length = length();
            if (length > bytes.length - at) {
                throw new NoKey();
            }
            at += length;
            return Arrays.copyOfRange(bytes, at - length, at);
        }

        private int length() throws NoKey {
            int first = one();
            if (first < LONG_FORM) {
                return first;
            }
            if (first - LONG_FORM > MOST_LENGTH_BYTES) {
                throw new NoKey();
            }
            int length = 0;
            for (int i = first - LONG_FORM; i > 0; i--) {
                length = length << Byte.SIZE | one();
            }
            return length;
        }

        private int one() throws NoKey {
            if (at == bytes.length) {
                throw new NoKey();
            }
            return Byte.toUnsignedInt(bytes[at++]);
        }

        void refuseMore() throws NoKey {
            if (at < bytes.length) {
                throw new NoKey();
            }
        }
    }
}
