package org.taniq.read.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.taniq.base.Digest;
import org.taniq.base.Json;
import org.taniq.seal.stamp.Anchor;
import org.taniq.seal.stamp.BareStamp;
import org.taniq.seal.stamp.StampCheck;

/// The time at which a signature existed: a time-stamp (RFC 3161) of the letters in which the signature is written. Its
/// certificates stand beside it.
final class SignatureTime {
    private SignatureTime() {}

    /// What an authority vouches for that is known here.
    static Optional<Instant> of(Json.Obj signed) {
        var answer = SignedPackage.base64(SignedPackage.text(signed, "timeSignature"));
        if (answer.isEmpty()) {
            return Optional.empty();
        }
        var imprint = Digest.of(SignedPackage.text(signed, "signature").getBytes(StandardCharsets.US_ASCII));
        var beside = DomainChain.read(SignedPackage.text(signed, "timestampCert"));
        try {
            byte[] token =
                    BareStamp.token(answer.get(), beside.map(DomainChain::all).orElse(List.of()));
            return Observers.times().stream()
                    .flatMap(anchor -> judged(token, imprint, anchor).stream())
                    .findFirst();
        } catch (IOException none) {
            return Optional.empty();
        }
    }

    private static Optional<Instant> judged(byte[] token, Digest imprint, Anchor anchor) {
        try {
            return Optional.of(StampCheck.judgeToken(token, imprint, anchor).stated());
        } catch (IOException refused) {
            return Optional.empty();
        }
    }
}
