package org.taniq.seal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.taniq.base.Durable;
import org.taniq.base.age.Identity;

/// Two vaults of two groups each, `root` and `other`, beside what each was after the first group; and how
/// they are checked.
final class TwoVaults {
    private final Path folder;

    private TwoVaults(Path folder) {
        this.folder = folder;
    }

    /// Before there are any.
    static TwoVaults none() {
        return new TwoVaults(Path.of(""));
    }

    static TwoVaults in(Path folder) throws IOException {
        var vaults = new TwoVaults(folder);
        for (var name : List.of("root", "other")) {
            var place = Files.createDirectory(folder.resolve(name));
            new SealRun(place, new Durable(), new SealRun.Promises()).seal("first");
            SealRun.copy(place, folder.resolve(name + "-early"));
            new SealRun(place, new Durable(), new SealRun.Promises()).seal("second");
        }
        assertEquals(Verdict.Bytes.INTACT, vaults.withKey().bytes());
        assertEquals(Verdict.Bytes.UNCHECKED, vaults.withoutKey().bytes());
        return vaults;
    }

    Path root() {
        return folder.resolve("root");
    }

    Identity identity() throws IOException {
        return new WaysIn(vault(root()).resolve("keys"), new Durable()).open(SealRun.words());
    }

    Map<String, Checkpoint> remembered() throws IOException {
        return SealRun.known(Keyring.open(SealRun.config(root()), SealRun.words(), new Durable()), root())
                .remembered();
    }

    Verdict withKey() throws IOException {
        return withKey(remembered());
    }

    Verdict withKey(Map<String, Checkpoint> remembered) throws IOException {
        return VaultCheck.check(Vault.at(vault(root())), remembered, identity());
    }

    Verdict withoutKey() throws IOException {
        return withoutKey(remembered());
    }

    Verdict withoutKey(Map<String, Checkpoint> remembered) throws IOException {
        return VaultCheck.check(Vault.at(vault(root())), remembered);
    }

    static void named(Verdict verdict, Path file) {
        named(Verdict.Bytes.ALTERED, verdict, file);
    }

    /// It may be on its way, for whoever remembers nothing; it is never intact.
    static void namedAsUnchecked(Verdict verdict, Path file) {
        named(Verdict.Bytes.UNCHECKED, verdict, file);
    }

    private static void named(Verdict.Bytes bytes, Verdict verdict, Path file) {
        assertEquals(bytes, verdict.bytes(), "not noticed: " + file);
        String text = file.toString();
        String name = text.contains("/opening/")
                ? text.substring(text.indexOf("/opening/"))
                : text.contains("/log/")
                        ? text.replaceAll(".*/log/([0-9a-f]{32})/.*", "$1")
                        : text.replaceAll(".*/", "").replace(".age", "");
        boolean named =
                verdict.failed().stream().anyMatch(check -> check.detail().contains(name) || isAbsent(check, file));
        assertTrue(named, () -> "not named: " + file + " in " + verdict.failed());
    }

    private static boolean isAbsent(Verdict.Check check, Path file) {
        return file.toString().contains("/opening/")
                && check.detail()
                        .contains("lacks the opening that begins at "
                                + file.getFileName().toString().replaceAll("-.*", ""));
    }

    static Path vault(Path root) {
        return SealRun.vault(root);
    }

    static List<Path> logs(Path root) throws IOException {
        return Vault.at(vault(root)).logFolders();
    }

    static boolean isEvidence(Path log) throws IOException {
        return LogFolder.read(log).leaves().stream()
                .anyMatch(leaf -> leaf.schema().equals("item/1"));
    }

    /// What needs no key: blobs, and of each log the key, the checkpoint and the tiles that reach up to it.
    static List<Path> publicFiles(Path root) throws IOException {
        var files = new ArrayList<>(files(vault(root).resolve("blob")));
        for (var log : logs(root)) {
            int size = (int) LogFolder.read(log).checkpoint().size();
            assertNotEquals(0, size);
            files.addAll(List.of(
                    log.resolve("vkey"),
                    log.resolve("checkpoint"),
                    LogFolder.entries(log, 0, size),
                    LogFolder.tile(log, 0, 0, size)));
        }
        return files;
    }

    static List<Path> openings(Path root) throws IOException {
        var files = new ArrayList<Path>();
        for (var log : logs(root)) {
            files.addAll(files(log.resolve("opening")));
        }
        return files;
    }

    static List<Path> files(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    static List<Path> concat(List<Path> some, List<Path> more) {
        var all = new ArrayList<>(some);
        all.addAll(more);
        return all;
    }
}
