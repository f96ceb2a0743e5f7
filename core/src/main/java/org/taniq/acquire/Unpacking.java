package org.taniq.acquire;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.taniq.base.Bytes;
import org.tukaani.xz.XZInputStream;

/// The unpacked bytes of a packed file, by libraries that are run on hostile bytes: whatever they throw is damage, said
/// behind what they gave before.
final class Unpacking extends FilterInputStream {
    /// Enough for what `xz -9` packs.
    private static final int MOST_KIB_OF_XZ = 80 << 10;

    private final MemberStream.Packed packed;
    private Optional<Archive.Damaged> damaged = Optional.empty();

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

    private void begin(ArchiveKind kind) throws IOException {
        try {
            var buffered = new BufferedInputStream(packed, Gunzip.BUFFER);
            in = kind == ArchiveKind.XZ
                    ? new XZInputStream(buffered, MOST_KIB_OF_XZ)
                    : new BZip2CompressorInputStream(buffered, true);
        } catch (IOException | RuntimeException | OutOfMemoryError hostile) {
            damaged = Optional.of(damage());
        }
    }

    /// A fault of the disk is none of the bytes.
    private Archive.Damaged damage() throws IOException {
        if (packed.failed().isPresent()) {
            throw packed.failed().get();
        }
        return new Archive.Damaged("packed bytes are damaged or end too early");
    }

    @Override
    public int read() throws IOException {
        return Bytes.one(this);
    }

    /// Byte by byte, because a library that meets damage does not say how many it gave before.
    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        if (damaged.isPresent()) {
            throw damaged.get();
        }
        int got = 0;
        try {
            while (got < length) {
                int one = in.read();
                if (one < 0) {
                    break;
                }
                into[from + got++] = (byte) one;
            }
        } catch (IOException | RuntimeException | OutOfMemoryError hostile) {
            damaged = Optional.of(damage());
            if (got == 0) {
                throw damaged.get();
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
