package org.taniq.seal;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// The highest checkpoints that this machine, or somebody else, remembers of logs, by log id; of size 0 for a
/// log of this machine that may not have begun.
record Remembered(Map<String, Checkpoint> heads) {
    Remembered {
        heads = Map.copyOf(heads);
    }

    Optional<Checkpoint> head(String log) {
        return Optional.ofNullable(heads.get(log));
    }

    /// Whether this machine wrote it, so that nothing of it can be on its way.
    boolean isOwn(String log) {
        return heads.containsKey(log);
    }

    /// Whether a statement of our own log was ever committed.
    boolean hasBegun(String log) {
        return head(log).filter(head -> head.size() > 0).isPresent();
    }

    Set<String> own() {
        return heads.keySet();
    }

    Set<String> begun() {
        return own().stream().filter(this::hasBegun).collect(Collectors.toUnmodifiableSet());
    }
}
