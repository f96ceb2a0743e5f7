package org.taniq.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A process is started with the descriptor, as a script would.
class PassphrasesTest {
    @TempDir
    Path folder;

    @Test
    void eachQuestionTakesTheNextLineOfTheDescriptor() throws IOException, InterruptedException {
        Files.writeString(folder.resolve("words"), "stone river\r\nçay ışıq\nleft");
        assertEquals("[stone river\r][çay ışıq]", asked("3", "3<words"));
        assertEquals("[stone river\r][çay ışıq]", asked("3", "3<<<\"$(cat words)\""));
        assertEquals("[stone river\r][çay ışıq]", asked("0", "<words"));
    }

    @Test
    void aDescriptorThatIsNotOpenOrHoldsNothingIsNamed() throws IOException, InterruptedException {
        assertTrue(asked("9", "").contains("no file descriptor 9 is open"));
        assertTrue(asked("-1", "").contains("no file descriptor -1 is open"));
        assertTrue(asked("3", "3</dev/null").contains("no passphrase on file descriptor 3"));
        assertTrue(asked("3", "3</dev/zero").contains("too long for a passphrase"));
    }

    @Test
    void withoutATerminalNobodyIsAskedInTheClear() throws IOException, InterruptedException {
        assertTrue(asked("terminal", "</dev/null").contains("there is no terminal"));
    }

    static final class Asking {
        public static void main(String[] arguments) {
            try (var passphrases = arguments[0].equals("terminal")
                    ? Passphrases.onTerminal()
                    : Passphrases.fromDescriptor(Integer.parseInt(arguments[0]))) {
                var text = "[" + new String(passphrases.read("?")) + "][" + new String(passphrases.read("?")) + "]";
                System.out.write(text.getBytes(StandardCharsets.UTF_8));
                System.out.flush();
            } catch (IOException refused) {
                System.out.print(refused.getMessage());
            }
        }
    }

    private String asked(String descriptor, String redirections) throws IOException, InterruptedException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java");
        var line = java + " -XX:-UsePerfData -cp \"$CP\" '" + Asking.class.getName() + "' " + descriptor + " "
                + redirections;
        var builder = new ProcessBuilder(List.of("bash", "-c", line)).redirectErrorStream(true);
        builder.environment().put("CP", System.getProperty("java.class.path"));
        var process = builder.directory(folder.toFile()).start();
        process.getOutputStream().close();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return said;
    }
}
