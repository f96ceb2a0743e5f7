package org.taniq.app.cli;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.taniq.app.AfterReading;
import org.taniq.app.Casebook;
import org.taniq.app.Failure;
import org.taniq.app.Reference;
import org.taniq.app.Surroundings;
import org.taniq.read.record.Ledger;
import org.taniq.read.screen.Screenshot;
import org.taniq.read.screen.Tesseract;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `taniq ocr`: reads the words that the pictures of a case show.
@Command(name = "ocr")
final class OcrCommand implements Callable<Integer> {
    private final Surroundings around;

    @Parameters(
            arity = "1",
            split = ",",
            paramLabel = "${bundle:taniq.arg-languages}",
            descriptionKey = "taniq.ocr.languages")
    private List<String> languages = List.of();

    @Mixin
    private CaseOptions options = new CaseOptions();

    OcrCommand(Surroundings around) {
        this.around = around;
    }

    @Override
    public Integer call() throws IOException {
        var screenshot = new Screenshot(Tesseract.reading(languages));
        var failed = new AtomicInteger();
        try (var opened = options.open(around)) {
            int read = read(opened.casebook(), screenshot, failed);
            if (read == 0 && !options.json()) {
                around.tell(around.say("ocr.all-read"));
            }
        }
        return failed.get() == 0 ? Exit.DONE : Exit.COULD_NOT;
    }

    private int read(Casebook casebook, Screenshot screenshot, AtomicInteger failed) throws IOException {
        casebook.identity();
        try (var progress = options.progress(around, 1)) {
            casebook.watchedBy(progress);
            return casebook.readWords(screenshot, after -> {
                progress.clear();
                failed.addAndGet(said(after, casebook.log()) ? 0 : 1);
            });
        }
    }

    /// Whether the picture was read.
    private boolean said(AfterReading after, String own) {
        String reference = Reference.to(after.item(), own);
        switch (after) {
            case AfterReading.Read read -> said(reference, read.read().ledger());
            case AfterReading.NotRead none ->
                around.warn(around.say(
                        "read.failed",
                        Map.of("reference", reference, "why", Failure.said(none.why(), around.messages()))));
        }
        return after instanceof AfterReading.Read;
    }

    private void said(String reference, Ledger ledger) {
        if (options.json()) {
            around.out().println(JsonLines.visible(ledger.toJson()));
            return;
        }
        around.out().println(words(reference, ledger.records()));
        ledger.warnings()
                .forEach(warning -> around.out().println("  " + around.say("add.warning", "warning", warning)));
    }

    private String words(String reference, long read) {
        return read == 0
                ? around.say("ocr.nothing", "reference", reference)
                : around.say("ocr.item", Map.of("reference", reference, "n", read));
    }
}
