package org.taniq.read.proof;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.bcpg.HashAlgorithmTags;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.PGPPublicKeyRingCollection;
import org.bouncycastle.openpgp.PGPSignature;
import org.bouncycastle.openpgp.PGPSignatureList;
import org.bouncycastle.openpgp.PGPUtil;
import org.bouncycastle.openpgp.bc.BcPGPObjectFactory;
import org.bouncycastle.openpgp.operator.bc.BcKeyFingerprintCalculator;
import org.bouncycastle.openpgp.operator.bc.BcPGPContentVerifierBuilderProvider;
import org.taniq.base.Json;
import org.taniq.read.record.Detail;
import org.taniq.read.record.Input;

/// A detached signature of OpenPGP (RFC 4880) beside the file that it is of, checked with the key that lies beside
/// both: anybody can make one. Whether the key was revoked or had ended is not looked at.
final class PgpSignature {
    private static final int LARGEST_SIGNATURE = 64 << 10;
    private static final int LARGEST_KEYS = 1 << 20;
    private static final int PIECE = 1 << 16;

    private final Input.Beside beside;
    private final byte[] keys;

    private PgpSignature(Input.Beside beside, byte[] keys) {
        this.beside = beside;
        this.keys = keys;
    }

    /// @param keyFile where the public key lies, by its path
    static PgpSignature with(Input.Beside beside, String keyFile) throws IOException {
        var content = beside.open(keyFile);
        if (content.isEmpty()) {
            return new PgpSignature(beside, new byte[0]);
        }
        try (var in = content.get().open()) {
            return new PgpSignature(beside, in.readNBytes(LARGEST_KEYS));
        }
    }

    /// What came of it.
    ///
    /// @param why no more, in a word of ours; empty where it holds
    /// @param key the fingerprint of the key that signed; empty where none did
    /// @param name as the key calls its owner: anybody can write any name there
    record Checked(String file, String of, String why, String key, String name, List<String> weaknesses) {
        Checked {
            weaknesses = List.copyOf(weaknesses);
        }

        boolean holds() {
            return why.isEmpty();
        }

        Detail detail() {
            boolean isOpen = why.equals("noKey") || why.equals("fileMissing");
            var json = Json.object()
                    .put("file", Detail.cut(file))
                    .put("signedFile", Detail.cut(of))
                    .put("verdict", holds() ? "valid" : isOpen ? "not-checked" : "not-valid")
                    .put("strength", holds() && weaknesses.isEmpty() ? "anonymousKey" : "none");
            put(json, "why", why);
            put(json, "key", key);
            put(json, "keyName", name);
            if (!weaknesses.isEmpty()) {
                json.put("weaknesses", Json.strings(weaknesses));
            }
            return new Detail("pgpSignature", json.build());
        }

        private static void put(Json.Builder json, String name, String text) {
            if (!text.isEmpty()) {
                json.put(name, Detail.cut(text));
            }
        }
    }

    /// Nothing where no such signature lies there.
    ///
    /// @param file the signature
    /// @param of what it must be of
    Optional<Checked> check(String file, String of) throws IOException {
        var content = beside.open(file);
        if (content.isEmpty()) {
            return Optional.empty();
        }
        byte[] bytes;
        try (var in = content.get().open()) {
            bytes = in.readNBytes(LARGEST_SIGNATURE);
        }
        var signature = StampContent.parsed(() -> signature(bytes));
        if (signature.isEmpty()) {
            return Optional.of(new Checked(file, of, "signatureUnreadable", "", "", List.of()));
        }
        var key = StampContent.parsed(() -> key(signature.get().getKeyID()));
        return Optional.of(
                key.isEmpty()
                        ? new Checked(file, of, "noKey", "", "", List.of())
                        : checked(file, of, signature.get(), key.get()));
    }

    private static PGPSignature signature(byte[] bytes) throws IOException {
        try (var in = PGPUtil.getDecoderStream(new ByteArrayInputStream(bytes))) {
            if (new BcPGPObjectFactory(in).nextObject() instanceof PGPSignatureList list && !list.isEmpty()) {
                return list.get(0);
            }
            throw new IOException();
        }
    }

    private PGPPublicKey key(long id) throws IOException {
        try (var in = PGPUtil.getDecoderStream(new ByteArrayInputStream(keys))) {
            var key = new PGPPublicKeyRingCollection(in, new BcKeyFingerprintCalculator()).getPublicKey(id);
            if (key == null) {
                throw new IOException();
            }
            return key;
        } catch (PGPException none) {
            throw new IOException(none);
        }
    }

    private Checked checked(String file, String of, PGPSignature signature, PGPPublicKey key) throws IOException {
        var signed = beside.open(of);
        if (signed.isEmpty()) {
            return new Checked(file, of, "fileMissing", "", "", List.of());
        }
        boolean holds;
        try (var in = signed.get().open()) {
            holds = StampContent.parsed(() -> holds(signature, key, in)).orElse(false);
        }
        if (!signed.get().isWhole()) {
            return new Checked(file, of, "fileMissing", "", "", List.of());
        }
        return holds
                ? new Checked(
                        file, of, "", HexFormat.of().formatHex(key.getFingerprint()), name(key), weaknesses(signature))
                : new Checked(file, of, "signatureFails", "", "", List.of());
    }

    private static boolean holds(PGPSignature signature, PGPPublicKey key, InputStream in) throws IOException {
        if (signature.getSignatureType() != PGPSignature.BINARY_DOCUMENT) {
            return false;
        }
        try {
            signature.init(new BcPGPContentVerifierBuilderProvider(), key);
            var piece = new byte[PIECE];
            for (int got = in.read(piece); got >= 0; got = in.read(piece)) {
                signature.update(piece, 0, got);
            }
            return signature.verify();
        } catch (PGPException bad) {
            throw new IOException(bad);
        }
    }

    private static String name(PGPPublicKey key) {
        var names = key.getUserIDs();
        return names.hasNext() ? names.next() : "";
    }

    private static List<String> weaknesses(PGPSignature signature) {
        var weak = new ArrayList<String>();
        if (signature.getHashAlgorithm() == HashAlgorithmTags.SHA1) {
            weak.add("sha1");
        }
        if (signature.getHashAlgorithm() == HashAlgorithmTags.MD5) {
            weak.add("md5");
        }
        return weak;
    }
}
