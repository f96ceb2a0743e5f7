package org.taniq.base.png;

import java.util.Iterator;
import java.util.List;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/// The unpacked bytes of all IDAT chunks, as many as are asked for and never more.
final class PngData implements AutoCloseable {
    private final byte[] file;
    private final Iterator<PngChunk> chunks;
    private final Inflater inflater = new Inflater();

    PngData(byte[] file, List<PngChunk> chunks) {
        this.file = file;
        this.chunks = chunks.iterator();
    }

    /// Fills the first `count` bytes.
    void read(byte[] to, int count) throws PngException {
        int done = 0;
        while (done < count) {
            if (inflater.finished()) {
                throw new PngException("fewer pixels than declared");
            }
            done += some(to, done, count - done);
        }
    }

    /// Refuses anything that is left, packed or unpacked, and a wrong checksum of the whole.
    void end() throws PngException {
        while (!inflater.finished()) {
            if (some(new byte[1], 0, 1) > 0) {
                throw new PngException("more pixels than declared");
            }
        }
        boolean left = inflater.getRemaining() > 0;
        while (chunks.hasNext()) {
            left |= chunks.next().length() > 0;
        }
        if (left) {
            throw new PngException("bytes after the packed pixels");
        }
    }

    /// As many bytes as come at once; none where the next chunk had to be begun.
    private int some(byte[] to, int from, int count) throws PngException {
        try {
            int got = inflater.inflate(to, from, count);
            if (inflater.needsDictionary()) {
                throw new PngException("packed with a dictionary");
            }
            if (got == 0 && !inflater.finished() && inflater.needsInput()) {
                feed();
            }
            return got;
        } catch (DataFormatException damaged) {
            throw new PngException("the packed pixels are damaged");
        }
    }

    private void feed() throws PngException {
        if (!chunks.hasNext()) {
            throw new PngException("the packed pixels are cut off");
        }
        var chunk = chunks.next();
        inflater.setInput(file, chunk.from(), chunk.length());
    }

    @Override
    public void close() {
        inflater.end();
    }
}
