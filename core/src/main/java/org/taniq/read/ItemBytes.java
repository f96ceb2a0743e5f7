package org.taniq.read;

import java.io.IOException;
import java.io.OutputStream;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.taniq.acquire.Archive;
import org.taniq.base.Altered;
import org.taniq.base.Bytes;
import org.taniq.base.Json;
import org.taniq.base.Said;
import org.taniq.base.Trouble;
import org.taniq.seal.ItemStatement;
import org.taniq.seal.Pointer;
import org.taniq.seal.Unlocked;

/// Gives the bytes of sealed items back, also of those that lie inside a sealed archive. Keeps the last
/// archive in memory. For one thread.
public final class ItemBytes {
    private static final long LARGEST = 1L << 30;

    private final Unlocked vault;
    private Optional<Pointer> last = Optional.empty();
    private Bytes archive = Bytes.of(new byte[0]);

    public ItemBytes(Unlocked vault) {
        this.vault = vault;
    }

    /// Writes the item as it was acquired.
    ///
    /// @throws Altered if the bytes are not those that were sealed
    public void write(Unlocked.Sealed item, OutputStream out) throws IOException {
        if (item.hasBytes()) {
            try (var in = vault.bytes(item)) {
                in.transferTo(out);
            }
            return;
        }
        var derived = derived(item);
        var from = vault.statement(Pointer.of(derived.members().getOrDefault("item", Json.NULL)));
        var place = derived.members().getOrDefault("place", Json.NULL);
        try (var top = Archive.open(Records.text(from.value("name")), whole(from), Archive.Limits.USUAL)) {
            write(top, ItemStatement.Place.way(place), at(place), out);
        }
    }

    private static void write(Archive archive, List<Integer> way, long at, OutputStream out) throws IOException {
        if (way.size() > 1) {
            try (var inner = inner(archive, way.getFirst())) {
                write(inner, way.subList(1, way.size()), at, out);
            }
            return;
        }
        try (var in = archive.open(member(archive, at, way.isEmpty() ? -1 : way.getFirst()))) {
            in.transferTo(out);
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
        if (last.isPresent() && last.get().equals(item.pointer())) {
            return archive;
        }
        var memory = new java.io.ByteArrayOutputStream();
        if (item.value("size") instanceof Json.Num(long size) && size > LARGEST) {
            throw new Trouble(Said.of(
                    "item {item} is larger than 1 GiB: get it as a file first",
                    "item",
                    item.pointer().index()));
        }
        write(item, memory);
        last = Optional.of(item.pointer());
        archive = Bytes.of(memory.toByteArray());
        return archive;
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
