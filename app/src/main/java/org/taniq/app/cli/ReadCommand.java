package org.taniq.app.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.taniq.app.AfterReading;
import org.taniq.app.Failure;
import org.taniq.app.Reference;
import org.taniq.app.Surroundings;
import org.taniq.base.Bytes;
import org.taniq.base.Json;
import org.taniq.base.Trouble;
import org.taniq.read.Given;
import org.taniq.read.Reading;
import org.taniq.read.record.Activity;
import org.taniq.read.record.Input;
import org.taniq.read.record.Ledger;
import org.taniq.read.record.Parser;
import org.taniq.read.record.Sink;
import org.taniq.read.record.Unread;
import org.taniq.read.recording.Ffprobe;
import org.taniq.read.recording.Recording;
import org.taniq.read.screen.Screenshot;
import org.taniq.read.screen.Tesseract;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `taniq read FILE…`: shows what files hold, without a vault and without changing anything. `taniq read`:
/// reads what was sealed into a case and not read yet.
@Command(name = "read")
final class ReadCommand implements Callable<Integer> {
    private final Surroundings around;

    @ArgGroup(multiplicity = "0..1")
    private Form form = new Form();

    @Option(
            names = "--ocr",
            split = ",",
            paramLabel = "${bundle:taniq.arg-languages}",
            descriptionKey = "taniq.read.ocr")
    private List<String> ocr = List.of();

    @Option(names = "--probe", descriptionKey = "taniq.read.probe")
    private boolean probe;

    @Parameters(arity = "0..*", paramLabel = "${bundle:taniq.arg-file}", descriptionKey = "taniq.read.files")
    private List<Path> files = List.of();

    @Mixin
    private GivenFiles givenFiles = new GivenFiles();

    @Mixin
    private CaseOptions options = new CaseOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    ReadCommand(Surroundings around) {
        this.around = around;
    }

    /// What is printed for each file.
    static final class Form {
        @Option(names = "--ledger", descriptionKey = "taniq.read.ledger")
        private boolean ledger;

        @Option(names = "--records", descriptionKey = "taniq.read.records")
        private boolean records;
    }

    @Override
    public Integer call() throws IOException {
        if (files.isEmpty() && (form.ledger || form.records || !ocr.isEmpty() || probe)) {
            throw new ParameterException(spec.commandLine(), around.say("read.which"));
        }
        var given = givenFiles.given(around);
        if (files.isEmpty()) {
            return overCase(given);
        }
        PrintWriter out = around.out();
        var how = how(givenFiles.asking(given, around));
        int worst = Exit.DONE;
        for (Path file : files) {
            worst = Math.max(worst, read(file, how, out));
        }
        givenFiles.warnOfUnused(around);
        out.flush();
        return worst;
    }

    @FunctionalInterface
    private interface HowRead {
        Reading read(String name, Bytes bytes, Reading.Sinks sinks) throws IOException;
    }

    private static HowRead by(Given given) {
        return (name, bytes, sinks) -> Reading.of(name, bytes, sinks, Reading.Known.of(given));
    }

    private HowRead how(Given given) throws IOException {
        var pictures = ocr.isEmpty() ? by(given) : by(new Screenshot(Tesseract.reading(ocr)), by(given));
        return probe ? by(new Recording(Ffprobe.installed()), pictures) : pictures;
    }

    private static HowRead by(Parser asked, HowRead others) {
        return (name, bytes, sinks) -> asked.knows(Input.alone(name, bytes::open))
                ? Reading.by(asked, name, bytes, sinks)
                : others.read(name, bytes, sinks);
    }

    private int overCase(Given given) throws IOException {
        var failed = new AtomicInteger();
        try (var opened = options.open(around)) {
            var casebook = opened.casebook();
            casebook.given(givenFiles.asking(given, casebook.copies().proxy(), around));
            casebook.identity();
            int left;
            try (var progress = options.progress(around, 1)) {
                casebook.watchedBy(progress);
                left = casebook.readLeft(after -> {
                    progress.clear();
                    failed.addAndGet(said(after, casebook.log()) ? 0 : 1);
                });
            }
            if (left == 0 && !options.json()) {
                around.tell(around.say("read.all-read"));
            }
            givenFiles.readBefore(casebook.unlocked());
            givenFiles.warnOfUnused(around);
        }
        return failed.get() == 0 ? Exit.DONE : Exit.COULD_NOT;
    }

    /// Whether it was read.
    private boolean said(AfterReading after, String own) {
        String name = Reference.to(after.item(), own);
        switch (after) {
            case AfterReading.Read read -> {
                givenFiles.read(read.read().ledger());
                said(name, read.read().ledger());
            }
            case AfterReading.NotRead none ->
                around.err()
                        .println(around.say(
                                "read.failed",
                                Map.of("reference", name, "why", Failure.said(none.why(), around.messages()))));
        }
        return after instanceof AfterReading.Read;
    }

    private void said(String reference, Ledger ledger) {
        around.out()
                .println(
                        options.json()
                                ? JsonLines.visible(ledger.toJson())
                                : around.say("read.item", Map.of("reference", reference, "n", ledger.records())));
    }

    private int read(Path file, HowRead how, PrintWriter out) {
        if (!Files.isRegularFile(file)) {
            return complain(file, around.say("read.no-file"));
        }
        try {
            Sink sink = form.records ? new Lines(out) : new Nowhere();
            var reading = how.read(file.getFileName().toString(), Bytes.of(file), _ -> sink);
            reading.parts().forEach(part -> givenFiles.read(part.ledger()));
            if (!form.records) {
                line(out, reading.ledger().toJson());
            }
            return Exit.DONE;
        } catch (IOException e) {
            return complain(file, around.say("read.broken"));
        }
    }

    private int complain(Path file, String why) {
        around.err().println(around.say("read.cannot", Map.of("file", file, "why", why)));
        return Exit.COULD_NOT;
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
                throw new Trouble("nobody reads what is printed");
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
