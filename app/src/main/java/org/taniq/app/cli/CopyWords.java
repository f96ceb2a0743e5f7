package org.taniq.app.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.taniq.app.Casebook;
import org.taniq.app.CopySaid;
import org.taniq.app.Place;
import org.taniq.app.Surroundings;
import org.taniq.base.Json;
import org.taniq.seal.Copied;
import org.taniq.seal.VaultCopy;
import org.taniq.seal.Verdict;

/// What became of a copy, and the receipt for whoever keeps it: checkpoints as they were signed, so that the
/// printed lines, saved in a file, are what `taniq verify --held` takes.
final class CopyWords {
    private final Surroundings around;
    private final Copied copied;
    private final String when;

    CopyWords(Surroundings around, Copied copied, Instant when) {
        this.around = around;
        this.copied = copied;
        this.when = when.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    void print(Path to, CopySaid said, Casebook casebook) throws IOException {
        result(to);
        if (said.disk() == Place.Disk.SAME) {
            around.tell(around.say("copy.same-disk"));
        }
        names("copy.mended", copied.changes().mended());
        names("copy.left-out", copied.changes().leftOut());
        keys(said.keys(), casebook.isLocked());
        receipt();
        around.tell(around.say("copy.next", "folder", casebook.folder()));
    }

    /// Of a case that was made again from copies.
    void printRestored(Path to) {
        switch (copied.bytes()) {
            case INTACT -> around.tell(around.say("restore.done", "folder", to));
            case ALTERED -> around.tell(around.say("restore.altered", "folder", to));
            case UNCHECKED -> around.tell(around.say("restore.partly", "folder", to));
        }
        checks();
        names("copy.left-out", copied.changes().leftOut());
        around.tell(around.say("restore.next", "folder", to));
    }

    private void checks() {
        var words = new VerdictWords(around);
        copied.failed().forEach(words::check);
        copied.notes().forEach(words::check);
    }

    private void result(Path to) {
        switch (copied.bytes()) {
            case INTACT -> done(to);
            case ALTERED -> around.tell(around.say("copy.altered", "folder", to));
            case UNCHECKED -> around.tell(around.say("copy.partly", "folder", to));
        }
        checks();
        around.tell(around.say("copy.written", "n", copied.changes().written()));
    }

    private void done(Path to) {
        long unread = copied.changes().unread();
        around.tell(
                unread == 0
                        ? around.say("copy.done", "folder", to)
                        : around.say("copy.done-unread", Map.of("folder", to, "n", unread)));
    }

    private void names(String key, List<String> files) {
        if (!files.isEmpty()) {
            around.tell(around.say(key, "files", String.join(", ", files)));
        }
    }

    private void keys(VaultCopy.Keys keys, boolean locked) {
        var there = copied.contents().keys();
        boolean with = keys == VaultCopy.Keys.WITH;
        if (locked && with) {
            around.tell(around.say("copy.locked"));
        } else if (there.isEmpty()) {
            around.tell(around.say("copy.without-keys"));
        } else if (with) {
            around.tell(around.say("copy.with-keys"));
        }
        names(
                with ? "copy.keys-older" : "copy.keys-there",
                with ? copied.changes().olderKeys() : there);
    }

    private void receipt() {
        around.out().println();
        around.tell(around.say("copy.receipt", "time", when));
        around.tell(around.say(
                "copy.receipt-size",
                Map.of(
                        "n",
                        copied.contents().blobs(),
                        "bytes",
                        copied.contents().bytes())));
        for (var head : copied.contents().heads()) {
            around.out().println();
            around.out().print(head.note());
            around.tell(around.say("copy.receipt-key", "key", head.fingerprint()));
        }
        around.out().println();
        around.tell(around.say("copy.receipt-sign"));
        around.out().println();
    }

    Json json(Path to) {
        return Json.object()
                .put("copy", to.toString())
                .put("bytes", copied.bytes().word())
                .put("time", when)
                .put("blobs", copied.contents().blobs())
                .put("size", copied.contents().bytes())
                .put("written", copied.changes().written())
                .put("unread", copied.changes().unread())
                .put("keys", names(copied.contents().keys()))
                .put("olderKeys", names(copied.changes().olderKeys()))
                .put("mended", names(copied.changes().mended()))
                .put("leftOut", names(copied.changes().leftOut()))
                .put(
                        "logs",
                        Json.of(copied.contents().heads().stream()
                                .map(CopyWords::json)
                                .toList()))
                .put(
                        "checks",
                        Json.of(copied.checks().stream().map(CopyWords::json).toList()))
                .build();
    }

    private static Json names(List<String> names) {
        return Json.of(names.stream().map(Json::of).toList());
    }

    private static Json json(Copied.Head head) {
        return Json.object()
                .put("origin", head.checkpoint().origin())
                .put("size", head.checkpoint().size())
                .put("root", head.checkpoint().root().hex())
                .put("key", head.fingerprint())
                .put("checkpoint", head.note())
                .build();
    }

    private static Json json(Verdict.Check check) {
        return Json.object()
                .put("name", check.name())
                .put("ok", check.ok())
                .put("detail", check.detail())
                .build();
    }
}
