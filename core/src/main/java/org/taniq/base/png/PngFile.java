package org.taniq.base.png;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.Set;
import java.util.zip.InflaterInputStream;
import org.taniq.base.Said;

/// A PNG taken apart, its chunks checked, its pixels not yet decoded: so its size can be judged first.
final class PngFile {
    private static final Set<String> UNDERSTOOD = Set.of("IHDR", "PLTE", "IDAT", "IEND");
    private static final List<String> ONCE = List.of("IHDR", "PLTE", "tRNS", "iCCP", "eXIf");
    private static final int MAX_PROFILE = 16 << 20;

    /// Deflate gives at most 1032 bytes for one.
    private static final int MAX_DEFLATE = 1032;

    private final byte[] file;
    private final List<PngChunk> chunks;
    private final PngHeader header;

    private PngFile(byte[] file, List<PngChunk> chunks, PngHeader header) {
        this.file = file;
        this.chunks = chunks;
        this.header = header;
    }

    static PngFile of(byte[] file) throws PngException {
        var chunks = PngChunk.all(file);
        if (!chunks.getFirst().type().equals("IHDR") || chunks.getLast().length() != 0) {
            throw new PngException("does not begin with IHDR and end with an empty IEND");
        }
        refuseUnknown(chunks);
        refuseTwice(chunks);
        refuseScattered(chunks);
        return new PngFile(file, chunks, PngHeader.of(chunks.getFirst().in(file)));
    }

    private static void refuseUnknown(List<PngChunk> chunks) throws PngException {
        for (var chunk : chunks) {
            if (chunk.type().equals("acTL")) {
                throw new PngException("animated: sealed as it is, but no redacted copy can be made of it");
            }
            if (chunk.critical() && !UNDERSTOOD.contains(chunk.type())) {
                throw new PngException(Said.of("unknown critical chunk {chunk}", "chunk", chunk.type()));
            }
        }
    }

    private static void refuseTwice(List<PngChunk> chunks) throws PngException {
        for (var type : ONCE) {
            if (chunks.stream().filter(chunk -> chunk.type().equals(type)).count() > 1) {
                throw new PngException(Said.of("two chunks {chunk}", "chunk", type));
            }
        }
    }

    /// IDAT chunks stand together, and what colours them stands before.
    private static void refuseScattered(List<PngChunk> chunks) throws PngException {
        var types = chunks.stream().map(PngChunk::type).toList();
        int first = types.indexOf("IDAT");
        int last = types.lastIndexOf("IDAT");
        if (first < 0 || types.subList(first, last).stream().anyMatch(type -> !type.equals("IDAT"))) {
            throw new PngException("no IDAT, or something between two of them");
        }
        for (var type : List.of("PLTE", "tRNS", "iCCP")) {
            if (types.indexOf(type) > first) {
                throw new PngException(Said.of("{chunk} after IDAT", "chunk", type));
            }
        }
        if (types.contains("tRNS") && types.indexOf("tRNS") < types.indexOf("PLTE")) {
            throw new PngException("tRNS before PLTE");
        }
    }

    PngHeader header() {
        return header;
    }

    /// The names of all chunks, in order.
    List<String> types() {
        return chunks.stream().map(PngChunk::type).toList();
    }

    /// Bytes after IEND.
    long trailing() {
        return (long) file.length - chunks.getLast().end();
    }

    /// 1 to 8 as in Exif; 1 where the file says nothing that can be understood.
    int orientation() {
        return stated().orElse(Orientation.UPRIGHT);
    }

    private Optional<Integer> stated() {
        return find("eXIf").flatMap(chunk -> Orientation.of(chunk.in(file)));
    }

    /// The chunks that have no influence on the picture.
    SequencedSet<String> unused() {
        var unused = new LinkedHashSet<>(types());
        unused.removeAll(List.of("IHDR", "IDAT", "IEND", "tRNS", "iCCP"));
        if (header.colour() == PngHeader.Colour.PALETTE) {
            unused.remove("PLTE");
        }
        if (stated().isPresent()) {
            unused.remove("eXIf");
        }
        return unused;
    }

    /// The picture as stored, not yet turned.
    Picture picture() throws PngException {
        var data = chunks.stream().filter(chunk -> chunk.type().equals("IDAT")).toList();
        long packed = data.stream().mapToLong(PngChunk::length).sum();
        if (packed * MAX_DEFLATE < header.dataBytes()) {
            throw new PngException("too few bytes for the pixels that are declared");
        }
        var colours = new PngColours(header, bytes("PLTE"), bytes("tRNS"));
        byte[] profile = profile();
        try (var pixels = new PngPixels(header, colours, new PngData(file, data))) {
            return Picture.owning(header.width(), header.height(), pixels.rgb(), profile);
        }
    }

    private Optional<PngChunk> find(String type) {
        return chunks.stream().filter(chunk -> chunk.type().equals(type)).findFirst();
    }

    private Optional<byte[]> bytes(String type) {
        return find(type).map(chunk -> {
            var bytes = new byte[chunk.length()];
            chunk.in(file).get(bytes);
            return bytes;
        });
    }

    /// iCCP: a name of 1 to 79 bytes, 0, 0, the packed profile.
    private byte[] profile() throws PngException {
        if (find("iCCP").isEmpty()) {
            return new byte[0];
        }
        byte[] chunk = bytes("iCCP").orElseThrow();
        int name = 0;
        while (name < Math.min(chunk.length, 80) && chunk[name] != 0) {
            name++;
        }
        if (name < 1 || name > 79 || chunk.length < name + 2 || chunk[name] != 0 || chunk[name + 1] != 0) {
            throw new PngException("the colour profile is damaged");
        }
        return unpack(new ByteArrayInputStream(chunk, name + 2, chunk.length - name - 2));
    }

    private static byte[] unpack(ByteArrayInputStream packed) throws PngException {
        byte[] profile;
        try (var in = new InflaterInputStream(packed)) {
            profile = in.readNBytes(MAX_PROFILE + 1);
        } catch (IOException damaged) {
            throw new PngException("the colour profile is damaged");
        }
        if (profile.length > MAX_PROFILE) {
            throw new PngException("the colour profile is larger than 16 MiB");
        }
        return profile;
    }
}
