package org.taniq.read.proof;

import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.taniq.base.Json;
import org.taniq.read.record.Detail;
import org.taniq.seal.stamp.Authority;

/// What came of checking the signature of a time-stamp.
///
/// @param result in a word that is sealed
/// @param why no more, in a word of ours; empty where there is nothing more
/// @param strength what it is worth
/// @param weaknesses for which it is worth nothing, though it holds
/// @param signer the certificate of who signed, and where it lay; nothing where it is not there
/// @param root to which it leads; nothing where it leads to none
/// @param foreign certificates in it that lead nowhere from the signer's
record StampVerdict(
        Result result,
        String why,
        Strength strength,
        List<String> weaknesses,
        Optional<Signer> signer,
        Optional<X509Certificate> root,
        long foreign) {
    StampVerdict {
        weaknesses = List.copyOf(weaknesses);
    }

    enum Result {
        PASSED("valid"),
        FAILED("not-valid"),
        NOT_CHECKED("not-checked");

        private final String word;

        Result(String word) {
            this.word = word;
        }
    }

    enum Strength {
        /// It does not hold, could not be checked, or can be forged.
        NONE("none"),
        /// It holds; nobody known here vouches for who signed, and anybody can make a key.
        ANONYMOUS_KEY("anonymousKey"),
        /// It holds, and led to an authority that this program knows.
        KNOWN_AUTHORITY("knownAuthority");

        private final String word;

        Strength(String word) {
            this.word = word;
        }
    }

    /// @param isInside whether it lay in the time-stamp itself
    record Signer(X509Certificate certificate, boolean isInside) {
        private Json json() {
            return Json.object()
                    .put(
                            "subject",
                            Detail.cut(certificate.getSubjectX500Principal().getName()))
                    .put(
                            "issuer",
                            Detail.cut(certificate.getIssuerX500Principal().getName()))
                    .put("serialNumber", StampContent.number(certificate.getSerialNumber()))
                    .put("validFrom", certificate.getNotBefore().toInstant().toString())
                    .put("validUntil", certificate.getNotAfter().toInstant().toString())
                    .put("digest", StampCertificates.fingerprint(certificate))
                    .put("certificateFrom", isInside ? "inside" : "beside")
                    .build();
        }
    }

    static StampVerdict failed(String why) {
        return new StampVerdict(Result.FAILED, why, Strength.NONE, List.of(), Optional.empty(), Optional.empty(), 0);
    }

    static StampVerdict notChecked(String why) {
        return new StampVerdict(
                Result.NOT_CHECKED, why, Strength.NONE, List.of(), Optional.empty(), Optional.empty(), 0);
    }

    StampVerdict of(Signer signer, long others) {
        return new StampVerdict(result, why, strength, weaknesses, Optional.of(signer), root, others);
    }

    Optional<Authority> authority() {
        return strength == Strength.KNOWN_AUTHORITY ? root.flatMap(StampWay::authority) : Optional.empty();
    }

    List<Detail> details() {
        var details = new ArrayList<Detail>();
        signer.ifPresent(who -> details.add(new Detail("certificate", who.json())));
        root.ifPresent(last -> details.add(new Detail(
                "root",
                Json.object()
                        .put(
                                "subject",
                                Detail.cut(last.getSubjectX500Principal().getName()))
                        .put("digest", StampCertificates.fingerprint(last))
                        .build())));
        authority().ifPresent(known -> details.add(Detail.of("knownAs", known.name())));
        if (foreign > 0) {
            details.add(Detail.of("foreignCertificates", foreign));
        }
        details.add(Detail.of("verdict", result.word));
        details.add(Detail.of("strength", strength.word));
        if (!why.isEmpty()) {
            details.add(Detail.of("why", why));
        }
        if (!weaknesses.isEmpty()) {
            details.add(new Detail("weaknesses", Json.strings(weaknesses)));
        }
        return details;
    }
}
