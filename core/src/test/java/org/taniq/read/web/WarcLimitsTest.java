package org.taniq.read.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.taniq.base.Bytes;
import org.taniq.read.record.Input;
import org.taniq.read.record.Unread;

/// What an archive may ask for.
final class WarcLimitsTest {
    private static byte[] heads(int size, int... head) {
        byte[] bytes = new byte[size];
        for (int i = 0; i < size; i++) {
            bytes[i] = (byte) head[i % head.length];
        }
        return bytes;
    }

    @Test
    void headsOfGzipWithNamesThatNeverEndTakeNoTime() throws IOException {
        for (byte[] rest : new byte[][] {
            heads(8 << 20, 0x1F, 0x8B, 8, 8),
            heads(8 << 20, 0x1F, 0x8B, 8, 0x18, 1, 1, 1, 1, 1, 1),
            heads(8 << 20, 0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3, 0, 0, 0, 0xFF, 0xFF)
        }) {
            byte[] bytes = Archives.joined(Archives.packed(Archives.page("aysel")), rest);
            var read = assertTimeoutPreemptively(Duration.ofSeconds(20), () -> Archives.read("x.warc.gz", bytes));
            assertTrue(read.has("aysel"));
            byte[] other = Archives.joined("xx".getBytes(UTF_8), rest);
            var input = Input.alone("x.warc.gz", Bytes.of(other)::open);
            assertFalse(assertTimeoutPreemptively(Duration.ofSeconds(5), () -> new WarcFile().knows(input)));
        }
    }

    /// What follows so much of it is read all the same.
    @Test
    void aMemberBehindManyHeadsIsFound() throws IOException {
        byte[] bytes = Archives.joined(
                Archives.packed(Archives.page("aysel")),
                heads(2 << 20, 0x1F, 0x8B, 8, 8),
                new byte[4 << 20],
                Archives.packed(Archives.page("banu")));
        var read = Archives.read("x.warc.gz", bytes);
        assertTrue(read.has("aysel") && read.has("banu"));
    }

    @Test
    void whatUnfoldsTooFarEnds() throws IOException {
        byte[] packed = Archives.packed(new byte[1 << 20]);
        var raw = new Raw(new ByteArrayInputStream(packed));
        try (var layer = new GzipLayer(raw, new Allowance(1 << 16, 10))) {
            var window = new Window(layer);
            long seen = 0;
            for (int there = window.ahead(); there > 0; there = window.ahead()) {
                seen += there;
                window.pass(there);
            }
            assertTrue(layer.isTooLarge());
            assertTrue(seen < (1 << 16) + 10 * packed.length + (1 << 16), Long.toString(seen));
            layer.skip();
            assertEquals(packed.length, layer.packed());
        }
    }

    @Test
    void anAllowanceGrowsWithWhatIsPassedAndNotTwice() {
        var allowance = new Allowance(10, 2);
        assertTrue(allowance.take(10));
        assertFalse(allowance.isLeft());
        assertTrue(allowance.upTo(5).take(10));
        assertFalse(allowance.upTo(5).take(1));
    }

    /// So many words of one archive, and of the others it is said that they were not read.
    @Test
    void wordsBeyondTheAllowanceAreSaidToBeUnread() {
        var content = new Content(WarcHead.of("WARC/1.0\r\nWARC-Type: resource\r\n\r\n".getBytes(UTF_8), 0, 34)
                .orElseThrow());
        byte[] body = "söz".getBytes(UTF_8);
        content.take(body, 0, body.length);
        content.end(false);
        assertEquals(
                "söz", BodyWords.of(content.forWords(), new Allowance(10, 0)).shown());
        assertEquals(
                Words.Hindrance.TOO_MUCH,
                BodyWords.of(content.forWords(), new Allowance(1, 0)).extent().hindrance());
    }

    @Test
    void theLastBytesAreLeftOnlyWhereTheyAreEmptyLines() {
        for (var behind : new String[] {"\r\n\r\n", "x\r\n\r", ""}) {
            for (int piece = 1; piece < 12; piece++) {
                var got = new Kept(100);
                var ends = new LineEnds(got::take);
                byte[] bytes = ("aysel banu" + behind).getBytes(UTF_8);
                for (int at = 0; at < bytes.length; at += piece) {
                    ends.take(bytes, at, Math.min(piece, bytes.length - at));
                }
                ends.leave();
                byte[] left = behind.equals("\r\n\r\n") ? Arrays.copyOf(bytes, bytes.length - 4) : bytes;
                assertEquals(new String(left, UTF_8), new String(got.bytes(), UTF_8));
            }
        }
    }

    /// So many records out of few bytes; where the rest begins is said.
    @Test
    void recordsBeyondTheAllowanceAreSaidToBeUnread() throws IOException {
        byte[] one = "WARC/1.0\r\nWARC-Type: x\r\nContent-Length: 0\r\n\r\n\r\n\r\n".getBytes(UTF_8);
        var all = new byte[5000][];
        Arrays.fill(all, one);
        byte[] plain = Archives.joined(all);
        for (byte[] bytes : new byte[][] {plain, Archives.packed(plain)}) {
            var kept = new org.taniq.read.Kept();
            var allowed = new Allowance(100 * WarcReading.RECORD, 0);
            var ledger = WarcReading.read(
                    Input.alone("x.warc", Bytes.of(bytes)::open), kept, new ByteArrayInputStream(bytes), allowed);
            assertEquals(100, ledger.records());
            assertEquals(
                    List.of(Unread.Reason.TOO_LARGE),
                    kept.unread.stream().map(Unread::why).toList());
            assertEquals(bytes.length, kept.unread.getFirst().spot().to());
        }
        assertEquals(
                5000,
                Archives.read("x.warc.gz", Archives.packed(plain)).records().size());
    }
}
