package org.taniq.app;

import java.io.IOException;
import java.util.Optional;
import org.taniq.base.Digest;
import org.taniq.seal.Checkpoint;
import org.taniq.seal.Vault;

/// How far the search index has come in the log of somebody else.
///
/// @param readings how many of its readings are in it
/// @param size how many statements the log had then
/// @param root what they were, so that another past of the same log is noticed
record Reached(long readings, long size, Digest root) {

    static Reached of(long readings, Checkpoint head) {
        return new Reached(readings, head.size(), head.root());
    }

    /// As the index keeps it.
    static Reached parse(String word) {
        var parts = word.split("/");
        return new Reached(Long.parseLong(parts[0]), Long.parseLong(parts[1]), Digest.ofHex(parts[2]));
    }

    String word() {
        return readings + "/" + size + "/" + root.hex();
    }

    /// Whether what was read is still the beginning of that log.
    boolean isPastOf(String log, Vault vault) throws IOException {
        return vault.root(log, size).equals(Optional.of(root));
    }
}
