package org.taniq.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.taniq.acquire.Archive;
import org.taniq.base.Bytes;
import org.taniq.base.Hash;
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

    /// Else each kind of digest that some file asks for unpacks all of the archive once more.
    @Test
    void moreKindsOfDigestsThanUsualAreComputedTogether(@TempDir Path folder) throws IOException {
        var file = folder.resolve("x.zip");
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry("a"));
            zip.write(new byte[1000]);
        }
        try (var archive = Archive.open(Bytes.of(file), Archive.Limits.USUAL)) {
            var looks = new ArchiveLooks(archive, 1);
            for (var kind : List.of(Hash.SHA_256, Hash.SHA_512, Hash.MD5)) {
                assertEquals(1, looks.having(kind, hex(kind)).size());
            }
            Files.write(file, new byte[(int) Files.size(file)]);
            for (var kind : Hash.values()) {
                assertEquals(1, looks.having(kind, hex(kind)).size(), kind.word());
            }
        }
    }

    private static String hex(Hash kind) {
        return HexFormat.of().formatHex(kind.of(new byte[1000]));
    }
}
