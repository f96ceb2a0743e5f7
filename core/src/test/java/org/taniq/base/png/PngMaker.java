package org.taniq.base.png;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/// Makes PNG files of every kind for tests, right ones and wrong ones. Written from the specification's
/// equations and its picture of Adam7, and shares nothing with the reader.
public final class PngMaker {
    private static final int[][] ADAM7 = {
        {1, 6, 4, 6, 2, 6, 4, 6},
        {7, 7, 7, 7, 7, 7, 7, 7},
        {5, 6, 5, 6, 5, 6, 5, 6},
        {7, 7, 7, 7, 7, 7, 7, 7},
        {3, 6, 4, 6, 3, 6, 4, 6},
        {7, 7, 7, 7, 7, 7, 7, 7},
        {5, 6, 5, 6, 5, 6, 5, 6},
        {7, 7, 7, 7, 7, 7, 7, 7}
    };

    private PngMaker() {}

    /// The samples of a picture: `channels` for each pixel, each below 2^depth.
    public interface Samples {
        int at(int x, int y, int channel);
    }

    /// The kind of a PNG, as IHDR says it.
    public record Kind(int width, int height, int depth, int type, int interlace) {
        int channels() {
            return switch (type) {
                case 2 -> 3;
                case 4 -> 2;
                case 6 -> 4;
                default -> 1;
            };
        }

        public byte[] ihdr() {
            return chunk(
                    "IHDR",
                    ByteBuffer.allocate(13)
                            .putInt(width)
                            .putInt(height)
                            .put(new byte[] {(byte) depth, (byte) type, 0, 0, (byte) interlace})
                            .array());
        }
    }

    public static Kind rgb(int width, int height) {
        return new Kind(width, height, 8, 2, 0);
    }

    public static byte[] chunk(String type, byte[] bytes) {
        byte[] name = type.getBytes(StandardCharsets.ISO_8859_1);
        var crc = new CRC32();
        crc.update(name);
        crc.update(bytes);
        return ByteBuffer.allocate(12 + bytes.length)
                .putInt(bytes.length)
                .put(name)
                .put(bytes)
                .putInt((int) crc.getValue())
                .array();
    }

    /// Signature, the chunks, IEND.
    public static byte[] file(byte[]... chunks) {
        var out = new ByteArrayOutputStream();
        out.writeBytes(new byte[] {(byte) 137, 80, 78, 71, 13, 10, 26, 10});
        for (var chunk : chunks) {
            out.writeBytes(chunk);
        }
        out.writeBytes(chunk("IEND", new byte[0]));
        return out.toByteArray();
    }

    public static byte[] idat(Kind kind, Samples samples) {
        return chunk("IDAT", deflate(rows(kind, samples)));
    }

    public static byte[] deflate(byte[] bytes) {
        var deflater = new Deflater(9);
        deflater.setInput(bytes);
        deflater.finish();
        var out = new ByteArrayOutputStream();
        var buffer = new byte[4096];
        while (!deflater.finished()) {
            out.write(buffer, 0, deflater.deflate(buffer));
        }
        deflater.end();
        return out.toByteArray();
    }

    /// All rows with their filter bytes; the filters take turns.
    public static byte[] rows(Kind kind, Samples samples) {
        var out = new ByteArrayOutputStream();
        int passes = kind.interlace == 1 ? 7 : 1;
        for (int pass = 1; pass <= passes; pass++) {
            byte[] prior = {};
            int filter = 0;
            for (int y = 0; y < kind.height; y++) {
                byte[] row = row(kind, samples, columns(kind, pass, y), y);
                if (row.length > 0) {
                    out.writeBytes(filtered(filter++ % 5, row, prior, Math.max(1, kind.depth * kind.channels() / 8)));
                    prior = row;
                }
            }
        }
        return out.toByteArray();
    }

    private static List<Integer> columns(Kind kind, int pass, int y) {
        return IntStream.range(0, kind.width)
                .filter(x -> kind.interlace == 0 || ADAM7[y % 8][x % 8] == pass)
                .boxed()
                .toList();
    }

    private static byte[] row(Kind kind, Samples samples, List<Integer> columns, int y) {
        var bits = new StringBuilder();
        for (int x : columns) {
            for (int channel = 0; channel < kind.channels(); channel++) {
                String sample = Integer.toBinaryString(samples.at(x, y, channel));
                bits.append("0".repeat(kind.depth - sample.length())).append(sample);
            }
        }
        bits.append("0".repeat((8 - bits.length() % 8) % 8));
        var row = new byte[bits.length() / 8];
        for (int i = 0; i < row.length; i++) {
            row[i] = (byte) Integer.parseInt(bits.substring(8 * i, 8 * i + 8), 2);
        }
        return row;
    }

    private static byte[] filtered(int filter, byte[] row, byte[] prior, int bpp) {
        var out = new byte[row.length + 1];
        out[0] = (byte) filter;
        byte[] above = prior.length == 0 ? new byte[row.length] : prior;
        for (int i = 0; i < row.length; i++) {
            int a = i >= bpp ? row[i - bpp] & 0xFF : 0;
            int b = above[i] & 0xFF;
            int c = i >= bpp ? above[i - bpp] & 0xFF : 0;
            int predicted = switch (filter) {
                case 0 -> 0;
                case 1 -> a;
                case 2 -> b;
                case 3 -> Math.floorDiv(a + b, 2);
                default -> nearest(a + b - c, a, b, c);
            };
            out[i + 1] = (byte) (row[i] - predicted);
        }
        return out;
    }

    /// Ties go to the first.
    private static int nearest(int p, int... candidates) {
        return Arrays.stream(candidates)
                .boxed()
                .reduce((best, next) -> Math.abs(p - next) < Math.abs(p - best) ? next : best)
                .orElseThrow();
    }
}
