package org.taniq.app.cli;

import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.taniq.app.Surroundings;
import org.taniq.app.WayIn;
import org.taniq.base.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `taniq key list`: every way into the case, one on a line.
@Command(name = "list")
final class KeyListCommand implements Callable<Integer> {
    private final Surroundings around;

    @Mixin
    private CaseOptions options = new CaseOptions();

    KeyListCommand(Surroundings around) {
        this.around = around;
    }

    @Override
    public Integer call() throws IOException {
        return list(around, options);
    }

    static int list(Surroundings around, CaseOptions options) throws IOException {
        try (var opened = options.open(around)) {
            var ways = opened.casebook().keys().list();
            if (options.json()) {
                around.out()
                        .println(JsonLines.visible(
                                Json.of(ways.stream().map(KeyListCommand::json).toList())));
            } else {
                ways.forEach(way -> around.out().println(said(way, around)));
                around.tell(around.say("key.list-end"));
            }
            around.out().flush();
        }
        return Exit.DONE;
    }

    private static String said(WayIn way, Surroundings around) {
        String whose = way.whose().isEmpty() ? "" : around.say("key.whose", "name", way.whose());
        String standing = around.messages().word("way", word(way.standing()));
        return around.say(
                "key.line",
                Map.of(
                        "file",
                        way.name().isEmpty() ? "-".repeat(16) : way.name(),
                        "kind",
                        around.messages().word("way", way.kind()),
                        "whose",
                        whose,
                        "standing",
                        way.name().isEmpty() ? around.say("way.on-paper") : standing));
    }

    private static Json json(WayIn way) {
        return Json.object()
                .put("file", Json.orNull(way.name()))
                .put("kind", way.kind())
                .put("whose", Json.orNull(way.whose()))
                .put("standing", way.name().isEmpty() ? "on-paper" : word(way.standing()))
                .build();
    }

    private static String word(WayIn.Standing standing) {
        return standing.name().toLowerCase(Locale.ROOT);
    }
}
