package org.taniq.app;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/// Reads one thing after the other, and tells of each once what was read of it survives a power cut, in
/// their order. One that cannot be read does not stop the others.
///
/// @param <T> what the person thinks of as one thing: a file, of which several items may be sealed
final class ReadingRun<T> implements AutoCloseable {
    private final Opening opening;
    private final Clock clock;
    private final BiConsumer<T, List<AfterReading>> told;
    private final List<Waiting<T>> waiting = new ArrayList<>();
    private Optional<ReadingRoom> room = Optional.empty();
    private Optional<IOException> broken = Optional.empty();
    private Instant began;

    /// Opens the search index for adding; only when there is something to read.
    @FunctionalInterface
    interface Opening {
        ReadingRoom open() throws IOException;
    }

    private record Waiting<T>(T thing, List<AfterReading> read) {}

    ReadingRun(Opening opening, Clock clock, BiConsumer<T, List<AfterReading>> told) {
        this.opening = opening;
        this.clock = clock;
        this.told = told;
        this.began = clock.instant();
    }

    void read(T thing, List<ToRead> items) {
        if (items.isEmpty() && waiting.isEmpty()) {
            told.accept(thing, List.of());
            return;
        }
        var read = new ArrayList<AfterReading>();
        for (var item : items) {
            read.add(read(item));
        }
        waiting.add(new Waiting<>(thing, read));
        boolean enough = room.isPresent() && room.get().hasEnough();
        if (enough || Batch.isOver(began, clock.instant())) {
            commit();
        }
    }

    private AfterReading read(ToRead item) {
        if (broken.isPresent()) {
            return new AfterReading.NotRead(item.item(), broken.get());
        }
        try {
            if (room.isEmpty()) {
                room = Optional.of(opening.open());
            }
            var sealed = item.loading().load();
            return new AfterReading.Read(sealed, room.get().read(sealed));
        } catch (IOException failed) {
            return new AfterReading.NotRead(item.item(), failed);
        }
    }

    void commit() {
        try {
            if (room.isPresent() && broken.isEmpty()) {
                room.get().commit();
            }
        } catch (IOException failed) {
            broken = Optional.of(failed);
            waiting.replaceAll(each -> lost(each, failed));
        }
        var done = List.copyOf(waiting);
        waiting.clear();
        began = clock.instant();
        done.forEach(each -> told.accept(each.thing(), each.read()));
    }

    private Waiting<T> lost(Waiting<T> each, IOException failed) {
        return new Waiting<>(
                each.thing(),
                each.read().stream()
                        .<AfterReading>map(read -> new AfterReading.NotRead(read.item(), failed))
                        .toList());
    }

    /// Of the only thing that was read.
    static ReadItem orThrow(List<AfterReading> read) throws IOException {
        return switch (read.getFirst()) {
            case AfterReading.Read done -> done.read();
            case AfterReading.NotRead none -> throw none.why();
        };
    }

    @Override
    public void close() throws IOException {
        if (room.isPresent()) {
            room.get().close();
        }
    }
}
