package org.taniq.acquire;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.taniq.base.Bytes;
import org.tukaani.xz.BasicArrayCache;
import org.tukaani.xz.MemoryLimitException;
import org.tukaani.xz.UnsupportedOptionsException;
import org.tukaani.xz.XZInputStream;

/// The unpacked bytes of a packed file, by libraries that are run on hostile bytes: whatever they throw is damage, said
/// behind what they gave before; but for [MemoryLimitException], [UnsupportedOptionsException], [HardlyAnything] and
/// memory
/// that ends, because another program, or more memory, may unpack it.
final class Unpacking extends FilterInputStream {
    /// Enough for what `xz -9` packs.
    private static final int MOST_KIB_OF_XZ = 80 << 10;

    private final MemberStream.Packed packed;
    private Optional<IOException> ended = Optional.empty();
    private long given;

    private Unpacking(MemberStream.Packed packed) {
        super(packed);
        this.packed = packed;
    }

    /// @param kind one that holds one file
    static InputStream of(ArchiveKind kind, MemberStream.Packed packed) throws IOException {
        if (kind == ArchiveKind.GZIP) {
            return new Gunzip(packed);
        }
        var unpacking = new Unpacking(packed);
        unpacking.begin(kind);
        return unpacking;
    }

    /// More packed bytes were taken than sound ones need for what came of them. A file of blocks that hold nothing
    /// would else keep a library busy for hours.
    static final class HardlyAnything extends IOException {
        private static final long serialVersionUID = 1;
    }

    /// The packed bytes, as long as something comes of them.
    private final class Metered extends FilterInputStream {
        private static final long FREE = 1L << 20;
        /// Sound ones grow by less than a half when they are packed, lists of their blocks included.
        private static final int MOST = 2;

        private Metered() {
            super(packed);
        }

        @Override
        public int read() throws IOException {
            return Bytes.one(this);
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            if (packed.at() > FREE + MOST * given) {
                throw new HardlyAnything();
            }
            return super.read(into, from, length);
        }
    }

    private void begin(ArchiveKind kind) throws IOException {
        try {
            var buffered = new BufferedInputStream(new Metered(), Gunzip.BUFFER);
            in = kind == ArchiveKind.XZ
                    ? new XZInputStream(buffered, MOST_KIB_OF_XZ, true, BasicArrayCache.getInstance())
                    : new BZip2CompressorInputStream(buffered, true);
        } catch (IOException | RuntimeException hostile) {
            ended = Optional.of(end(hostile));
        }
    }

    /// A fault of the disk is none of the bytes.
    private IOException end(Exception hostile) throws IOException {
        if (packed.failed().isPresent()) {
            throw packed.failed().get();
        }
        return switch (hostile) {
            case MemoryLimitException memory -> memory;
            case UnsupportedOptionsException unknown -> unknown;
            case HardlyAnything nothing -> nothing;
            default -> new Archive.Damaged("packed bytes are damaged or end too early");
        };
    }

    @Override
    public int read() throws IOException {
        return Bytes.one(this);
    }

    /// Byte by byte, because a library that meets damage does not say how many it gave before.
    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        if (ended.isPresent()) {
            throw ended.get();
        }
        int got = 0;
        try {
            while (got < length) {
                int one = in.read();
                if (one < 0) {
                    break;
                }
                into[from + got++] = (byte) one;
                given++;
            }
        } catch (IOException | RuntimeException hostile) {
            ended = Optional.of(end(hostile));
            if (got == 0) {
                throw ended.get();
            }
        }
        return got == 0 && length > 0 ? -1 : got;
    }

    @Override
    public long skip(long n) throws IOException {
        return Bytes.skipped(this, n);
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
