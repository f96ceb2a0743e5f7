package org.taniq.seal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.taniq.Instants;
import org.taniq.base.Durable;
import org.taniq.base.Json;
import org.taniq.base.Trouble;
import org.taniq.base.age.WrongKey;
import org.taniq.seal.VaultCopy.Keys;
import org.taniq.seal.stamp.Authority;
import org.taniq.seal.stamp.TestAuthority;

/// A vault that is made again from copies, whole or damaged.
final class VaultRestoreTest {
    @TempDir(factory = InMemory.class)
    Path folder;

    private SmallVault small;
    private Path one;
    private Path two;
    private Path restored;
    private WriterKeys newKeys;

    @SuppressWarnings("NullAway.Init")
    VaultRestoreTest() {}

    @BeforeEach
    void begin() throws IOException {
        small = SmallVault.in(folder.resolve("case"));
        one = folder.resolve("one");
        two = folder.resolve("two");
        restored = folder.resolve("restored");
        var random = new SecureRandom();
        newKeys = new WriterKeys(SigningKey.random(random), SigningKey.random(random), small.identity.recipient());
        copy(one);
    }

    private void copy(Path to) throws IOException {
        new VaultCopy(small.vault, Map.of(), new Durable()).to(to, Keys.WITH);
    }

    private Copied restore(Path... copies) throws IOException {
        return restore(new Durable(), copies);
    }

    private Copied restore(Durable durable, Path... copies) throws IOException {
        return new VaultRestore(List.of(copies), small.identity, durable).to(restored, Map.of(), unfinished -> {
            var sealer = unfinished.sealer(newKeys, Map.of(), durable);
            var group = sealer.group(LogKind.EVIDENCE);
            group.add(Statement.of("custody/1").with("what", "restored"));
            group.commit();
        });
    }

    private void isWhole() throws IOException {
        var verdict = VaultCheck.check(Vault.at(restored), Map.of(), small.identity);
        assertEquals(Verdict.Bytes.INTACT, verdict.bytes(), verdict.failed()::toString);
        var before = small.unlocked().statements().stream()
                .map(Unlocked.Sealed::pointer)
                .toList();
        var after = Vault.at(restored).unlock(small.identity, Map.of()).statements().stream()
                .map(Unlocked.Sealed::pointer)
                .toList();
        assertTrue(after.containsAll(before), "every statement is there");
    }

    private void forget() throws IOException {
        SealRun.delete(restored);
    }

    private static List<Path> files(Path vault) throws IOException {
        try (Stream<Path> files = Files.walk(vault)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private void seal(Vault vault, String text) throws IOException {
        var group = vault.sealer(small.keys, Map.of(), new Durable()).group(LogKind.EVIDENCE);
        group.add(SmallVault.item("more.txt", "text/plain", text.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        group.commit();
    }

    @Test
    void aVaultIsMadeAgainAndGoesOnInNewLogs() throws IOException {
        var copied = restore(one);
        assertEquals(Verdict.Bytes.INTACT, copied.bytes(), copied.failed()::toString);
        isWhole();
        var unlocked = Vault.at(restored).unlock(small.identity, Map.of());
        var begun = unlocked.statements("log/1").stream()
                .filter(statement -> statement
                        .pointer()
                        .log()
                        .equals(newKeys.evidence().verifier().id()))
                .findFirst()
                .orElseThrow();
        var heads = Json.of(small.vault.heads().stream().map(Checkpoint::json).toList());
        assertEquals(heads, begun.value("continues"));
        for (var head : small.vault.heads()) {
            String note = "log/" + head.origin().substring(6) + "/checkpoint";
            assertEquals(
                    Files.readString(small.vault.folder().resolve(note)), Files.readString(restored.resolve(note)));
        }
    }

    /// In one copy the disk forgot it, in another it is as it was.
    @Test
    @Tag("slow")
    void aTimeStampIsTakenFromTheCopyInWhichItHolds() throws IOException {
        var authority = new TestAuthority("Root of tests");
        String log = small.letter.log();
        var turn = new Stamping.Turn() {
            @Override
            public Group group() {
                return small.sealer.group(LogKind.EVIDENCE);
            }

            @Override
            public void commit(Group group) throws IOException {
                group.commit();
            }
        };
        var own = Authority.own(URI.create("http://127.0.0.1:1/"), authority.root());
        new Stamping(small.vault, log, turn, new Durable())
                .stamp(own, (_, request) -> authority.answer(request, TestAuthority.THEN), new SecureRandom());
        SealRun.delete(one);
        copy(one);
        copy(two);
        for (var file : files(one.resolve("log/" + log + "/time"))) {
            Files.delete(file);
            Files.write(file, new byte[] {1});
        }
        restore(one, two);
        isWhole();
        var time = VaultCheck.check(Vault.at(restored), Map.of()).time();
        assertEquals(
                TestAuthority.THEN,
                ((Verdict.Stamped) time).prefixes().getFirst().notLater());
    }

    @Test
    void theCopiesAreNotChanged() throws IOException {
        var before = SealRun.snapshot(one);
        restore(one);
        assertEquals(before, SealRun.snapshot(one));
    }

    @Test
    @Tag("slow")
    void whatIsDamagedInOneCopyIsTakenFromTheOther() throws IOException {
        copy(two);
        for (var file : files(one)) {
            byte[] right = Files.readAllBytes(file);
            byte[] wrong = right.clone();
            wrong[wrong.length / 2] ^= 1;
            Files.write(file, wrong);
            restore(one, two);
            isWhole();
            forget();
            Files.delete(file);
            restore(one, two);
            isWhole();
            forget();
            Files.write(file, right);
        }
    }

    @Test
    @Tag("slow")
    void whatIsDamagedInTheOnlyCopyIsNamedAndTheRestIsRestored() throws IOException {
        int refused = 0;
        for (var file : files(one)) {
            String name = one.relativize(file).toString();
            byte[] right = Files.readAllBytes(file);
            byte[] wrong = right.clone();
            wrong[wrong.length / 2] ^= 1;
            Files.write(file, wrong);
            boolean derived = name.contains("/tile/0/");
            var copied = restore(one);
            assertEquals(derived, copied.bytes() == Verdict.Bytes.INTACT, () -> name + ": " + copied.failed());
            assertTrue(Vault.isVault(restored), name);
            refused += derived ? 0 : 1;
            forget();
            Files.write(file, right);
        }
        assertTrue(refused > 8, "refused " + refused);
    }

    @Test
    @Tag("slow")
    void ofSeveralCopiesTheLongestLogsAreTaken() throws IOException {
        seal(small.vault, "later");
        copy(two);
        assertEquals(Verdict.Bytes.INTACT, restore(one, two).bytes());
        isWhole();
        forget();
        assertEquals(Verdict.Bytes.INTACT, restore(two, one).bytes());
        isWhole();
    }

    @Test
    void twoPastsAreNamedAndNeitherIsRestored() throws IOException {
        SealRun.copy(small.vault.folder(), two);
        seal(small.vault, "one past");
        copy(one);
        seal(Vault.at(two), "another past");
        var copied = restore(one, two);
        assertEquals(Verdict.Bytes.ALTERED, copied.bytes());
        var said = copied.failed().toString();
        assertTrue(said.contains("two pasts") && said.contains(one.toString()) && said.contains(two.toString()), said);
        assertFalse(Files.exists(restored.resolve("log/" + small.letter.log() + "/checkpoint")));
    }

    @Test
    void aPastThatIsDamagedIsNotCalledWholeInTheOther() throws IOException {
        SealRun.copy(small.vault.folder(), two);
        seal(small.vault, "one past");
        copy(one);
        seal(Vault.at(two), "another past");
        flip(two.resolve("log/" + small.letter.log() + "/vkey"));
        var copied = restore(one, two);
        assertNotEquals(Verdict.Bytes.INTACT, copied.bytes());
    }

    @Test
    void anOpeningThatIsDamagedIsNotCalledWholeWhereTheOtherCopyLacksItsValues() throws IOException {
        copy(two);
        String name = "log/" + small.letter.log() + "/opening/";
        try (Stream<Path> openings = Files.list(one.resolve(name))) {
            Path file = openings.filter(each -> !each.getFileName().toString().startsWith("0-"))
                    .findFirst()
                    .orElseThrow();
            blank(two.resolve(name + file.getFileName()));
            flip(file);
        }
        var copied = restore(one, two);
        assertNotEquals(Verdict.Bytes.INTACT, copied.bytes());
        assertTrue(copied.failed().toString().contains(one.toString()), copied.failed()::toString);
    }

    private static void flip(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);
    }

    /// As another writer leaves it who erased all that is in it.
    private void blank(Path opening) throws IOException {
        var numbers = opening.getFileName().toString().replace(".age", "").split("-");
        var lines = new StringBuilder();
        for (long n = 0; n < Long.parseLong(numbers[1]); n++) {
            lines.append(OpeningLine.erased(Long.parseLong(numbers[0]) + n)).append('\n');
        }
        Files.write(opening, Blobs.wrap(lines.toString().getBytes(UTF_8), small.identity.recipient()));
    }

    @Test
    void aMarkThatIsNotUnderstoodIsNotWrittenOver() throws IOException {
        var mark = small.vault.folder().resolve("taniq.json");
        for (var other : List.of("", "{\"format\":7}\n")) {
            Files.writeString(mark, other);
            assertThrows(Trouble.class, () -> small.vault.raise(VaultFormat.PLACED, folder, new Durable()), other);
            assertEquals(other, Files.readString(mark));
        }
    }

    @Test
    void whatThisComputerSealedAfterTheCopyIsSaidToBeMissing() throws IOException {
        seal(small.vault, "later");
        var heads = new java.util.HashMap<String, Checkpoint>();
        small.vault.heads().forEach(head -> heads.put(head.origin().substring(6), head));
        var copied = new VaultRestore(List.of(one), small.identity, new Durable()).to(restored, heads, _ -> {});
        assertEquals(Verdict.Bytes.UNCHECKED, copied.bytes());
        assertTrue(copied.failed().toString().contains("after the copy was made"), copied.failed()::toString);
    }

    private static void destroy(Path vault, String part) throws IOException {
        for (var file : files(vault)) {
            if (file.toString().contains(part)) {
                Files.write(file, new byte[100]);
            }
        }
    }

    @Test
    void aCopyOfWhichNoOpeningIsLeftIsUsedBesideAGoodOne() throws IOException {
        copy(two);
        destroy(two, "/opening/");
        assertEquals(Verdict.Bytes.INTACT, restore(two, one).bytes());
        isWhole();
    }

    @Test
    void aCopyOfWhichNothingCanBeOpenedIsRefusedAndNotCalledAnotherCases() throws IOException {
        copy(two);
        destroy(two, "/opening/");
        destroy(two, "/blob/");
        var refused = assertThrows(WrongKey.class, () -> restore(one, two));
        assertTrue(String.valueOf(refused.getMessage()).contains("cannot be told"), refused::getMessage);
        assertFalse(Files.exists(restored));
    }

    /// From before the case was given a new key, for example: its logs have the same names.
    @Test
    void aCopyUnderAnotherKeyOfWhichNoOpeningIsLeftIsNotMixedIn() throws IOException {
        SmallVault.in(two);
        destroy(two, "/opening/");
        var refused = assertThrows(WrongKey.class, () -> restore(one, two));
        assertTrue(String.valueOf(refused.getMessage()).contains("another key"), refused::getMessage);
        assertFalse(Files.exists(restored));
    }

    @Test
    void anotherCaseAndAFolderThatIsNotEmptyAreRefused() throws IOException {
        var another = SmallVault.in(folder.resolve("another"));
        assertThrows(WrongKey.class, () -> restore(one, folder.resolve("another")));
        assertThrows(NotThisFormat.class, () -> restore(folder.resolve("nothing")));
        for (var taken : List.of(another.vault.folder(), one, one.resolve("new"), small.vault.folder())) {
            restored = taken;
            var before = SealRun.snapshot(folder);
            assertThrows(Trouble.class, () -> restore(one), taken.toString());
            assertEquals(before, SealRun.snapshot(folder));
        }
    }

    @Test
    @Tag("slow")
    void aKillAtAnyInstantIsGoneOnFrom() throws IOException {
        int instants = 0;
        for (boolean killed = true; killed; instants += Instants.STEP) {
            int last = instants;
            var passed = new int[1];
            killed = false;
            try {
                restore(
                        new Durable((_, _, _) -> {
                            if (passed[0]++ >= last) {
                                throw new IOException("the disk failed");
                            }
                        }),
                        one);
            } catch (IOException failed) {
                assertEquals("the disk failed", failed.getMessage());
                killed = true;
            }
            if (!Vault.isVault(restored)) {
                assertEquals(Verdict.Bytes.INTACT, restore(one).bytes());
            }
            isWhole();
            forget();
        }
        assertTrue(instants > 200, "instants " + instants);
        IO.println("restore: " + instants + " instants");
    }
}
