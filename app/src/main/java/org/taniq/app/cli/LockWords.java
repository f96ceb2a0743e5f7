package org.taniq.app.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.taniq.app.CopyMade;
import org.taniq.app.Place;
import org.taniq.app.Surroundings;
import org.taniq.app.WayIn;
import org.taniq.seal.Way;

/// What locking a case has done: who can open it still, where, and how its person comes back.
///
/// @param back the ways back that lie in no passphrase
/// @param left the ways in that stay in this copy
record LockWords(Surroundings around, List<WayIn> back, List<CopyMade> copies, List<Way> left) {
    LockWords {
        back = List.copyOf(back);
        copies = List.copyOf(copies);
        left = List.copyOf(left);
    }

    /// @param otherCopy whether she says that there is another copy
    void print(Path folder, boolean otherCopy) {
        around.tell(around.say("lock.done", "folder", folder));
        count("lock.other-words", Way.Kind.PASSPHRASE);
        count("lock.age-keys", Way.Kind.AGE_KEY);
        around.out().println();
        tellCopies();
        around.out().println();
        tellBack(otherCopy);
        around.out().println();
        around.tell(around.say("lock.remains"));
        around.out().flush();
    }

    private void count(String key, Way.Kind kind) {
        long n = count(kind);
        if (n > 0) {
            around.tell(around.say(key, "n", n));
        }
    }

    private long count(Way.Kind kind) {
        return left.stream().filter(way -> way.kind() == kind).count();
    }

    private void tellCopies() {
        around.tell(around.say("lock.copies"));
        if (!copies.isEmpty()) {
            around.tell(around.say("lock.known-copies"));
        }
        copies.forEach(this::copy);
        if (copies.stream().anyMatch(copy -> copy.hasKeys() && copy.disk() == Place.Disk.SAME)) {
            around.tell(around.say("lock.same-disk"));
        }
    }

    private void copy(CopyMade copy) {
        String place = copy.place().isEmpty() ? around.say("lock.place-unsaid") : copy.place();
        String line = around.say(
                copy.hasKeys() ? "lock.copy-keys" : "lock.copy-no-keys",
                Map.of("place", place, "n", copy.times(), "time", day(copy)));
        around.tell(copy.disk() == Place.Disk.SAME ? line + " " + around.say("status.same-disk") : line);
    }

    private static String day(CopyMade copy) {
        return LocalDate.ofInstant(copy.when(), ZoneOffset.UTC).toString();
    }

    private void tellBack(boolean otherCopy) {
        around.tell(around.say("lock.back"));
        back.forEach(way -> around.tell(around.say(
                way.kind().equals("paper") ? "lock.back-paper" : "lock.back-age-key",
                "whose",
                new WayWords(around, way).whose())));
        if (otherCopy || copies.stream().anyMatch(CopyMade::hasKeys)) {
            around.tell(around.say("lock.back-copy"));
        }
        if (count(Way.Kind.PASSPHRASE) > 0) {
            around.tell(around.say("lock.back-words"));
        }
        around.tell(around.say("lock.no-other-way"));
    }
}
