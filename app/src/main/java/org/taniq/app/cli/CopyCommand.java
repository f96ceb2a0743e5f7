package org.taniq.app.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.taniq.app.Casebook;
import org.taniq.app.CopySaid;
import org.taniq.app.Place;
import org.taniq.app.Surroundings;
import org.taniq.base.bucket.Bucket;
import org.taniq.seal.Copied;
import org.taniq.seal.VaultCopy;
import org.taniq.seal.Verdict;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `taniq copy`: copies a case to another disk or into a bucket, checks the copy, and prints a receipt for whoever
/// keeps it.
@Command(name = "copy")
final class CopyCommand implements Callable<Integer> {
    private final Surroundings around;

    @Parameters(paramLabel = "${bundle:taniq.arg-place}", descriptionKey = "taniq.copy.to")
    private String to = "";

    @ArgGroup
    private Keys keys = new Keys();

    @Option(names = "--read-all", descriptionKey = "taniq.copy.read-all")
    private boolean readAll;

    @Option(names = "--place", paramLabel = "${bundle:taniq.arg-words}", descriptionKey = "taniq.copy.place")
    private String place = "";

    @Option(names = "--said-by", paramLabel = "${bundle:taniq.arg-name}", descriptionKey = "taniq.copy.said-by")
    private String saidBy = "";

    @Mixin
    private PlaceOptions places = new PlaceOptions();

    @Mixin
    private CaseOptions options = new CaseOptions();

    CopyCommand(Surroundings around) {
        this.around = around;
    }

    /// At most one of them.
    private static final class Keys {
        @Option(names = "--without-keys", required = true, descriptionKey = "taniq.copy.without-keys")
        private boolean without;

        @Option(names = "--with-keys", required = true, descriptionKey = "taniq.copy.with-keys")
        private boolean with;
    }

    @Override
    public Integer call() throws IOException {
        places.refuseOtherAddress(to, around); // before a passphrase is asked for
        try (var opened = options.open(around);
                var destination = places.open(to, opened.casebook().copies().proxy(), around)) {
            var copies = opened.casebook().copies();
            if (!keys.with && !keys.without && copies.bringsKeys(destination.folder())) {
                throw new IOException(around.say("copy.brings-keys", "folder", destination.folder()));
            }
            var copied = copied(opened.casebook(), destination);
            var said = new CopySaid(
                    saidBy, place, wanted(), destination.disk(opened.casebook().folder()));
            say(copied, destination.folder(), said, opened.casebook());
            if (copied.bytes() != Verdict.Bytes.ALTERED) { // nobody is to rely on one that is not whole
                copies.made(copied, said);
            }
            return switch (copied.bytes()) {
                case INTACT -> Exit.DONE;
                case ALTERED -> Exit.ALTERED;
                case UNCHECKED -> Exit.COULD_NOT;
            };
        }
    }

    private VaultCopy.Keys wanted() {
        return keys.without ? VaultCopy.Keys.WITHOUT : VaultCopy.Keys.WITH;
    }

    private Copied copied(Casebook casebook, Place place) throws IOException {
        var again = readAll ? Bucket.Again.EVERYTHING : Bucket.Again.WRITTEN;
        var to = place.destination(again);
        try (var progress = options.progress(around, 0);
                var _ = WhenStopped.at(around, progress, () -> around.say("copy.stopped"))) {
            return casebook.copies().copy(to, wanted(), progress::copying);
        }
    }

    private void say(Copied copied, Path folder, CopySaid said, Casebook casebook) throws IOException {
        var words = new CopyWords(around, copied, around.clock().instant());
        if (options.json()) {
            around.out().println(JsonLines.visible(words.json(folder)));
        } else {
            words.print(folder, said, casebook);
        }
        around.out().flush();
    }
}
