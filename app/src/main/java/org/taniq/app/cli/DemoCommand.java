package org.taniq.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.taniq.app.Surroundings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `taniq demo`: the main job on an invented case, without a question. The last line is the path of the
/// dossier.
@Command(name = "demo")
final class DemoCommand implements Callable<Integer> {
    private static final String ROOT = "TANIQ_ROOT";
    private static final String WORDS = "demo-words.txt";

    private final Surroundings around;

    @Parameters(arity = "0..1", paramLabel = "${bundle:taniq.arg-folder}", descriptionKey = "taniq.demo.dir")
    private Path folder = Path.of("taniq-demo");

    DemoCommand(Surroundings around) {
        this.around = around;
    }

    @Override
    public Integer call() throws IOException {
        var samples = samples();
        var place = place();
        try (var demo = DemoCase.begin(around, samples, place, WORDS)) {
            demo.play();
        }
        return Exit.DONE;
    }

    /// Where the invented case is: below the folder that the launcher names.
    private Path samples() throws IOException {
        var samples = Path.of(around.environment().getOrDefault(ROOT, ""))
                .resolve("samples/case")
                .toAbsolutePath();
        if (!Files.isDirectory(samples)) {
            throw new NoSuchFileException(samples.toString());
        }
        return samples;
    }

    /// The folder named if nothing is in it yet, else the first free numbered one below it.
    private Path place() throws IOException {
        var named = folder.toAbsolutePath().normalize();
        if (isFree(named)) {
            return Files.createDirectories(named);
        }
        int number = 2;
        while (!isFree(named.resolve(Integer.toString(number)))) {
            number++;
        }
        return Files.createDirectories(named.resolve(Integer.toString(number)));
    }

    private static boolean isFree(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return true;
        }
        try (var inside = Files.list(folder)) {
            return inside.findAny().isEmpty();
        }
    }
}
