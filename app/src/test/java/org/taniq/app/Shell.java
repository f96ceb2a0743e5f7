package org.taniq.app;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.taniq.NotRun;

/// A shell in a folder of its own, with a home of its own and `taniq` on its path. `$SAMPLES` is the folder
/// of samples.
record Shell(Path cwd, Map<String, String> environment) {
    private static final int MINUTES = 3;
    private static final String PROGRAM = System.getProperty("taniq.program", "");

    Shell {
        environment = Map.copyOf(environment);
    }

    static Shell in(Path folder) throws IOException {
        var home = Files.createDirectories(folder.resolve("home"));
        var bin = Files.createDirectories(folder.resolve("bin"));
        Files.writeString(bin.resolve("taniq"), program(home));
        Files.setPosixFilePermissions(bin.resolve("taniq"), PosixFilePermissions.fromString("rwx------"));
        return new Shell(
                Files.createDirectories(folder.resolve("cwd")),
                Map.of(
                        "HOME",
                        home.toString(),
                        "PATH",
                        bin + ":" + System.getenv("PATH"),
                        "LC_ALL",
                        "C.UTF-8",
                        "SAMPLES",
                        NotRun.root().resolve("samples").toString()));
    }

    static boolean runsTheProgram() {
        return !PROGRAM.isEmpty();
    }

    private static String program(Path home) {
        return """
                #!/bin/sh
                exec '%s/bin/java' -XX:TieredStopAtLevel=1 -XX:+UseSerialGC --enable-native-access=ALL-UNNAMED \
                -Duser.home='%s' -Duser.language=en %s org.taniq.app.QuickMain "$@"
                """.formatted(System.getProperty("java.home"), home, built());
    }

    /// `./check` names the folder of the program that `./taniq` has built, whose start cache saves half of each start;
    /// else the stories run the classes as the tests see them.
    private static String built() {
        return !runsTheProgram()
                ? "-cp '" + System.getProperty("java.class.path") + "'"
                : "-XX:AOTCache='%1$s/taniq.aot' -Xlog:disable -cp '%1$s/taniq.jar:%2$s'"
                        .formatted(PROGRAM, NotRun.root().resolve("app/target/test-classes"));
    }

    /// The lines that the command prints, errors among them, and `[exit N]` where N is not 0.
    List<String> type(String command) throws IOException, InterruptedException {
        var output = cwd.resolveSibling("output");
        var builder = new ProcessBuilder("/bin/sh", "-c", command)
                .directory(cwd.toFile())
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .redirectOutput(output.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        var process = builder.start();
        boolean ended = process.waitFor(MINUTES, TimeUnit.MINUTES);
        process.destroyForcibly();
        assertTrue(ended, "did not end: " + command);
        return lines(Files.readString(output, StandardCharsets.UTF_8), process.exitValue());
    }

    private static List<String> lines(String output, int exit) {
        var lines = new ArrayList<>(Story.withoutBlankEnd(output.lines().toList()));
        if (exit != 0) {
            lines.add("[exit " + exit + "]");
        }
        return lines;
    }
}
