package org.taniq.seal;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.taniq.base.Altered;
import org.taniq.base.Said;
import org.taniq.base.age.WrongKey;

/// Puts openings into a copy. What the copy holds and is gone here stays there, unless this person erased it:
/// somebody else may have, or a file was damaged.
///
/// @param key opens both; empty where the vault is locked
/// @param erased what this person erased
record OpeningCopy(Vault vault, CopyFiles copy, Optional<VaultCopy.Key> key, Set<Pointer> erased, Checked checked) {

    /// @param here the file in the vault
    void put(GroupFile here, String name) throws IOException {
        if (!copy.differs(name)) {
            copy.raw(name);
        } else if (key.isPresent()) {
            compared(here, name, key.get());
        } else if (vault.mayLackErased()) {
            checked.unknown(
                    "copy",
                    Said.of(
                            "{file}: the destination holds another one, and a case that is locked cannot tell which has"
                                    + " more: it was left there",
                            "file",
                            name));
        } else {
            copy.raw(name);
        }
    }

    private void compared(GroupFile here, String name, VaultCopy.Key key) throws IOException {
        var there = lines(new GroupFile(here.log(), copy.place().file(name), here.first()), key);
        var mine = lines(here, key);
        if (there.isEmpty()) {
            copy.raw(name); // what does not fit its leaves holds nothing
        } else if (mine.isEmpty()) {
            sayMore(name);
        } else {
            together(here, name, mine.get(), there.get());
        }
    }

    private void together(GroupFile group, String name, GroupFile.Lines here, GroupFile.Lines there)
            throws IOException {
        var both = Together.of(group, List.of(here, there)).without(erased);
        if (both.is(here)) {
            copy.raw(name);
            return;
        }
        sayMore(name);
        if (!both.is(there)) {
            copy.put(name, both.wrapped(key.orElseThrow().identity()));
        }
    }

    private void sayMore(String name) {
        checked.fine(
                "copy",
                Said.of("{file}: the destination holds values that are gone here; they stay there", "file", name));
    }

    private static Optional<GroupFile.Lines> lines(GroupFile file, VaultCopy.Key key) throws IOException {
        try {
            return Optional.of(file.lines(key.identity(), Openings.LARGEST));
        } catch (Altered | WrongKey _) {
            return Optional.empty();
        }
    }
}
