package org.taniq.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.taniq.NotRun;

/// Types what a user types and reads what she reads: one text file for each story, below `script/`.
///
/// A line `$ …` is typed into a shell whose home and current folder are new and empty; the lines below it
/// are what must be printed, errors included, and `[exit N]` how it must end (0 where nothing is said). `…`
/// stands for anything, on a line of its own for any number of lines. Lines that begin with `#` explain. A
/// story that begins with `# slow` is left out of `./check --fast`; one with a line `# needs tesseract` is NOT RUN
/// where there is no such program. Two stories are told at a time: most of
/// one is waiting for a new JVM.
final class ScriptTest {

    @TempDir
    private Path temp = Path.of("");

    /// Ends when the program is built, by whomever.
    @BeforeAll
    static void buildWhatTheStoriesRun() throws IOException, InterruptedException {
        if (Shell.runsTheProgram()) {
            var taniq = NotRun.root().resolve("taniq").toString();
            var started = new ProcessBuilder(taniq, "--version")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            assertEquals(0, started.waitFor(), "the program can be built");
        }
    }

    @TestFactory
    @Execution(ExecutionMode.CONCURRENT)
    Stream<DynamicTest> everyStoryGoesAsItIsWritten() throws IOException {
        var fast = "fast".equals(System.getProperty("taniq.check"));
        var told = new ArrayList<DynamicTest>();
        for (var story : stories()) {
            if (!(fast && story.slow())) {
                // before any process is started, which could hold the shell's program open while it is written
                var shell = Shell.in(Files.createDirectories(temp.resolve(story.name())));
                told.add(DynamicTest.dynamicTest(story.name(), () -> play(story, shell)));
            }
        }
        return told.stream();
    }

    @Test
    void anythingStandsForAnything() {
        assertEquals(true, Story.fits(List.of("taniq 0.1.0"), List.of("taniq …")));
        assertEquals(true, Story.fits(List.of("a", "b", "c"), List.of("…", "c")));
        assertEquals(true, Story.fits(List.of("c"), List.of("…", "c", "…")));
        assertEquals(false, Story.fits(List.of("a", "b"), List.of("a")));
        assertEquals(false, Story.fits(List.of("a"), List.of("a", "b")));
        assertEquals(false, Story.fits(List.of("a.c"), List.of("a…b")));
        assertEquals(false, Story.fits(List.of("abc"), List.of("a.c")));
    }

    private static void play(Story story, Shell shell) throws IOException, InterruptedException {
        for (var program : story.needs()) {
            boolean isHere = shell.type("command -v " + program).size() == 1;
            NotRun.unless(isHere, "the story " + story.name(), "no " + program);
        }
        for (var typed : story.lines()) {
            var seen = shell.type(typed.command());
            if (!Story.fits(seen, typed.expected())) {
                assertEquals(typed.text(), "$ " + typed.command() + "\n" + String.join("\n", seen), story.name());
            }
        }
    }

    private static List<Story> stories() throws IOException {
        try (var files = Files.list(NotRun.root().resolve("app/src/test/resources/script"))) {
            return files.sorted().map(Story::read).toList();
        }
    }
}
