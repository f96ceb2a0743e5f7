package org.taniq.read.proof;

import java.math.BigInteger;
import java.util.List;
import java.util.TreeSet;
import org.bouncycastle.bcpg.DSAPublicBCPGKey;
import org.bouncycastle.bcpg.HashAlgorithmTags;
import org.bouncycastle.bcpg.PublicKeyAlgorithmTags;
import org.bouncycastle.bcpg.RSAPublicBCPGKey;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.PGPSignature;

/// What the public key of a signature is like.
final class PgpKey {
    private static final int LONGEST = 8192;
    private static final int LONGEST_EXPONENT = 64;
    private static final int SMALLEST = 2048;
    private static final int RSA_FOR_ENCRYPTING = 2;

    private PgpKey() {}

    /// One that nobody uses is made to take time.
    static boolean isOfUsualSize(PGPPublicKey key) {
        return switch (key.getPublicKeyPacket().getKey()) {
            case RSAPublicBCPGKey rsa ->
                rsa.getModulus().bitLength() <= LONGEST
                        && rsa.getPublicExponent().bitLength() <= LONGEST_EXPONENT;
            case DSAPublicBCPGKey dsa ->
                List.of(dsa.getP(), dsa.getQ(), dsa.getG(), dsa.getY()).stream()
                        .mapToInt(BigInteger::bitLength)
                        .allMatch(bits -> bits <= LONGEST);
            default -> true;
        };
    }

    /// Whether its kind signs nothing (RFC 4880, section 9.1).
    static boolean isForEncrypting(PGPPublicKey key) {
        return switch (key.getAlgorithm()) {
            case RSA_FOR_ENCRYPTING, PublicKeyAlgorithmTags.ELGAMAL_ENCRYPT, PublicKeyAlgorithmTags.ECDH -> true;
            default -> false;
        };
    }

    /// As it calls its owner.
    static String name(PGPPublicKey key) {
        var names = key.getUserIDs();
        return names.hasNext() ? names.next() : "";
    }

    static List<String> weaknesses(PGPSignature signature, PGPPublicKey key) {
        var weak = new TreeSet<String>();
        if (signature.getHashAlgorithm() == HashAlgorithmTags.SHA1) {
            weak.add("sha1");
        }
        if (signature.getHashAlgorithm() == HashAlgorithmTags.MD5) {
            weak.add("md5");
        }
        boolean isShort = switch (key.getPublicKeyPacket().getKey()) {
            case RSAPublicBCPGKey rsa -> rsa.getModulus().bitLength() < SMALLEST;
            case DSAPublicBCPGKey dsa -> dsa.getP().bitLength() < SMALLEST;
            default -> false;
        };
        if (isShort) {
            weak.add("short-key");
        }
        return List.copyOf(weak);
    }
}
