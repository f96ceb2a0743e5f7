package org.taniq.seal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.taniq.base.Digest;
import org.taniq.base.Durable;

/// Ours in `bench/run verify`: a vault with 10,000 blobs, and the check of it without a key as a whole
/// process.
public final class VerifyBench {
    private static final int FILES = 10_000;

    private VerifyBench() {}

    public static void main(String[] arguments) throws IOException {
        var folder = Path.of(arguments[1]);
        switch (arguments[0]) {
            case "make" -> make(folder);
            case "check" -> check(folder);
            default -> throw new IllegalArgumentException("make or check");
        }
    }

    /// The check without a key opens none of it.
    private static void make(Path folder) throws IOException {
        Vault.create(folder, new Durable());
        Noise.each(FILES, (_, bytes) -> {
            String name = Digest.of(bytes).hex();
            var shelf = Files.createDirectories(folder.resolve("blob").resolve(name.substring(0, 2)));
            Files.write(shelf.resolve(name + ".age"), bytes);
        });
    }

    private static void check(Path folder) throws IOException {
        var verdict = VaultCheck.check(Vault.at(folder), Map.of());
        verdict.checks().forEach(check -> System.out.println(check.name() + " " + check.ok() + " " + check.detail()));
        System.exit(verdict.failed().isEmpty() ? 0 : 1);
    }
}
