package org.taniq.app;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.taniq.base.Digest;
import org.taniq.seal.Group;
import org.taniq.seal.LogKind;
import org.taniq.seal.Pointer;

/// Items that become durable together: one group of the log and one saving of the keys for many small files,
/// which
/// else
/// cost some ten syncs each. Nothing is said to be sealed before its group is committed.
final class Batch {
    private static final int MOST_STATEMENTS = 256;
    private static final long MOST_BYTES = 64 << 20;
    private static final Duration LONGEST = Duration.ofSeconds(1);

    private final Writing writing;
    private final Clock clock;
    private final Consumer<SealedItem> told;
    private final List<SealedItem> waiting = new ArrayList<>();
    private final List<Seen> seen = new ArrayList<>();
    private Group group;
    private Instant began;
    private long bytes;
    private int wholeStatements;
    private int wholeSeen;

    /// @param told takes each item once it survives a power cut, in the order in which they came
    Batch(Writing writing, Clock clock, Consumer<SealedItem> told) {
        this.writing = writing;
        this.clock = clock;
        this.told = told;
        this.group = writing.group(LogKind.EVIDENCE);
        this.began = clock.instant();
    }

    /// Bytes that are sealed in this batch, and as which statement.
    record Seen(Digest sha256, long size, long index) {}

    /// Where the statements of the next item go.
    Group group() {
        return group;
    }

    /// The statement by which these bytes were sealed, before or in this batch.
    OptionalLong seen(Digest sha256, long size) {
        for (var each : seen) {
            if (each.size() == size && each.sha256().equals(sha256)) {
                return OptionalLong.of(each.index());
            }
        }
        return writing.known().seen(sha256, size);
    }

    void saw(Pointer pointer, Digest sha256, long size) {
        seen.add(new Seen(sha256, size, pointer.index()));
    }

    /// The statements since the item before make up this one. Commits when there is enough.
    void add(SealedItem item) throws IOException {
        waiting.add(item);
        wholeStatements = group.size();
        wholeSeen = seen.size();
        bytes += item.item().bytes().size();
        if (wholeStatements >= MOST_STATEMENTS
                || bytes >= MOST_BYTES
                || Duration.between(began, clock.instant()).compareTo(LONGEST) >= 0) {
            commit();
        }
    }

    /// Takes back what an item that failed has left, and commits those before it.
    void commitWithoutLast() throws IOException {
        group.cutTo(wholeStatements);
        seen.subList(wholeSeen, seen.size()).clear();
        commit();
    }

    void commit() throws IOException {
        if (group.size() > 0) {
            writing.commit(group, seen);
        }
        var done = List.copyOf(waiting);
        waiting.clear();
        seen.clear();
        wholeStatements = 0;
        wholeSeen = 0;
        bytes = 0;
        group = writing.group(LogKind.EVIDENCE);
        began = clock.instant();
        done.forEach(told);
    }
}
