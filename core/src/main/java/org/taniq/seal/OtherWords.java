package org.taniq.seal;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.taniq.base.Digest;

/// What a change of the person's words does to the files of hers in a vault's `keys/`, noted before anything is
/// done: whichever words then lock her keys, the files under the others are to go, also after a kill or where a
/// synchronisation brings one back.
///
/// @param keys the SHA-256 of `identity.age` under the new words
/// @param before the files under earlier words, by name
/// @param after the files under the new ones
public record OtherWords(Digest keys, Map<String, Digest> before, Map<String, Digest> after) {
    /// Her words were never changed.
    public static final OtherWords NONE = new OtherWords(Digest.of(), Map.of(), Map.of());

    public OtherWords {
        before = Map.copyOf(before);
        after = Map.copyOf(after);
    }

    /// What must not be in `keys/`.
    ///
    /// @param inForce the SHA-256 of `identity.age` as it is
    public Map<String, Digest> going(Digest inForce) {
        return inForce.equals(keys) ? before : after;
    }

    /// The files of which one must be there before any of the others is deleted.
    public Set<Digest> staying(Digest inForce) {
        return Set.copyOf(inForce.equals(keys) ? after.values() : before.values());
    }

    /// The next change, with all that was to go before it.
    ///
    /// @param own the files under the words in force
    public OtherWords then(Digest inForce, Digest next, Map<String, Digest> own, Map<String, Digest> added) {
        var all = new HashMap<>(going(inForce));
        all.putAll(own);
        all.values().removeAll(added.values());
        return new OtherWords(next, all, added);
    }
}
