package org.taniq.seal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import org.taniq.base.Altered;
import org.taniq.base.Digest;
import org.taniq.base.Said;
import org.taniq.base.Trouble;
import org.taniq.seal.stamp.Anchor;
import org.taniq.seal.stamp.Authority;
import org.taniq.seal.stamp.Stamp;
import org.taniq.seal.stamp.StampAnswer;
import org.taniq.seal.stamp.StampCheck;
import org.taniq.seal.stamp.StampRequest;

/// Has a dossier stamped as a whole: [#stamp] by each authority, then [#container] with all that answered. An authority
/// learns a SHA-256 of a list of digests.
public final class DossierStamping {
    /// For everything in the container that is not the dossier.
    private static final long AROUND = 16L << 20;

    private final Path dossier;
    private final Digest digest;
    private final byte[] certificates;
    private final List<byte[]> manifests = new ArrayList<>();
    private final List<byte[]> tokens = new ArrayList<>();

    private DossierStamping(Path dossier, Digest digest, Anchor anchor) {
        this.dossier = dossier;
        this.digest = digest;
        this.certificates = anchor.pem();
    }

    /// @param asked all that will be asked: their certificates are kept beside the dossier
    /// @throws Trouble if the file is no dossier, is altered, or is too large to be put into a container
    public static DossierStamping of(Path dossier, List<Authority> asked) throws IOException {
        refuseUnlessDossier(dossier);
        if (asked.size() > StampedDossier.MOST) {
            throw new Trouble(Said.of("a dossier takes at most {most} time-stamps", "most", StampedDossier.MOST));
        }
        var anchor = Anchor.together(asked.stream().map(Authority::anchor).toList());
        try (var in = new DigestInputStream(Files.newInputStream(dossier), Digest.sha256())) {
            in.transferTo(java.io.OutputStream.nullOutputStream());
            return new DossierStamping(
                    dossier, Digest.ofBytes(in.getMessageDigest().digest()), anchor);
        }
    }

    private static void refuseUnlessDossier(Path dossier) throws IOException {
        if (!ContainerFile.begins(dossier)) {
            throw new Trouble(Said.of(
                    "{file} is no dossier without time-stamps: nobody was asked",
                    "file",
                    String.valueOf(dossier.getFileName())));
        }
        if (Files.size(dossier) > Container.LARGEST - AROUND) {
            throw new Trouble("the dossier is too large to be stamped: choose fewer exhibits");
        }
        var verdict = DossierCheck.check(dossier);
        if (verdict.bytes() == Verdict.Bytes.ALTERED) {
            throw new Altered(Said.of(
                    "the dossier is altered ({why}): nobody was asked",
                    "why",
                    verdict.failed().getFirst().said()));
        }
    }

    /// Asks the authority for the time of the dossier, and keeps the answer if it holds.
    ///
    /// @throws StampRefused if it does not
    public Stamp stamp(Authority authority, Stamping.Asking asking, SecureRandom random) throws IOException {
        byte[] manifest = StampedDossier.manifest(tokens.size() + 1, Digest.of(certificates), digest);
        var request = StampRequest.of(Digest.of(manifest), random);
        byte[] answer = asking.ask(authority, request.bytes());
        StampCheck.judge(answer, request, authority.anchor());
        byte[] token = StampAnswer.read(answer).token();
        var stamp = StampCheck.judgeToken(token, Digest.of(manifest), Anchor.read(certificates));
        manifests.add(manifest);
        tokens.add(token);
        return stamp;
    }

    /// Whether anybody stamped it.
    public boolean isStamped() {
        return !tokens.isEmpty();
    }

    /// The dossier, which is not changed, with the time-stamps around it.
    public Container container() {
        if (tokens.isEmpty()) {
            throw new IllegalStateException("no time-stamp");
        }
        var container = new Container();
        container.add(Container.MIMETYPE, StampedDossier.kind());
        for (int at = 0; at < tokens.size(); at++) {
            container.add(StampedDossier.manifestName(at + 1), manifests.get(at));
            container.add(StampedDossier.tokenName(at + 1), tokens.get(at));
        }
        container.add(StampedDossier.CERTIFICATES, certificates);
        container.add(StampedDossier.DOSSIER, out -> {
            try (InputStream in = Files.newInputStream(dossier)) {
                in.transferTo(out);
            }
        });
        return container;
    }
}
