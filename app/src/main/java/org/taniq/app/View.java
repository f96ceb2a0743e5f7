package org.taniq.app;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.taniq.base.age.Identity;
import org.taniq.seal.Gap;
import org.taniq.seal.Glance;
import org.taniq.seal.Known;
import org.taniq.seal.Unlocked;
import org.taniq.seal.Vault;

/// What can be read of a case. What cannot is told, once, to whoever asked for it: an answer without it
/// would look whole.
final class View {
    private final Vault vault;
    private final Known known;
    private final Set<Gap> told = new HashSet<>();
    private Consumer<Gap> listener = _ -> {};
    private Optional<Unlocked> kept = Optional.empty();

    View(Vault vault, Known known) {
        this.vault = vault;
        this.known = known;
    }

    void tellGapsTo(Consumer<Gap> person) {
        listener = person;
    }

    /// What is sealed as it was when this was first asked.
    Unlocked kept(Identity identity) throws IOException {
        return kept.isPresent() ? kept.get() : now(identity);
    }

    /// Statements of a schema as they are now, where nothing else is to be told of the case.
    ///
    /// @param knowing what this person knows of it now
    Optional<Glance> glance(Identity identity, Known knowing, String schema) {
        return vault.glance(identity, knowing, schema);
    }

    /// Whether [#kept] costs nothing.
    boolean isKept() {
        return kept.isPresent();
    }

    /// What is sealed now.
    Unlocked now(Identity identity) throws IOException {
        var unlocked = vault.unlock(identity, known.remembered());
        kept = Optional.of(unlocked);
        tell(unlocked.gaps());
        return unlocked;
    }

    /// Tells what shows without a key.
    void tellGaps() throws IOException {
        tell(vault.gaps());
    }

    private void tell(List<Gap> gaps) {
        gaps.forEach(this::tell);
    }

    /// Tells of what was found damaged when it was read.
    void tell(Gap gap) {
        boolean begins = gap instanceof Gap.NotHere
                && known.isOwn(gap.log())
                && !known.begun().contains(gap.log());
        var named = named(gap);
        if (!begins && told.add(named)) {
            listener.accept(named);
        }
    }

    private Gap named(Gap gap) {
        return gap instanceof Gap.NotHere late && late.whose().isEmpty() && kept.isPresent()
                ? late.of(kept.get().whose(gap.log()))
                : gap;
    }
}
