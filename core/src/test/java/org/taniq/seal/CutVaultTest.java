package org.taniq.seal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.github.luben.zstd.Zstd;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.taniq.base.Digest;
import org.taniq.base.Durable;
import org.taniq.base.Json;

/// Files of a vault into which two people seal, each of which ends too early: what somebody else sealed is on its
/// way then, what this machine sealed is altered.
final class CutVaultTest {
    @TempDir
    Path folder;

    private SmallVault small;
    private WriterKeys friend;
    private final Map<String, Checkpoint> remembered = new HashMap<>();

    @SuppressWarnings("NullAway.Init")
    CutVaultTest() {}

    @BeforeEach
    void begin() throws IOException {
        small = SmallVault.in(folder.resolve("case"));
        for (var head : small.vault.heads()) {
            remembered.put(head.log(), head);
        }
        var random = new SecureRandom();
        friend = new WriterKeys(SigningKey.random(random), SigningKey.random(random), small.identity.recipient());
    }

    private Verdict check() throws IOException {
        return VaultCheck.check(small.vault, remembered, small.identity);
    }

    private void sealLetter() throws IOException {
        var group = small.vault.sealer(friend, Map.of(), new Durable()).group(LogKind.EVIDENCE);
        group.add(SmallVault.item("a letter.txt", "text/plain", new byte[9]));
        group.commit();
    }

    /// Files of somebody else, each cut where a disk cuts; and as long as it will be, with zeros where nothing has come
    /// yet, as programs write that take the room first.
    @Test
    @Tag("slow")
    void aFileThatIsCutWhereADiskCutsIsNotHereYet() throws IOException {
        var before = sealedFiles();
        sealLetter();
        for (var file : sealedFiles()) {
            if (!before.contains(file)) {
                byte[] whole = Files.readAllBytes(file);
                for (int length = 0; length < whole.length; length += 512) {
                    byte[] come = Arrays.copyOf(whole, length);
                    assertNotHereYet(file, come);
                    assertNotHereYet(file, Arrays.copyOf(come, whole.length));
                }
                Files.write(file, whole);
            }
        }
        assertEquals(List.of(), check().failed());
    }

    private void assertNotHereYet(Path file, byte[] come) throws IOException {
        Files.write(file, come);
        var verdict = check();
        assertEquals(Verdict.Bytes.UNCHECKED, verdict.bytes(), () -> file + ": " + verdict.failed());
    }

    /// A blob comes before anything of the log that names it.
    @Test
    void theFirstThatComesOfSomebodyElseMayBeCut() throws IOException {
        var blobs = small.vault.blobs(new Durable());
        var before = blobs.list();
        sealLetter();
        for (var name : blobs.list()) {
            if (!before.contains(name)) {
                var file = small.vault.folder().resolve(VaultFiles.blob(name));
                Files.write(file, Arrays.copyOf(Files.readAllBytes(file), 512));
            }
        }
        for (var key : List.of(friend.evidence(), friend.caseLog())) {
            var log = small.vault.logFolder(key.verifier().id());
            if (Files.exists(log)) {
                SealRun.delete(log);
            }
        }
        var verdict = check();
        assertEquals(Verdict.Bytes.UNCHECKED, verdict.bytes(), () -> "with the key: " + verdict.failed());
    }

    /// Of our own log nothing can be on its way, also where others seal.
    @Test
    @Tag("slow")
    void aFileOfOurOwnThatIsCutIsAltered() throws IOException {
        var own = sealedFiles();
        sealLetter();
        for (var file : own) {
            byte[] whole = Files.readAllBytes(file);
            for (int length : new int[] {0, whole.length / 2, whole.length - 1}) {
                Files.write(file, Arrays.copyOf(whole, length));
                var verdict = check();
                assertEquals(Verdict.Bytes.ALTERED, verdict.bytes(), () -> file + " cut to " + length);
            }
            Files.write(file, whole);
        }
    }

    private List<Path> sealedFiles() throws IOException {
        var all = new ArrayList<Path>();
        for (var part : List.of("blob", "log")) {
            try (var files = Files.walk(small.vault.folder().resolve(part))) {
                files.filter(Files::isRegularFile).forEach(all::add);
            }
        }
        all.removeIf(file -> all.stream().anyMatch(other -> isLongerTile(other, file)));
        return all;
    }

    /// A partial tile that a longer one has superseded is read by nobody.
    private static boolean isLongerTile(Path other, Path file) {
        Path beside = file.resolveSibling("");
        return beside.endsWith("000.p")
                && beside.equals(other.resolveSibling(""))
                && Integer.parseInt(other.getFileName().toString())
                        > Integer.parseInt(file.getFileName().toString());
    }

    /// Another program need not fill up what it seals: the length alone is no fault.
    @Test
    void whatAnotherProgramDidNotFillUpIsWhole() throws IOException {
        sealLetter();
        for (int size = 300; size < 310; size++) {
            sealUnfilled(new byte[size]);
        }
        assertEquals(List.of(), check().failed());
        assertEquals(List.of(), small.vault.unlock(small.identity, remembered).gaps());
    }

    private void sealUnfilled(byte[] noise) throws IOException {
        new SecureRandom().nextBytes(noise);
        byte[] encrypted = unfilled(noise);
        String name = Digest.of(encrypted).hex();
        var blob = small.vault.folder().resolve(VaultFiles.blob(name));
        Files.createDirectories(blob.getParent());
        Files.write(blob, encrypted);
        var key = friend.evidence();
        var none = new Checkpoint(key.verifier().origin(), 0, new Tree().root());
        var log = LogWriter.read(small.vault.logFolder(key.verifier().id()), key, none, new Durable());
        log.prepare();
        var item = SmallVault.item("noise", "application/octet-stream", noise);
        var values = item.values(Map.of("sha256", Json.of(Digest.of(noise).hex()), "size", Json.of(noise.length)));
        var salts = Collections.nCopies(values.size(), Base64Url.encode(new byte[16]));
        var opened = new Opened(item.schema(), salts, values);
        var line = new OpeningLine(log.size(), opened, name, Map.of(), Map.of());
        log.commit(List.of(opened.leaf()), unfilled((line.text() + "\n").getBytes(StandardCharsets.UTF_8)));
    }

    private byte[] unfilled(byte[] plain) throws IOException {
        var encrypted = new ByteArrayOutputStream();
        try (var age = small.identity.recipient().encrypt(encrypted)) {
            age.write(Zstd.compress(plain));
        }
        return encrypted.toByteArray();
    }
}
