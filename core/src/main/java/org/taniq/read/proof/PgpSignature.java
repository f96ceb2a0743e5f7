package org.taniq.read.proof;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
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
import org.taniq.read.record.Attachment;
import org.taniq.read.record.Detail;
import org.taniq.read.record.Input;

/// A detached signature of OpenPGP (RFC 4880) beside the file that it is of, checked with the key that lies beside
/// both: anybody can make one. Whether the key was revoked or had ended is not looked at.
final class PgpSignature {
    private static final int LARGEST_SIGNATURE = 64 << 10;
    private static final int LARGEST_KEYS = 1 << 20;
    private static final int PIECE = 1 << 16;
    private static final String NO_KEY = "noKey";
    private static final String NOT_WHOLE = "notWhole";
    private static final String UNREADABLE = "signatureUnreadable";
    private static final String TOO_MUCH = "tooMuch";

    private final Input.Beside beside;
    private final byte[] keys;
    private final String noKey;

    /// @param noKey why none is found among them
    private PgpSignature(Input.Beside beside, byte[] keys, String noKey) {
        this.beside = beside;
        this.keys = keys;
        this.noKey = noKey;
    }

    /// @param keyFile where the public key lies, by its path
    static PgpSignature with(Input.Beside beside, String keyFile) throws IOException {
        var content = beside.open(keyFile);
        if (content.isEmpty()) {
            return new PgpSignature(beside, new byte[0], beside.isNamed(keyFile) ? unopened(beside, keyFile) : NO_KEY);
        }
        try (var in = content.get().open()) {
            var bytes = in.readNBytes(LARGEST_KEYS + 1);
            boolean isAll = bytes.length <= LARGEST_KEYS && content.get().isWhole();
            return new PgpSignature(beside, bytes, isAll ? NO_KEY : NOT_WHOLE);
        }
    }

    /// Why a file that the archive names cannot be opened: there several times, damaged, or one too many.
    private static String unopened(Input.Beside beside, String file) {
        return beside.at(file) instanceof Attachment.Present ? TOO_MUCH : NOT_WHOLE;
    }

    /// What came of it.
    ///
    /// @param verdict as it is sealed
    /// @param why no more, in a word of ours; empty where it holds
    /// @param key the fingerprint of the key that signed; empty where none did
    /// @param name as the key calls its owner: anybody can write any name there
    /// @param more signatures in the same file, which were not looked at
    record Checked(
            Names names, String verdict, String why, String key, String name, List<String> weaknesses, int more) {
        Checked {
            weaknesses = List.copyOf(weaknesses);
        }

        /// @param file the signature
        /// @param of what it must be of
        record Names(String file, String of) {}

        static Checked not(Names names, String verdict, String why) {
            return new Checked(names, verdict, why, "", "", List.of(), 0);
        }

        boolean holds() {
            return why.isEmpty();
        }

        boolean isForgeable() {
            return !weaknesses.isEmpty();
        }

        private Checked beside(int others) {
            return new Checked(names, verdict, why, key, name, weaknesses, others);
        }

        /// What was checked, and the key by itself: it leads to the telephone, and says a name.
        List<Detail> details() {
            var json = Json.object()
                    .put("file", Detail.cut(names.file()))
                    .put("verdict", verdict)
                    .put("strength", holds() && !isForgeable() ? "anonymousKey" : "none");
            put(json, "signedFile", names.of());
            put(json, "why", why);
            if (isForgeable()) {
                json.put("weaknesses", Json.strings(weaknesses));
            }
            if (more > 0) {
                json.put("signaturesLeftOut", Json.of(more));
            }
            var checked = new Detail("pgpSignature", json.build());
            return key.isEmpty() ? List.of(checked) : List.of(checked, signatureKey());
        }

        private Detail signatureKey() {
            var json = Json.object().put("file", Detail.cut(names.file())).put("key", key);
            put(json, "keyName", name);
            return new Detail("signatureKey", json.build());
        }

        private static void put(Json.Builder json, String name, String text) {
            if (!text.isEmpty()) {
                json.put(name, Detail.cut(text));
            }
        }
    }

    private static Checked notChecked(Checked.Names names, String why) {
        return Checked.not(names, "not-checked", why);
    }

    private static Checked notValid(Checked.Names names, String why) {
        return Checked.not(names, "not-valid", why);
    }

    /// Nothing where no such signature lies there.
    ///
    /// @param file the signature
    /// @param of what it must be of
    Optional<Checked> check(String file, String of) throws IOException {
        var names = new Checked.Names(file, of);
        var content = beside.open(file);
        if (content.isEmpty()) {
            return beside.isNamed(file) ? Optional.of(notChecked(names, unopened(beside, file))) : Optional.empty();
        }
        byte[] bytes;
        try (var in = content.get().open()) {
            bytes = in.readNBytes(LARGEST_SIGNATURE);
        }
        var checked = checked(names, bytes);
        return Optional.of(checked.holds() || content.get().isWhole() ? checked : notChecked(names, NOT_WHOLE));
    }

    private Checked checked(Checked.Names names, byte[] bytes) throws IOException {
        var signatures = StampContent.parsed(() -> signatures(bytes));
        if (signatures.isEmpty()) {
            return notChecked(names, UNREADABLE);
        }
        var checked = checked(names, signatures.get().get(0));
        boolean isKeyWhole = checked.holds() || noKey.equals(NO_KEY);
        return isKeyWhole ? checked.beside(signatures.get().size() - 1) : notChecked(names, noKey);
    }

    /// A signature of a file that does not lie there, or was not found among many; nothing where there is no such
    /// signature.
    ///
    /// @param alike how many files were found elsewhere that are what it is of
    Optional<Checked> ofMissing(String file, int alike) {
        if (!beside.isNamed(file)) {
            return Optional.empty();
        }
        var names = new Checked.Names(file, "");
        return Optional.of(alike < Input.Beside.MOST_ALIKE ? missing(names) : notChecked(names, TOO_MUCH));
    }

    private static Checked missing(Checked.Names names) {
        return notChecked(names, "fileMissing");
    }

    private static PGPSignatureList signatures(byte[] bytes) throws IOException {
        try (var in = PGPUtil.getDecoderStream(new ByteArrayInputStream(bytes))) {
            if (new BcPGPObjectFactory(in).nextObject() instanceof PGPSignatureList list && !list.isEmpty()) {
                return list;
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

    private Checked checked(Checked.Names names, PGPSignature signature) throws IOException {
        var key = StampContent.parsed(() -> key(signature.getKeyID()));
        if (key.isEmpty()) {
            return notChecked(names, noKey);
        }
        if (!PgpKey.isOfUsualSize(key.get())) {
            return notChecked(names, "key-too-long");
        }
        if (!StampContent.parsed(() -> isReady(signature, key.get())).orElse(false)) {
            return notChecked(names, "unknown-algorithm");
        }
        return checked(names, signature, key.get());
    }

    private Checked checked(Checked.Names names, PGPSignature signature, PGPPublicKey key) throws IOException {
        var signed = beside.open(names.of());
        if (signed.isEmpty()) {
            return beside.isNamed(names.of()) ? notChecked(names, unopened(beside, names.of())) : missing(names);
        }
        Optional<Boolean> holds;
        try (var in = signed.get().open()) {
            update(signature, in);
            holds = StampContent.parsed(() -> verifies(signature));
        }
        if (!signed.get().isWhole() || holds.isEmpty()) {
            return notChecked(names, holds.isEmpty() ? UNREADABLE : NOT_WHOLE);
        }
        if (!holds.get()) {
            return notValid(names, "signatureFails");
        }
        return new Checked(
                names,
                "valid",
                "",
                HexFormat.of().formatHex(key.getFingerprint()),
                PgpKey.name(key),
                PgpKey.weaknesses(signature, key),
                0);
    }

    /// A signature of the bytes as they are, made in a way that is known.
    private static boolean isReady(PGPSignature signature, PGPPublicKey key) throws IOException {
        if (signature.getSignatureType() != PGPSignature.BINARY_DOCUMENT || PgpKey.isForEncrypting(key)) {
            return false;
        }
        try {
            signature.init(new BcPGPContentVerifierBuilderProvider(), key);
            return true;
        } catch (PGPException unknown) {
            throw new IOException(unknown);
        }
    }

    private static void update(PGPSignature signature, InputStream in) throws IOException {
        var piece = new byte[PIECE];
        for (int got = in.read(piece); got >= 0; got = in.read(piece)) {
            signature.update(piece, 0, got);
        }
    }

    private static boolean verifies(PGPSignature signature) throws IOException {
        try {
            return signature.verify();
        } catch (PGPException bad) {
            throw new IOException(bad);
        }
    }
}
