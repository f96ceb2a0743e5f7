package org.taniq.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.taniq.app.Casebook;
import org.taniq.app.Examination;
import org.taniq.app.Place;
import org.taniq.app.Surroundings;
import org.taniq.seal.DossierCheck;
import org.taniq.seal.HeldCheck;
import org.taniq.seal.Verdict;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `taniq verify`: checks a dossier, or a vault, and gives four answers.
@Command(name = "verify")
final class VerifyCommand implements Callable<Integer> {
    private static final Path NONE = Path.of("");

    private final Surroundings around;

    @Parameters(paramLabel = "${bundle:taniq.arg-file-or-case}", descriptionKey = "taniq.verify.what")
    private String what = "";

    @Option(names = "--list", descriptionKey = "taniq.verify.list")
    private boolean list;

    @Option(names = "--no-key", descriptionKey = "taniq.verify.no-key")
    private boolean noKey;

    @Option(names = "--held", paramLabel = "${bundle:taniq.arg-checkpoint}", descriptionKey = "taniq.verify.held")
    private Path held = NONE;

    @Mixin
    private PlaceOptions places = new PlaceOptions();

    @Mixin
    private CaseOptions options = new CaseOptions();

    VerifyCommand(Surroundings around) {
        this.around = around;
    }

    @Override
    public Integer call() throws IOException {
        try (var place = places.open(what, around)) {
            return place instanceof Place.InBucket || Files.isDirectory(place.folder())
                    ? said(vault(place.folder()))
                    : said(dossier(place.folder()));
        }
    }

    private Verdict dossier(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new NoSuchFileException(file.toString());
        }
        if (!DossierCheck.looksLikeDossier(file)) {
            throw new IOException(around.say("verify.not-a-dossier", "file", file));
        }
        Verdict verdict;
        try (var _ = options.progress(around, 1).doing("progress.checking")) {
            verdict = DossierCheck.check(file);
        }
        return held.equals(NONE) ? verdict : HeldCheck.ofDossier(HeldCheck.in(held), verdict, file);
    }

    private Verdict vault(Path folder) throws IOException {
        Examination examination;
        try (var desk = options.desk(around);
                var progress = options.progress(around, 1)) {
            examination = noKey
                    ? withoutKey(folder, progress)
                    : Examination.of(desk, folder, casebook -> begun(casebook, progress));
        }
        if (!examination.copied().isEmpty()) {
            around.warn(around.say("verify.copied", "time", second(examination.copied())));
        }
        examination.strangeWays().forEach(file -> around.warn(around.say("verify.strange-way", "file", file)));
        return held.equals(NONE) ? examination.verdict() : examination.against(HeldCheck.in(held));
    }

    private void begun(Casebook casebook, Progress progress) {
        if (casebook.isLocked()) {
            around.warn(around.say("verify.locked"));
        }
        progress.doing("progress.checking");
    }

    private Examination withoutKey(Path folder, Progress progress) throws IOException {
        progress.doing("progress.checking");
        return Examination.withoutKey(folder);
    }

    /// Prints a verdict and returns how the command ends.
    private int said(Verdict verdict) {
        if (options.json()) {
            around.out().println(JsonLines.visible(verdict.json()));
        } else {
            var words = new VerdictWords(around);
            if (list) {
                words.list(verdict);
            }
            words.print(verdict);
        }
        around.out().flush();
        return switch (verdict.bytes()) {
            case INTACT -> Exit.DONE;
            case ALTERED -> Exit.ALTERED;
            case UNCHECKED -> Exit.COULD_NOT;
        };
    }

    private static String second(String time) {
        return time.replaceFirst("\\.[0-9]+Z$", "Z");
    }
}
