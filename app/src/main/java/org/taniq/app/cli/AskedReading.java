package org.taniq.app.cli;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.taniq.app.AfterReading;
import org.taniq.app.Casebook;
import org.taniq.app.Failure;
import org.taniq.app.Reference;
import org.taniq.app.Surroundings;
import org.taniq.read.record.Ledger;
import org.taniq.read.record.Parser;

/// Reads all items of a case by a parser that a person asked for, and says what came of each.
///
record AskedReading(Surroundings around, CaseOptions options, Sentences sentences) {
    /// What it says.
    interface Sentences {
        /// Of an item that was read.
        ///
        /// @param n records, one or more
        String item(String reference, long n);

        /// Of one in which there was nothing.
        String nothing(String reference);

        /// Where none was left to read.
        String allRead();
    }

    /// @return the exit code
    int by(Parser parser) throws IOException {
        var failed = new AtomicInteger();
        try (var opened = options.open(around)) {
            int read = read(opened.casebook(), parser, failed);
            if (read == 0 && !options.json()) {
                around.tell(sentences.allRead());
            }
        }
        return failed.get() == 0 ? Exit.DONE : Exit.COULD_NOT;
    }

    private int read(Casebook casebook, Parser parser, AtomicInteger failed) throws IOException {
        casebook.identity();
        try (var progress = options.progress(around, 1)) {
            casebook.watchedBy(progress);
            return casebook.readBy(parser, after -> {
                progress.clear();
                failed.addAndGet(said(after, casebook.log()) ? 0 : 1);
            });
        }
    }

    /// Whether the item was read.
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
        return read == 0 ? sentences.nothing(reference) : sentences.item(reference, read);
    }
}
