package org.taniq.app;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.taniq.base.Digest;
import org.taniq.base.Json;
import org.taniq.read.index.IndexUnusable;
import org.taniq.seal.Checkpoint;
import org.taniq.seal.Unlocked;
import org.taniq.seal.Vault;

/// That the search index holds nothing of what was erased. It is kept in the index once that was looked for, so that
/// a search need not open the case to see it. It holds until more is said to be erased or a log comes or goes, which
/// is seen without a key, and until the index takes in something that others sealed, which drops it. What this
/// person adds is new: nothing says of that yet that it was erased.
final class Cleared {
    /// Stands where the index keeps the id of a log, in a form that [Reached] reads.
    static final String NAME = "cleared";

    private final Vault vault;
    private final Index index;

    Cleared(Vault vault, Index index) {
        this.vault = vault;
        this.index = index;
    }

    static String word(List<Checkpoint> said) {
        var heads = Json.of(said.stream().map(Checkpoint::json).toList()).canonical();
        return new Reached(0, said.size(), Digest.of(heads.getBytes(StandardCharsets.UTF_8))).word();
    }

    /// Whether nothing erased can be found, as far as that is known without the key.
    boolean isKnown() throws IOException {
        var said = vault.saidErased();
        return said.stream().allMatch(head -> head.size() == 0) || isKept(word(said));
    }

    private boolean isKept(String word) throws IOException {
        try {
            return word.equals(index.words().get(NAME));
        } catch (IndexUnusable _) {
            return false;
        }
    }

    /// Keeps it, if it is so now and everything that is said to be erased is gone. The caller has the turn to write.
    void keep(Unlocked unlocked) throws IOException {
        var said = unlocked.allGone();
        if (said.isPresent() && index.holdsNone(unlocked)) {
            index.keep(NAME, word(said.get()));
        }
    }
}
