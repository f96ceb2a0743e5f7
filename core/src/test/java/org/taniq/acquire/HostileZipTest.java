package org.taniq.acquire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.taniq.base.Bytes;

/// Archives whose 64-bit numbers lead before the beginning of the file.
final class HostileZipTest {
    private static final long BEFORE = -1L << 40;

    @TempDir
    Path folder;

    private static ByteBuffer little(int length) {
        return ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    }

    /// A directory record whose ZIP64 field says where the member's header is.
    private static byte[] central(long header) {
        byte[] name = "a.txt".getBytes(StandardCharsets.US_ASCII);
        var record = little(46 + name.length + 12);
        record.putInt(0, Zip.CENTRAL)
                .putShort(28, (short) name.length)
                .putShort(30, (short) 12)
                .putInt(42, -1);
        record.position(46).put(name).putShort((short) 1).putShort((short) 8).putLong(header);
        return record.array();
    }

    private static byte[] end(int entries, int length, int from) {
        var end = little(22);
        end.putInt(0, Zip.END).putShort(8, (short) entries).putShort(10, (short) entries);
        return end.putInt(12, length).putInt(16, from).array();
    }

    private static byte[] join(byte[]... parts) {
        var all = new ByteArrayOutputStream();
        Arrays.stream(parts).forEach(all::writeBytes);
        return all.toByteArray();
    }

    private List<Bytes> heldAndOnDisk(byte[] zip) throws IOException {
        return List.of(Bytes.of(zip), Bytes.of(Files.write(folder.resolve("hostile.zip"), zip)));
    }

    @Test
    void aMemberBeforeTheBeginningOfTheFileIsRefused() throws IOException {
        byte[] central = central(BEFORE);
        for (var bytes : heldAndOnDisk(join(central, end(1, central.length, 0)))) {
            try (var archive = Archive.open(bytes, Archive.Limits.USUAL)) {
                assertInstanceOf(Archive.Refused.class, archive.members().getFirst());
            }
        }
    }

    @Test
    void aDirectoryBeforeTheBeginningOfTheFileIsNone() throws IOException {
        byte[] locator = little(20).putInt(0, 0x07064b50).putLong(8, BEFORE).array();
        for (var bytes : heldAndOnDisk(join(new byte[64], locator, end(0xFFFF, -1, -1)))) {
            try (var archive = Archive.open(bytes, Archive.Limits.USUAL)) {
                assertEquals(List.of(), archive.members());
            }
        }
    }
}
