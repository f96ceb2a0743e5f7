package org.taniq.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.taniq.acquire.Archive;
import org.taniq.base.Bytes;
import org.taniq.read.record.Ledger;

/// How much of an archive its members may look into from one another.
final class ArchiveLooksTest {
    private static final Ledger NOTHING_SAID = Ledger.empty("x.zip", "application/zip");

    private static Archive archive() throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (var name : new String[] {"1.html", "2.html"}) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(new byte[1000]);
            }
        }
        return Archive.open(Bytes.of(out.toByteArray()), Archive.Limits.USUAL);
    }

    private static int size(ArchiveLooks looks, int member) throws IOException {
        try (var in = looks.into(member).orElseThrow().open()) {
            return in.readAllBytes().length;
        }
    }

    @Test
    void whatAllMembersLookIntoTogetherIsBoundedAndThatIsSaid() throws IOException {
        try (var archive = archive()) {
            var looks = new ArchiveLooks(archive, 2000);
            assertEquals(1000, size(looks, 0));
            assertEquals(1000, size(looks, 1));
            assertSame(NOTHING_SAID, looks.named(NOTHING_SAID));
            assertTrue(looks.into(0).isEmpty());
            assertEquals(1, looks.named(NOTHING_SAID).warnings().size());
        }
    }

    @Test
    void whatIsCutIsSaidToo() throws IOException {
        try (var archive = archive()) {
            var looks = new ArchiveLooks(archive, 1500);
            assertEquals(1000, size(looks, 0));
            assertEquals(500, size(looks, 1));
            assertEquals(1, looks.named(NOTHING_SAID).warnings().size());
        }
    }

    @Test
    void openingOneThatWasGivenBeforeCountsToo() throws IOException {
        try (var archive = archive()) {
            var looks = new ArchiveLooks(archive, 1500);
            var first = looks.into(0).orElseThrow();
            int seen = 0;
            for (int times = 0; times < 3; times++) {
                try (var in = first.open()) {
                    seen += in.readAllBytes().length;
                }
            }
            assertEquals(1500, seen);
            assertEquals(1, looks.named(NOTHING_SAID).warnings().size());
        }
    }
}
