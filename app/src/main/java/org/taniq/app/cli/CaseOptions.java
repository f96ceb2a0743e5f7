package org.taniq.app.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Optional;
import org.taniq.app.CaseErasing;
import org.taniq.app.Casebook;
import org.taniq.app.Desk;
import org.taniq.app.Failure;
import org.taniq.app.Passphrases;
import org.taniq.app.Session;
import org.taniq.app.Surroundings;
import org.taniq.base.age.Passphrase;
import org.taniq.seal.Gap;
import picocli.CommandLine.Option;

/// Options of every command over a case.
public final class CaseOptions {
    private static final int NONE = -1;
    private static final Path UNNAMED = Path.of("");

    @Option(names = "--vault", paramLabel = "${bundle:taniq.arg-folder}", descriptionKey = "common.vault")
    private Path vault = UNNAMED;

    @Option(names = "--passphrase-fd", paramLabel = "N", descriptionKey = "common.passphrase-fd")
    private int descriptor = NONE;

    @Option(names = "--json", descriptionKey = "common.json")
    private boolean json;

    /// Whether results are asked for as JSON.
    public boolean json() {
        return json;
    }

    /// The person at this computer, who is asked for her passphrase when it is needed.
    public Desk desk(Surroundings around) throws IOException {
        return new Desk(
                around.configuration(),
                () -> passphrase(around),
                Session.current(around.environment()),
                around.clock());
    }

    private Passphrase passphrase(Surroundings around) throws IOException {
        try (var passphrases = passphrases();
                var _ = WhenStopped.atQuestion(around)) {
            return passphrases.ask(around.say("common.passphrase") + " ", around.work());
        }
    }

    /// How far the work has come, where a person sees it.
    ///
    /// @param all how many files there are
    Progress progress(Surroundings around, long all) {
        return json ? Progress.none(around) : Progress.of(around, all);
    }

    /// Where passphrases come from.
    Passphrases passphrases() throws IOException {
        return descriptor == NONE ? Passphrases.onTerminal() : Passphrases.fromDescriptor(descriptor);
    }

    /// Whether a script hands the passphrase in.
    boolean isScripted() {
        return descriptor != NONE;
    }

    /// Opens the case that is meant: the one named, else the one around the current folder, else the one
    /// used last.
    public Opened open(Surroundings around) throws IOException {
        var desk = desk(around);
        var casebook = Casebook.open(desk, choose(desk, around));
        casebook.tellGapsTo(gap -> tell(gap, around));
        casebook.tellErasedAgainTo(again -> around.warn(
                switch (again) {
                    case CaseErasing.Again.Erased _ -> around.say("common.erased-again");
                    case CaseErasing.Again.NotNow(var why) ->
                        around.say("common.erased-not-now", "why", Failure.said(why, around.messages()));
                }));
        keepLocked(casebook, around);
        return new Opened(desk, casebook);
    }

    /// What a synchronisation brought back into a locked case goes again, and that is said.
    static void keepLocked(Casebook casebook, Surroundings around) throws IOException {
        if (casebook.keys().lockAgain()) {
            around.warn(around.say("common.locked-again"));
        }
        if (casebook.keys().endChange()) {
            around.warn(around.say("common.old-words-again"));
        }
    }

    private static void tell(Gap gap, Surroundings around) {
        String key = switch (gap) {
            case Gap.NotHere late -> late.whose().isEmpty() ? "common.not-here" : "common.not-here-of";
            case Gap.Damaged _ -> "common.damaged";
            case Gap.Unreadable _ -> "common.unreadable";
        };
        var values = new HashMap<String, Object>();
        values.put("log", gap.log());
        values.put("why", around.messages().say(gap.why()));
        if (gap instanceof Gap.NotHere late && !late.whose().isEmpty()) {
            values.put("who", late.whose());
        }
        around.warn(around.say(key, values));
    }

    /// The folder of the case that is meant.
    ///
    /// @throws Desk.NoCase if there is none
    Path choose(Desk desk, Surroundings around) throws IOException {
        var named = vault.equals(UNNAMED) ? Optional.<Path>empty() : Optional.of(vault);
        return desk.choose(named, around.current());
    }

    /// A case that is open for one command.
    public record Opened(Desk desk, Casebook casebook) implements AutoCloseable {
        @Override
        public void close() throws IOException {
            try (desk) {
                casebook.close();
            }
        }
    }
}
