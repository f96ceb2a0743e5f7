package org.taniq.app.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `taniq`: the root of all commands. By itself it asks for a command.
@Command(
        name = "taniq",
        mixinStandardHelpOptions = true,
        version = "taniq 0.1.0",
        synopsisSubcommandLabel = "COMMAND",
        description = "Turns what is done to you online into evidence that others can check.")
public final class Taniq implements Runnable {

    @Spec
    private CommandSpec spec;

    /// Made by `Main`; picocli puts in the rest.
    public Taniq() {
        spec = CommandSpec.create();
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "which command?");
    }
}
