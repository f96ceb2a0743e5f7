package org.taniq.app;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import org.taniq.base.Trouble;
import org.taniq.read.SealedReading;
import org.taniq.read.overlap.Chats;
import org.taniq.seal.Group;
import org.taniq.seal.LogKind;
import org.taniq.seal.Pointer;

/// Reads sealed items: each record is sealed and indexed in the same pass. Small items become durable
/// together, as in a [Batch].
final class ReadingRoom implements Closeable {
    private final Writing writing;
    private final Adding adding;
    private final Watch watch;
    private final HowRead how;
    private final List<Pointer> items = new ArrayList<>();
    private Group group;
    private long bytes;

    ReadingRoom(Writing writing, Adding adding, Watch watch, HowRead how) {
        this.writing = writing;
        this.adding = adding;
        this.watch = watch;
        this.how = how;
        this.group = writing.group(LogKind.EVIDENCE);
    }

    /// Reads an item into the group. Where that fails, those read before it stay.
    ///
    /// @throws IOException also if the file is no longer the one that was sealed
    ReadItem read(SealedItem.New sealed) throws IOException {
        int whole = group.size();
        var indexed = new HashSet<String>();
        try {
            var read = read(sealed, indexed);
            bytes += sealed.item().bytes().size();
            if (how.isAll() && !read.readings().isEmpty()) {
                items.add(sealed.sources().item());
            }
            return read;
        } catch (IOException failed) {
            group.cutTo(whole);
            for (var reading : indexed) {
                adding.remove(reading);
            }
            throw failed;
        }
    }

    private ReadItem read(SealedItem.New sealed, Set<String> indexed) throws IOException {
        var item = sealed.item();
        var records = new AtomicLong();
        var chats = new TreeMap<Integer, Chats>();
        watch.reading(item.name(), 0);
        SealedReading.Watcher watcher = (at, activity) -> {
            String reading = group.name(at.part());
            indexed.add(reading);
            adding.add(reading, at.number(), activity);
            if (!chats.containsKey(at.part())) {
                Chats.of(at.parser()).ifPresent(compared -> chats.put(at.part(), compared));
            }
            Optional.ofNullable(chats.get(at.part())).ifPresent(compared -> compared.add(at.number(), activity));
            watch.reading(item.name(), records.incrementAndGet());
        };
        var read = SealedReading.into(group, sealed.sources(), watcher, sinks -> how.read(sealed, sinks));
        if (!Sealing.sha256(item.bytes(), _ -> {}).equals(sealed.sha256())) {
            throw new Trouble("the file changed after it was sealed; the sealed bytes are safe");
        }
        return new ReadItem(read.ledger(), read.readings(), records.get(), ofReadings(chats, read.readings()));
    }

    private static SequencedMap<Pointer, Chats> ofReadings(Map<Integer, Chats> parts, List<Pointer> readings) {
        var compared = new LinkedHashMap<Pointer, Chats>();
        parts.forEach((part, chats) -> compared.put(readings.get(part), chats));
        return compared;
    }

    boolean hasEnough() {
        return Batch.isEnough(group, bytes);
    }

    /// Makes durable and findable what was read.
    void commit() throws IOException {
        if (group.size() > 0) {
            writing.commitReadings(group, items);
            adding.commit();
        }
        items.clear();
        group = writing.group(LogKind.EVIDENCE);
        bytes = 0;
    }

    @Override
    public void close() throws IOException {
        adding.close();
    }
}
