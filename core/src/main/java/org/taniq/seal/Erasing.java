package org.taniq.seal;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.taniq.base.Durable;
import org.taniq.base.age.Identity;

/// Does what the statements `musterase/1` of this person's own logs say, as far as it is not done: after one was
/// sealed, after a kill, and where a synchronisation brought something back. What others say is not done.
///
/// Order: the folder says that values may be gone; the statement is sealed, before any of this; what was derived
/// goes; then blobs and lines of openings. Each step can be the last, and doing it again does the rest.
public final class Erasing {
    private final Vault vault;
    private final Unlocked unlocked;
    private final Known known;
    private final Wiping wiping;

    private Erasing(Vault vault, Unlocked unlocked, Known known, OwnLogs own) throws IOException {
        this.vault = vault;
        this.unlocked = unlocked;
        this.known = known;
        this.wiping = Wiping.of(unlocked, own.saying(unlocked.logs()));
    }

    /// @param unlocked as the vault is now
    /// @param own also those in which this person sealed before the case was made again from copies
    public static Erasing of(Vault vault, Unlocked unlocked, Known known, OwnLogs own) throws IOException {
        return new Erasing(vault, unlocked, known, own);
    }

    private String own() {
        return known.keys().evidence().verifier().id();
    }

    /// Whether this machine ever erased anything here.
    public boolean isNothing() {
        return wiping.isNothing();
    }

    /// Whether nothing of it is in the folder, or remembered beside it.
    public boolean isDone() throws IOException {
        return isNothing() || vault.saysErased() && marks().isEmpty() && !isHere();
    }

    private boolean isHere() throws IOException {
        return wiping.erased().stream()
                        .anyMatch(pointer -> unlocked.lineHere(pointer).isPresent() || hasLeaves(pointer))
                || wiping.isIn(vault.folder(), unlocked.identity());
    }

    private boolean hasLeaves(Pointer pointer) {
        return Files.exists(vault.folder().resolve("index/leaves").resolve(pointer.name()));
    }

    /// The indexes in our own log of items that were erased and whose bytes are remembered as sealed.
    private Set<Long> marks() {
        var indexes = wiping.erased().stream()
                .filter(pointer -> pointer.log().equals(own()))
                .map(Pointer::index)
                .collect(Collectors.toSet());
        indexes.retainAll(Set.copyOf(known.marks().values()));
        return indexes;
    }

    /// Whether this writer's search index holds what was erased.
    public enum Index {
        /// It may, or nobody can tell: it goes, and is to be made again.
        GOES,
        /// It holds nothing of it.
        STAYS
    }

    /// What the search index must not hold.
    public Set<Pointer> erased() {
        return wiping.erased();
    }

    /// Erases what is there. The caller has the turn to write, and saves the keyring then.
    public void finish(Index index, Identity identity, Durable durable) throws IOException {
        if (isNothing()) {
            return;
        }
        var drafts = vault.logFolder(own());
        vault.sayErased(drafts, durable);
        vault.deleteDerived(index == Index.STAYS ? own() : "", durable);
        wiping.in(vault.folder(), drafts, identity, durable);
        known.forget(marks());
    }

    Wiping wiping() {
        return wiping;
    }

    /// What others say was erased, and is here all the same.
    public List<ErasedStatement> saidByOthers() {
        return unlocked.erasedAndHere().stream()
                .filter(each -> !wiping.erased().contains(each.pointer()))
                .toList();
    }
}
