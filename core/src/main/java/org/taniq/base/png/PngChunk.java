package org.taniq.base.png;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;
import org.taniq.base.Said;

/// A chunk of a PNG: `length` bytes from `from` on in the file. Its checksum is right.
record PngChunk(String type, int from, int length) {
    static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final int MAX_CHUNKS = 1 << 20;

    /// Length, type and checksum.
    private static final int AROUND = 12;

    /// All chunks up to and with IEND.
    static List<PngChunk> all(byte[] file) throws PngException {
        if (!Arrays.equals(SIGNATURE, Arrays.copyOf(file, SIGNATURE.length))) {
            throw new PngException("not a PNG");
        }
        var chunks = new ArrayList<PngChunk>();
        int at = SIGNATURE.length;
        do {
            chunks.add(read(file, at));
            at = chunks.getLast().end();
        } while (!chunks.getLast().type.equals("IEND") && chunks.size() < MAX_CHUNKS);
        if (!chunks.getLast().type.equals("IEND")) {
            throw new PngException(Said.of("more than {most} chunks", "most", MAX_CHUNKS));
        }
        return List.copyOf(chunks);
    }

    private static PngChunk read(byte[] file, int at) throws PngException {
        if (file.length - at < AROUND) {
            throw new PngException("cut off in a chunk");
        }
        int length = ByteBuffer.wrap(file).getInt(at);
        if (length < 0 || length > file.length - at - AROUND) {
            throw new PngException("cut off in a chunk, or its length is wrong");
        }
        var chunk = new PngChunk(name(file, at + 4), at + 8, length);
        var crc = new CRC32();
        crc.update(file, at + 4, 4 + length);
        if ((int) crc.getValue() != ByteBuffer.wrap(file).getInt(at + 8 + length)) {
            throw new PngException(Said.of("wrong checksum of a chunk {chunk}", "chunk", chunk.type));
        }
        return chunk;
    }

    private static String name(byte[] file, int at) throws PngException {
        for (int i = at; i < at + 4; i++) {
            int lower = file[i] | 0x20;
            if (lower < 'a' || lower > 'z') {
                throw new PngException("a chunk's name is not four letters");
            }
        }
        return new String(file, at, 4, StandardCharsets.US_ASCII);
    }

    /// A decoder that does not know this chunk must refuse the file.
    boolean critical() {
        return Character.isUpperCase(type.charAt(0));
    }

    /// Where the next chunk begins.
    int end() {
        return from + length + 4;
    }

    ByteBuffer in(byte[] file) {
        return ByteBuffer.wrap(file, from, length).slice();
    }
}
