package org.taniq.seal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.taniq.base.Json;

/// Writes what checks from outside look at: a vault of more than one tile, its identity, the digests of
/// what is sealed in it, and a dossier with `VERIFY.txt` as it is shipped.
final class MakeSample {
    private MakeSample() {}

    /// @param arguments an empty folder
    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        var small = SmallVault.in(folder.resolve("case"));
        var group = small.sealer.group(LogKind.EVIDENCE);
        for (int n = 0; n < 300; n++) {
            group.add(Statement.of("custody/1").with("what", "tested " + n));
        }
        group.commit();
        Files.writeString(folder.resolve("identity.txt"), small.identity.secret() + "\n");
        Files.writeString(folder.resolve("sealed.txt"), sealed(small.unlocked()));
        var dossier = new SmallDossier(small);
        try (var verify = Objects.requireNonNull(MakeSample.class.getResourceAsStream("/dossier/VERIFY.txt"))) {
            dossier.put("VERIFY.txt", new String(verify.readAllBytes(), StandardCharsets.UTF_8));
        }
        Files.write(folder.resolve("dossier.zip"), dossier.bytes());
    }

    /// A line an item: the name of its blob and the digest that was sealed.
    private static String sealed(Unlocked unlocked) {
        var lines = new StringBuilder();
        for (var item : unlocked.statements("item/1")) {
            if (item.hasBytes() && item.value("sha256") instanceof Json.Str(String sha256)) {
                lines.append(item.line().blob()).append(' ').append(sha256).append('\n');
            }
        }
        return lines.toString();
    }
}
