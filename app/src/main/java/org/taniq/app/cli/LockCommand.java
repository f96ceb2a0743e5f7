package org.taniq.app.cli;

import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.taniq.app.CopyMade;
import org.taniq.app.Surroundings;
import org.taniq.app.WayIn;
import org.taniq.seal.Way;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `taniq lock`: this computer seals and cannot open.
@Command(name = "lock")
final class LockCommand implements Callable<Integer> {
    private final Surroundings around;

    @Option(names = "--other-copy", descriptionKey = "taniq.lock.other-copy")
    private boolean otherCopy;

    @Mixin
    private CaseOptions options = new CaseOptions();

    LockCommand(Surroundings around) {
        this.around = around;
    }

    @Override
    public Integer call() throws IOException {
        try (var opened = options.open(around)) {
            var casebook = opened.casebook();
            if (casebook.isLocked()) {
                around.tell(around.say("lock.already"));
                return Exit.DONE;
            }
            var locking = casebook.keys().locking();
            var back = otherCopy ? List.<WayIn>of() : locking.waysBack();
            if (back.isEmpty() && !otherCopy) {
                throw new IOException(around.say("lock.no-way-back"));
            }
            var copies = locking.copies();
            var left = locking.lock();
            said(casebook.folder().toString(), back, left);
            said(copies);
            around.tell(around.say("lock.remains"));
            around.out().flush();
        }
        return Exit.DONE;
    }

    private void said(String folder, List<WayIn> back, List<Way> left) {
        around.tell(around.say("lock.done", "folder", folder));
        long others =
                left.stream().filter(way -> way.kind() == Way.Kind.PASSPHRASE).count();
        if (others > 0) {
            around.tell(around.say("lock.other-words", "n", others));
        }
        long ageKeys =
                left.stream().filter(way -> way.kind() == Way.Kind.AGE_KEY).count();
        if (ageKeys > 0) {
            around.tell(around.say("lock.age-keys", "n", ageKeys));
        }
        back.stream()
                .filter(way -> way.kind().equals("paper"))
                .findFirst()
                .ifPresent(_ -> around.tell(around.say("lock.back-paper")));
    }

    private void said(List<CopyMade> copies) {
        if (!copies.isEmpty()) {
            around.tell(around.say("lock.known-copies"));
        }
        for (var copy : copies) {
            String place = copy.place().isEmpty() ? around.say("lock.place-unsaid") : copy.place();
            around.tell(around.say(
                    copy.hasKeys() ? "lock.copy-keys" : "lock.copy-no-keys",
                    Map.of("place", place, "n", copy.times(), "time", day(copy))));
        }
        around.tell(around.say("lock.copies"));
    }

    private static String day(CopyMade copy) {
        return LocalDate.ofInstant(copy.when(), ZoneOffset.UTC).toString();
    }
}
