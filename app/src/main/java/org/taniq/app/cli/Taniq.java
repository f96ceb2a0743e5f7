package org.taniq.app.cli;

import org.taniq.app.Surroundings;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/// `taniq`: the root of all commands. By itself it says how to begin.
@Command(name = "taniq", version = "taniq 0.1.0")
@SuppressWarnings("UnusedVariable") // picocli asks for the fields; what they say is looked for before
public final class Taniq implements Runnable {
    private final Surroundings around;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT,
            descriptionKey = "common.help")
    private boolean help;

    @Option(
            names = {"-V", "--version"},
            versionHelp = true,
            descriptionKey = "common.version")
    private boolean version;

    @Option(
            names = "--lang",
            paramLabel = "${bundle:taniq.arg-language}",
            scope = ScopeType.INHERIT,
            descriptionKey = "common.lang")
    private Language language = Language.en;

    /// Languages as they are typed; [org.taniq.app.Messages#chosen] has looked for them before.
    enum Language {
        en,
        az,
        ru
    }

    private Taniq(Surroundings around) {
        this.around = around;
    }

    /// All commands. A new one is a line here.
    public static CommandLine commandLine(Surroundings around) {
        var line = new CommandLine(new Taniq(around))
                .addSubcommand(new InitCommand(around))
                .addSubcommand(new AddCommand(around))
                .addSubcommand(new ListCommand(around))
                .addSubcommand(new ShowCommand(around))
                .addSubcommand(new GetCommand(around))
                .addSubcommand(new FindCommand(around))
                .addSubcommand(new AssessCommand(around, System.in))
                .addSubcommand(new ReadCommand(around))
                .addSubcommand(new RebuildCommand(around))
                .addSubcommand(new OpenSessionCommand(around))
                .addSubcommand(StepCommand.line(around))
                .addSubcommand(new TellCommand(around))
                .addSubcommand(new VerifyCommand(around))
                .addSubcommand(new DemoCommand(around));
        head(line, around);
        return line.setResourceBundle(
                        around.messages().help(line.getSubcommands().keySet()))
                .setOut(around.out())
                .setErr(around.err());
    }

    /// What stands above the parts of a help text, which picocli would say in English.
    private static void head(CommandLine line, Surroundings around) {
        line.getCommandSpec()
                .usageMessage()
                .synopsisHeading(around.say("taniq.heading-usage") + " ")
                .commandListHeading(around.say("taniq.heading-commands") + "%n")
                .synopsisSubcommandLabel(around.say("taniq.command-label"));
        line.getSubcommands().values().forEach(command -> head(command, around));
    }

    @Override
    public void run() {
        around.out().print(around.say("taniq.overview"));
        around.out().flush();
    }
}
