package org.taniq.app.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.taniq.acquire.Custody;
import org.taniq.acquire.Item;
import org.taniq.app.Casebook;
import org.taniq.app.Casebook.Answer;
import org.taniq.app.Failure;
import org.taniq.app.Overlapping;
import org.taniq.app.ReadItem;
import org.taniq.app.SealedItem;
import org.taniq.app.Surroundings;
import org.taniq.seal.Known;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `taniq add`: seals files as they are, reads them, and says what became of each. A bad file does not stop the
/// others.
@Command(name = "add")
final class AddCommand implements Callable<Integer> {
    private final Surroundings around;

    @Parameters(arity = "1..*", paramLabel = "${bundle:taniq.arg-path}", descriptionKey = "taniq.add.paths")
    private List<Path> paths = List.of();

    @Mixin
    private CaseOptions options = new CaseOptions();

    @Mixin
    private Told told = new Told();

    AddCommand(Surroundings around) {
        this.around = around;
    }

    @Override
    public Integer call() throws IOException {
        try (var opened = options.open(around)) {
            var casebook = opened.casebook();
            var custody = ask(casebook);
            AddReport report = options.json() ? new AddJson(around, casebook) : new AddWords(around, casebook);
            int failed = 0;
            for (var path : paths) {
                failed += add(casebook, path, custody, report);
            }
            report.end(casebook.takes());
            return failed == 0 ? Exit.DONE : Exit.COULD_NOT;
        }
    }

    private Custody ask(Casebook casebook) throws IOException {
        var danger = told.danger(around, Answer.NO);
        boolean everything = casebook.takes() == Known.Takes.EVERYTHING;
        var minors = everything ? told.minors(around, Answer.NO) : Answer.UNASKED;
        var custody = told.custody(around, told.saysAll() ? Custody.UNSTATED : casebook.custody());
        if (danger != Answer.UNASKED || minors != Answer.UNASKED) {
            casebook.answered(new Casebook.Begun(custody, danger, minors));
        }
        return custody;
    }

    private int add(Casebook casebook, Path path, Custody custody, AddReport report) {
        Casebook.Acquired acquired;
        try {
            acquired = casebook.acquire(path, custody);
        } catch (IOException failed) {
            report.failed(path.toString(), Failure.said(failed, around.messages()));
            return 1;
        }
        int failures = 0;
        for (var refused : acquired.refused()) {
            report.failed(refused.toString(), around.say("add.no-file"));
            failures++;
        }
        try (var progress = new Progress(around, acquired.items().size())) {
            for (var item : acquired.items()) {
                progress.next(item.name());
                failures += add(casebook, item, report, progress) ? 0 : 1;
            }
        }
        return failures;
    }

    private boolean add(Casebook casebook, Item item, AddReport report, Progress progress) {
        try {
            var sealed = casebook.seal(item);
            var read = read(casebook, sealed);
            progress.clear();
            report.added(sealed, read);
            return true;
        } catch (IOException failed) {
            progress.clear();
            report.failed(item.name(), Failure.said(failed, around.messages()));
            return false;
        }
    }

    private static List<ReadNow> read(Casebook casebook, SealedItem sealed) throws IOException {
        List<SealedItem.New> taken = switch (sealed) {
            case SealedItem.New one -> List.of(one);
            case SealedItem.Parts parts -> parts.texts();
            case SealedItem.Again _, SealedItem.Refused _ -> List.of();
        };
        var read = new ArrayList<ReadNow>();
        for (var each : taken) {
            var now = casebook.read(each);
            read.add(new ReadNow(each, now, casebook.overlaps(now)));
        }
        return read;
    }

    /// What was read of one sealed item.
    record ReadNow(SealedItem.New sealed, ReadItem read, List<Overlapping> overlaps) {
        ReadNow {
            overlaps = List.copyOf(overlaps);
        }
    }
}
