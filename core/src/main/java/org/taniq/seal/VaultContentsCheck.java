package org.taniq.seal;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.taniq.base.Altered;
import org.taniq.base.Json;
import org.taniq.base.Said;
import org.taniq.base.age.Recipient;

/// Checks what shows with the key of a vault only: that everything sealed opens, is there, and is what the
/// logs say.
final class VaultContentsCheck {
    private final Unlocked unlocked;
    private final Remembered remembered;
    private final Checked checked;
    private final Set<String> needed = new HashSet<>();
    private long records;

    VaultContentsCheck(Unlocked unlocked, Remembered remembered, Checked checked) {
        this.unlocked = unlocked;
        this.remembered = remembered;
        this.checked = checked;
    }

    /// How many records could be read.
    long records() {
        return records;
    }

    /// @param logs those that lead to their checkpoint
    void check(List<LogFolder> logs, Recipient recipient) throws IOException {
        var recipients = RecipientsCheck.of(unlocked, recipient);
        for (var log : unlocked.logs()) {
            checked.step("log", Said.of("leaf 0 of {log}", "log", log.key().id()), () -> checkFirst(log, recipients));
        }
        recipients.checkForm(checked);
        logs.forEach(this::nameNewer);
        for (var gap : unlocked.gaps()) {
            if (logs.stream().anyMatch(log -> log.key().id().equals(gap.log()))) {
                name(gap); // of one that is not even whole it was said before
            }
        }
        checkItems();
        checkReadings();
        checkPointers();
        new ErasuresCheck(unlocked, checked).check();
        new ConsentsCheck(unlocked, checked).check();
    }

    private void checkItems() {
        int whole = 0;
        for (var item : unlocked.statements("item/1")) {
            if (item.hasBytes()) {
                needed.add(item.line().blob());
                var of = statement(item.pointer().index());
                whole += checked.passes("item", of, () -> readWhole(unlocked.bytes(item))) ? 1 : 0;
            }
        }
        checked.fine("item", Said.of("{n} have the bytes that were sealed", "n", whole));
    }

    private static void readWhole(InputStream bytes) throws IOException {
        try (bytes) {
            bytes.transferTo(OutputStream.nullOutputStream());
        }
    }

    private void checkReadings() {
        for (var reading : unlocked.readings()) {
            reading.line().trees().values().forEach(needed::addAll);
            checked.step("reading", statement(reading.pointer().index()), () -> checkReading(reading));
        }
    }

    private void checkReading(Unlocked.Sealed reading) throws IOException {
        if (!(reading.value(Schema.RECORDS) instanceof Json.Null)) {
            records += unlocked.trees()
                    .leaves(reading, Schema.RECORDS, (_, _) -> {})
                    .size();
        }
    }

    private void checkPointers() {
        var pointers = new VaultPointers(unlocked, remembered.own());
        for (var statement : unlocked.statements()) {
            checked.step("pointers", statement(statement.pointer().name()), () -> pointers.check(statement));
        }
        for (var origin : pointers.missing()) {
            checked.fine(
                    Verdict.MISSING, Said.of("the log {log} is named in another one and is not here", "log", origin));
        }
    }

    /// Says how many blobs nothing that was opened needs.
    void nameLeftovers(Blobs blobs) throws IOException {
        unlocked.allErased().forEach(each -> needed.addAll(each.erasure().blobs()));
        long leftovers =
                blobs.list().stream().filter(name -> !needed.contains(name)).count();
        if (leftovers > 0) {
            checked.fine("blob", Said.of("{n} of an interrupted group belong to nothing", "n", leftovers));
        }
    }

    private static Said statement(Object index) {
        return Said.of("statement {statement}", "statement", index);
    }

    private void nameNewer(LogFolder log) {
        long newer = log.leaves().stream().filter(leaf -> !leaf.isKnown()).count();
        if (newer > 0) {
            checked.unknown(
                    "log",
                    Said.of(
                            "{log}: {n} statements of a newer version of Taniq",
                            Map.of("log", log.key().id(), "n", newer)));
        }
    }

    /// What is whole without a key and cannot be opened.
    private void name(Gap gap) {
        switch (gap) {
            case Gap.NotHere(var log, var why, var _) ->
                checked.unknown(
                        "log",
                        Said.of("{log} is not here yet, or not of this case: {why}", Map.of("log", log, "why", why)));
            case Gap.Damaged(var _, var why) -> checked.wrong("log", why);
            case Gap.Unreadable(var _, var why) -> checked.unknown("log", why);
        }
    }

    private void checkFirst(LogFolder log, RecipientsCheck recipients) throws IOException {
        var first = unlocked.statement(new Pointer(log.key().id(), 0, log.tree().leafHash(0)));
        if (!first.value("key").equals(Json.of(log.key().text()))
                || !first.value("origin").equals(Json.of(log.key().origin()))) {
            throw new Altered("it names another origin or key");
        }
        recipients.refuse(log);
        var kind = first.value("kind") instanceof Json.Str(String word) ? LogKind.of(word) : Optional.<LogKind>empty();
        for (var leaf : log.leaves()) {
            if (kind.isEmpty() || (leaf.isKnown() && !leaf.known().allowedIn(kind.get()))) {
                throw new Altered("a statement of another kind stands in it");
            }
        }
    }
}
