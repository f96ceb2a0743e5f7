package org.taniq.acquire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.taniq.base.Bytes;

/// Archives whose numbers lie: they lead out of the file, or pass for what is within the limits.
final class HostileZipTest {
    private static final String CHAT = "chat.txt";

    @TempDir
    Path folder;

    private List<Bytes> heldAndOnDisk(byte[] zip) throws IOException {
        return List.of(Bytes.of(zip), Bytes.of(Files.write(folder.resolve("hostile.zip"), zip)));
    }

    /// What became of each member, in order.
    private static List<String> verdicts(Bytes bytes) throws IOException {
        var verdicts = new ArrayList<String>();
        try (var archive = Archive.open(bytes, Archive.Limits.USUAL)) {
            for (var member : archive.members()) {
                verdicts.add(
                        switch (member) {
                            case Archive.Refused refused -> refused.why().name();
                            case Archive.Readable file when file.whole() -> "readable";
                            case Archive.Readable _ -> "cut";
                        });
            }
        }
        return verdicts;
    }

    @ParameterizedTest
    @ValueSource(longs = {-1L << 40, -1, Long.MIN_VALUE, 1L << 40, 0x7FFFFFFFFFFFFFF0L, Long.MAX_VALUE})
    void aMemberOutsideOfTheFileIsRefusedAndTheOthersAreRead(long header) throws IOException {
        var zip = new CraftedZip()
                .listed("a.txt", new CraftedZip.Stated(5, 5, header))
                .with(CHAT, "hello");
        for (var bytes : heldAndOnDisk(zip.bytes())) {
            assertEquals(List.of("DAMAGED", "readable"), verdicts(bytes));
        }
    }

    @Test
    void aMemberThatIsNotThereTakesNoNameAway() throws IOException {
        var zip = new CraftedZip()
                .listed(CHAT, new CraftedZip.Stated(5, 5, Long.MAX_VALUE))
                .with(CHAT, "hello");
        assertEquals(List.of("DAMAGED", "readable"), verdicts(Bytes.of(zip.bytes())));
    }

    @ParameterizedTest
    @ValueSource(longs = {-1L << 40, 1L << 40, 0x7FFFFFFFFFFFFFF0L})
    void aDirectoryOutsideOfTheFileIsNone(long end) throws IOException {
        var zip = new byte[3][];
        zip[0] = new byte[64];
        zip[1] = CraftedZip.locator(end);
        zip[2] = CraftedZip.end(0xFFFF, -1, -1);
        for (var bytes : heldAndOnDisk(new CraftedZip().bytes(zip))) {
            assertEquals(List.of(), verdicts(bytes));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1L << 30, 1L << 62, Long.MAX_VALUE})
    void aPackedLengthBeyondTheFileDoesNotMakeABombSmall(long packed) throws IOException {
        var zip = new CraftedZip().with(CHAT, "hello", new CraftedZip.Stated(1L << 30, packed, 0));
        assertEquals(List.of("TOO_BIG"), verdicts(Bytes.of(zip.bytes())));
    }

    @ParameterizedTest
    @ValueSource(longs = {60, 1L << 62, Long.MAX_VALUE})
    void aMemberThatReachesIntoAnotherSharesItsBytesHoweverFarItReaches(long packed) throws IOException {
        var zip = new CraftedZip()
                .with("a.txt", "hello", new CraftedZip.Stated(5, packed, 0))
                .with(CHAT, "hello");
        assertEquals(List.of("OVERLAP", "OVERLAP"), verdicts(Bytes.of(zip.bytes())));
    }

    /// One reader takes the one length, one the other: what each shows is not the same.
    @Test
    void aStoredMemberWithTwoLengthsIsRefusedAndTheOthersAreRead() throws IOException {
        byte[] zip = new CraftedZip()
                .with("a.txt", "hello world", new CraftedZip.Stated(5, 11, 0))
                .with(CHAT, "hello")
                .bytes();
        assertEquals(List.of("DAMAGED", "readable"), verdicts(Bytes.of(zip)));
        byte[] withoutDirectory = new CraftedZip()
                .with("a.txt", "hello world")
                .with(CHAT, "hello")
                .bytes(new byte[0][]);
        withoutDirectory[22] = 5;
        assertEquals(List.of("DAMAGED", "readable"), verdicts(Bytes.of(withoutDirectory)));
    }

    @Test
    void ofASoundArchiveBeyondTheLimitEachMemberIsCountedAndNothingIsDamaged() throws IOException {
        byte[] zip = new CraftedZip().with("a.txt", "hello").with(CHAT, "hello").bytes();
        try (var archive = Archive.open(Bytes.of(zip), new Archive.Limits(0, 1 << 20, 1 << 20, 100))) {
            assertEquals(2, archive.unlisted());
            assertTrue(archive.isComplete());
            assertEquals(Optional.empty(), archive.stop());
        }
    }

    @Test
    void withoutADirectoryMembersBeyondTheLimitAreCounted() throws IOException {
        var zip = new CraftedZip().with("a.txt", "hello").with("b.txt", "hello").with(CHAT, "hello");
        byte[] bytes = Arrays.copyOf(zip.bytes(), zip.members());
        try (var archive = Archive.open(Bytes.of(bytes), new Archive.Limits(1, 1 << 20, 1 << 20, 100))) {
            assertEquals(1, archive.members().size());
            assertEquals(2, archive.unlisted());
            assertEquals(Optional.of(new Archive.Stop(bytes.length, Archive.Stop.Why.CUT)), archive.stop());
        }
    }

    @Test
    void aMemberThatEndsBeyondTheFileIsCutOff() throws IOException {
        var zip = new CraftedZip().with("a.txt", "hello");
        long header = zip.members();
        byte[] bytes = zip.with(CHAT, "hello", new CraftedZip.Stated(5000, 5000, header))
                .bytes();
        assertEquals(List.of("readable", "cut"), verdicts(Bytes.of(bytes)));
        try (var archive = Archive.open(Bytes.of(bytes), Archive.Limits.USUAL)) {
            var last = (Archive.Readable) archive.members().getLast();
            assertEquals(bytes.length, last.data().from() + last.data().length());
            assertThrows(Archive.Damaged.class, () -> archive.open(last).readAllBytes());
        }
    }
}
