package org.taniq.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.taniq.app.DossierStamps;
import org.taniq.app.Stamps;
import org.taniq.app.Surroundings;
import org.taniq.base.Json;
import org.taniq.base.net.Route;
import org.taniq.seal.stamp.Anchor;
import org.taniq.seal.stamp.Authority;
import org.taniq.seal.stamp.StampChoice;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `taniq stamp`: asks time-stamping authorities since when the case is sealed.
@Command(name = "stamp")
final class StampCommand implements Callable<Integer> {
    private static final Path NONE = Path.of("");
    private static final String NEVER = "never";

    private final Surroundings around;

    @Parameters(paramLabel = "DOSSIER.zip", arity = "0..1", descriptionKey = "taniq.stamp.dossier")
    private Path dossier = NONE;

    @Option(names = "--with", paramLabel = "${bundle:taniq.arg-name}", descriptionKey = "taniq.stamp.with")
    private List<String> with = List.of();

    @Option(names = "--address", paramLabel = "${bundle:taniq.arg-address}", descriptionKey = "taniq.stamp.address")
    private String address = "";

    @Option(names = "--root", paramLabel = "${bundle:taniq.arg-file}", descriptionKey = "taniq.stamp.root")
    private Path root = NONE;

    @Option(names = "--socks", paramLabel = "${bundle:taniq.arg-proxy}", descriptionKey = "taniq.stamp.socks")
    private String socks = "";

    @Option(names = "--with-revocation", descriptionKey = "taniq.stamp.with-revocation")
    private boolean revocation;

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
        refuseUnlessDossierIsHere();
        if (revocation && !dossier.equals(NONE)) {
            throw new ParameterException(spec.commandLine(), around.say("stamp.revocation-of-case"));
        }
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

    /// Before a passphrase is asked for.
    private void refuseUnlessDossierIsHere() throws IOException {
        if (dossier.equals(NONE)) {
            return;
        }
        if (!Files.isRegularFile(dossier)) {
            throw new NoSuchFileException(dossier.toString());
        }
        DossierStamps.refuseIfThere(DossierStamps.fileFor(dossier));
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
            own.add(StampChoice.Own.of(address, Anchor.in(root)));
        }
        return new StampChoice(true, with, own, proxy);
    }

    /// Whoever asked through a proxy once is not asked for without it until she says so.
    private String proxy(StampChoice before) throws IOException {
        if (socks.isEmpty()) {
            return before.proxy();
        }
        return socks.equals(Route.NONE) ? "" : Route.Socks.of(socks).toString();
    }

    private int in(Stamps stamps) throws IOException {
        var choice = stamps.choice();
        if (!choice.made()) {
            return new AskingAuthorities(around, options, choice).explain();
        }
        if (choice.isNever()) {
            say("stamp.never");
            result(new AskingAuthorities.Answers(List.of(), List.of()).json().build());
            return with.isEmpty() ? Exit.COULD_NOT : Exit.DONE;
        }
        if (!dossier.equals(NONE)) {
            return ofDossier(stamps);
        }
        var due = stamps.due();
        if (due.isEmpty() && choice.gone().isEmpty()) {
            say("stamp.nothing-new");
        }
        return ask(stamps, due);
    }

    private int ofDossier(Stamps stamps) throws IOException {
        var written = new StampedDossierFile(around, options).write(stamps, dossier);
        result(written.json());
        return written.exit();
    }

    private void say(String key) {
        if (!options.json()) {
            around.tell(around.say(key));
        }
    }

    private int ask(Stamps stamps, List<Authority> due) throws IOException {
        var answers = new AskingAuthorities(around, options, stamps.choice()).ask(due, "stamp.done", stamps::ask);
        stamps.seal();
        var json = answers.json();
        int ended = revocation ? askForRevocation(stamps, json) : Exit.DONE;
        result(json.build());
        if (answers.failed().isEmpty()) {
            return ended;
        }
        around.warn(around.say("stamp.again"));
        return Exit.COULD_NOT;
    }

    private int askForRevocation(Stamps stamps, Json.Builder json) throws IOException {
        var asking = new AskingRevocations(around, options, stamps);
        int ended = asking.ask();
        json.put("revocation", asking.json());
        return ended;
    }

    private void result(Json json) {
        if (options.json()) {
            around.out().println(JsonLines.visible(json));
        }
    }
}
