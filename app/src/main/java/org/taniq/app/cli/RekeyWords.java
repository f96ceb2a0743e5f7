package org.taniq.app.cli;

import java.nio.file.Path;
import java.util.Map;
import org.taniq.app.OtherWriter;
import org.taniq.app.Rekeying;
import org.taniq.app.Surroundings;
import org.taniq.app.WayIn;
import org.taniq.seal.Copied;

/// What a new key does and does not, as a person reads it before she says yes, and what became of it.
final class RekeyWords {
    private static final long MEGABYTE = 1_000_000;

    private final Surroundings around;
    private final Path from;
    private final Path to;

    RekeyWords(Surroundings around, Path from, Path to) {
        this.around = around;
        this.from = from;
        this.to = to;
    }

    void plan(Rekeying.Plan plan) {
        around.tell(around.say(
                "rekey.does", Map.of("folder", to, "size", Math.ceilDiv(Math.max(plan.bytes(), 1), MEGABYTE))));
        around.out().println();
        around.tell(around.say("rekey.beyond"));
        point("rekey.old", Map.of("folder", from, "new", to));
        point("rekey.copies", Map.of());
        point("rekey.dossiers", Map.of());
        point("rekey.words", Map.of());
        if (!plan.ways().isEmpty()) {
            around.out().println();
            around.tell(around.say("rekey.ways"));
            plan.ways().forEach(this::way);
        }
        if (!plan.others().isEmpty()) {
            around.out().println();
            around.tell(around.say("rekey.others", "folder", to));
            plan.others().forEach(this::other);
        }
        if (!plan.lacking().isEmpty()) {
            around.out().println();
            around.tell(around.say("rekey.lacking"));
            plan.lacking().forEach(why -> around.tell("- " + around.messages().say(why)));
        }
        around.out().println();
        around.out().flush();
    }

    private void point(String key, Map<String, ?> values) {
        around.tell("- " + around.say(key, values));
    }

    private void way(WayIn way) {
        var words = new WayWords(around, way);
        String command = switch (way.kind()) {
            case "age-key" -> "taniq key add age1…";
            case "passphrase" -> "taniq key add --passphrase";
            case "paper" -> "taniq key add --paper";
            default -> "taniq key add";
        };
        String whose = way.whose().isEmpty() ? "" : " --whose \"" + way.whose() + "\"";
        point(
                "rekey.way",
                Map.of("kind", words.kind(), "whose", words.whose(), "command", command + whose + " --vault " + to));
    }

    private void other(OtherWriter other) {
        String who = other.who().isEmpty() ? around.say("erase.somebody") : other.who();
        if (other.day().isEmpty()) {
            point("rekey.other-no-day", Map.of("who", who, "log", other.log()));
        } else {
            point("rekey.other", Map.of("who", who, "day", other.day(), "log", other.log()));
        }
    }

    void done(Copied made) {
        switch (made.bytes()) {
            case INTACT -> around.tell(around.say("rekey.done", "folder", to));
            case ALTERED -> around.tell(around.say("rekey.altered", "folder", to));
            case UNCHECKED -> around.tell(around.say("rekey.unchecked", "folder", to));
        }
        var words = new VerdictWords(around);
        made.failed().forEach(words::check);
        made.notes().forEach(words::check);
        if (!made.changes().leftOut().isEmpty()) {
            around.tell(around.say(
                    "copy.left-out", "files", String.join(", ", made.changes().leftOut())));
        }
        around.tell(around.say("rekey.next", Map.of("folder", to, "old", from)));
    }
}
