package org.taniq.read.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.taniq.NotRun;

/// GnuPG with a key of nobody, in a folder of its own.
final class Gpg {
    private final Path home;

    Gpg(Path home) throws IOException {
        NotRun.unless(Files.isExecutable(Path.of("/usr/bin/gpg")), "gpg", "gpg is not installed");
        this.home = home;
        if (!Files.exists(home.resolve("pubring.kbx"))) {
            run("--quick-generate-key", "noone@proofmode.example", "rsa2048", "sign", "never");
        }
    }

    byte[] run(String... words) throws IOException {
        var command = new ArrayList<String>(List.of(
                "gpg", "--homedir", home.toString(), "--batch", "--quiet", "--passphrase", "", "--pinentry-mode"));
        command.add("loopback");
        command.addAll(Arrays.asList(words));
        try {
            var process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            var said = process.getInputStream().readAllBytes();
            assertEquals(0, process.waitFor(), () -> String.join(" ", command));
            return said;
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    byte[] signed(byte[] bytes) throws IOException {
        var file = home.resolve("signed");
        Files.write(file, bytes);
        return run("--armor", "--output", "-", "--detach-sign", file.toString());
    }

    byte[] bareSigned(byte[] bytes) throws IOException {
        var file = home.resolve("signed");
        Files.write(file, bytes);
        return run("--output", "-", "--detach-sign", file.toString());
    }

    byte[] key() throws IOException {
        return run("--armor", "--export");
    }
}
