package org.taniq.app.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.taniq.acquire.Custody;
import org.taniq.acquire.Item;
import org.taniq.acquire.NotTaken;
import org.taniq.app.Added;
import org.taniq.app.AfterReading;
import org.taniq.app.Answer;
import org.taniq.app.Begun;
import org.taniq.app.Casebook;
import org.taniq.app.Failure;
import org.taniq.app.Overlapping;
import org.taniq.app.ReadItem;
import org.taniq.app.SealedItem;
import org.taniq.app.Surroundings;
import org.taniq.seal.Known;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `taniq add`: seals files as they are, then reads them, and says what became of each. A bad file does not
/// stop the others; where nothing of one was kept, the command has not done what it was asked for.
@Command(name = "add")
final class AddCommand implements Callable<Integer> {
    private final Surroundings around;

    @Parameters(arity = "1..*", paramLabel = "${bundle:taniq.arg-path}", descriptionKey = "taniq.add.paths")
    private List<Path> paths = List.of();

    @Mixin
    private CaseOptions options = new CaseOptions();

    @Mixin
    private GivenFiles givenFiles = new GivenFiles();

    @Mixin
    private Told told = new Told();

    private int failures;
    private final AtomicInteger kept = new AtomicInteger();
    private final AtomicInteger done = new AtomicInteger();

    AddCommand(Surroundings around) {
        this.around = around;
    }

    @Override
    public Integer call() throws IOException {
        var given = givenFiles.given(around);
        try (var opened = options.open(around)) {
            var casebook = opened.casebook();
            casebook.given(givenFiles.asking(given, casebook.copies().proxy(), around));
            var custody = ask(casebook);
            AddReport report = options.json() ? new AddJson(around, casebook) : new AddWords(around, casebook);
            var items = acquire(casebook, custody, report);
            try (var progress = options.progress(around, items.size());
                    var _ = WhenStopped.at(around, progress, this::soFar)) {
                casebook.watchedBy(progress);
                add(casebook, items, each -> {
                    progress.clear();
                    report(casebook, each, report);
                });
            }
            report.end(casebook.takes());
            givenFiles.warnOfUnused(around);
            if (casebook.isLocked() && !options.json()) {
                around.tell(around.say("add.locked"));
            }
            return failures == 0 ? Exit.DONE : Exit.COULD_NOT;
        }
    }

    private Custody ask(Casebook casebook) throws IOException {
        var danger = told.danger(around, Answer.NO);
        boolean everything = casebook.takes() == Known.Takes.EVERYTHING;
        var minors = everything ? told.minors(around, Answer.NO) : Answer.UNASKED;
        var custody = told.custody(
                around, told.saysAll() ? Custody.UNSTATED : casebook.custody().latest());
        if (danger != Answer.UNASKED || minors != Answer.UNASKED) {
            casebook.custody().answered(new Begun(custody, danger, minors));
        }
        return custody;
    }

    private List<Item> acquire(Casebook casebook, Custody custody, AddReport report) {
        var items = new ArrayList<Item>();
        for (var path : paths) {
            try {
                var acquired = casebook.acquire(path, custody);
                acquired.refused().forEach(none -> failed(report, none.path().toString(), why(none)));
                items.addAll(acquired.items());
            } catch (IOException failed) {
                failed(report, path.toString(), Failure.said(failed, around.messages()));
            }
        }
        return items;
    }

    private String why(NotTaken none) {
        return switch (none) {
            case NotTaken.NoFile _ -> around.say("add.no-file");
            case NotTaken.OwnFolder _ -> around.say("add.own-folder");
            case NotTaken.Unreadable unreadable -> Failure.said(unreadable.why(), around.messages());
        };
    }

    private void failed(AddReport report, String name, String why) {
        failures++;
        report.failed(name, why);
    }

    /// Everything is sealed before anything is read.
    private void add(Casebook casebook, List<Item> items, Consumer<Added> told) throws IOException {
        var sealed = new ArrayList<SealedItem>();
        casebook.seal(items, item -> {
            sealed.add(item);
            kept.addAndGet(item.isKept() ? 1 : 0);
        });
        casebook.read(sealed, told);
    }

    private void report(Casebook casebook, Added added, AddReport report) {
        var now = new ArrayList<ReadNow>();
        var unread = new ArrayList<AfterReading.NotRead>();
        for (var after : added.read()) {
            switch (after) {
                case AfterReading.Read read -> {
                    givenFiles.read(read.read().ledger());
                    now.add(compared(casebook, read));
                }
                case AfterReading.NotRead none -> unread.add(none);
            }
        }
        failures += added.sealed().isKept() && unread.isEmpty() ? 0 : 1;
        done.addAndGet(added.sealed().isKept() && unread.isEmpty() ? 1 : 0);
        report.added(added.sealed(), now, unread);
    }

    /// What cannot be compared is sealed and read all the same.
    private ReadNow compared(Casebook casebook, AfterReading.Read read) {
        try {
            return new ReadNow(read.sealed(), read.read(), casebook.overlaps(read.read()));
        } catch (IOException failed) {
            around.warn(around.say("add.not-compared", "why", Failure.said(failed, around.messages())));
            return new ReadNow(read.sealed(), read.read(), List.of());
        }
    }

    private String soFar() {
        return around.say("add.stopped", Map.of("kept", kept.get(), "unread", kept.get() - done.get()));
    }

    /// What was read of one sealed item.
    record ReadNow(SealedItem.New sealed, ReadItem read, List<Overlapping> overlaps) {
        ReadNow {
            overlaps = List.copyOf(overlaps);
        }
    }
}
