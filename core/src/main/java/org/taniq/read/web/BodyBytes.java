package org.taniq.read.web;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/// The bytes of a body in which its words stand: without the lengths of chunks, and unpacked. Many archives take both
/// out of what they keep and leave the head as it was.
final class BodyBytes {
    private static final int SNIFFED = 2048;

    private final byte[] bytes;
    private final String chunks;
    private final boolean isWhole;
    private final boolean isUnpacked;
    private final boolean isPacked;

    private BodyBytes(Kept kept, String chunks, Unpacking unpacking) {
        this.bytes = kept.bytes();
        this.chunks = chunks;
        this.isWhole = kept.isWhole() && unpacking != Unpacking.CUT;
        this.isUnpacked = unpacking == Unpacking.DONE || unpacking == Unpacking.CUT;
        this.isPacked = unpacking == Unpacking.UNKNOWN;
    }

    private enum Unpacking {
        NONE,
        DONE,
        /// Not to its end.
        CUT,
        /// Packed in a way that is not known here.
        UNKNOWN
    }

    static BodyBytes of(Body body) {
        var stored = body.bytes();
        if (!body.isChunked()) {
            return unpacked(stored, "", body.coding());
        }
        var within = ChunkedBody.of(stored.bytes());
        return unpacked(within.bytes().cutAs(stored), within.outcome(), body.coding());
    }

    private static BodyBytes unpacked(Kept stored, String chunks, String coding) {
        return switch (coding) {
            case "", "identity", "none" -> new BodyBytes(stored, chunks, Unpacking.NONE);
            case "gzip", "x-gzip", "deflate" -> inflated(stored, chunks);
            default -> new BodyBytes(stored, chunks, isText(stored.bytes()) ? Unpacking.NONE : Unpacking.UNKNOWN);
        };
    }

    private static BodyBytes inflated(Kept stored, String chunks) {
        var kept = new Kept(Content.MOST);
        byte[] packed = stored.bytes();
        var piece = new byte[1 << 16];
        var inflater = new Inflater(true);
        try (var in = stream(packed, inflater)) {
            for (int got = in.read(piece); got >= 0 && kept.isWhole(); got = in.read(piece)) {
                kept.take(piece, 0, got);
            }
            return new BodyBytes(kept, chunks, stored.isWhole() ? Unpacking.DONE : Unpacking.CUT);
        } catch (IOException damaged) {
            return kept.seen() == 0 && isText(packed)
                    ? new BodyBytes(stored, chunks, Unpacking.NONE)
                    : new BodyBytes(kept, chunks, Unpacking.CUT);
        } finally {
            inflater.end();
        }
    }

    private static InputStream stream(byte[] stored, Inflater inflater) throws IOException {
        var in = new ByteArrayInputStream(stored);
        if (stored.length > 1 && stored[0] == GzipHead.FIRST && (stored[1] & 0xFF) == 0x8B) {
            return new GZIPInputStream(in);
        }
        boolean isZlib =
                stored.length > 1 && (stored[0] & 0x0F) == 8 && ((stored[0] & 0xFF) << 8 | stored[1] & 0xFF) % 31 == 0;
        return isZlib ? new InflaterInputStream(in) : new InflaterInputStream(in, inflater);
    }

    /// Whether it begins as text does, in whichever encoding has no control characters.
    private static boolean isText(byte[] bytes) {
        int seen = Math.min(bytes.length, SNIFFED);
        var head = new String(bytes, 0, seen, StandardCharsets.UTF_8);
        long broken = head.chars().filter(c -> c == '\uFFFD').count();
        return BodyWords.isText(head) && broken * 20 <= seen;
    }

    byte[] bytes() {
        return bytes;
    }

    /// How the chunks were, in a word; empty where none are stated.
    String chunks() {
        return chunks;
    }

    boolean isWhole() {
        return isWhole;
    }

    boolean isUnpacked() {
        return isUnpacked;
    }

    /// Whether it is still packed, in a way that is not known here.
    boolean isPacked() {
        return isPacked;
    }
}
