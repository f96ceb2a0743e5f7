package org.taniq.seal;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.bouncycastle.math.ec.rfc8032.Ed25519;
import org.taniq.base.Altered;
import org.taniq.base.Digest;

/// The public key of a log, written as a C2SP signed-note verifier key:
/// `taniq/<id>+<8 hex>+<base64(0x01 ‖ key)>`.
public final class VerifierKey {
    private static final Pattern FORM = Pattern.compile("(taniq/[0-9a-f]{32})\\+([0-9a-f]{8})\\+([A-Za-z0-9+/=]{44})");
    private static final byte ED25519 = 1;
    private static final int LENGTH = 32;
    private static final byte[] X509_PREFIX = HexFormat.of().parseHex("302a300506032b6570032100");

    private final String origin;
    private final byte[] key;

    VerifierKey(String origin, byte[] key) {
        this.origin = origin;
        this.key = key.clone();
    }

    static VerifierKey parse(String text) throws Altered {
        var matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw new Altered("vkey is not taniq/<id>+<8 hex>+<base64>");
        }
        byte[] typed = base64(matcher.group(3));
        if (typed.length != LENGTH + 1 || typed[0] != ED25519) {
            throw new Altered("vkey is not an Ed25519 key");
        }
        var key = new VerifierKey(matcher.group(1), Arrays.copyOfRange(typed, 1, typed.length));
        if (!key.text().equals(text)) {
            throw new Altered("vkey is not canonical, or its key id is another");
        }
        if (!Ed25519.validatePublicKeyPartial(key.key, 0)) {
            throw new Altered("vkey is not a point of the curve, or one of small order, which would sign anything");
        }
        return key;
    }

    private static byte[] base64(String text) throws Altered {
        try {
            return Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException notBase64) {
            throw new Altered("vkey is not base64");
        }
    }

    public String origin() {
        return origin;
    }

    /// The id of the log: what follows `taniq/`.
    public String id() {
        return origin.substring("taniq/".length());
    }

    public String text() {
        return origin + "+" + HexFormat.of().formatHex(id4()) + "+"
                + Base64.getEncoder().encodeToString(typed());
    }

    /// What is printed on paper: SHA-256 of the vkey, in groups of four digits.
    public String fingerprint() {
        String hex = Digest.of(text().getBytes(StandardCharsets.US_ASCII)).hex();
        return String.join(" ", hex.split("(?<=\\G.{4})"));
    }

    /// The first four bytes of SHA-256(name ‖ LF ‖ 0x01 ‖ key).
    byte[] id4() {
        byte[] name = (origin + "\n").getBytes(StandardCharsets.US_ASCII);
        return Arrays.copyOf(Digest.of(name, typed()).bytes(), 4);
    }

    boolean verifies(byte[] message, byte[] signature) {
        try {
            var ed25519 = Signature.getInstance("Ed25519");
            ed25519.initVerify(publicKey());
            ed25519.update(message);
            return ed25519.verify(signature);
        } catch (GeneralSecurityException notASignature) {
            return false;
        }
    }

    private PublicKey publicKey() throws GeneralSecurityException {
        var encoded = new ByteArrayOutputStream();
        encoded.writeBytes(X509_PREFIX);
        encoded.writeBytes(key);
        return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded.toByteArray()));
    }

    private byte[] typed() {
        var typed = new byte[LENGTH + 1];
        typed[0] = ED25519;
        System.arraycopy(key, 0, typed, 1, LENGTH);
        return typed;
    }
}
