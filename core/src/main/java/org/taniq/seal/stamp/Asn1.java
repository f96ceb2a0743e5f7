package org.taniq.seal.stamp;

import java.io.IOException;
import java.text.ParseException;
import java.time.Instant;
import java.util.Arrays;
import java.util.NoSuchElementException;
import java.util.function.Supplier;
import org.bouncycastle.asn1.ASN1GeneralizedTime;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.tsp.TSPException;

/// Reads ASN.1 that may be hostile: what the library throws at bytes that are not as it expects becomes one
/// refusal.
final class Asn1 {
    private Asn1() {}

    /// What reads bytes with the library.
    @FunctionalInterface
    interface Reading<T> {
        T read() throws IOException, CMSException, TSPException, StampRefused;
    }

    /// What was read.
    ///
    /// @param otherwise what is thrown where it cannot be read
    static <T> T parsed(Reading<T> reading, Supplier<StampRefused> otherwise) throws StampRefused {
        try {
            return reading.read();
        } catch (StampRefused refused) {
            throw refused;
        } catch (IOException
                | CMSException
                | TSPException
                | IllegalArgumentException
                | IllegalStateException
                | ClassCastException
                | IndexOutOfBoundsException
                | NoSuchElementException
                | ArithmeticException
                | NullPointerException notAsExpected) {
            var refused = otherwise.get();
            refused.addSuppressed(notAsExpected);
            throw refused;
        }
    }

    /// Whether the bytes are one value, written as this library writes it, and nothing else.
    static boolean isWrittenAsRead(byte[] bytes) throws IOException {
        return Arrays.equals(ASN1Primitive.fromByteArray(bytes).getEncoded(), bytes);
    }

    /// @throws IOException if it is none
    static Instant time(ASN1GeneralizedTime time) throws IOException {
        try {
            return time.getDate().toInstant();
        } catch (ParseException none) {
            throw new IOException(none);
        }
    }

    /// Absent and null are the same, and both are in use (RFC 5754).
    static boolean hasNoParameters(AlgorithmIdentifier algorithm) {
        var parameters = algorithm.getParameters();
        return parameters == null || DERNull.INSTANCE.equals(parameters);
    }
}
