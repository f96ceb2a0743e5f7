package org.taniq.app.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.taniq.app.Desk;
import org.taniq.app.Place;
import org.taniq.app.Restoring;
import org.taniq.app.Surroundings;
import org.taniq.base.age.Identity;
import org.taniq.base.age.IdentityFile;
import org.taniq.base.age.Passphrase;
import org.taniq.base.bucket.BucketAddress;
import org.taniq.seal.Copied;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `taniq restore`: makes a case again from copies of it.
@Command(name = "restore")
final class RestoreCommand implements Callable<Integer> {
    private static final Path NONE = Path.of("");

    private final Surroundings around;

    @Parameters(arity = "2..*", paramLabel = "${bundle:taniq.arg-place}", descriptionKey = "taniq.restore.folders")
    private List<String> folders = List.of();

    @Option(names = "--identity", paramLabel = "${bundle:taniq.arg-file}", descriptionKey = "taniq.restore.identity")
    private Path identity = NONE;

    @Option(names = "--paper", descriptionKey = "taniq.restore.paper")
    private boolean paper;

    @Option(names = "--said-by", paramLabel = "${bundle:taniq.arg-name}", descriptionKey = "taniq.restore.said-by")
    private String saidBy = "";

    @Mixin
    private PlaceOptions places = new PlaceOptions();

    @Mixin
    private CaseOptions options = new CaseOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    RestoreCommand(Surroundings around) {
        this.around = around;
    }

    @Override
    public Integer call() throws IOException {
        if (BucketAddress.isMeant(folders.getLast())) {
            throw new ParameterException(spec.commandLine(), around.say("restore.into-bucket"));
        }
        folders.forEach(folder -> places.refuseOtherAddress(folder, around));
        var to = Path.of(folders.getLast());
        try (var copies = new Copies();
                var desk = options.desk(around)) {
            var restoring = new Restoring(desk, copies.open(), to);
            var key = paper || !identity.equals(NONE) ? byKey(restoring, desk) : restoring.byWords();
            var restored = restored(restoring, key);
            var words = new CopyWords(around, restored, around.clock().instant());
            if (options.json()) {
                around.out().println(JsonLines.visible(words.json(to)));
            } else {
                words.printRestored(to);
            }
            around.out().flush();
            return switch (restored.bytes()) {
                case INTACT -> Exit.DONE;
                case ALTERED -> Exit.ALTERED;
                case UNCHECKED -> Exit.COULD_NOT;
            };
        }
    }

    /// The key as a paper or a file gives it, which is locked with this person's words on this computer from now
    /// on.
    private Identity byKey(Restoring restoring, Desk desk) throws IOException {
        if (paper && !identity.equals(NONE)) {
            throw new ParameterException(spec.commandLine(), around.say("restore.one-key"));
        }
        var key = restoring.by(paper ? List.of(OtherKey.paper(around)) : IdentityFile.read(identity));
        if (!desk.hasKeys()) {
            desk.makeKeys(newWords());
        }
        return key;
    }

    private Passphrase newWords() throws IOException {
        if (options.isScripted()) {
            try (var passphrases = options.passphrases()) {
                return passphrases.ask("", around.work());
            }
        }
        if (!around.onTerminal()) {
            throw new ParameterException(spec.commandLine(), around.say("restore.no-words"));
        }
        return new HandedWords(around, options).show("init.words-before", "init.words-after");
    }

    private Copied restored(Restoring restoring, Identity key) throws IOException {
        try (var progress = options.progress(around, 0);
                var _ = WhenStopped.at(around, progress, () -> around.say("restore.stopped"))) {
            return restoring.restore(key, saidBy, progress::copying);
        }
    }

    /// The copies, wherever they lie.
    private final class Copies implements AutoCloseable {
        private final List<Place> opened = new ArrayList<>();

        private List<Path> open() throws IOException {
            for (var copy : folders.subList(0, folders.size() - 1)) {
                opened.add(places.open(copy, around));
            }
            return opened.stream().map(Place::folder).toList();
        }

        @Override
        public void close() throws IOException {
            for (var place : opened) {
                place.close();
            }
        }
    }
}
