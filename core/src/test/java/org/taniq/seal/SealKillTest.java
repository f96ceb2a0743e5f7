package org.taniq.seal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.taniq.base.Digest;
import org.taniq.base.Durable;

/// A process that seals is killed again and again. What it had acknowledged is there, and the next one goes
/// on.
@Tag("slow")
final class SealKillTest {
    private static final long SEED = 2026;
    private static final String BEGUN = "begun";

    private static final boolean LONG = "long".equals(System.getProperty("taniq.check"));

    /// So many times one vault is sealed into and killed; with more, checking it would take most of the time.
    private static final int LIVES = LONG ? 50 : 20;

    @TempDir
    Path folder;

    private Path root = Path.of("");

    @Test
    void nothingThatWasAcknowledgedIsLostWhenSealingIsKilledAtRandom() throws IOException, InterruptedException {
        int vaults = LONG ? 10 : 1;
        var random = new Random(SEED);
        int acknowledged = 0;
        for (int vault = 0; vault < vaults; vault++) {
            root = Files.createDirectory(folder.resolve("vault" + vault));
            acknowledged += lives(random);
        }
        IO.println(vaults * LIVES + " kills, " + acknowledged + " statements acknowledged, none lost");
    }

    /// @return how many statements were acknowledged in all lives
    private int lives(Random random) throws IOException, InterruptedException {
        var promises = new SealRun.Promises();
        int longest = 2 * millisToFirst(promises);
        int acknowledged = 0;
        for (int kill = 0; kill < LIVES; kill++) {
            acknowledged += life(random.nextInt(longest), promises);
            SealRun.check(root, promises);
        }
        new SealRun(root, new Durable(), promises).seal("after " + LIVES + " kills");
        SealRun.check(root, promises);
        assertTrue(acknowledged > LIVES, "only " + acknowledged + " statements in " + LIVES + " lives");
        return acknowledged;
    }

    /// How long a process needs on this machine, once it has started, until it acknowledges something.
    private int millisToFirst(SealRun.Promises promises) throws IOException {
        var process = start();
        var said = process.inputReader(StandardCharsets.UTF_8);
        assertEquals(BEGUN, said.readLine(), this::errors);
        long begun = System.nanoTime();
        var first = said.readLine();
        int millis = (int) TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun);
        promise(Objects.requireNonNull(first, "it ended by itself"), promises);
        kill(process, promises);
        return millis;
    }

    /// @return how many statements it acknowledged before it was killed
    private int life(int millis, SealRun.Promises promises) throws IOException, InterruptedException {
        var process = start();
        assertEquals(BEGUN, process.inputReader(StandardCharsets.UTF_8).readLine(), this::errors);
        assertTrue(!process.waitFor(millis, TimeUnit.MILLISECONDS), () -> "it ended by itself: " + errors());
        return kill(process, promises);
    }

    private Process start() throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-XX:-UsePerfData",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Life.class.getName(),
                        root.toString())
                .redirectError(root.resolve("errors.txt").toFile())
                .start();
    }

    /// @return how many statements it had acknowledged and nobody had read yet
    private static int kill(Process process, SealRun.Promises promises) throws IOException {
        process.toHandle().destroyForcibly(); // which leaves what it said to be read
        int acknowledged = 0;
        for (var line : process.inputReader(StandardCharsets.UTF_8).readAllLines()) {
            if (line.endsWith(".")) {
                promise(line, promises);
                acknowledged++;
            }
        }
        return acknowledged;
    }

    private String errors() {
        try {
            return Files.readString(root.resolve("errors.txt"));
        } catch (IOException unreadable) {
            return unreadable.toString();
        }
    }

    private static void promise(String line, SealRun.Promises promises) {
        var words = line.split(" ", 4);
        String behind = words[3].substring(0, words[3].length() - 1);
        promises.statements.put(new Pointer(words[0], Long.parseLong(words[1]), Digest.ofHex(words[2])), behind);
    }

    /// Seals round after round, and says each statement as soon as it is acknowledged.
    static final class Life {
        public static void main(String[] arguments) throws IOException {
            System.out.println(BEGUN);
            System.out.flush();
            for (int round = 0; ; round++) {
                var promises = new SealRun.Promises();
                new SealRun(Path.of(arguments[0]), new Durable(), promises).seal("round " + round);
                promises.statements.forEach(Life::say);
            }
        }

        private static void say(Pointer pointer, String behind) {
            System.out.println(
                    pointer.log() + " " + pointer.index() + " " + pointer.leaf().hex() + " " + behind + ".");
            System.out.flush();
        }
    }
}
