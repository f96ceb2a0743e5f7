package org.taniq.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.taniq.app.Messages;
import org.taniq.app.Surroundings;
import org.taniq.base.Lang;
import picocli.CommandLine;

class AssessCommandTest {
    private record Run(int code, List<String> lines) {}

    @Test
    void aThreatIsPrintedWithItsWordsAndReason() {
        Run run = run("Salam\nqaç, səni öldürəcəm\n", "--jsonl");
        assertEquals(0, run.code());
        assertEquals(
                "{\"language\":\"az\",\"attack\":0,\"labels\":[]}", run.lines().get(0));
        String threat = run.lines().get(1);
        assertTrue(threat.startsWith("{\"language\":\"az\",\"attack\":0.95,\"labels\":[{\"label\":"), threat);
        assertTrue(threat.contains("\"label\":\"threat_to_life\",\"score\":0.95,"), threat);
        assertTrue(threat.contains("\"judge\":\"rule:az/threat_to_life/kill_you\",\"spans\":[[5,19]]"), threat);
    }

    @Test
    void everyLineGivesALineAnEmptyOneToo() {
        assertEquals(4, run("a\n\n\r\nb", "--jsonl").lines().size());
        assertEquals(1, run("\n", "--jsonl").lines().size());
        assertEquals(0, run("", "--jsonl").lines().size());
    }

    @Test
    void aLineBeyondTheBoundIsCutAndSaysSo() {
        String longest = "a".repeat(Lines.LONGEST);
        Run run = run(longest + "a\nSəni öldürəcəm\n" + longest + "\n", "--jsonl");
        assertTrue(run.lines().get(0).endsWith("\"truncated\":true}"));
        assertTrue(run.lines().get(1).contains("threat_to_life"));
        assertTrue(run.lines().get(2).endsWith("\"labels\":[]}"));
    }

    private static Run run(String input, String... args) {
        var out = new StringWriter();
        var in = new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8));
        var around = new Surroundings(
                Messages.in(Lang.EN),
                new PrintWriter(out),
                new PrintWriter(new StringWriter()),
                Map.of(),
                Clock.systemUTC(),
                1);
        int code = new CommandLine(new AssessCommand(around, in)).execute(args);
        return new Run(code, out.toString().lines().toList());
    }
}
