package org.taniq.app.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.taniq.app.Surroundings;
import org.taniq.seal.Vault;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/// `taniq`: the root of all commands. By itself it says how to begin.
@Command(name = "taniq", version = Vault.PROGRAM)
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

    /// All commands, in the order in which they are listed. A new one is a line in [#commands].
    private static final Map<String, Function<Surroundings, CommandLine>> COMMANDS = commands();

    private static Map<String, Function<Surroundings, CommandLine>> commands() {
        var commands = new LinkedHashMap<String, Function<Surroundings, CommandLine>>();
        commands.put("init", around -> new CommandLine(new InitCommand(around)));
        commands.put("add", around -> new CommandLine(new AddCommand(around)));
        commands.put("list", around -> new CommandLine(new ListCommand(around)));
        commands.put("status", around -> new CommandLine(new StatusCommand(around)));
        commands.put("show", around -> new CommandLine(new ShowCommand(around)));
        commands.put("get", around -> new CommandLine(new GetCommand(around)));
        commands.put("find", around -> new CommandLine(new FindCommand(around)));
        commands.put("assess", around -> new CommandLine(new AssessCommand(around, System.in)));
        commands.put("read", around -> new CommandLine(new ReadCommand(around)));
        commands.put("ocr", around -> new CommandLine(new OcrCommand(around)));
        commands.put("probe", around -> new CommandLine(new ProbeCommand(around)));
        commands.put("rebuild", around -> new CommandLine(new RebuildCommand(around)));
        commands.put("open-session", around -> new CommandLine(new OpenSessionCommand(around)));
        commands.put("step", StepCommand::line);
        commands.put("key", KeyCommand::line);
        commands.put("passphrase", around -> new CommandLine(new PassphraseCommand(around)));
        commands.put("rekey", around -> new CommandLine(new RekeyCommand(around)));
        commands.put("lock", around -> new CommandLine(new LockCommand(around)));
        commands.put("unlock", around -> new CommandLine(new UnlockCommand(around)));
        commands.put("tell", around -> new CommandLine(new TellCommand(around)));
        commands.put("consent", around -> new CommandLine(new ConsentCommand(around)));
        commands.put("erase", around -> new CommandLine(new EraseCommand(around)));
        commands.put("copy", around -> new CommandLine(new CopyCommand(around)));
        commands.put("lost", around -> new CommandLine(new LostCommand(around)));
        commands.put("restore", around -> new CommandLine(new RestoreCommand(around)));
        commands.put("stamp", around -> new CommandLine(new StampCommand(around)));
        commands.put("verify", around -> new CommandLine(new VerifyCommand(around)));
        commands.put("demo", around -> new CommandLine(new DemoCommand(around)));
        return commands;
    }

    /// The commands. Making all of them ready takes longer than what many a command does, so where the
    /// first word names one, only that one is there.
    ///
    /// @param typed the whole command line
    public static CommandLine commandLine(Surroundings around, String... typed) {
        var line = new CommandLine(new Taniq(around));
        boolean named = typed.length > 0 && COMMANDS.containsKey(typed[0]);
        COMMANDS.forEach((name, made) -> {
            if (!named || name.equals(typed[0])) {
                line.addSubcommand(name, made.apply(around));
            }
        });
        head(line, around);
        // A file called @name is evidence, and no list of further words.
        return line.setExpandAtFiles(false)
                .setResourceBundle(around.messages().help(line.getSubcommands().keySet()))
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
