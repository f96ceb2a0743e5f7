package org.taniq.read.web;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.taniq.base.Digest;
import org.taniq.base.Json;

/// Judges the signature of a WACZ (WACZ Signing and Verification 0.1.0): an ECDSA signature of the text `sha256:…` that
/// is the digest of `datapackage.json`, by a key that says nothing of its owner, or by the key of a domain's
/// certificate, with a time-stamp of the signature.
final class SignedPackage {
    private static final List<String> FORMS = List.of("SHA256withECDSA", "SHA256withECDSAinP1363Format");
    private static final int LARGEST_KEY = 4096;

    private final Json.Obj signed;

    private SignedPackage(Json.Obj signed) {
        this.signed = signed;
    }

    /// What a signature is worth.
    enum Strength {
        /// There is none that holds: whoever had the file can have changed it.
        NONE("none"),
        /// Whoever has the key signed it; nobody says who that is, and anybody can make a key.
        ANONYMOUS_KEY("anonymousKey"),
        /// Who had the key of this domain signed it, at a time that an authority vouches for. Anybody can have a
        /// domain.
        DOMAIN_KEY("domainKey");

        private final String word;

        Strength(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }
    }

    /// What came of it.
    ///
    /// @param why no more, in a word of ours; empty where there is nothing more
    /// @param domain that is vouched for; empty where none is
    /// @param key the SHA-256 of the key that signed; empty where none did
    /// @param time that an authority vouches for; nothing where none does
    /// @param folder in which the list lies: its signature says nothing of what lies elsewhere; empty at the top
    record Verdict(Strength strength, String why, String domain, String key, List<Instant> time, String folder) {
        Verdict {
            time = List.copyOf(time);
        }

        static Verdict none(String why) {
            return new Verdict(Strength.NONE, why, "", "", List.of(), "");
        }

        /// A list that holds no longer is not what was signed, whatever its own signature is worth.
        Verdict over(PackageFiles files) {
            boolean isOther = files.count(PackageFiles.Found.DIFFERS) > 0;
            return isOther && strength != Strength.NONE && why.isEmpty()
                    ? new Verdict(strength, "filesDiffer", domain, key, time, folder)
                    : this;
        }

        Verdict in(String place) {
            return new Verdict(strength, why, domain, key, time, place);
        }

        boolean isBroken() {
            return strength == Strength.NONE && !why.equals("notSigned");
        }
    }

    /// @param digestFile `datapackage-digest.json`
    /// @param listed the digest of `datapackage.json`
    static Verdict judge(Json.Obj digestFile, Digest listed) {
        var stated = text(digestFile, "hash");
        if (stated.isEmpty()) {
            return Verdict.none("signatureUnreadable");
        }
        var hash = "sha256:" + listed.hex();
        if (!stated.equals(hash)) {
            return Verdict.none("listChanged");
        }
        if (!(member(digestFile, "signedData").orElse(Json.NULL) instanceof Json.Obj signed)) {
            return Verdict.none("notSigned");
        }
        return text(signed, "hash").equals(hash) ? new SignedPackage(signed).judged() : Verdict.none("otherSigned");
    }

    private Verdict judged() {
        return text(signed, "domainCert").isEmpty() ? byKey() : byDomain();
    }

    private Verdict byKey() {
        var key = key(text(signed, "publicKey"));
        if (key.isEmpty()) {
            return Verdict.none("noKey");
        }
        return holds(key.get()) ? anonymous(key.get(), "") : Verdict.none("signatureFails");
    }

    private static Verdict anonymous(PublicKey key, String why) {
        return new Verdict(
                Strength.ANONYMOUS_KEY, why, "", Digest.of(key.getEncoded()).hex(), List.of(), "");
    }

    private Verdict byDomain() {
        var chain = DomainChain.read(text(signed, "domainCert"));
        if (chain.isEmpty()) {
            return Verdict.none("noKey");
        }
        var key = chain.get().key();
        if (!holds(key)) {
            return Verdict.none("signatureFails");
        }
        var time = SignatureTime.of(signed);
        if (time.isEmpty()) {
            return anonymous(key, "noTimeVouchedFor");
        }
        var domain = text(signed, "domain");
        if (!chain.get().names(domain)) {
            return anonymous(key, "otherDomain");
        }
        return chain.get().leadsToRoot(time.get())
                ? new Verdict(
                        Strength.DOMAIN_KEY,
                        "",
                        domain,
                        Digest.of(key.getEncoded()).hex(),
                        List.of(time.get()),
                        "")
                : anonymous(key, "certificateNotVouchedFor");
    }

    private boolean holds(PublicKey key) {
        var bytes = base64(text(signed, "signature"));
        return bytes.isPresent() && FORMS.stream().anyMatch(form -> holds(key, form, bytes.get()));
    }

    private boolean holds(PublicKey key, String form, byte[] signature) {
        try {
            var check = Signature.getInstance(form);
            check.initVerify(key);
            check.update(text(signed, "hash").getBytes(StandardCharsets.US_ASCII));
            return check.verify(signature);
        } catch (GeneralSecurityException otherForm) {
            return false;
        }
    }

    private static Optional<PublicKey> key(String stated) {
        var bytes = base64(stated).filter(key -> key.length <= LARGEST_KEY);
        try {
            return bytes.isEmpty()
                    ? Optional.empty()
                    : Optional.of(KeyFactory.getInstance("EC").generatePublic(new X509EncodedKeySpec(bytes.get())));
        } catch (GeneralSecurityException none) {
            return Optional.empty();
        }
    }

    static Optional<byte[]> base64(String text) {
        try {
            return text.isEmpty()
                    ? Optional.empty()
                    : Optional.of(Base64.getDecoder().decode(text));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    static Optional<Json> member(Json json, String name) {
        return json instanceof Json.Obj object ? object.get(name) : Optional.empty();
    }

    static String text(Json json, String name) {
        return member(json, name).orElse(Json.NULL) instanceof Json.Str(String text) ? text : "";
    }
}
