package org.taniq.seal;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.taniq.base.Durable;
import org.taniq.base.OutOfReach;
import org.taniq.base.Said;
import org.taniq.base.Trouble;
import org.taniq.base.age.Identity;
import org.taniq.base.age.WrongKey;

/// Tells the same logs under another key of a case. Openings have the same names there and other bytes, so each would
/// be taken for a damaged one and set aside, until nothing could be opened any more.
final class OtherKey {
    /// One that differs may be damaged.
    private static final int MAY_BE_DAMAGED = 1;

    private OtherKey() {}

    /// Without a key: a log was sealed for another one where all its openings differ, also that of its first statement,
    /// which nothing else changes.
    ///
    /// @throws Trouble if a folder holds logs of this vault for another key
    static void refuse(Vault vault, Path to) throws IOException {
        int differing = 0;
        for (var log : vault.logFolders()) {
            differing +=
                    differing(log, to.resolve("log").resolve(log.getFileName().toString()));
        }
        if (differing > MAY_BE_DAMAGED) {
            throw new Trouble(Said.of(
                    "cannot copy into {folder}: the same case lies there under another key, from before it was given a new"
                            + " one or from afterwards; name a folder that is new",
                    "folder",
                    to));
        }
    }

    /// @return how many openings differ; none where any is the same
    private static int differing(Path here, Path there) throws IOException {
        int differing = 0;
        for (var file : Openings.files(here).stream().sorted().toList()) {
            Path other = there.resolve("opening").resolve(file.getFileName().toString());
            if (!PlainFile.isHere(other)) {
                continue;
            }
            switch (compared(file, other)) {
                case SAME -> {
                    return 0;
                }
                case OTHER -> differing++;
                case UNREADABLE -> {}
            }
        }
        return differing;
    }

    /// What two files are.
    private enum Compared {
        SAME,
        OTHER,
        UNREADABLE
    }

    private static Compared compared(Path one, Path other) throws IOException {
        try {
            return Files.mismatch(one, other) < 0 ? Compared.SAME : Compared.OTHER;
        } catch (AccessDeniedException | OutOfReach another) {
            throw another;
        } catch (IOException _) {
            return Compared.UNREADABLE;
        }
    }

    /// With a key: copies of another case, or of this one under another key.
    ///
    /// @throws WrongKey if there is one, or if a copy is so damaged that this cannot be told
    static void refuseForeign(Vault copy, Identity identity) throws IOException {
        switch (openedBy(identity, copy)) {
            case OPENS -> {}
            case FOR_ANOTHER ->
                throw new WrongKey(Said.of(
                        "this key opens nothing in {folder}: it is a copy of another case, or of this one under another"
                                + " key",
                        "folder",
                        copy.folder()));
            case DAMAGED ->
                throw new WrongKey(Said.of(
                        "nothing in {folder} can be opened: what is there is damaged, or the disk does not give it, and"
                                + " whether it is a copy of this case cannot be told",
                        "folder",
                        copy.folder()));
        }
    }

    /// What a key does with what is in a copy: it opens some of it, or none and some is for another one. Openings
    /// first, then blobs: the disk may give none of the few openings, and one damaged head looks as if it were for
    /// another key.
    private static With openedBy(Identity identity, Vault copy) throws IOException {
        var openings = new ArrayList<Path>();
        for (var log : copy.logFolders()) {
            openings.addAll(Openings.files(log));
        }
        var best = openedBy(identity, openings);
        if (best == With.OPENS) {
            return best; // the blobs, which may be many, are not even listed
        }
        var blobs = copy.blobs(new Durable()).list().stream()
                .map(blob -> copy.folder().resolve(VaultFiles.blob(blob)))
                .toList();
        var ofBlobs = openedBy(identity, blobs);
        return ofBlobs == With.DAMAGED ? best : ofBlobs;
    }

    private static With openedBy(Identity identity, List<Path> files) throws IOException {
        var best = With.DAMAGED;
        for (var file : files) {
            switch (openedBy(identity, file)) {
                case OPENS -> {
                    return With.OPENS;
                }
                case FOR_ANOTHER -> best = With.FOR_ANOTHER;
                case DAMAGED -> {}
            }
        }
        return best;
    }

    /// With a key: a copy that says that the case was given this key, and holds the logs of before for another one.
    ///
    /// @throws Trouble if in none of the copies the key opens anything of such a log
    static void refuseMixed(List<Vault> copies, Identity identity) throws IOException {
        for (var copy : copies) {
            var said = NewRecipient.all(copy.unlockToCheck(identity, new Remembered(Map.of())));
            for (var statement : said) {
                for (var head : NewRecipient.read(statement).stream()
                        .flatMap(each -> each.logs().stream())
                        .toList()) {
                    refuseMixed(copies, identity, head.log());
                }
            }
        }
    }

    private static void refuseMixed(List<Vault> copies, Identity identity, String log) throws IOException {
        Optional<Path> locked = Optional.empty();
        for (var copy : copies) {
            int foreign = 0;
            for (var file : Openings.files(copy.logFolder(log))) {
                switch (openedBy(identity, file)) {
                    case OPENS -> {
                        return;
                    }
                    case FOR_ANOTHER -> foreign++;
                    case DAMAGED -> {}
                }
            }
            locked = foreign > MAY_BE_DAMAGED ? Optional.of(copy.folder()) : locked;
        }
        if (locked.isPresent()) {
            throw new Trouble(Said.of(
                    "{folder} is a mixture: the same case lies there under two keys, and this one opens a part of it; use"
                            + " a copy that nothing was carried into",
                    "folder",
                    locked.get()));
        }
    }

    /// What a key does with a file.
    enum With {
        OPENS,
        FOR_ANOTHER,
        /// It is no such file any more, or the disk does not give it.
        DAMAGED
    }

    /// @throws IOException if it may not be read, or lies on a computer that is not reached
    static With openedBy(Identity identity, Path opening) throws IOException {
        try (var file = Files.newInputStream(opening);
                var _ = identity.decrypt(file)) {
            return With.OPENS;
        } catch (WrongKey another) {
            return With.FOR_ANOTHER;
        } catch (AccessDeniedException | OutOfReach another) {
            throw another;
        } catch (IOException _) {
            return With.DAMAGED;
        }
    }
}
