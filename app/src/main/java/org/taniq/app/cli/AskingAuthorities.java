package org.taniq.app.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.taniq.app.Surroundings;
import org.taniq.base.Json;
import org.taniq.base.Trouble;
import org.taniq.base.net.NotReached;
import org.taniq.seal.stamp.Authorities;
import org.taniq.seal.stamp.Authority;
import org.taniq.seal.stamp.Stamp;
import org.taniq.seal.stamp.StampChoice;
import org.taniq.seal.stamp.StampRefused;

/// Asks time-stamping authorities one after the other. Before anything leaves the machine it is said to whom.
final class AskingAuthorities {
    private final Surroundings around;
    private final CaseOptions options;
    private final StampChoice choice;

    AskingAuthorities(Surroundings around, CaseOptions options, StampChoice choice) {
        this.around = around;
        this.options = options;
        this.choice = choice;
    }

    /// Asks one of them.
    @FunctionalInterface
    interface Ask {
        Stamp ask(Authority authority) throws IOException;
    }

    /// Who stamped, and who did not and why.
    record Answers(List<Json> stamped, List<Json> failed) {
        Answers {
            stamped = List.copyOf(stamped);
            failed = List.copyOf(failed);
        }

        Json.Builder json() {
            return Json.object().put("failed", Json.of(failed)).put("stamped", Json.of(stamped));
        }
    }

    /// Says whom one could ask, and what they learn; asks nobody.
    ///
    /// @return how the command ends
    int explain() {
        if (options.json()) {
            var all = Authorities.known().stream()
                    .map(authority -> (Json) Json.object()
                            .put("address", authority.address().toString())
                            .put("name", authority.name())
                            .build())
                    .toList();
            var json = Json.object().put("authorities", Json.of(all)).build();
            around.out().println(JsonLines.visible(json));
            return Exit.COULD_NOT;
        }
        around.tell(around.say("stamp.unchosen"));
        for (var authority : Authorities.known()) {
            around.out()
                    .println(around.say(
                            "stamp.authority", Map.of("name", authority.name(), "address", authority.address())));
        }
        around.tell(around.say("stamp.learns"));
        return Exit.COULD_NOT;
    }

    /// @param done the key of what is said of one that stamped
    Answers ask(List<Authority> authorities, String done, Ask ask) throws IOException {
        var stamped = new ArrayList<Json>();
        var failed = new ArrayList<Json>();
        choice.gone().forEach((name, why) -> failed.add(notStamped(name, why)));
        for (var authority : authorities) {
            announce(authority);
            try {
                stamped.add(stamped(authority, done, ask.ask(authority)));
            } catch (NotReached | StampRefused notStamped) {
                failed.add(notStamped(authority.name(), notStamped));
            }
        }
        return new Answers(stamped, failed);
    }

    private void announce(Authority authority) {
        if (options.json()) {
            return;
        }
        String host = authority.address().getHost();
        String proxy = choice.proxy();
        around.tell(
                proxy.isEmpty()
                        ? around.say("stamp.asking", Map.of("name", authority.name(), "host", host))
                        : around.say(
                                "stamp.asking-through",
                                Map.of("name", authority.name(), "host", host, "proxy", proxy)));
    }

    private Json stamped(Authority authority, String done, Stamp stamp) {
        if (!options.json()) {
            around.tell(around.say(done, "time", stamp.notLater()));
        }
        return Json.object()
                .put("authority", authority.name())
                .put("time", stamp.notLater().toString())
                .build();
    }

    private Json notStamped(String name, Trouble why) {
        around.warn(around.say(
                "stamp.failed", Map.of("name", name, "why", around.messages().say(why.said()))));
        return Json.object()
                .put("authority", name)
                .put("why", why.said().toString())
                .build();
    }
}
