package org.taniq.app.cli;

import java.util.Locale;
import org.taniq.app.Surroundings;
import org.taniq.app.WayIn;
import org.taniq.base.Json;

/// A way into a case in the words of a person, and as JSON.
record WayWords(Surroundings around, WayIn way) {
    String kind() {
        return around.messages().word("way", way.kind());
    }

    /// With a space in front; empty where nobody said whose it is.
    String whose() {
        return way.whose().isEmpty() ? "" : around.say("key.whose", "name", way.whose());
    }

    /// What the case knows of it.
    String standing() {
        return isOnPaper(way) ? around.say("way.on-paper") : around.messages().word("way", word(way));
    }

    static Json json(WayIn way) {
        return Json.object()
                .put("file", Json.orNull(way.name()))
                .put("kind", way.kind())
                .put("whose", Json.orNull(way.whose()))
                .put("standing", isOnPaper(way) ? "on-paper" : word(way))
                .build();
    }

    private static boolean isOnPaper(WayIn way) {
        return way.name().isEmpty();
    }

    private static String word(WayIn way) {
        return way.standing().name().toLowerCase(Locale.ROOT);
    }
}
