package org.taniq.app;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.taniq.base.Altered;
import org.taniq.base.Durable;
import org.taniq.base.Said;
import org.taniq.seal.DossierCheck;
import org.taniq.seal.DossierStamping;
import org.taniq.seal.Verdict;
import org.taniq.seal.stamp.Authority;
import org.taniq.seal.stamp.Stamp;
import org.taniq.tell.Dossier;

/// Time-stamps of one dossier as a whole, by the authorities that the person chose for the case. The dossier's file is
/// only read.
public final class DossierStamps {
    private static final String DOSSIER = ".zip";
    private static final String STAMPED = ".asice";

    private final Stamps stamps;
    private final DossierStamping stamping;
    private final Path file;

    private DossierStamps(Stamps stamps, DossierStamping stamping, Path file) {
        this.stamps = stamps;
        this.stamping = stamping;
        this.file = file;
    }

    /// Asks nobody yet.
    ///
    /// @throws IOException also if the dossier is none or altered, or if what is to be written is there already
    static DossierStamps of(Stamps stamps, Path dossier) throws IOException {
        Path file = fileFor(dossier);
        refuseIfThere(file);
        return new DossierStamps(
                stamps, DossierStamping.of(dossier, stamps.choice().authorities()), file);
    }

    /// Where the dossier with its time-stamps is written: beside it, as `NAME.asice`.
    public static Path fileFor(Path dossier) {
        String name = String.valueOf(dossier.getFileName());
        boolean zip = name.toLowerCase(Locale.ROOT).endsWith(DOSSIER) && name.length() > DOSSIER.length();
        String stem = zip ? name.substring(0, name.length() - DOSSIER.length()) : name;
        return dossier.resolveSibling(stem + STAMPED);
    }

    /// @throws FileAlreadyExistsException if it is
    public static void refuseIfThere(Path file) throws FileAlreadyExistsException {
        if (Files.exists(file)) {
            throw new FileAlreadyExistsException(file.toString());
        }
    }

    /// All that were chosen.
    public List<Authority> authorities() throws IOException {
        return stamps.choice().authorities();
    }

    /// Asks one authority.
    ///
    /// @throws org.taniq.base.net.NotReached if it does not answer
    /// @throws org.taniq.seal.stamp.StampRefused if its answer proves nothing
    public Stamp ask(Authority authority) throws IOException {
        return stamping.stamp(authority, stamps.asking(), stamps.random());
    }

    /// Whether anybody stamped it; else nothing can be written.
    public boolean isStamped() {
        return stamping.isStamped();
    }

    /// Writes the dossier with its time-stamps, under a name that nobody looks for until it was checked.
    public Path write(Dossier.Discarding discarding) throws IOException {
        var durable = new Durable();
        var folder = Objects.requireNonNull(file.toAbsolutePath().getParent(), "a file has a folder");
        try (var pending = durable.begin(folder);
                var _ = discarding.ifStopped(pending)) {
            stamping.container().write(pending.out());
            refuseFailed(DossierCheck.check(pending.written()));
            pending.publish(file);
        }
        durable.settle();
        return file;
    }

    private static void refuseFailed(Verdict verdict) throws Altered {
        if (verdict.bytes() == Verdict.Bytes.ALTERED) {
            throw new Altered(Said.of(
                    "the dossier that was written does not verify: {why}",
                    "why",
                    verdict.failed().getFirst().said()));
        }
    }
}
