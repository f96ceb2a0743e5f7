package org.taniq.app.cli;

import java.io.IOException;
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
                                Json.of(ways.stream().map(WayWords::json).toList())));
            } else {
                ways.forEach(way -> around.out().println(said(way, around)));
                around.tell(around.say("key.list-end"));
            }
            around.out().flush();
        }
        return Exit.DONE;
    }

    private static String said(WayIn way, Surroundings around) {
        var words = new WayWords(around, way);
        return around.say(
                "key.line",
                Map.of(
                        "file",
                        way.name().isEmpty() ? "-".repeat(16) : way.name(),
                        "kind",
                        words.kind(),
                        "whose",
                        words.whose(),
                        "standing",
                        words.standing()));
    }
}
