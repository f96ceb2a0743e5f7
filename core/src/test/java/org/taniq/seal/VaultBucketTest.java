package org.taniq.seal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.taniq.Instants;
import org.taniq.base.Durable;
import org.taniq.base.OutOfReach;
import org.taniq.base.Trouble;
import org.taniq.base.bucket.Bucket;
import org.taniq.base.bucket.Bucket.Again;
import org.taniq.base.bucket.CutLine;
import org.taniq.base.bucket.SmallBuckets;
import org.taniq.seal.VaultCopy.Keys;

/// A copy of a vault in a bucket, at a provider on the loopback: as one in a folder, and what only a bucket can do.
@Tag("slow")
final class VaultBucketTest {
    private static final String PLACE = "my/case";

    @TempDir(factory = InMemory.class)
    Path folder;

    private SmallVault small;
    private SmallBuckets buckets;

    @SuppressWarnings("NullAway.Init")
    VaultBucketTest() {}

    @BeforeEach
    void begin() throws IOException {
        small = SmallVault.in(folder.resolve("case"));
        Files.write(folder.resolve("case/keys/0123456789abcdef.age"), new byte[] {1, 2, 3});
        buckets = new SmallBuckets(folder.resolve("provider"));
    }

    @AfterEach
    void end() {
        buckets.close();
    }

    private Copied copy() throws IOException {
        return copy(Keys.WITH, Again.WRITTEN);
    }

    private Copied copy(Keys keys, Again again) throws IOException {
        try (var bucket = buckets.open(PLACE)) {
            return copy(small.vault, bucket, keys, again);
        }
    }

    private static Copied copy(Vault vault, Bucket bucket, Keys keys, Again again) throws IOException {
        return new VaultCopy(vault, Map.of(), new Durable()).to(bucket.destination(again), keys);
    }

    /// It is not taken away there: whoever rules there does.
    @Test
    void whatWasErasedSinceIsNamedAndLeft() throws IOException {
        assertFalse(copy().mayHoldErased());
        var erased = ErasedVault.of(small);
        erased.erase(small.chat);
        try (var bucket = buckets.open(PLACE)) {
            var copied = new VaultCopy(small.vault, Map.of(), new Durable())
                    .openedBy(() -> small.identity)
                    .without(erased.erasing(), small.identity)
                    .to(bucket.destination(Again.WRITTEN), Keys.WITH);
            assertTrue(copied.mayHoldErased());
            assertEquals(Verdict.Bytes.UNCHECKED, copied.bytes());
        }
    }

    private Verdict checked() throws IOException {
        try (var bucket = buckets.open(PLACE)) {
            return VaultCheck.check(Vault.at(bucket.folder()), Map.of(), small.identity);
        }
    }

    private void isWhole() throws IOException {
        var verdict = checked();
        assertEquals(Verdict.Bytes.INTACT, verdict.bytes(), verdict.failed()::toString);
    }

    private static void isWhole(Copied copied) {
        assertEquals(Verdict.Bytes.INTACT, copied.bytes(), copied.failed()::toString);
    }

    private void seal(String text) throws IOException {
        var group = small.sealer.group(LogKind.EVIDENCE);
        group.add(SmallVault.item("more.txt", "text/plain", text.getBytes(StandardCharsets.UTF_8)));
        group.commit();
    }

    private static Map<String, String> files(Path vault) throws IOException {
        var files = new TreeMap<>(SealRun.snapshot(vault));
        files.values().removeIf(String::isEmpty);
        return files;
    }

    private String blob() throws IOException {
        return VaultFiles.blob(small.vault.blobs(new Durable()).list().getFirst());
    }

    private static boolean says(Copied copied, String part) {
        return copied.checks().stream().anyMatch(check -> check.detail().contains(part));
    }

    @Test
    void aCopyIsTheVaultFileByFile() throws IOException {
        var copied = copy();
        isWhole(copied);
        var kept = files(small.vault.folder());
        kept.keySet().removeIf(name -> name.endsWith(".p/1")); // longer ones have taken their place
        assertEquals(kept, files(buckets.kept(PLACE)));
        assertEquals(kept.size(), copied.changes().written());
        isWhole();
    }

    @Test
    void whatIsThereIsNotWrittenAgainAndThatItWasNotReadIsSaid() throws IOException {
        copy();
        var again = copy();
        isWhole(again);
        assertEquals(0, again.changes().written());
        assertTrue(says(again, "were not read back"), again.checks()::toString);
        var all = copy(Keys.WITH, Again.EVERYTHING);
        assertTrue(!says(all, "were not read back"), all.checks()::toString);
        seal("one more");
        assertTrue(copy().changes().written() > 0);
        isWhole();
    }

    @Test
    void whatSomebodyPutInItsPlaceIsNoticedAndMendedAndKept() throws IOException {
        copy();
        try (var bucket = buckets.open(PLACE)) {
            bucket.destination(Again.WRITTEN).replace(blob(), new byte[] {1, 2, 3});
        }
        assertEquals(Verdict.Bytes.ALTERED, checked().bytes());
        var copied = copy();
        isWhole(copied);
        assertEquals(List.of(blob()), copied.changes().mended());
        assertEquals(3, Files.size(buckets.kept(PLACE).resolve("orphan/copy-1").resolve(blob())));
        isWhole();
    }

    /// The provider states the old checksum of bytes that its disk changed.
    @Test
    void aProviderThatStatesWhatIsNotSoIsFoundByReading() throws IOException {
        copy();
        var kept = buckets.kept(PLACE).resolve(blob());
        byte[] bytes = Files.readAllBytes(kept);
        bytes[bytes.length / 2] ^= 1;
        try (var file = Files.newByteChannel(kept, StandardOpenOption.WRITE)) {
            file.write(ByteBuffer.wrap(bytes));
        }
        var believed = copy();
        isWhole(believed);
        assertTrue(says(believed, "were not read back"));
        assertEquals(Verdict.Bytes.ALTERED, checked().bytes());
        var copied = copy(Keys.WITH, Again.EVERYTHING);
        isWhole(copied);
        assertEquals(List.of(blob()), copied.changes().mended());
        isWhole();
    }

    @Test
    void anotherCaseAndAnythingElseIsRefused() throws IOException {
        copy();
        var other = SmallVault.in(folder.resolve("other"));
        try (var bucket = buckets.open(PLACE)) {
            var refused = assertThrows(Trouble.class, () -> copy(other.vault, bucket, Keys.WITH, Again.WRITTEN));
            assertTrue(
                    refused.said().toString().contains("s3://shelf/my/case: it holds another case"),
                    refused.toString());
        }
        try (var bucket = buckets.open("my")) {
            var refused = assertThrows(Trouble.class, () -> copy(other.vault, bucket, Keys.WITH, Again.WRITTEN));
            assertTrue(refused.said().toString().contains("something else"), refused.toString());
        }
        isWhole();
    }

    @Test
    void withoutKeysNoneGoThereAndThoseThatAreThereAreNamed() throws IOException {
        assertEquals(List.of(), copy(Keys.WITHOUT, Again.WRITTEN).contents().keys());
        copy();
        assertEquals(
                List.of("keys/0123456789abcdef.age"),
                copy(Keys.WITHOUT, Again.WRITTEN).contents().keys());
    }

    @Test
    void aLongerOneIsNotSetBackAndAnotherPastIsNamed() throws IOException {
        SealRun.copy(small.vault.folder(), folder.resolve("older"));
        seal("one more");
        copy();
        var before = files(buckets.kept(PLACE));
        try (var bucket = buckets.open(PLACE)) {
            var copied = copy(Vault.at(folder.resolve("older")), bucket, Keys.WITH, Again.WRITTEN);
            isWhole(copied);
            assertTrue(says(copied, "nothing of it was set back"), copied.checks()::toString);
        }
        assertEquals(before, files(buckets.kept(PLACE)));
        var fork = Vault.at(folder.resolve("older"));
        var sealer = fork.sealer(small.keys, Map.of(), new Durable());
        var group = sealer.group(LogKind.EVIDENCE);
        group.add(SmallVault.item("other.txt", "text/plain", new byte[] {9}));
        group.commit();
        try (var bucket = buckets.open(PLACE)) {
            var copied = copy(fork, bucket, Keys.WITH, Again.WRITTEN);
            assertEquals(Verdict.Bytes.ALTERED, copied.bytes());
            assertTrue(says(copied, "another past"), copied.checks()::toString);
        }
    }

    /// In a bucket nothing is deleted by us, and its provider may keep versions: the person is told what to delete.
    @Test
    void whatWasErasedAndIsStillThereIsNamed() throws IOException {
        copy();
        var erased = ErasedVault.of(small);
        var erasure = erased.erase(small.letter);
        var copied = copyWithoutErased(erased);
        assertEquals(Verdict.Bytes.UNCHECKED, copied.bytes());
        for (var blob : erasure.blobs()) {
            assertTrue(says(copied, VaultFiles.blob(blob) + " was erased from the case"), copied.checks()::toString);
            Files.delete(buckets.kept(PLACE).resolve(VaultFiles.blob(blob)));
        }
        SealRun.delete(buckets.kept(PLACE).resolve("orphan"));
        isWhole(copyWithoutErased(erased));
    }

    private Copied copyWithoutErased(ErasedVault erased) throws IOException {
        try (var bucket = buckets.open(PLACE)) {
            return new VaultCopy(small.vault, Map.of(), new Durable())
                    .openedBy(() -> small.identity)
                    .without(erased.erasing(), small.identity)
                    .to(bucket.destination(Again.WRITTEN), Keys.WITH);
        }
    }

    @Test
    void aVaultIsMadeAgainFromABucketAndADamagedFolder() throws IOException {
        copy();
        Path stick = folder.resolve("stick");
        new VaultCopy(small.vault, Map.of(), new Durable()).to(stick, Keys.WITH);
        Files.write(stick.resolve(blob()), new byte[] {1});
        Files.delete(buckets.kept(PLACE)
                .resolve(VaultFiles.blob(small.vault.blobs(new Durable()).list().getLast())));
        try (var bucket = buckets.open(PLACE)) {
            var restored = new VaultRestore(List.of(bucket.folder(), stick), small.identity, new Durable())
                    .to(folder.resolve("again"), Map.of(), _ -> {});
            isWhole(restored);
        }
        var verdict = VaultCheck.check(Vault.at(folder.resolve("again")), Map.of(), small.identity);
        assertEquals(Verdict.Bytes.INTACT, verdict.bytes(), verdict.failed()::toString);
    }

    @Test
    void aLineThatBreaksOnceIsNotNoticed() throws IOException {
        for (long at : new long[] {700, 5_000, 20_000, 40_000}) {
            try (var line = CutLine.once(buckets.port(), at);
                    var bucket = buckets.open("once/" + at, line)) {
                isWhole(copy(small.vault, bucket, Keys.WITH, Again.WRITTEN));
            }
        }
    }

    /// Copying, checking and restoring through a line that ends after n bytes say so, and are gone on with.
    @Test
    void aLineThatEndsAnywhereIsSaidAndGoneOnFrom() throws IOException {
        long all = traffic();
        long step = all / (Instants.STEP == 1 ? 36 : 12);
        int cuts = 0;
        int said = 0;
        for (long at = 1; at < all; at += step, cuts++) {
            String place = "cut/" + at;
            try (var line = CutLine.forGood(buckets.port(), at)) {
                copyThrough(line, place);
            } catch (OutOfReach lost) {
                said++;
            }
            try (var bucket = buckets.open(place)) {
                isVaultOrNotYet(bucket.folder());
                var copied = copy(small.vault, bucket, Keys.WITH, Again.WRITTEN);
                isWhole(copied);
                assertEquals(List.of(), copied.changes().mended());
            }
        }
        assertTrue(cuts > 8, "cuts " + cuts);
        assertTrue(said > cuts / 2, "said " + said);
        IO.println("line cut at " + cuts + " of " + all + " bytes, said " + said);
    }

    private void copyThrough(CutLine line, String place) throws IOException {
        try (var bucket = buckets.open(place, line)) {
            var copied = copy(small.vault, bucket, Keys.WITH, Again.WRITTEN);
            assertNotEquals(Verdict.Bytes.ALTERED, copied.bytes(), copied.failed()::toString);
        }
    }

    private long traffic() throws IOException {
        try (var line = CutLine.forGood(buckets.port(), Long.MAX_VALUE)) {
            copyThrough(line, "whole");
            return line.passed();
        }
    }

    private static void isVaultOrNotYet(Path folder) throws IOException {
        if (Vault.isVault(folder)) {
            var verdict = VaultCheck.check(Vault.at(folder), Map.of());
            assertNotEquals(Verdict.Bytes.ALTERED, verdict.bytes(), verdict.failed()::toString);
        }
    }

    @Test
    void aRestoringWhoseLineEndsSaysSoAndIsGoneOnWith() throws IOException {
        copy();
        Path again = folder.resolve("again");
        long all;
        try (var line = CutLine.forGood(buckets.port(), Long.MAX_VALUE)) {
            restore(line, folder.resolve("whole"));
            all = line.passed();
        }
        int said = 0;
        for (long at = all / 10; at < all / 2; at += all / 10) {
            try (var line = CutLine.forGood(buckets.port(), at)) {
                restore(line, again);
            } catch (OutOfReach lost) {
                said++;
            }
        }
        assertTrue(said >= 4, "said " + said);
        try (var line = CutLine.forGood(buckets.port(), Long.MAX_VALUE)) {
            isWhole(restore(line, again));
        }
    }

    private Copied restore(CutLine line, Path to) throws IOException {
        try (var bucket = buckets.open(PLACE, line)) {
            return new VaultRestore(List.of(bucket.folder()), small.identity, new Durable()).to(to, Map.of(), _ -> {});
        }
    }

    @Test
    void aCheckWhoseLineEndsSaysSoAndCallsNothingAltered() throws IOException {
        copy();
        long all;
        try (var line = CutLine.forGood(buckets.port(), Long.MAX_VALUE);
                var bucket = buckets.open(PLACE, line)) {
            VaultCheck.check(Vault.at(bucket.folder()), Map.of());
            all = line.passed();
        }
        for (long at = all / 4; at < all; at += all / 4) {
            try (var line = CutLine.forGood(buckets.port(), at);
                    var bucket = buckets.open(PLACE, line)) {
                var verdict = VaultCheck.check(Vault.at(bucket.folder()), Map.of());
                assertEquals(Verdict.Bytes.UNCHECKED, verdict.bytes(), verdict.failed()::toString);
            } catch (OutOfReach lost) {
                assertTrue(lost.said().toString().startsWith("127.0.0.1 cannot be reached"), lost.toString());
            }
        }
    }
}
