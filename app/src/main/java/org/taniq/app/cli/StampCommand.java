package org.taniq.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.taniq.app.Stamps;
import org.taniq.app.Surroundings;
import org.taniq.base.Json;
import org.taniq.base.Trouble;
import org.taniq.base.net.NotReached;
import org.taniq.base.net.Route;
import org.taniq.seal.Anchor;
import org.taniq.seal.Authorities;
import org.taniq.seal.Authority;
import org.taniq.seal.StampChoice;
import org.taniq.seal.StampRefused;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `taniq stamp`: asks time-stamping authorities since when the case is sealed.
@Command(name = "stamp")
final class StampCommand implements Callable<Integer> {
    private static final Path NONE = Path.of("");
    private static final String NEVER = "never";
    private static final String NO_PROXY = "none";

    private final Surroundings around;

    @Option(names = "--with", paramLabel = "${bundle:taniq.arg-name}", descriptionKey = "taniq.stamp.with")
    private List<String> with = List.of();

    @Option(names = "--address", paramLabel = "${bundle:taniq.arg-address}", descriptionKey = "taniq.stamp.address")
    private String address = "";

    @Option(names = "--root", paramLabel = "${bundle:taniq.arg-file}", descriptionKey = "taniq.stamp.root")
    private Path root = NONE;

    @Option(names = "--socks", paramLabel = "${bundle:taniq.arg-proxy}", descriptionKey = "taniq.stamp.socks")
    private String socks = "";

    @Mixin
    private CaseOptions options = new CaseOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    StampCommand(Surroundings around) {
        this.around = around;
    }

    @Override
    public Integer call() throws IOException {
        refuseHalfAnAuthority();
        try (var opened = options.open(around)) {
            var stamps = opened.casebook().stamps();
            if (!stamps.choice().made() && !choosesAnew() && !socks.isEmpty()) {
                throw new ParameterException(spec.commandLine(), around.say("stamp.socks-alone"));
            }
            if (choosesAnew() || !socks.isEmpty()) {
                stamps.choose(chosen(stamps.choice()));
            }
            return in(stamps);
        }
    }

    private void refuseHalfAnAuthority() {
        boolean half = address.isEmpty() != root.equals(NONE);
        boolean both = with.contains(NEVER) && (with.size() > 1 || !address.isEmpty() || !socks.isEmpty());
        if (half || both) {
            throw new ParameterException(spec.commandLine(), around.say(half ? "stamp.half" : "stamp.never-alone"));
        }
    }

    private boolean choosesAnew() {
        return !with.isEmpty() || !address.isEmpty();
    }

    private StampChoice chosen(StampChoice before) throws IOException {
        String proxy = proxy(before);
        if (with.contains(NEVER)) {
            return new StampChoice(true, List.of(), List.of(), proxy);
        }
        if (!choosesAnew()) {
            return new StampChoice(true, before.with(), before.own(), proxy);
        }
        var own = new ArrayList<StampChoice.Own>();
        if (!address.isEmpty()) {
            own.add(StampChoice.Own.of(address, Anchor.read(Files.readAllBytes(root))));
        }
        return new StampChoice(true, with, own, proxy);
    }

    /// Whoever asked through a proxy once is not asked for without it until she says so.
    private String proxy(StampChoice before) throws IOException {
        if (socks.isEmpty()) {
            return before.proxy();
        }
        return socks.equals(NO_PROXY) ? "" : Route.Socks.of(socks).toString();
    }

    private int in(Stamps stamps) throws IOException {
        var choice = stamps.choice();
        if (!choice.made()) {
            return explain();
        }
        if (choice.isNever()) {
            say("stamp.never");
            result(List.of(), List.of());
            return with.isEmpty() ? Exit.COULD_NOT : Exit.DONE;
        }
        var due = stamps.due();
        if (due.isEmpty() && choice.gone().isEmpty()) {
            say("stamp.nothing-new");
        }
        return ask(stamps, due);
    }

    private void say(String key) {
        if (!options.json()) {
            around.tell(around.say(key));
        }
    }

    private int explain() {
        if (options.json()) {
            var all = Authorities.known().stream()
                    .map(authority -> (Json) Json.object()
                            .put("address", authority.address().toString())
                            .put("name", authority.name())
                            .build())
                    .toList();
            print(Json.object().put("authorities", Json.of(all)).build());
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

    private int ask(Stamps stamps, List<Authority> due) throws IOException {
        var stamped = new ArrayList<Json>();
        var failed = new ArrayList<Json>();
        stamps.choice().gone().forEach((name, why) -> failed.add(notStamped(name, why)));
        for (var authority : due) {
            announce(authority, stamps.choice().proxy());
            try {
                stamped.add(done(authority, stamps));
            } catch (NotReached | StampRefused notStamped) {
                failed.add(notStamped(authority.name(), notStamped));
            }
        }
        stamps.seal();
        result(failed, stamped);
        if (failed.isEmpty()) {
            return Exit.DONE;
        }
        around.warn(around.say("stamp.again"));
        return Exit.COULD_NOT;
    }

    private void result(List<Json> failed, List<Json> stamped) {
        if (options.json()) {
            print(Json.object()
                    .put("failed", Json.of(failed))
                    .put("stamped", Json.of(stamped))
                    .build());
        }
    }

    private void print(Json json) {
        around.out().println(JsonLines.visible(json));
    }

    /// Before anything leaves the machine.
    private void announce(Authority authority, String proxy) {
        if (options.json()) {
            return;
        }
        String host = authority.address().getHost();
        around.tell(
                proxy.isEmpty()
                        ? around.say("stamp.asking", Map.of("name", authority.name(), "host", host))
                        : around.say(
                                "stamp.asking-through",
                                Map.of("name", authority.name(), "host", host, "proxy", proxy)));
    }

    private Json done(Authority authority, Stamps stamps) throws IOException {
        var stamp = stamps.ask(authority);
        if (!options.json()) {
            around.tell(around.say("stamp.done", "time", stamp.notLater()));
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
