package org.taniq.seal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.taniq.base.Altered;
import org.taniq.base.Said;
import org.taniq.base.Trouble;

/// Whether a folder may take a copy of a vault: it is new, empty, or holds a copy of the same case, perhaps one
/// that was never finished.
final class SameCase {
    private SameCase() {}

    /// @throws IOException if it may not; nothing was changed
    static void refuseOther(Vault vault, Path to) throws IOException {
        refuseOverlap(vault.folder().toRealPath(), real(to.toAbsolutePath().normalize()), to);
        if (!Files.isDirectory(to)) {
            if (Files.exists(to)) {
                throw new Trouble(Said.of("{place} is no folder, and must be one", "place", to));
            }
            return;
        }
        if (isCopyOf(vault, to) && !RekeyAttempt.isIn(to)) {
            refuseNewer(to);
            OtherKey.refuse(vault, to);
            return;
        }
        var there = VaultFiles.in(to);
        if (Vault.isVault(to)) {
            throw new Trouble(Said.of(
                    "cannot copy into {folder}: it holds another case; name a folder that is new", "folder", to));
        }
        if (!there.isEmpty()) {
            throw new Trouble(Said.of(
                    "cannot copy into {folder}: there is something else in it; name a folder that is new, for"
                            + " example one on the stick",
                    "folder",
                    to));
        }
    }

    /// For a vault that is made again from copies: what an attempt that was stopped has left is gone on from.
    ///
    /// @throws IOException if there is anything else; nothing was changed
    static void refuseAllButRemains(List<Vault> copies, Path to) throws IOException {
        boolean remains = false;
        for (var copy : copies) {
            refuseOverlap(copy.folder().toRealPath(), real(to.toAbsolutePath().normalize()), to);
            remains |= Files.isDirectory(to) && isCopyOf(copy, to);
        }
        boolean empty =
                !Files.exists(to) || Files.isDirectory(to) && VaultFiles.in(to).isEmpty();
        if (!empty && (Vault.isVault(to) || !remains)) {
            throw new Trouble(
                    Said.of("cannot make a vault in {folder}: there is something in it already", "folder", to));
        }
    }

    /// For a vault that is made again under another key.
    ///
    /// @throws IOException if the place is in the vault, or around it
    static void refuseOverlap(Vault vault, Path to) throws IOException {
        refuseOverlap(vault.folder().toRealPath(), real(to.toAbsolutePath().normalize()), to);
    }

    private static void refuseOverlap(Path vault, Path place, Path to) throws Trouble {
        if (place.startsWith(vault) || vault.startsWith(place)) {
            throw new Trouble(Said.of(
                    "cannot copy into {folder}: a case is not copied into itself or around itself", "folder", to));
        }
    }

    /// The place with every link followed that is there already.
    private static Path real(Path place) throws IOException {
        if (Files.exists(place)) {
            return place.toRealPath();
        }
        Path above = place.getParent();
        return above == null ? place : real(above).resolve(place.getFileName());
    }

    private static boolean isCopyOf(Vault vault, Path to) throws IOException {
        var logs = vault.logNames();
        return Vault.logNames(to).stream().anyMatch(logs::contains);
    }

    /// One whose mark was altered is mended.
    private static void refuseNewer(Path to) throws IOException {
        if (!Vault.isVault(to)) {
            return;
        }
        try {
            var _ = Vault.at(to);
        } catch (Altered damaged) {
            return;
        }
    }
}
