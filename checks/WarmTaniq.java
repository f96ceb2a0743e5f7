import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;
import java.util.HashMap;
import org.taniq.app.Failure;
import org.taniq.app.Messages;
import org.taniq.app.Surroundings;
import org.taniq.app.cli.Exit;
import org.taniq.app.cli.Taniq;
import org.taniq.base.Json;
import org.taniq.base.Lang;
import org.taniq.base.age.Passphrase;

/// Runs one command line after the other in one JVM, for a test that looks a thousand times at what a command has left. Each line of
/// its input is one: the person's configuration folder, the socket of an open session or nothing, and the words typed,
/// separated by U+001F. The answer is one line of JSON: `code`, `err`, `out`.
final class WarmTaniq {
    private WarmTaniq() {}

    public static void main(String[] none) throws IOException {
        var typed = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line; (line = typed.readLine()) != null; ) {
            String[] words = line.split("\u001f", -1);
            System.out.println(run(words[0], words[1], Arrays.copyOfRange(words, 2, words.length)).canonical());
            System.out.flush();
        }
    }

    private static Json.Obj run(String home, String session, String... words) {
        var environment = new HashMap<>(System.getenv());
        environment.put("TANIQ_HOME", home);
        environment.put("TANIQ_SESSION", session);
        var out = new StringWriter();
        var err = new StringWriter();
        var around = new Surroundings(
                Messages.in(Lang.EN),
                new PrintWriter(out, true),
                new PrintWriter(err, true),
                environment,
                Clock.systemUTC(),
                Passphrase.USUAL_WORK);
        int code = Taniq.commandLine(around, words)
                .setExecutionExceptionHandler((failed, _, _) -> {
                    around.complain(Failure.said(failed, around.messages()));
                    return Exit.COULD_NOT;
                })
                .execute(words);
        return Json.object().put("code", code).put("out", out.toString()).put("err", err.toString()).build();
    }
}
