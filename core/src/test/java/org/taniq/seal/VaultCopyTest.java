package org.taniq.seal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.taniq.base.Durable;
import org.taniq.base.Trouble;
import org.taniq.seal.VaultCopy.Keys;

/// A copy of a vault: what goes into it, what does not, and what happens to one that is there already.
final class VaultCopyTest {
    @TempDir
    Path folder;

    private SmallVault small;
    private Path stick;

    @SuppressWarnings("NullAway.Init")
    VaultCopyTest() {}

    @BeforeEach
    void begin() throws IOException {
        small = SmallVault.in(folder.resolve("case"));
        Files.write(folder.resolve("case/keys/0123456789abcdef.age"), new byte[] {1, 2, 3});
        stick = folder.resolve("stick/copy");
    }

    private Copied copy() throws IOException {
        return copy(Keys.WITH);
    }

    private Copied copy(Keys keys) throws IOException {
        return new VaultCopy(small.vault, Map.of(), new Durable()).to(stick, keys);
    }

    private void seal(String text) throws IOException {
        var group = small.sealer.group(LogKind.EVIDENCE);
        group.add(SmallVault.item("more.txt", "text/plain", text.getBytes(StandardCharsets.UTF_8)));
        group.commit();
    }

    private void isWhole() throws IOException {
        assertEquals(
                Verdict.Bytes.INTACT,
                VaultCheck.check(Vault.at(stick), Map.of(), small.identity).bytes());
    }

    private static Map<String, String> files(Path vault) throws IOException {
        var files = new TreeMap<>(SealRun.snapshot(vault));
        files.values().removeIf(String::isEmpty);
        return files;
    }

    private List<Path> list(String start) throws IOException {
        try (var files = Files.walk(stick)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> stick.relativize(file).toString().startsWith(start))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void aCopyIsTheVaultFileByFile() throws IOException {
        var copied = copy();
        assertEquals(Verdict.Bytes.INTACT, copied.bytes(), copied.failed()::toString);
        var kept = files(small.vault.folder());
        kept.keySet().removeIf(name -> name.endsWith(".p/1")); // longer ones have taken their place
        assertEquals(kept, files(stick));
        assertEquals(files(stick).size(), copied.changes().written());
        isWhole();
    }

    @Test
    void theReceiptHoldsTheHeadsAsTheyWereSigned() throws IOException {
        var copied = copy();
        assertEquals(2, copied.contents().heads().size());
        for (var head : copied.contents().heads()) {
            var id = head.checkpoint().log();
            assertEquals(Files.readString(stick.resolve("log/" + id + "/checkpoint")), head.note());
        }
        assertEquals(
                small.vault.blobs(new Durable()).list().size(),
                copied.contents().blobs());
    }

    @Test
    void whatIsThereIsNotWrittenAgainAndWhatIsNewIs() throws IOException {
        copy();
        assertEquals(0, copy().changes().written());
        seal("one more");
        var copied = copy();
        assertEquals(Verdict.Bytes.INTACT, copied.bytes(), copied.failed()::toString);
        assertTrue(copied.changes().written() > 0);
        assertEquals(List.of(), copied.changes().mended());
        isWhole();
    }

    @Test
    void onlyWhatTheFormatNamesIsCopiedAndTheRestIsNamed() throws IOException {
        Path vault = small.vault.folder();
        for (var name :
                List.of("index/x/segment", "orphan/old", "notes.txt", "blob/ab/notes.txt", ".tmp-0123456789abcdef")) {
            Files.createDirectories(vault.resolve(name).resolve("..").normalize());
            Files.writeString(vault.resolve(name), "not of the format");
        }
        Path outside = Files.writeString(folder.resolve("secret"), "outside");
        Files.createSymbolicLink(vault.resolve("keys/fedcba9876543210.age"), outside);
        var copied = copy();
        assertEquals(
                List.of("blob/ab/notes.txt", "keys/fedcba9876543210.age", "notes.txt"),
                copied.changes().leftOut());
        assertEquals(Verdict.Bytes.INTACT, copied.bytes());
        assertEquals(
                List.of(),
                files(stick).keySet().stream()
                        .filter(name -> name.contains("notes")
                                || name.contains("index")
                                || name.contains("orphan")
                                || name.contains("fedcba"))
                        .toList());
    }

    @Test
    void withoutKeysNoneAreCopiedAndThoseThatAreThereStay() throws IOException {
        assertEquals(List.of(), copy(Keys.WITHOUT).contents().keys());
        assertFalse(Files.exists(stick.resolve("keys/0123456789abcdef.age")));
        copy(Keys.WITH);
        assertEquals(
                List.of("keys/0123456789abcdef.age"),
                copy(Keys.WITHOUT).contents().keys());
    }

    @Test
    void aWayInThatIsNoLongerInTheCaseIsLeftThereAndNamed() throws IOException {
        assertEquals(List.of(), copy().changes().olderKeys());
        Path key = small.vault.folder().resolve("keys/0123456789abcdef.age");
        Files.move(key, key.resolveSibling("0000000000000001.age"));
        var copied = copy();
        assertEquals(List.of("keys/0123456789abcdef.age"), copied.changes().olderKeys());
        assertEquals(2, copied.contents().keys().size());
    }

    @Test
    @Tag("slow")
    void aFlippedByteInAnyFileOfTheCopyIsNoticedAndMended() throws IOException {
        copy();
        var right = files(stick);
        for (var file : list("")) {
            String name = stick.relativize(file).toString();
            if (name.startsWith("orphan")) {
                continue;
            }
            byte[] bytes = Files.readAllBytes(file);
            bytes[bytes.length / 2] ^= 1;
            Files.write(file, bytes);
            var copied = copy();
            assertEquals(Verdict.Bytes.INTACT, copied.bytes(), () -> name + ": " + copied.failed());
            assertEquals(List.of(name), copied.changes().mended());
            var now = files(stick);
            now.keySet().removeIf(each -> each.startsWith("orphan"));
            assertEquals(right, now, name);
        }
        assertEquals(right.size(), list("orphan").size(), "nothing was deleted");
    }

    @Test
    @Tag("slow")
    void aFileThatIsGoneOrALinkInItsPlaceIsMended() throws IOException {
        copy();
        for (var file : list("")) {
            String name = stick.relativize(file).toString();
            if (name.startsWith("orphan")) {
                continue;
            }
            Path elsewhere = folder.resolve("elsewhere");
            Files.deleteIfExists(elsewhere);
            Files.move(file, elsewhere);
            if (name.hashCode() % 2 == 0) {
                Files.createSymbolicLink(file, elsewhere);
            }
            var copied = copy();
            assertEquals(Verdict.Bytes.INTACT, copied.bytes(), () -> name + ": " + copied.failed());
            assertTrue(PlainFile.isHere(file), name);
        }
        isWhole();
    }

    @Test
    void aDamagedBlobIsNamedAndTheRestIsCopied() throws IOException {
        var blobs = small.vault.blobs(new Durable()).list();
        Path blob = small.vault.folder().resolve(VaultFiles.blob(blobs.getFirst()));
        Files.writeString(blob, "damaged");
        var copied = copy();
        assertEquals(Verdict.Bytes.ALTERED, copied.bytes());
        assertEquals(1, copied.failed().size());
        assertTrue(copied.failed().getFirst().detail().contains(blobs.getFirst()));
        assertEquals(blobs.size() - 1, copied.contents().blobs());
    }

    @Test
    void aDamagedBlobHereDoesNotHarmTheOneInTheCopy() throws IOException {
        copy();
        String name = small.vault.blobs(new Durable()).list().getFirst();
        Files.writeString(small.vault.folder().resolve(VaultFiles.blob(name)), "damaged");
        assertEquals(Verdict.Bytes.INTACT, copy().bytes());
        isWhole();
    }

    @Test
    void aDamagedLogHereDoesNotHarmTheOneInTheCopy() throws IOException {
        copy();
        var before = files(stick);
        Path log = small.vault.logFolder(small.letter.log());
        Files.write(log.resolve("tile/entries/000.p/5"), new byte[] {0, 1, 0});
        assertEquals(Verdict.Bytes.ALTERED, copy().bytes());
        assertEquals(before, files(stick));
        isWhole();
    }

    @Test
    void aCopyThatHoldsMoreIsNotSetBack() throws IOException {
        SealRun.copy(small.vault.folder(), folder.resolve("older"));
        seal("newer");
        copy();
        var before = files(stick);
        var copied = new VaultCopy(Vault.at(folder.resolve("older")), Map.of(), new Durable()).to(stick, Keys.WITH);
        assertEquals(Verdict.Bytes.INTACT, copied.bytes(), copied.failed()::toString);
        assertEquals(1, copied.notes().size());
        assertEquals(before, files(stick));
    }

    @Test
    void twoPastsAreNamedAndNothingIsChanged() throws IOException {
        var other = folder.resolve("other");
        SealRun.copy(small.vault.folder(), other);
        seal("one past");
        copy();
        var before = files(stick);
        var fork = Vault.at(other);
        var sealer = fork.sealer(small.keys, Map.of(), new Durable());
        var group = sealer.group(LogKind.EVIDENCE);
        group.add(SmallVault.item("b.txt", "text/plain", new byte[] {1}));
        group.commit();
        var copied = new VaultCopy(fork, Map.of(), new Durable()).to(stick, Keys.WITH);
        assertEquals(Verdict.Bytes.ALTERED, copied.bytes());
        assertTrue(copied.failed().toString().contains("another past"), copied.failed()::toString);
        var now = files(stick);
        now.keySet().retainAll(before.keySet());
        assertEquals(before, now);
    }

    @Test
    void anotherCaseOrAnythingElseIsNotCopiedInto() throws IOException {
        SmallVault.in(folder.resolve("another"));
        Files.createDirectories(folder.resolve("photos/blob"));
        Files.writeString(folder.resolve("photos/a.jpg"), "picture");
        Path unfinished = Files.createDirectories(folder.resolve("unfinished/blob/ab"));
        Files.writeString(unfinished.resolve("ab" + "0".repeat(62) + ".age"), "of some case");
        for (var name : List.of("another", "photos", "unfinished", "case", "case/blob/copy", ".")) {
            var before = files(folder);
            stick = folder.resolve(name);
            assertThrows(Trouble.class, this::copy, name);
            assertEquals(before, files(folder), name);
        }
    }

    @Test
    void nothingIsWrittenThroughALink() throws IOException {
        copy();
        Path elsewhere = folder.resolve("elsewhere");
        Files.move(stick.resolve("keys"), elsewhere);
        Files.createSymbolicLink(stick.resolve("keys"), elsewhere);
        Files.delete(elsewhere.resolve("0123456789abcdef.age"));
        assertThrows(Trouble.class, this::copy);
        assertFalse(Files.exists(elsewhere.resolve("0123456789abcdef.age")));
    }

    @Test
    @Tag("slow")
    void whatIsSealedMeanwhileLeavesACopyOfSomeMoment() throws Exception {
        try (var other = Executors.newSingleThreadExecutor()) {
            var sealing = other.submit(() -> {
                for (int n = 0; n < 60; n++) {
                    seal("letter " + n);
                    if (n % 7 == 0) { // as the next command does: superseded tiles go away
                        small.vault.sealer(small.keys, Map.of(), new Durable());
                    }
                }
                return 60;
            });
            int copies = 0;
            while (!sealing.isDone()) {
                stick = folder.resolve("copy-" + copies++ % 3);
                var copied = copy();
                assertEquals(Verdict.Bytes.INTACT, copied.bytes(), copied.failed()::toString);
                isWhole();
            }
            assertEquals(60, sealing.get());
            assertTrue(copies > 1, "copies " + copies);
        }
    }

    private Verdict against(String receipt) throws IOException {
        var vault = Vault.at(stick);
        Path file = Files.writeString(folder.resolve("receipt.txt"), receipt);
        return HeldCheck.ofVault(HeldCheck.in(file), VaultCheck.check(vault, Map.of()), vault, Map.of());
    }

    private static String receipt(Copied copied) {
        return "RECEIPT\r\n"
                + copied.contents().heads().stream()
                        .map(head -> head.note().replace("\n", "\r\n") + "Key: " + head.fingerprint() + "\r\n\r\n")
                        .collect(java.util.stream.Collectors.joining());
    }

    @Test
    void aReceiptNoticesACopyThatWasSetBackOrLacksALog() throws IOException {
        copy();
        SealRun.copy(stick, folder.resolve("older"));
        seal("newer");
        var receipt = receipt(copy());
        var same = against(receipt);
        assertEquals(Verdict.Bytes.UNCHECKED, same.bytes());
        assertEquals(List.of(), same.failed());
        SealRun.delete(stick.resolve("log/" + small.complaint.log()));
        assertEquals(Verdict.Bytes.ALTERED, against(receipt).bytes());
        stick = folder.resolve("older");
        assertEquals(Verdict.Bytes.ALTERED, against(receipt).bytes());
    }

    @Test
    void aReceiptThatIsNotWholeIsRefused() throws IOException {
        var receipt = receipt(copy());
        assertThrows(Trouble.class, () -> against(receipt.replaceFirst("(?s)\u2014 .*?\r\n", "")));
        assertThrows(Trouble.class, () -> against("RECEIPT\n"));
    }
}
