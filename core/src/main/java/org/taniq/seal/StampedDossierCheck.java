package org.taniq.seal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import org.taniq.base.Altered;
import org.taniq.base.Digest;
import org.taniq.base.Said;
import org.taniq.base.Trouble;
import org.taniq.seal.stamp.Anchor;
import org.taniq.seal.stamp.StampAnswer;
import org.taniq.seal.stamp.StampCheck;
import org.taniq.seal.stamp.StampRefused;

/// Checks a dossier with time-stamps around it (docs/format.md, section 11), first what is around it. Each list that
/// was stamped is made again from what lies in the container and compared, so that none is read.
final class StampedDossierCheck {
    private final ContainerFile container;
    private final Checked checked = new Checked();
    private final List<Verdict.Assertion> assertions = new ArrayList<>();

    private StampedDossierCheck(ContainerFile container) {
        this.container = container;
    }

    /// @param memory how many bytes may be held at once
    /// @throws Altered if nothing in it can be found
    static Verdict check(ContainerFile container, long memory) throws IOException {
        return new StampedDossierCheck(container).verdict(memory);
    }

    private Verdict verdict(long memory) throws IOException {
        for (var name : container.damaged()) {
            checked.wrong("entry", Said.of("{file}: its bytes are not those the container was made of", "file", name));
        }
        checked.step("container", Said.of("around the dossier"), this::checkNames);
        var dossier = new ArrayList<Digest>();
        String name = StampedDossier.DOSSIER;
        if (checked.passes("container", name, () -> dossier.add(container.sha256(name)))) {
            judgeAll(dossier.getFirst());
        }
        return with(DossierCheck.inside(container, name, memory));
    }

    private void judgeAll(Digest dossier) {
        for (int n = 1; n <= tokens(); n++) {
            int number = n;
            checked.step("time", StampedDossier.tokenName(n), () -> assertions.add(judge(number, dossier)));
        }
    }

    private int tokens() {
        int n = 0;
        while (n < StampedDossier.MOST && isHere(n + 1)) {
            n++;
        }
        return n;
    }

    private boolean isHere(int n) {
        return container.entries().containsKey(StampedDossier.manifestName(n))
                || container.entries().containsKey(StampedDossier.tokenName(n));
    }

    private void checkNames() throws Altered {
        var expected = new LinkedHashSet<String>();
        expected.add(Container.MIMETYPE);
        for (int n = 1; n <= tokens(); n++) {
            expected.add(StampedDossier.manifestName(n));
            expected.add(StampedDossier.tokenName(n));
        }
        expected.add(StampedDossier.CERTIFICATES);
        expected.add(StampedDossier.DOSSIER);
        for (var name : container.entries().keySet()) {
            if (!expected.contains(name)) {
                throw new Altered(Said.of("no time-stamp covers the entry {file}", "file", name));
            }
        }
        for (var name : expected) {
            if (!container.entries().containsKey(name)) {
                throw new Altered(Said.of("the entry {file} is missing", "file", name));
            }
        }
    }

    private Verdict.Assertion judge(int n, Digest dossier) throws IOException {
        byte[] certificates = container.bytes(StampedDossier.CERTIFICATES, Anchor.LARGEST);
        byte[] manifest = StampedDossier.manifest(n, Digest.of(certificates), dossier);
        if (!Arrays.equals(container.bytes(StampedDossier.manifestName(n), manifest.length), manifest)) {
            throw new Altered(
                    Said.of("{file} does not list what lies in the container", "file", StampedDossier.manifestName(n)));
        }
        byte[] token = container.bytes(StampedDossier.tokenName(n), StampAnswer.LARGEST);
        try {
            var stamp = StampCheck.judgeToken(token, Digest.of(manifest), anchor(certificates));
            return new Verdict.Assertion(stamp.notLater(), stamp.authority());
        } catch (StampRefused refused) {
            throw new Altered(refused.said(), refused);
        }
    }

    private static Anchor anchor(byte[] certificates) throws IOException {
        try {
            var anchor = Anchor.read(certificates);
            if (Arrays.equals(anchor.pem(), certificates)) {
                return anchor;
            }
        } catch (Trouble noRoot) {
            throw new Altered(noRoot.said(), noRoot);
        }
        throw new Altered(Said.of("{file} is not as it was written", "file", StampedDossier.CERTIFICATES));
    }

    private static Verdict.Bytes worse(Verdict.Bytes one, Verdict.Bytes other) {
        if (one == Verdict.Bytes.ALTERED || other == Verdict.Bytes.ALTERED) {
            return Verdict.Bytes.ALTERED;
        }
        return one == Verdict.Bytes.INTACT ? other : one;
    }

    /// That a dossier existed is said only of what was looked at as one.
    private static Verdict.Whole whole(Verdict dossier) {
        return switch (dossier.completeness()) {
            case Verdict.Counted _ -> Verdict.Whole.DOSSIER;
            case Verdict.Unchecked _ -> Verdict.Whole.FILE;
        };
    }

    /// What is known of the dossier, and of what is around it before.
    private Verdict with(Verdict dossier) {
        var checks = new ArrayList<>(checked.all());
        checks.addAll(dossier.checks());
        return new Verdict(
                worse(checked.bytes(Verdict.Bytes.INTACT), dossier.bytes()),
                assertions.isEmpty() ? dossier.time() : new Verdict.Asserted(whole(dossier), assertions),
                dossier.completeness(),
                dossier.origin(),
                checks);
    }
}
