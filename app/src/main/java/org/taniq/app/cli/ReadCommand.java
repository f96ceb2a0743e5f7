package org.taniq.app.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.taniq.base.Bytes;
import org.taniq.base.Json;
import org.taniq.base.Text;
import org.taniq.read.Activity;
import org.taniq.read.Reading;
import org.taniq.read.Sink;
import org.taniq.read.Unread;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `taniq read`: shows what files hold, without a vault and without changing anything.
@Command(
        name = "read",
        description = "Shows what a chat export or any other file holds. Needs no vault; nothing is stored.")
public final class ReadCommand implements Callable<Integer> {
    private static final int DONE = 0;
    private static final int COULD_NOT = 3;

    @ArgGroup(multiplicity = "0..1")
    private Form form = new Form();

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "A chat export (.txt or .zip), or any other file.")
    private List<Path> files = List.of();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /// What is printed for each file.
    static final class Form {
        @Option(names = "--ledger", description = "One JSON object for each file: what it holds, counted (default).")
        private boolean ledger;

        @Option(names = "--records", description = "One JSON object for each record.")
        private boolean records;
    }

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        int worst = DONE;
        for (Path file : files) {
            worst = Math.max(worst, read(file, out));
        }
        out.flush();
        return worst;
    }

    private int read(Path file, PrintWriter out) {
        if (!Files.isRegularFile(file)) {
            return complain(file, "it is not there or is no file");
        }
        try {
            Sink sink = form.records ? new Lines(out) : new Nowhere();
            var reading = Reading.of(file.getFileName().toString(), Bytes.of(file), _ -> sink);
            if (!form.records) {
                line(out, reading.ledger().toJson());
            }
            return DONE;
        } catch (IOException e) {
            return complain(file, "it cannot be read to its end; check the disk and run again");
        }
    }

    private int complain(Path file, String why) {
        var err = spec.commandLine().getErr();
        err.println("cannot read " + Text.visible(file.toString()) + ": " + why);
        err.flush();
        return COULD_NOT;
    }

    private static void line(PrintWriter out, Json json) {
        out.print(JsonLines.visible(json));
        out.print('\n');
    }

    /// Prints record by record and stops soon after nobody reads any more.
    private static final class Lines implements Sink {
        private static final int LOOK_EVERY = 4096;

        private final PrintWriter out;
        private int printed;

        Lines(PrintWriter out) {
            this.out = out;
        }

        @Override
        public void read(Activity activity) throws IOException {
            line(out, activity.toJson());
            if (++printed % LOOK_EVERY == 0 && out.checkError()) {
                throw new IOException("nobody reads what is printed");
            }
        }

        @Override
        public void unread(Unread unread) {}
    }

    private record Nowhere() implements Sink {
        @Override
        public void read(Activity activity) {}

        @Override
        public void unread(Unread unread) {}
    }
}
