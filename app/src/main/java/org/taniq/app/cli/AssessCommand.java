package org.taniq.app.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import org.taniq.assess.Assessor;
import org.taniq.assess.RulePack;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `taniq assess --jsonl`: a text a line in, a JSON object a line out, streaming; an empty line is a text too.
///
/// Input and output are UTF-8; bytes that are not UTF-8 become U+FFFD. Of a line longer than [Lines#LONGEST] characters
/// the rest is not assessed, and its answer says `"truncated":true`. Exit codes: 0 done, 2 usage, 3 could not be done.
@Command(
        name = "assess",
        description = "Says what a text is: a threat, a call to violence, a published address; with the words and why.")
public final class AssessCommand implements Callable<Integer> {
    private static final int DONE = 0;
    private static final int COULD_NOT = 3;

    @Option(names = "--jsonl", description = "Read a text a line from standard input, print a JSON object a line.")
    private boolean jsonl;

    @Spec
    private CommandSpec spec;

    private final InputStream in;

    public AssessCommand() {
        this(System.in);
    }

    AssessCommand(InputStream in) {
        this.in = in;
        this.spec = CommandSpec.create();
    }

    @Override
    public Integer call() {
        if (!jsonl) {
            throw new ParameterException(spec.commandLine(), "say --jsonl to assess lines of standard input");
        }
        PrintWriter out = spec.commandLine().getOut();
        try {
            assessLines(new InputStreamReader(in, StandardCharsets.UTF_8), out, RulePack.load());
        } catch (IOException e) {
            spec.commandLine().getErr().println("cannot read standard input: " + e.getMessage());
            return COULD_NOT;
        }
        return out.checkError() ? COULD_NOT : DONE;
    }

    /// Flushes whenever no more input waits, so that a program at the other end of a pipe gets each answer at once.
    private static void assessLines(Reader in, PrintWriter out, Assessor assessor) throws IOException {
        var lines = new Lines(in);
        while (lines.next()) {
            out.println(AssessmentJson.line(assessor.assess(lines.text()), lines.extent()));
            if (!lines.moreWaits()) {
                out.flush();
            }
        }
        out.flush();
    }
}
