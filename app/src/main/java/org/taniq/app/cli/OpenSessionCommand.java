package org.taniq.app.cli;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import org.taniq.app.Casebook;
import org.taniq.app.Desk;
import org.taniq.app.OpenSession;
import org.taniq.app.Surroundings;
import org.taniq.base.age.Identity;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `taniq open-session`: a shell, or one command, in which the passphrase is not asked again.
@Command(name = "open-session")
final class OpenSessionCommand implements Callable<Integer> {
    private final Surroundings around;

    @Parameters(
            arity = "0..*",
            paramLabel = "${bundle:taniq.arg-command}",
            descriptionKey = "taniq.open-session.command")
    private List<String> command = List.of();

    @Mixin
    private CaseOptions options = new CaseOptions();

    OpenSessionCommand(Surroundings around) {
        this.around = around;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        try (var desk = options.desk(around)) {
            var identity = desk.identity();
            var vaults = vaults(desk);
            if (command.isEmpty()) {
                around.tell(around.say("session.opened", "minutes", OpenSession.USUAL_IDLE.toMinutes()));
                around.out().flush();
            }
            return new OpenSession(around.environment(), OpenSession.USUAL_IDLE).run(identity, vaults, command);
        }
    }

    /// The case that is meant is open from the beginning, if there is one.
    private List<Identity> vaults(Desk desk) throws IOException {
        try (var casebook = Casebook.open(desk, options.choose(desk, around))) {
            CaseOptions.keepLocked(casebook, around);
            return casebook.isLocked() ? List.of() : List.of(casebook.identity());
        } catch (Desk.NoCase none) {
            return List.of();
        }
    }
}
