package org.taniq.app;

import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.taniq.acquire.Custody;
import org.taniq.acquire.Item;
import org.taniq.base.Digest;
import org.taniq.base.Json;
import org.taniq.read.ItemBytes;
import org.taniq.read.Records;
import org.taniq.read.SealedReading;
import org.taniq.read.record.Spot;
import org.taniq.read.recording.Recording;
import org.taniq.read.screen.Screenshot;
import org.taniq.seal.IsErased;
import org.taniq.seal.ItemStatement;
import org.taniq.seal.NotHereYet;
import org.taniq.seal.Pointer;
import org.taniq.seal.Unlocked;
import org.taniq.seal.Vault;

/// Items that were sealed and of which nothing was read, not even of their members. That the words which a picture
/// shows were read, or what a recording says of itself, leaves what else there is to read.
final class LeftUnread {
    /// More archives never lie around a member.
    private static final int DEEPEST = 32;

    private final Unlocked vault;
    /// Looked for once, however many items are read.
    private final Map<Pointer, Map<List<Integer>, Pointer>> members = new HashMap<>();

    private boolean areMembersKnown;

    LeftUnread(Unlocked vault) {
        this.vault = vault;
    }

    List<Unlocked.Sealed> items() throws IOException {
        Set<Pointer> read = readIn(_ -> true);
        return vault.statements("item/1").stream()
                .filter(item -> item.hasBytes() && origins(item).isEmpty() && !read.contains(item.pointer()))
                .toList();
    }

    /// Items of a log of which something was read in the same log.
    Set<Pointer> readWithin(String log) throws IOException {
        var read = readIn(log::equals);
        read.removeIf(item -> !item.log().equals(log));
        return read;
    }

    private Set<Pointer> readIn(Predicate<String> logs) throws IOException {
        var read = new HashSet<Pointer>();
        for (var reading : vault.readings()) {
            boolean isAll = !isAskedFor(Records.text(reading.value("parser")));
            var items = isAll && logs.test(reading.pointer().log()) ? list(reading.value("items")) : List.<Json>of();
            for (var item : items) {
                var pointer = Pointer.of(item);
                read.add(pointer);
                origins(pointer).forEach(origin -> read.add(Pointer.of(member(origin, "item"))));
            }
        }
        return read;
    }

    private static boolean isAskedFor(String parser) {
        return Screenshot.isBy(parser) || Recording.isBy(parser);
    }

    /// Of an item by somebody else that is not here, or that was erased, nothing is left to read.
    private List<Json> origins(Pointer pointer) throws IOException {
        try {
            return origins(vault.statement(pointer));
        } catch (NotHereYet | IsErased nothing) {
            return List.of();
        }
    }

    /// The item, to be read from the vault.
    ToRead fromVault(Pointer pointer) {
        return new ToRead(pointer, () -> {
            var sealed = vault.statement(pointer);
            var bytes = new ItemBytes(vault).whole(sealed);
            String name = Records.text(sealed.value("name"));
            return again(sealed, new Item(name, Instant.EPOCH, Custody.UNSTATED, bytes::open, bytes));
        });
    }

    /// The item, to be read from a file with the same bytes.
    ToRead fromFile(Pointer pointer, Item item) {
        return new ToRead(pointer, () -> again(vault.statement(pointer), item));
    }

    private SealedItem.New again(Unlocked.Sealed sealed, Item item) throws IOException {
        return new SealedItem.New(
                item,
                Records.text(sealed.value("mediaType")),
                Digest.ofHex(Records.text(sealed.value("sha256"))),
                sources(sealed));
    }

    private SealedReading.Sources sources(Unlocked.Sealed archive) {
        if (!areMembersKnown) {
            lookForMembers();
            areMembersKnown = true;
        }
        var below = new HashMap<Spot.Member, Pointer>();
        gather(archive.pointer(), List.of(), below);
        boolean isByThis =
                Records.text(member(archive.value("method"), "version")).equals(Vault.PROGRAM);
        var by = isByThis ? SealedReading.Sources.By.THIS : SealedReading.Sources.By.ANOTHER;
        return new SealedReading.Sources(archive.pointer(), below, by);
    }

    /// Members of archives, by the archive they lie in and their way there.
    private void lookForMembers() {
        for (var item : vault.statements("item/1")) {
            for (var origin : origins(item)) {
                var way = ItemStatement.Place.way(member(origin, "place"));
                if (!way.isEmpty()) {
                    members.computeIfAbsent(Pointer.of(member(origin, "item")), _ -> new HashMap<>())
                            .put(way, item.pointer());
                }
            }
        }
    }

    private void gather(Pointer archive, List<Integer> before, Map<Spot.Member, Pointer> below) {
        for (var member : members.getOrDefault(archive, Map.of()).entrySet()) {
            var way = Stream.concat(before.stream(), member.getKey().stream()).toList();
            if (way.size() <= DEEPEST) {
                below.put(new Spot.Member(way), member.getValue());
                gather(member.getValue(), way, below);
            }
        }
    }

    private static List<Json> origins(Unlocked.Sealed item) {
        return list(item.value("derivedFrom"));
    }

    private static List<Json> list(Json value) {
        return value instanceof Json.Arr(List<Json> items) ? items : List.of();
    }

    private static Json member(Json value, String name) {
        return value instanceof Json.Obj(Map<String, Json> members) ? members.getOrDefault(name, Json.NULL) : Json.NULL;
    }
}
