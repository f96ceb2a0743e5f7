package org.taniq.app.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.taniq.app.Surroundings;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `taniq key`: who can open the case. By itself it lists the ways in.
@Command(name = "key")
final class KeyCommand implements Callable<Integer> {
    private final Surroundings around;

    @Mixin
    private CaseOptions options = new CaseOptions();

    private KeyCommand(Surroundings around) {
        this.around = around;
    }

    /// With its subcommands.
    static CommandLine line(Surroundings around) {
        return new CommandLine(new KeyCommand(around))
                .addSubcommand(new KeyListCommand(around))
                .addSubcommand(new KeyAddCommand(around))
                .addSubcommand(new KeyRemoveCommand(around))
                .addSubcommand(new KeyRestoreCommand(around));
    }

    @Override
    public Integer call() throws IOException {
        return KeyListCommand.list(around, options);
    }
}
