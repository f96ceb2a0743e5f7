package org.taniq.read;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import org.taniq.acquire.Archive;
import org.taniq.base.Altered;
import org.taniq.base.Bytes;
import org.taniq.base.Json;
import org.taniq.base.Said;
import org.taniq.base.Trouble;
import org.taniq.seal.ItemStatement;
import org.taniq.seal.Pointer;
import org.taniq.seal.Unlocked;

/// Gives the bytes of sealed items back, also of those that lie inside a sealed archive. Keeps the archives in memory
/// that
/// were needed last: what lies in many archives of one would else unpack that one as often. For one thread.
public final class ItemBytes {
    private static final long LARGEST = 1L << 30;
    /// More archives never lie around a member.
    private static final int MOST = 8;

    private final Unlocked vault;
    /// The one that was needed last stands last.
    private final SequencedMap<Pointer, Bytes> archives = new LinkedHashMap<>();

    public ItemBytes(Unlocked vault) {
        this.vault = vault;
    }

    @FunctionalInterface
    private interface Use<T> {
        T of(InputStream bytes) throws IOException;
    }

    /// Writes the item as it was acquired.
    ///
    /// @throws Altered if the bytes are not those that were sealed
    public void write(Unlocked.Sealed item, OutputStream out) throws IOException {
        use(item, bytes -> bytes.transferTo(out));
    }

    private <T> T use(Unlocked.Sealed item, Use<T> use) throws IOException {
        if (item.hasBytes()) {
            try (var in = vault.bytes(item)) {
                return use.of(in);
            }
        }
        var derived = derived(item);
        var from = vault.statement(Pointer.of(derived.members().getOrDefault("item", Json.NULL)));
        var place = derived.members().getOrDefault("place", Json.NULL);
        try (var top = Archive.open(Records.text(from.value("name")), whole(from), Archive.Limits.USUAL)) {
            return use(top, ItemStatement.Place.way(place), at(place), use);
        }
    }

    private static <T> T use(Archive archive, List<Integer> way, long at, Use<T> use) throws IOException {
        if (way.size() > 1) {
            try (var inner = inner(archive, way.getFirst())) {
                return use(inner, way.subList(1, way.size()), at, use);
            }
        }
        try (var in = archive.open(member(archive, at, way.isEmpty() ? -1 : way.getFirst()))) {
            return use.of(in);
        }
    }

    /// An archive that is no item, because it is damaged: up to there.
    private static Archive inner(Archive archive, long number) throws IOException {
        for (var member : archive.members()) {
            if (member.number() == number && member instanceof Archive.Readable file) {
                try (var in = new UpToDamage(archive.open(file), file.number(), new HashSet<>())) {
                    var bytes = Bytes.held(in, LARGEST);
                    return Archive.open(file.name(), bytes.orElseThrow(ItemBytes::noMember), Archive.Limits.USUAL);
                }
            }
        }
        throw noMember();
    }

    private static Altered noMember() {
        return new Altered("an archive has no readable member where an item says that it lies");
    }

    /// The item in memory.
    ///
    /// @throws IOException also if it is larger than 1 GiB
    public Bytes whole(Unlocked.Sealed item) throws IOException {
        var kept = Optional.ofNullable(archives.get(item.pointer()));
        if (kept.isEmpty() && item.value("size") instanceof Json.Num(long size) && size > LARGEST) {
            throw tooLarge(item);
        }
        var bytes = kept.isPresent()
                ? kept.get()
                : use(item, in -> Bytes.held(in, LARGEST)).orElseThrow(() -> tooLarge(item));
        archives.putLast(item.pointer(), bytes);
        long all = 0;
        for (var archive : archives.values()) {
            all += archive.size();
        }
        while (archives.size() > 1 && (all > LARGEST || archives.size() > MOST)) {
            all -= archives.pollFirstEntry().getValue().size();
        }
        return bytes;
    }

    private static Trouble tooLarge(Unlocked.Sealed item) {
        return new Trouble(Said.of(
                "item {item} is larger than 1 GiB: get it as a file first",
                "item",
                item.pointer().index()));
    }

    private static Json.Obj derived(Unlocked.Sealed item) throws Altered {
        if (item.value("derivedFrom") instanceof Json.Arr(List<Json> list)
                && list.size() == 1
                && list.getFirst() instanceof Json.Obj from) {
            return from;
        }
        throw new Altered(Said.of(
                "item {item} has neither bytes nor an archive that holds it",
                "item",
                item.pointer().index()));
    }

    private static long at(Json place) throws Altered {
        if (place instanceof Json.Obj object && object.members().get("at") instanceof Json.Num(long at)) {
            return at;
        }
        throw new Altered("an item does not say where in its archive it is");
    }

    /// Where the bytes begin decides; the number, where several begin there.
    private static Archive.Readable member(Archive archive, long at, long number) throws Altered {
        var there = archive.members().stream()
                .filter(member ->
                        member instanceof Archive.Readable file && file.data().from() == at)
                .map(Archive.Readable.class::cast)
                .toList();
        return there.stream()
                .filter(member -> member.number() == number)
                .findFirst()
                .or(() -> there.stream().findFirst())
                .orElseThrow(() -> new Altered(Said.of("an archive has no readable member at {at}", "at", at)));
    }
}
