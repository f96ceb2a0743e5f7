package org.taniq.read;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import org.taniq.acquire.Archive;
import org.taniq.base.Altered;
import org.taniq.base.Bytes;
import org.taniq.base.Json;
import org.taniq.base.Said;
import org.taniq.base.Trouble;
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
        long at = at(derived.members().getOrDefault("place", Json.NULL));
        try (var open = Archive.open(whole(from), Archive.Limits.USUAL);
                var in = open.open(member(open, at))) {
            in.transferTo(out);
        }
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

    private static Archive.Readable member(Archive archive, long at) throws Altered {
        for (var member : archive.members()) {
            if (member instanceof Archive.Readable file && file.data().from() == at) {
                return file;
            }
        }
        throw new Altered(Said.of("an archive has no readable member at {at}", "at", at));
    }
}
