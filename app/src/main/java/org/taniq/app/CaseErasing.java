package org.taniq.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.taniq.seal.ErasedStatement;
import org.taniq.seal.Erasing;
import org.taniq.seal.Erasure;
import org.taniq.seal.LogKind;
import org.taniq.seal.OwnLogs;
import org.taniq.seal.Receipt;
import org.taniq.seal.ToErase;
import org.taniq.seal.Unlocked;
import org.taniq.seal.Vault;

/// Erases what was sealed in a case: what a person chose, once she has seen what goes and what stays; and again
/// what a kill has left, or a synchronisation brought back.
public final class CaseErasing {
    private final Desk desk;
    private final Vault vault;
    private final Casebook casebook;
    private final OwnLogs own;
    private Consumer<Again> person = _ -> {};
    private boolean notNow;

    CaseErasing(Desk desk, Vault vault, Casebook casebook, OwnLogs own) {
        this.desk = desk;
        this.vault = vault;
        this.casebook = casebook;
        this.own = own;
    }

    /// What became of something that was erased and was in the folder again.
    public enum Again {
        ERASED,
        /// Another program writes, or this disk takes nothing: it is there until the next command.
        NOT_NOW
    }

    void tellTo(Consumer<Again> listener) {
        person = listener;
    }

    /// What goes with these items. Nothing is done.
    public ToErase plan(List<Unlocked.Sealed> items) throws IOException {
        return ToErase.of(casebook.unlocked(), items);
    }

    /// What others say was erased, and is here all the same; and what was made of erased things since.
    public ToErase planOfOthers() throws IOException {
        return ToErase.ofWhatIsSaid(casebook.unlocked());
    }

    /// What others say was erased, and is here all the same.
    public List<ErasedStatement> saidByOthers() throws IOException {
        return of(casebook.unlocked()).saidByOthers();
    }

    /// What erasing does not reach, as far as this case knows of it.
    public BeyondReach beyond(ToErase plan) throws IOException {
        return BeyondReach.of(plan, casebook.unlocked(), casebook.log());
    }

    /// Seals that it is erased, and erases it.
    ///
    /// @return where that stands
    public Receipt erase(ToErase plan, Erasure.Stated stated) throws IOException {
        var beyond = beyond(plan);
        var writing = casebook.writing();
        var now = plan.in(casebook.unlocked()); // somebody may have read it meanwhile
        vault.sayErased(drafts(), desk.durable());
        var group = writing.group(LogKind.EVIDENCE);
        group.add(now.erasure(stated, beyond.left()).statement());
        var receipt = writing.commit(group).getFirst();
        finish(writing);
        return receipt;
    }

    private Path drafts() {
        return vault.logFolder(casebook.log());
    }

    /// What this person said was erased.
    Erasing of(Unlocked sealed) {
        return Erasing.of(vault, sealed, casebook.known(), own);
    }

    private void finish(Writing writing) throws IOException {
        of(casebook.opened()).finish(casebook.identity(), desk.durable());
        writing.remember();
        casebook.rebuild();
    }

    /// Erases again what was erased from here and is here all the same.
    ///
    /// @return whether there was something
    boolean again(Unlocked sealed) throws IOException {
        if (notNow || of(sealed).isDone()) {
            return false;
        }
        try {
            notNow = true; // until it is done: it opens the case itself
            finish(casebook.writing());
            notNow = false;
            person.accept(Again.ERASED);
            return true;
        } catch (IOException _) {
            person.accept(Again.NOT_NOW);
            return false;
        }
    }
}
