package org.taniq.seal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Map;
import org.taniq.base.Durable;
import org.taniq.base.age.Identity;

/// Ours in `bench/run seal`: every file of a folder sealed into a new vault, in groups, as a whole process; two
/// arguments, the folder and the vault.
public final class SealBench {
    private static final int TOGETHER = 256;

    private SealBench() {}

    public static void main(String[] arguments) throws IOException {
        var random = new SecureRandom();
        var identity = Identity.generate(random);
        var keys = new WriterKeys(SigningKey.random(random), SigningKey.random(random), identity.recipient());
        var durable = new Durable();
        var vault = Vault.create(Path.of(arguments[1]), durable);
        var sealer = vault.sealer(keys, Map.of(), durable);
        var group = sealer.group(LogKind.EVIDENCE);
        try (var files = Files.newDirectoryStream(Path.of(arguments[0]))) {
            for (var file : files) {
                group.add(Statement.of("item/1")
                        .with("name", file.getFileName().toString())
                        .with("mediaType", "application/octet-stream")
                        .content(out -> Files.copy(file, out)));
                if (group.size() == TOGETHER) {
                    group.commit();
                    group = sealer.group(LogKind.EVIDENCE);
                }
            }
        }
        group.commit();
    }
}
