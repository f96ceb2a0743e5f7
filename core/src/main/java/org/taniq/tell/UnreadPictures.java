package org.taniq.tell;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.taniq.base.Json;
import org.taniq.read.Records;
import org.taniq.read.screen.Screenshot;
import org.taniq.seal.Pointer;
import org.taniq.seal.Schema;
import org.taniq.seal.Unlocked;

/// Pictures that leave as files and of which no word was ever read, also not of a copy: there may be none, nobody may
/// have
/// looked, or they may not be readable. Whether a withheld name stands in them nobody knows.
public final class UnreadPictures {
    private UnreadPictures() {}

    /// @return them in the order in which they leave
    public static List<Pointer> of(Unlocked vault, List<Dossier.Choice> choices) throws IOException {
        var read = read(vault);
        var unread = new ArrayList<Pointer>();
        for (var choice : choices) {
            if (choice instanceof Dossier.Choice.File(var item) && isUnread(vault.statement(item), vault, read)) {
                unread.add(item);
            }
        }
        return unread;
    }

    /// The bytes that were read.
    private static Set<Json> read(Unlocked vault) throws IOException {
        var items = new HashSet<Pointer>();
        for (var reading : vault.readings()) {
            if (Screenshot.isBy(Records.text(reading.value("parser"))) && hasRecords(reading, vault)) {
                items.addAll(pointers(reading.value("items")));
            }
        }
        var digests = new HashSet<Json>();
        for (var item : vault.statements("item/1")) {
            if (items.contains(item.pointer())) {
                digests.add(item.value("sha256"));
            }
        }
        return digests;
    }

    private static boolean hasRecords(Unlocked.Sealed reading, Unlocked vault) throws IOException {
        var records = new AtomicLong();
        vault.trees().rows(reading, Schema.RECORDS, (_, _) -> records.incrementAndGet());
        return records.get() > 0;
    }

    private static boolean isUnread(Unlocked.Sealed item, Unlocked vault, Set<Json> read) throws IOException {
        boolean isPicture = Records.text(item.value("mediaType")).startsWith("image/");
        if (!isPicture || read.contains(item.value("sha256"))) {
            return false;
        }
        for (var origin : pointers(item.value("derivedFrom"))) {
            if (read.contains(vault.statement(origin).value("sha256"))) {
                return false;
            }
        }
        return true;
    }

    private static List<Pointer> pointers(Json value) {
        return value.objects().stream()
                .filter(object -> object.members().containsKey("leaf"))
                .map(Pointer::of)
                .toList();
    }
}
