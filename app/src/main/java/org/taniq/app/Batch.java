package org.taniq.app;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.taniq.base.Digest;
import org.taniq.seal.Group;
import org.taniq.seal.LogKind;
import org.taniq.seal.Pointer;

/// Items that become durable together: one group of the log and one saving of the keys for many small
/// files, which else cost some ten syncs each. Nothing is said to be sealed before its group is committed.
final class Batch {
    private static final int MOST_STATEMENTS = 256;
    private static final long MOST_BYTES = 64 << 20;
    private static final Duration LONGEST = Duration.ofSeconds(1);

    private final Writing writing;
    private final Clock clock;
    private final Consumer<SealedItem> told;
    private final List<SealedItem> waiting = new ArrayList<>();
    private final List<Seen> seen = new ArrayList<>();
    private final Map<Content, Long> indexes = new HashMap<>();
    private Group group;
    private Instant began;
    private long bytes;
    private int wholeStatements;
    private int wholeSeen;
    private Optional<IOException> broken = Optional.empty();

    /// @param told takes each item once it survives a power cut, in the order in which they came
    Batch(Writing writing, Clock clock, Consumer<SealedItem> told) {
        this.writing = writing;
        this.clock = clock;
        this.told = told;
        this.group = writing.group(LogKind.EVIDENCE);
        this.began = clock.instant();
    }

    /// Bytes that are sealed in this batch, and as which statement.
    record Seen(Digest sha256, long size, long index) {
        private Content content() {
            return new Content(sha256, size);
        }
    }

    private record Content(Digest sha256, long size) {}

    /// Where the statements of the next item go.
    Group group() {
        return group;
    }

    /// Why nothing can be sealed any more, once a group could not be committed.
    Optional<IOException> broken() {
        return broken;
    }

    /// The statement by which these bytes were sealed, before or in this batch.
    OptionalLong seen(Digest sha256, long size) {
        var here = Optional.ofNullable(indexes.get(new Content(sha256, size)));
        return here.isPresent() ? OptionalLong.of(here.get()) : writing.known().seen(sha256, size);
    }

    void saw(Pointer pointer, Digest sha256, long size) {
        var one = new Seen(sha256, size, pointer.index());
        seen.add(one);
        indexes.put(one.content(), one.index());
    }

    /// The statements since the item before make up this one, of so many bytes. Commits when there is
    /// enough.
    void add(SealedItem item, long size) {
        waiting.add(item);
        wholeStatements = group.size();
        wholeSeen = seen.size();
        bytes += size;
        if (isEnough(group, bytes) || isOver(began, clock.instant())) {
            commit();
        }
    }

    static boolean isEnough(Group group, long bytes) {
        return group.size() >= MOST_STATEMENTS || bytes >= MOST_BYTES;
    }

    static boolean isOver(Instant began, Instant now) {
        return Duration.between(began, now).compareTo(LONGEST) >= 0;
    }

    /// Takes back what an item that failed has left; those before it stay.
    void add(SealedItem.NotSealed failed) {
        group.cutTo(wholeStatements);
        var gone = seen.subList(wholeSeen, seen.size());
        gone.forEach(each -> indexes.remove(each.content()));
        gone.clear();
        waiting.add(failed);
    }

    void commit() {
        try {
            if (group.size() > 0) {
                writing.commit(group, seen);
            }
        } catch (IOException failed) {
            broken = Optional.of(failed);
            waiting.replaceAll(item -> lost(item, failed));
        }
        var done = List.copyOf(waiting);
        waiting.clear();
        seen.clear();
        indexes.clear();
        wholeStatements = 0;
        wholeSeen = 0;
        bytes = 0;
        group = writing.group(LogKind.EVIDENCE);
        began = clock.instant();
        done.forEach(told);
    }

    private SealedItem lost(SealedItem item, IOException failed) {
        return switch (item) {
            case SealedItem.New _, SealedItem.Parts _ -> new SealedItem.NotSealed(item.item(), failed);
            case SealedItem.Again again when isHere(again) -> new SealedItem.NotSealed(item.item(), failed);
            case SealedItem.Again _, SealedItem.Refused _, SealedItem.NotSealed _ -> item;
        };
    }

    private boolean isHere(SealedItem.Again again) {
        return indexes.containsValue(again.index());
    }
}
