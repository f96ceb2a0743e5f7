package org.taniq.app.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.taniq.app.DossierStamps;
import org.taniq.app.Stamps;
import org.taniq.app.Surroundings;
import org.taniq.base.Json;

/// Has a dossier stamped as a whole by those whom the person chose, and writes it with the time-stamps beside it.
final class StampedDossierFile {
    private final Surroundings around;
    private final CaseOptions options;

    StampedDossierFile(Surroundings around, CaseOptions options) {
        this.around = around;
        this.options = options;
    }

    /// Whether somebody is to be asked; else it is said why not.
    boolean isChosen(Stamps stamps) {
        var choice = stamps.choice();
        if (!choice.made()) {
            new AskingAuthorities(around, options, choice).explain();
        } else if (choice.isNever() && !options.json()) {
            around.tell(around.say("stamp.never"));
        }
        return choice.made() && !choice.isNever();
    }

    /// What came of it.
    ///
    /// @param file what was written, if anybody stamped it
    record Written(AskingAuthorities.Answers answers, Optional<Path> file) {
        /// How the command ends.
        int exit() {
            return answers.failed().isEmpty() ? Exit.DONE : Exit.COULD_NOT;
        }

        Json json() {
            return answers.json()
                    .put(
                            "file",
                            file.map(written -> Json.of(written.toString())).orElse(Json.NULL))
                    .build();
        }
    }

    /// Asks them all, and writes what those say that answered.
    Written write(Stamps stamps, Path dossier) throws IOException {
        DossierStamps turn;
        try (var _ = options.progress(around, 1).doing("progress.checking")) {
            turn = stamps.dossier(dossier);
        }
        var asking = new AskingAuthorities(around, options, stamps.choice());
        var answers = asking.ask(turn.authorities(), "stamp.dossier-done", turn::ask);
        if (!turn.isStamped()) {
            around.warn(around.say("stamp.dossier-none", "file", dossier));
            return new Written(answers, Optional.empty());
        }
        Path file;
        try (var _ = options.progress(around, 1).doing("progress.checking")) {
            file = turn.write(unfinished -> WhenStopped.discarding(around, unfinished));
        }
        say(new Written(answers, Optional.of(file)), dossier);
        return new Written(answers, Optional.of(file));
    }

    private void say(Written written, Path dossier) {
        var file = written.file().orElseThrow();
        if (!options.json()) {
            around.tell(around.say("stamp.dossier-written", Map.of("file", file, "dossier", dossier)));
        }
        if (!written.answers().failed().isEmpty()) {
            around.warn(around.say("stamp.dossier-partly", Map.of("file", file, "dossier", dossier)));
        }
    }
}
