package org.taniq.seal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.taniq.NotRun;
import org.taniq.base.Json;

/// Runs `verifier/taniq_verify.py`, which shares no code with us, over many files at once.
final class SecondChecker {
    private static final Path SCRIPT = root().resolve("verifier/taniq_verify.py");

    private SecondChecker() {}

    /// What it says of a file.
    record Answer(String bytes, String why, String origin, String completeness, List<String> warnings) {}

    private static Path root() {
        return Path.of(System.getProperty("taniq.root", "..")).toAbsolutePath().normalize();
    }

    /// Ends the test as not run where there is no Python.
    static void orNotRun(String what) throws InterruptedException {
        NotRun.unless(isThere(), what, "python3 is not installed");
    }

    private static boolean isThere() throws InterruptedException {
        try {
            return new ProcessBuilder("python3", "--version").start().waitFor() == 0;
        } catch (IOException missing) {
            return false;
        }
    }

    /// The answers, in the order of the files.
    static Map<Path, Answer> check(List<Path> files) throws IOException, InterruptedException {
        var answers = new LinkedHashMap<Path, Answer>();
        for (int from = 0; from < files.size(); from += 100) {
            var some = files.subList(from, Math.min(files.size(), from + 100));
            var lines = run(some);
            for (int i = 0; i < some.size(); i++) {
                answers.put(some.get(i), answer(Json.parse(lines.get(i))));
            }
        }
        return answers;
    }

    private static List<String> run(List<Path> files) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of("python3", "-X", "utf8", SCRIPT.toString(), "--json"));
        files.forEach(file -> command.add(file.toString()));
        Path out = Files.createTempFile("second", ".jsonl");
        var process = new ProcessBuilder(command)
                .redirectOutput(out.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        if (!process.waitFor(5, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new IOException("the second checker does not end");
        }
        var lines = Files.readAllLines(out);
        Files.delete(out);
        if (lines.size() != files.size()) {
            throw new IOException(
                    "the second checker gave " + lines.size() + " answers for " + files.size() + " files");
        }
        return lines;
    }

    private static Answer answer(Json json) {
        if (!(json instanceof Json.Obj object)
                || !(object.members().get("bytes") instanceof Json.Str(String bytes))
                || !(object.members().get("origin") instanceof Json.Str(String origin))
                || !(object.members().get("completeness") instanceof Json.Str(String completeness))
                || !(object.members().get("checks") instanceof Json.Arr(List<Json> checks))) {
            throw new IllegalStateException("an answer of another form");
        }
        var failed = checks.stream()
                .filter(check -> check instanceof Json.Obj one
                        && Json.of(false).equals(one.members().get("ok")))
                .map(Json::canonical)
                .toList();
        var warnings = checks.stream()
                .map(check -> (Json.Obj) check)
                .filter(check -> Json.of("warning").equals(check.members().get("name")))
                .map(check -> ((Json.Str) check.members().getOrDefault("detail", Json.NULL)).value())
                .toList();
        return new Answer(bytes, String.join(" ", failed), origin, completeness, warnings);
    }
}
