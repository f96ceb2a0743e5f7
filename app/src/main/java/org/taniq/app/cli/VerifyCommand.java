package org.taniq.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.taniq.app.Casebook;
import org.taniq.app.Examination;
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
    private Path what = NONE;

    @Option(names = "--list", descriptionKey = "taniq.verify.list")
    private boolean list;

    @Option(names = "--no-key", descriptionKey = "taniq.verify.no-key")
    private boolean noKey;

    @Option(names = "--held", paramLabel = "${bundle:taniq.arg-checkpoint}", descriptionKey = "taniq.verify.held")
    private Path held = NONE;

    @Mixin
    private CaseOptions options = new CaseOptions();

    VerifyCommand(Surroundings around) {
        this.around = around;
    }

    @Override
    public Integer call() throws IOException {
        if (Files.isDirectory(what)) {
            return said(vault());
        }
        if (!Files.isRegularFile(what)) {
            throw new NoSuchFileException(what.toString());
        }
        if (!DossierCheck.looksLikeDossier(what)) {
            throw new IOException(around.say("verify.not-a-dossier", "file", what));
        }
        Verdict verdict;
        try (var _ = options.progress(around, 1).doing("progress.checking")) {
            verdict = DossierCheck.check(what);
        }
        return said(held.equals(NONE) ? verdict : HeldCheck.ofDossier(HeldCheck.in(held), verdict, what));
    }

    private Verdict vault() throws IOException {
        Examination examination;
        try (var desk = options.desk(around);
                var progress = options.progress(around, 1)) {
            examination =
                    noKey ? withoutKey(progress) : Examination.of(desk, what, casebook -> begun(casebook, progress));
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

    private Examination withoutKey(Progress progress) throws IOException {
        progress.doing("progress.checking");
        return Examination.withoutKey(what);
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
