package org.taniq.seal.stamp;

import java.io.IOException;
import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.tsp.MessageImprint;
import org.bouncycastle.asn1.tsp.TSTInfo;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.taniq.base.Digest;
import org.taniq.base.Said;

/// What is asked of a time-stamping authority (RFC 3161, TimeStampReq): a digest, a number used once, and
/// the authority's certificates. The authority learns nothing else.
public final class StampRequest {
    /// Longer is no request of ours.
    public static final int LARGEST = 4096;

    private static final int NONCE_BITS = 64;

    private static final AlgorithmIdentifier SHA256 =
            new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha256, DERNull.INSTANCE);

    private final TimeStampRequest request;
    private final byte[] bytes;

    private StampRequest(TimeStampRequest request) throws IOException {
        this.request = request;
        this.bytes = request.getEncoded();
    }

    /// Asks for the time of this digest.
    public static StampRequest of(Digest imprint, SecureRandom random) throws IOException {
        var nonce = new BigInteger(NONCE_BITS, random).setBit(NONCE_BITS - 1);
        return new StampRequest(asking().generate(SHA256, imprint.bytes(), nonce));
    }

    /// What may have asked for the time of this digest, with whatever number.
    static StampRequest anyOf(Digest imprint) throws IOException {
        return new StampRequest(asking().generate(SHA256, imprint.bytes()));
    }

    private static TimeStampRequestGenerator asking() {
        var asked = new TimeStampRequestGenerator();
        asked.setCertReq(true);
        return asked;
    }

    /// A request that was kept.
    ///
    /// @throws StampRefused if it is none, or asks for no certificate, or for more than that
    public static StampRequest read(byte[] bytes) throws StampRefused {
        var read = parse(bytes);
        if (!Arrays.equals(read.bytes, bytes) || !read.request.getCertReq() || read.request.hasExtensions()) {
            throw unreadable();
        }
        return read;
    }

    private static StampRequest parse(byte[] bytes) throws StampRefused {
        if (bytes.length > LARGEST) {
            throw unreadable();
        }
        return Asn1.parsed(() -> new StampRequest(new TimeStampRequest(bytes)), StampRequest::unreadable);
    }

    private static StampRefused unreadable() {
        return new StampRefused(StampRefused.Reason.UNREADABLE, Said.of("the request is none for a time-stamp"));
    }

    /// As it is sent (DER).
    public byte[] bytes() {
        return bytes.clone();
    }

    /// Whether it asks for the time of this digest, and with a number, as all do that are kept.
    public boolean asksFor(Digest imprint) {
        return request.getNonce() != null
                && request.getMessageImprintAlgOID().equals(NISTObjectIdentifiers.id_sha256)
                && MessageDigest.isEqual(request.getMessageImprintDigest(), imprint.bytes());
    }

    /// Whether the answer is about what was asked.
    boolean isOf(MessageImprint imprint) {
        var algorithm = imprint.getHashAlgorithm();
        return algorithm.getAlgorithm().equals(request.getMessageImprintAlgOID())
                && Asn1.hasNoParameters(algorithm)
                && MessageDigest.isEqual(imprint.getHashedMessage(), request.getMessageImprintDigest());
    }

    /// Whether the answer is to this request and to no earlier one; anything is, where no number was sent.
    boolean isAnsweredBy(TSTInfo answer) {
        BigInteger nonce = request.getNonce();
        return nonce == null
                || answer.getNonce() != null && nonce.equals(answer.getNonce().getValue());
    }
}
