package org.taniq.acquire;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.CRC32;

/// A 7z archive put together byte by byte, as the library does not write it: several members in one block, packed in
/// ways that it does not know.
final class MadeSevenZip {
    private static final int COMPLEX = 0x10;
    private static final int WITH_PROPERTIES = 0x20;

    private final List<Block> blocks = new ArrayList<>();
    private final ByteArrayOutputStream packed = new ByteArrayOutputStream();

    /// How bytes are packed, by the number that stands for it; numbers in hexadecimal.
    ///
    /// @param streams how many streams go into it
    record Coder(String number, int streams, String settings) {
        static final Coder COPY = new Coder("00", 1, "");
        static final Coder AES = new Coder("06F10701", 1, "1300");
        static final Coder PPMD = new Coder("030401", 1, "0000000000");
        static final Coder BCJ2 = new Coder("0303011B", 4, "");
        static final Coder LZMA = new Coder("030101", 1, "5D00000100");

        /// @param dictionary by its number: 28 is 64 MiB, 32 is 256 MiB
        static Coder lzma2(int dictionary) {
            return new Coder("21", 1, HexFormat.of().toHexDigits((byte) dictionary));
        }

        private byte[] id() {
            return HexFormat.of().parseHex(number);
        }

        private byte[] properties() {
            return HexFormat.of().parseHex(settings);
        }
    }

    private record Block(List<Coder> coders, int packed, List<Integer> sizes) {
        private int streams() {
            return coders.getFirst().streams();
        }

        private int size() {
            return sizes.stream().mapToInt(Integer::intValue).sum();
        }
    }

    /// Members that are packed as one.
    ///
    /// @param coders in the order in which they unpack
    MadeSevenZip block(byte[] bytes, List<Coder> coders, Integer... sizes) {
        packed.writeBytes(bytes);
        blocks.add(new Block(coders, bytes.length, List.of(sizes)));
        return this;
    }

    byte[] made() {
        byte[] header = header();
        var start = ByteBuffer.allocate(20).order(ByteOrder.LITTLE_ENDIAN);
        start.putLong(packed.size()).putLong(header.length).putInt(crc(header));
        var all = ByteBuffer.allocate(32 + packed.size() + header.length).order(ByteOrder.LITTLE_ENDIAN);
        all.put(new byte[] {'7', 'z', (byte) 0xBC, (byte) 0xAF, 0x27, 0x1C, 0, 4});
        all.putInt(crc(start.array())).put(start.array()).put(packed.toByteArray());
        return all.put(header).array();
    }

    private static int crc(byte[] bytes) {
        var crc = new CRC32();
        crc.update(bytes);
        return (int) crc.getValue();
    }

    private byte[] header() {
        var out = new ByteArrayOutputStream();
        out.writeBytes(new byte[] {1, 4, 6, 0});
        number(out, blocks.stream().mapToInt(Block::streams).sum());
        out.write(9);
        blocks.forEach(block -> {
            number(out, block.packed());
            for (int i = 1; i < block.streams(); i++) {
                number(out, 0);
            }
        });
        out.writeBytes(new byte[] {0, 7, 0x0B});
        number(out, blocks.size());
        out.write(0);
        blocks.forEach(block -> folder(out, block));
        out.write(0x0C);
        blocks.forEach(block -> block.coders().forEach(_ -> number(out, block.size())));
        out.writeBytes(new byte[] {0, 8, 0x0D});
        blocks.forEach(block -> number(out, block.sizes().size()));
        out.write(9);
        blocks.forEach(
                block -> block.sizes().subList(0, block.sizes().size() - 1).forEach(size -> number(out, size)));
        out.writeBytes(new byte[] {0, 0, 5});
        files(out);
        return out.toByteArray();
    }

    private static void folder(ByteArrayOutputStream out, Block block) {
        number(out, block.coders().size());
        for (var coder : block.coders().reversed()) {
            boolean isComplex = coder.streams() > 1;
            boolean hasProperties = coder.properties().length > 0;
            out.write(coder.id().length | (isComplex ? COMPLEX : 0) | (hasProperties ? WITH_PROPERTIES : 0));
            out.writeBytes(coder.id());
            if (isComplex) {
                number(out, coder.streams());
                number(out, 1);
            }
            if (hasProperties) {
                number(out, coder.properties().length);
                out.writeBytes(coder.properties());
            }
        }
        for (int i = 1; i < block.coders().size(); i++) {
            number(out, i - 1);
            number(out, i);
        }
        for (int i = 0; block.streams() > 1 && i < block.streams(); i++) {
            number(out, i);
        }
    }

    /// Each member is called by its number.
    private void files(ByteArrayOutputStream out) {
        int count = blocks.stream().mapToInt(block -> block.sizes().size()).sum();
        var names = new ByteArrayOutputStream();
        names.write(0);
        for (int i = 0; i < count; i++) {
            names.writeBytes((i + ".txt\0").getBytes(StandardCharsets.UTF_16LE));
        }
        number(out, count);
        out.write(0x11);
        number(out, names.size());
        out.writeBytes(names.toByteArray());
        out.write(0);
        out.write(0);
    }

    /// As many first bits are set as bytes follow.
    private static void number(ByteArrayOutputStream out, long value) {
        int more = 0;
        while (more < 8 && value >>> 7 * (more + 1) != 0) {
            more++;
        }
        out.write((int) (0xFF00 >> more & 0xFF | value >>> 8 * more));
        for (int i = 0; i < more; i++) {
            out.write((int) (value >>> 8 * i));
        }
    }
}
