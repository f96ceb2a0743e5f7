package org.taniq.base.child;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Small shell programs as those of somebody else.
final class ChildTest {
    private static final int MOST = 1 << 16;
    private static final Child.Limits LIMITS = new Child.Limits(Duration.ofSeconds(20), 4L << 30, MOST);
    private static final Child.Handed NOTHING = _ -> {};

    private static Child.Ended run(String script, Child.Handed handed) {
        return Child.run(List.of("/bin/sh", "-c", script), handed, LIMITS);
    }

    private static String printed(Child.Ended ended) {
        return assertInstanceOf(Child.Done.class, ended).output();
    }

    private static String why(Child.Ended ended) {
        return assertInstanceOf(Child.Failed.class, ended).why().toString();
    }

    @Test
    void whatItIsHandedItReadsAndWhatItPrintsIsTaken() {
        var ended = run("cat; echo complaint >&2", out -> out.write("salam".getBytes(StandardCharsets.UTF_8)));
        assertEquals("salam", printed(ended));
        assertEquals("complaint\n", assertInstanceOf(Child.Done.class, ended).errors());
    }

    @Test
    void aProgramThatReadsNothingIsWaitedFor() {
        assertEquals("done\n", printed(run("exec <&-; echo done", out -> out.write(new byte[10 << 20]))));
    }

    @Test
    void itSeesNothingOfTheEnvironmentButWhereProgramsLie() {
        var names = printed(run("env | cut -d= -f1 | sort | tr '\\n' ' '", NOTHING));
        assertEquals("LC_ALL OMP_THREAD_LIMIT PATH PWD ", names.replace("TESSDATA_PREFIX ", ""));
    }

    @Test
    void aProgramThatFailsOrIsNotThereIsSaidToHave() {
        var refused = assertInstanceOf(Child.Refused.class, run("echo half; exit 7", NOTHING));
        assertEquals("it ended with code 7", why(refused.failed()));
        assertEquals("it ended with code 127", why(Child.run(List.of("no-such-program-here"), NOTHING, LIMITS)));
    }

    @Test
    void oneThatPrintsWithoutEndIsStopped() {
        assertEquals("it printed more than " + MOST + " bytes", why(run("yes", NOTHING)));
    }

    @Test
    void complaintsWithoutEndAreDropped() {
        var ended = run("head -c 10000000 /dev/zero >&2; echo done", NOTHING);
        assertEquals("done\n", printed(ended));
    }

    @Test
    void oneThatDoesNotEndIsStopped() {
        var brief = new Child.Limits(Duration.ofSeconds(1), 4L << 30, MOST);
        var ended = assertTimeoutPreemptively(
                Duration.ofSeconds(20), () -> Child.run(List.of("sleep", "600"), NOTHING, brief));
        assertInstanceOf(Child.Failed.class, ended);
    }

    /// Where the program is a script that starts another one.
    @ParameterizedTest
    @ValueSource(strings = {"sleep 600; echo never", "sleep 600 & exit 0", "sleep 600 & sleep 600"})
    void whatItStartedItselfIsNotWaitedFor(String script) {
        var brief = new Child.Limits(Duration.ofSeconds(1), 4L << 30, MOST);
        var ended = assertTimeoutPreemptively(
                Duration.ofSeconds(20), () -> Child.run(List.of("/bin/sh", "-c", script), NOTHING, brief));
        assertEquals("it took longer than 1 seconds", why(ended));
    }

    @Test
    void itGetsNoMoreMemoryThanItMay() {
        var small = new Child.Limits(Duration.ofSeconds(20), 64 << 20, MOST);
        var ended = Child.run(List.of("sort", "--buffer-size=512M", "/dev/zero"), NOTHING, small);
        assertFalse(ended instanceof Child.Done, ended.toString());
    }
}
