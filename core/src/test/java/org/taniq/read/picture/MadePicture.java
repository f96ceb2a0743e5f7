package org.taniq.read.picture;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;

/// Pictures that are put together by hand, byte by byte. The people are invented.
public final class MadePicture {
    private MadePicture() {}

    public static byte[] bytes(Object... parts) {
        var out = new ByteArrayOutputStream();
        for (var part : parts) {
            switch (part) {
                case Integer one -> out.write(one);
                case byte[] bytes -> out.writeBytes(bytes);
                case String text -> out.writeBytes(text.getBytes(StandardCharsets.UTF_8));
                default -> throw new IllegalArgumentException();
            }
        }
        return out.toByteArray();
    }

    public static byte[] big(int number) {
        return ByteBuffer.allocate(4).putInt(number).array();
    }

    public static byte[] little(int number) {
        return ByteBuffer.allocate(4)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(number)
                .array();
    }

    public static byte[] chunk(String type, byte[] data) {
        var crc = new CRC32();
        crc.update(bytes(type, data));
        return bytes(big(data.length), type, data, big((int) crc.getValue()));
    }

    public static byte[] png(byte[]... chunks) {
        var out = new ByteArrayOutputStream();
        out.writeBytes(HexFormat.of().parseHex("89504e470d0a1a0a"));
        out.writeBytes(chunk("IHDR", bytes(big(640), big(480), 8, 2, 0, 0, 0)));
        List.of(chunks).forEach(out::writeBytes);
        out.writeBytes(chunk("IDAT", packed("pixels")));
        out.writeBytes(chunk("IEND", new byte[0]));
        return out.toByteArray();
    }

    public static byte[] packed(String text) {
        var out = new ByteArrayOutputStream();
        try (var deflater = new DeflaterOutputStream(out)) {
            deflater.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (java.io.IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        return out.toByteArray();
    }

    public static byte[] segment(int marker, Object... parts) {
        byte[] data = bytes(parts);
        return bytes(0xFF, marker, (data.length + 2) >> 8, (data.length + 2) & 0xFF, data);
    }

    /// One of 4000 times 3000 pixels.
    public static byte[] jpeg(byte[]... segments) {
        var out = new ByteArrayOutputStream();
        out.writeBytes(bytes(0xFF, 0xD8));
        List.of(segments).forEach(out::writeBytes);
        out.writeBytes(segment(0xC0, 8, 3000 >> 8, 3000 & 0xFF, 4000 >> 8, 4000 & 0xFF, 1, 1, 0x11, 0));
        out.writeBytes(segment(0xDA, 1, 1, 0, 0, 63, 0));
        out.writeBytes(bytes(1, 2, 3, 0xFF, 0, 4, 0xFF, 0xD9));
        return out.toByteArray();
    }

    /// What a telephone notes: where, when, with what.
    public static byte[] telephone() {
        return segment(
                0xE1,
                "Exif\0\0",
                new Tables()
                        .text(0x010E, "Aysel's wall")
                        .text(0x010F, "Sumsang")
                        .text(0x0110, "SM-1")
                        .number(0x0112, 6)
                        .text(0x0131, "Editor 3")
                        .text(0x0132, "2026:05:07 10:00:00")
                        .table(
                                0x8769,
                                new Tables()
                                        .text(0x9003, "2026:05:06 07:08:09")
                                        .text(0x9011, "+04:00")
                                        .text(0x9291, "12")
                                        .bytes(0x9286, MadePicture.bytes("ASCII\0\0\0he came again"))
                                        .text(0xA430, "Aysel M.")
                                        .text(0xA431, "R58N123"))
                        .table(
                                0x8825,
                                new Tables()
                                        .text(1, "N")
                                        .rationals(2, 40, 1, 22, 1, 3000, 100)
                                        .text(3, "E")
                                        .rationals(4, 49, 1, 50, 1, 0, 1)
                                        .rationals(6, 151, 10)
                                        .rationals(7, 3, 1, 8, 1, 7, 1)
                                        .text(29, "2026:05:06"))
                        .block());
    }

    /// Tables of Exif with the least byte first.
    public static final class Tables {
        private record Entry(int tag, int type, int count, ByteBuffer value, List<Tables> to) {}

        private final List<Entry> entries = new ArrayList<>();

        public Tables text(int tag, String text) {
            byte[] value = MadePicture.bytes(text, 0);
            entries.add(new Entry(tag, 2, value.length, ByteBuffer.wrap(value), List.of()));
            return this;
        }

        public Tables bytes(int tag, byte[] value) {
            entries.add(new Entry(tag, 7, value.length, ByteBuffer.wrap(value), List.of()));
            return this;
        }

        public Tables number(int tag, int number) {
            entries.add(new Entry(tag, 3, 1, ByteBuffer.wrap(MadePicture.bytes(number, 0, 0, 0)), List.of()));
            return this;
        }

        public Tables rationals(int tag, int... parts) {
            var out = new ByteArrayOutputStream();
            for (int part : parts) {
                out.writeBytes(little(part));
            }
            entries.add(new Entry(tag, 5, parts.length / 2, ByteBuffer.wrap(out.toByteArray()), List.of()));
            return this;
        }

        public Tables table(int tag, Tables table) {
            entries.add(new Entry(tag, 4, 1, ByteBuffer.allocate(4), List.of(table)));
            return this;
        }

        public byte[] block() {
            return MadePicture.bytes("II*", 0, little(8), written(8));
        }

        private byte[] written(int at) {
            int free = at + 2 + 12 * entries.size() + 4;
            var table = ByteBuffer.allocate(2 + 12 * entries.size() + 4).order(ByteOrder.LITTLE_ENDIAN);
            var behind = new ByteArrayOutputStream();
            table.putShort((short) entries.size());
            for (var entry : entries) {
                table.putShort((short) entry.tag).putShort((short) entry.type).putInt(entry.count);
                byte[] value = entry.to.isEmpty()
                        ? entry.value.array()
                        : entry.to.getFirst().written(free + behind.size());
                if (entry.to.isEmpty() && value.length <= 4) {
                    table.put(java.util.Arrays.copyOf(value, 4));
                } else {
                    table.putInt(free + behind.size());
                    behind.writeBytes(value);
                }
            }
            table.putInt(0);
            return MadePicture.bytes(table.array(), behind.toByteArray());
        }
    }
}
