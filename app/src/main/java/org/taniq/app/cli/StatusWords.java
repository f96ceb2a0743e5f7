package org.taniq.app.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.taniq.app.Amount;
import org.taniq.app.CopyMade;
import org.taniq.app.Place;
import org.taniq.app.Status;
import org.taniq.app.Surroundings;
import org.taniq.app.WayIn;
import org.taniq.base.Json;
import org.taniq.seal.Stamping;

/// How it stands with a case, as four questions that a person asks.
final class StatusWords {
    private final Surroundings around;
    private final Status status;

    StatusWords(Surroundings around, Status status) {
        this.around = around;
        this.status = status;
    }

    /// @param session whether a session is open in this window
    void print(Path folder, boolean session) {
        around.tell(around.say("status.case", "folder", folder));
        status.newFolder().ifPresent(now -> around.tell(around.say("status.new-key", "folder", now)));
        status.inside()
                .ifPresentOrElse(
                        inside -> around.tell(amount("status.kept", inside.kept())),
                        () -> around.tell(around.say("status.locked")));
        status.inside()
                .filter(inside -> !inside.kept().isNothing() || !inside.copies().isEmpty())
                .ifPresent(this::copies);
        ways(session);
        status.stamps().ifPresent(this::time);
    }

    private void copies(Status.Inside inside) {
        title("status.lost");
        line(lost(inside));
        inside.copies().forEach(copy -> line(copy(copy)));
        if (!inside.copies().isEmpty()) {
            line(around.say("status.copies-known"));
        }
    }

    private String lost(Status.Inside inside) {
        return switch (inside.left()) {
            case NO_COPY -> around.say("status.no-copy");
            case NONE_ELSEWHERE -> around.say("status.no-copy-elsewhere");
            case NONE_OPENS -> around.say("status.no-copy-opens");
            case SOMETHING ->
                inside.unsaved().isNothing()
                        ? around.say("status.nothing-lost")
                        : amount("status.some-lost", inside.unsaved());
        };
    }

    private String copy(Status.Copy of) {
        var copy = of.made();
        var words = new ArrayList<>(List.of(around.say("status.copy", values(copy))));
        if (copy.disk() == Place.Disk.SAME) {
            words.add(around.say("status.same-disk"));
        }
        if (of.holdsErased()) {
            var key = copy.place().isEmpty() ? "status.holds-erased-unsaid" : "status.holds-erased";
            words.add(around.say(key, "command", command(copy)));
        }
        return String.join(" ", words);
    }

    private static String command(CopyMade copy) {
        var command = copy.hasKeys() ? "taniq copy" : "taniq copy --without-keys";
        return copy.place().isEmpty() ? command : command + " --place " + ShellWord.of(copy.place());
    }

    private Map<String, ?> values(CopyMade copy) {
        String place = copy.place().isEmpty() ? around.say("status.no-place") : copy.place();
        return Map.of(
                "time",
                second(copy.when()),
                "ago",
                ago(copy.when()),
                "place",
                place,
                "keys",
                around.say(copy.hasKeys() ? "status.with-keys" : "status.without-keys"));
    }

    private void ways(boolean session) {
        title("status.open");
        if (session) {
            line(around.say("status.session"));
        }
        if (status.ways().isEmpty()) {
            line(around.say("status.no-way"));
        }
        for (var way : status.ways()) {
            line(way(way));
        }
        if (status.inside().isEmpty()) {
            line(around.say("status.locked-copies"));
        } else if (status.hasOneWayOnly()) {
            line(around.say("status.one-way"));
        }
    }

    private String way(WayIn way) {
        var words = new WayWords(around, way);
        return switch (way.standing()) {
            case STRANGE -> around.say("status.strange", Map.of("kind", words.kind(), "file", way.name()));
            case UNTRIED -> way(words, untried(way));
            case OWN, ADDED, GONE, FIRST -> way(words, words.standing());
        };
    }

    private String way(WayWords words, String standing) {
        return around.say("status.way", Map.of("kind", words.kind(), "whose", words.whose(), "standing", standing));
    }

    private String untried(WayIn way) {
        boolean passphrase = way.kind().equals("passphrase") && status.inside().isPresent();
        return around.say(passphrase ? "way.untried" : "way.untried-locked");
    }

    private void time(Stamping.Standing standing) {
        title("status.time");
        if (standing.last().isEmpty()) {
            line(around.say("list.never-stamped"));
            return;
        }
        var last = standing.last().getFirst();
        line(around.say("status.stamped", "time", second(last)));
        if (standing.isBehind()) {
            long days = days(last);
            line(days == 0 ? around.say("status.behind") : around.say("status.unstamped", "n", days));
        }
    }

    private void title(String key) {
        around.out().println();
        around.tell(around.say(key));
    }

    private void line(String words) {
        around.tell("  " + words);
    }

    private String amount(String key, Amount amount) {
        var parts = new ArrayList<String>();
        part("status.files", amount.files(), parts);
        part("status.steps", amount.steps(), parts);
        part("status.dossiers", amount.dossiers(), parts);
        return amount.isNothing()
                ? around.say("status.nothing-yet")
                : around.say(key, "what", String.join(", ", parts));
    }

    private void part(String key, int n, ArrayList<String> parts) {
        if (n > 0) {
            parts.add(around.say(key, "n", n));
        }
    }

    private long days(Instant since) {
        return Math.max(0, Duration.between(since, around.clock().instant()).toDays());
    }

    private String ago(Instant since) {
        long days = days(since);
        return days == 0 ? around.say("status.today") : around.say("status.ago", "n", days);
    }

    private static String second(Instant time) {
        return time.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    Json json() {
        var all = Json.object()
                .put("locked", status.inside().isEmpty())
                .put(
                        "newFolder",
                        Json.orNull(status.newFolder().map(Path::toString).orElse("")))
                .put("ways", Json.of(status.ways().stream().map(WayWords::json).toList()))
                .put("stamps", status.stamps().map(this::json).orElse(Json.NULL));
        status.inside()
                .ifPresent(inside -> all.put("kept", json(inside.kept()))
                        .put("unsaved", json(inside.unsaved()))
                        .put(
                                "copies",
                                Json.of(inside.copies().stream()
                                        .map(StatusWords::json)
                                        .toList())));
        return all.build();
    }

    private static Json json(Amount amount) {
        return Json.object()
                .put("files", amount.files())
                .put("steps", amount.steps())
                .put("dossiers", amount.dossiers())
                .build();
    }

    private static Json json(Status.Copy copy) {
        return Json.object()
                .put("time", copy.made().when().toString())
                .put("place", Json.orNull(copy.made().place()))
                .put("keys", copy.made().hasKeys())
                .put("sameDisk", copy.made().disk() == Place.Disk.SAME)
                .put("holdsErased", copy.holdsErased())
                .build();
    }

    private Json json(Stamping.Standing standing) {
        return Json.object()
                .put(
                        "last",
                        standing.last().isEmpty()
                                ? Json.NULL
                                : Json.of(standing.last().getFirst().toString()))
                .put("behind", standing.isBehind())
                .build();
    }
}
