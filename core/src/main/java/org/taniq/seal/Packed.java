package org.taniq.seal;

import com.github.luben.zstd.ZstdOutputStreamNoFinalizer;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/// Bytes as they lie inside every encrypted file of the vault: one zstd frame (level 3, with checksum),
/// then [Padding]. `zstd -d` gives the bytes back.
final class Packed {
    private static final int LEVEL = 3;

    private Packed() {}

    /// Packs what the writer writes into `out`, which stays open, and says what it was.
    static Measure write(Blobs.Writer writer, OutputStream out) throws IOException {
        var frame = new Counting(out);
        Measure plain = compress(writer, frame);
        Padding.write(out, frame.count);
        return plain;
    }

    private static Measure compress(Blobs.Writer writer, OutputStream frame) throws IOException {
        try (var zstd = new ZstdOutputStreamNoFinalizer(frame, LEVEL)) {
            zstd.setChecksum(true);
            var plain = new Measure(zstd);
            writer.writeTo(plain);
            return plain;
        }
    }

    private static final class Counting extends FilterOutputStream {
        private long count;

        private Counting(OutputStream out) {
            super(out);
        }

        @Override
        public void write(int oneByte) throws IOException {
            out.write(oneByte);
            count++;
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
            count += length;
        }

        @Override
        public void close() {
            // the end of the frame is not the end of the file
        }
    }
}
