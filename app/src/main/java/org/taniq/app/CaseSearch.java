package org.taniq.app;

import java.io.IOException;
import java.util.Optional;
import org.taniq.read.index.Hits;
import org.taniq.read.index.Search;
import org.taniq.seal.Unlocked;
import org.taniq.seal.Vault;

/// Searches a case: also what others sealed into it, as soon as it can be read, and nothing that was erased.
public final class CaseSearch {
    private final Desk desk;
    private final Cleared cleared;
    private final Casebook casebook;
    private final Index index;
    private final View view;
    private Optional<IOException> whyBehind = Optional.empty();

    CaseSearch(Desk desk, Vault vault, Casebook casebook, Index index, View view) {
        this.desk = desk;
        this.cleared = new Cleared(vault, index);
        this.casebook = casebook;
        this.index = index;
        this.view = view;
    }

    /// Searches the records.
    public Hits find(Search search) throws IOException {
        casebook.refuseLocked();
        view.tellGaps();
        if (index.isBehind()) {
            catchUp();
        }
        if (!cleared.isKnown()) {
            look(casebook.unlocked());
        }
        return index.search(search);
    }

    private void look(Unlocked sealed) throws IOException {
        if (index.holdsNone(sealed)) {
            keep(sealed);
        } else {
            rebuild();
        }
    }

    /// Where it cannot be kept now, the next search looks again.
    private void keep(Unlocked sealed) throws IOException {
        var _ = inTurn(() -> cleared.keep(sealed));
    }

    /// Makes findable what others sealed and has come since. Where somebody has the turn to write, or this disk
    /// takes nothing, what is in the index is found, and [#isBehind] says so.
    private void catchUp() throws IOException {
        var sealed = casebook.unlocked();
        var notNow = inTurn(() -> index.catchUp(sealed));
        if (notNow.isPresent()) {
            whyBehind = notNow;
            view.tellGaps();
        }
    }

    @FunctionalInterface
    private interface Change {
        void make() throws IOException;
    }

    /// @return why it could not be made now; nothing where it was
    private Optional<IOException> inTurn(Change change) throws IOException {
        if (casebook.isWriting()) {
            change.make();
            return Optional.empty();
        }
        try (var _ = desk.turnNow()) {
            change.make();
            return Optional.empty();
        } catch (IOException notNow) {
            return Optional.of(notNow);
        }
    }

    /// Whether there is something of others that is not found, because it was not all here, or because another
    /// program was writing.
    public boolean isBehind() throws IOException {
        return index.isBehind();
    }

    /// Why what others sealed could not be made findable; nothing where it is only not here, or damaged.
    public Optional<IOException> whyBehind() {
        return whyBehind;
    }

    /// Makes the search index anew from what is sealed.
    ///
    /// @return how many records there are
    public long rebuild() throws IOException {
        casebook.refuseLocked();
        casebook.writing();
        return index.rebuild(casebook.unlocked());
    }
}
