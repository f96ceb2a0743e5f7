package org.taniq.acquire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.taniq.base.Bytes;

/// A directory of which the end record says something else than is there hides no member without a word.
final class ZipDirectoryTest {
    private static final Archive.Limits TWO = new Archive.Limits(2, 1 << 20, 1 << 20, 100);

    private static CraftedZip pictureAndChat() {
        return new CraftedZip().with("IMG-1.txt", "a picture").with("chat.txt", "hello");
    }

    private static Archive open(byte[] zip) throws IOException {
        return Archive.open(Bytes.of(zip), Archive.Limits.USUAL);
    }

    private static void assertBothAndNotComplete(byte[] zip) throws IOException {
        try (var archive = open(zip)) {
            assertEquals(
                    List.of("IMG-1.txt", "chat.txt"),
                    archive.members().stream().map(Archive.Member::name).toList());
            assertFalse(archive.isComplete());
        }
    }

    @Test
    void whatIsAsTheEndRecordSaysIsComplete() throws IOException {
        try (var archive = open(pictureAndChat().bytes())) {
            assertEquals(2, archive.members().size());
            assertTrue(archive.isComplete());
            assertEquals(0, archive.unlisted());
        }
        assertTrue(open(new CraftedZip().bytes()).isComplete(), "an empty archive");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 3, 60_000})
    void anotherCountHidesNothing(int count) throws IOException {
        var zip = pictureAndChat();
        assertBothAndNotComplete(zip.bytes(count, zip.directoryLength()));
    }

    @ParameterizedTest
    @ValueSource(ints = {-46, -1, 1, 1000})
    void anotherLengthHidesNothing(int more) throws IOException {
        var zip = pictureAndChat();
        assertBothAndNotComplete(zip.bytes(2, zip.directoryLength() + more));
    }

    @ParameterizedTest
    @CsvSource({"1, 0", "0, 0", "1, 83"})
    void aCountAndALengthThatLieTogetherHideNothing(int count, int length) throws IOException {
        assertBothAndNotComplete(pictureAndChat().bytes(count, length));
    }

    /// Members that stand before an end record which says that there are none.
    @Test
    void anEndRecordThatLeavesOutTheWholeDirectoryHidesNothing() throws IOException {
        var zip = pictureAndChat();
        int all = zip.members() + zip.directoryLength();
        assertBothAndNotComplete(zip.bytes(CraftedZip.end(0, 0, 0)));
        assertBothAndNotComplete(zip.bytes(CraftedZip.end(0, 0, all)));
    }

    @Test
    void whatStandsBetweenTheDirectoryAndItsEndRecordIsSaid() throws IOException {
        var zip = pictureAndChat();
        var end = CraftedZip.end(2, zip.directoryLength(), zip.members());
        assertBothAndNotComplete(zip.bytes(new byte[1], end));
    }

    @ParameterizedTest
    @CsvSource({"2, true", "1, false", "0, false", "9000000000000000000, false"})
    void theCountOfALargeArchiveIsNotBelievedEither(long count, boolean complete) throws IOException {
        var zip = pictureAndChat();
        int end = zip.members() + zip.directoryLength();
        byte[] bytes = zip.bytes(
                CraftedZip.end64(count, zip.directoryLength(), zip.members()),
                CraftedZip.locator(end),
                CraftedZip.end(0xFFFF, -1, -1));
        try (var archive = open(bytes)) {
            assertEquals(2, archive.members().size());
            assertEquals(complete, archive.isComplete());
        }
    }

    /// Writers without ZIP64 count modulo 65,536.
    @Test
    void aCountThatRanOverIsNoLie() throws IOException {
        var zip = new CraftedZip();
        for (int i = 0; i < 65_537; i++) {
            zip.with(Integer.toString(i, 36), "");
        }
        try (var archive = open(zip.bytes())) {
            assertEquals(65_537, archive.members().size());
            assertTrue(archive.isComplete());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 5, 60_000})
    void entriesBeyondTheLimitAreCountedWhateverTheEndRecordSays(int count) throws IOException {
        var zip = pictureAndChat().with("3", "").with("4", "").with("5", "");
        try (var archive = Archive.open(Bytes.of(zip.bytes(count, zip.directoryLength())), TWO)) {
            assertEquals(2, archive.members().size());
            assertEquals(3, archive.unlisted());
            assertEquals(count == 5, archive.isComplete());
        }
    }

    /// They are counted in larger bites than one record, and a record can be larger than any bite.
    @ParameterizedTest
    @CsvSource({"1001, false", "1002, false", "464, true", "66000, true"})
    void aLargeDirectoryBeyondTheLimitIsCountedToItsEnd(long count, boolean complete) throws IOException {
        var zip = new CraftedZip();
        for (int i = 0; i < 65_998; i++) {
            zip.with(Integer.toString(i, 36), "");
        }
        zip.with("x".repeat(65_000), "").with("last", "");
        int end = zip.members() + zip.directoryLength();
        byte[] bytes = zip.bytes(
                CraftedZip.end64(count, zip.directoryLength(), zip.members()),
                CraftedZip.locator(end),
                CraftedZip.end(0xFFFF, -1, -1));
        try (var archive = Archive.open(Bytes.of(bytes), new Archive.Limits(1000, 1 << 20, 1 << 30, 200))) {
            assertEquals(65_000, archive.unlisted());
            assertEquals(complete, archive.isComplete());
        }
    }
}
