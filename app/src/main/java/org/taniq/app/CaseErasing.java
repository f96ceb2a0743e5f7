package org.taniq.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
    private final Index index;
    private Consumer<Again> person = _ -> {};
    private boolean wasTried;

    CaseErasing(Desk desk, Vault vault, Casebook casebook, OwnLogs own, Index index) {
        this.desk = desk;
        this.vault = vault;
        this.casebook = casebook;
        this.own = own;
        this.index = index;
    }

    /// What became of something that was erased and was in the folder again.
    public sealed interface Again {
        record Erased() implements Again {}

        /// Another program writes, or this disk takes nothing: it is there until the next command.
        record NotNow(IOException why) implements Again {}
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

    /// What others made, since, of something that was erased: read it again from a copy of theirs, for example.
    public int madeSince() throws IOException {
        var said = saidByOthers().stream().map(ErasedStatement::pointer).collect(Collectors.toSet());
        var plan = planOfOthers();
        return (int) Stream.concat(plan.items().stream(), plan.readings().stream())
                .filter(each -> !said.contains(each.pointer()))
                .count();
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

    /// The logs that this person writes, or wrote on this computer.
    Set<String> ownLogs(Unlocked sealed) {
        return own.among(sealed.logs());
    }

    /// Whether this person said so, here or in a folder from which the case was made again.
    public Predicate<ErasedStatement> byThisPerson(Unlocked sealed) {
        return own.saying(sealed.logs());
    }

    /// What this person said was erased.
    Erasing of(Unlocked sealed) throws IOException {
        return Erasing.of(vault, sealed, casebook.known(), own);
    }

    /// The search index is made again where it may hold something of it.
    private void finish(Writing writing) throws IOException {
        var erasing = Erasing.of(vault, casebook.openedNow(), writing.known(), own);
        boolean stays = index.holdsNoTrace(erasing.erased());
        erasing.finish(stays ? Erasing.Index.STAYS : Erasing.Index.GOES, casebook.identity(), desk.durable());
        writing.remember();
        if (!stays) {
            index.rebuild(casebook.openedNow());
        }
    }

    /// Erases again what was erased from here and is here all the same.
    ///
    /// @return whether there was something
    boolean again(Unlocked sealed) throws IOException {
        if (wasTried || of(sealed).isDone()) {
            return false;
        }
        wasTried = true; // once: a command is not to wait for it again and again
        try {
            casebook.inTurnNow(this::finish);
            person.accept(new Again.Erased());
            return true;
        } catch (IOException why) {
            person.accept(new Again.NotNow(why));
            return false;
        }
    }
}
