package org.taniq.acquire;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;
import org.taniq.base.Bytes;

/// The unpacked bytes of one member, never more than the archive states.
final class MemberStream extends FilterInputStream {
    private final long size;
    private final long crcStated;
    private final Runnable end;
    private final CRC32 crc = new CRC32();
    private long given;

    private MemberStream(InputStream in, Archive.Readable member, Runnable end) {
        super(in);
        this.size = member.size();
        this.crcStated = member.data().crc();
        this.end = end;
    }

    static InputStream open(Bytes.Cursor cursor, Archive.Readable member) {
        var packed = new Packed(cursor, member.data());
        var inflater = new Inflater(true);
        InputStream plain = member.data().method() == 0 ? packed : new InflaterInputStream(packed, inflater, 1 << 16);
        return new MemberStream(plain, member, inflater::end);
    }

    /// Of bytes that were unpacked by somebody else.
    static InputStream of(InputStream plain, Archive.Readable member) {
        return new MemberStream(plain, member, () -> {});
    }

    /// The bytes in a place of the archive, as they are.
    static Packed packed(Bytes.Cursor cursor, Archive.Packed place) {
        return new Packed(cursor, place);
    }

    @Override
    public int read() throws IOException {
        return Bytes.one(this);
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        int got = some(into, from, length);
        if (got < 0) {
            check();
            return -1;
        }
        given += got;
        if (given > size) {
            throw new Archive.Damaged("more bytes than stated");
        }
        crc.update(into, from, got);
        return got;
    }

    private int some(byte[] into, int from, int length) throws IOException {
        try {
            return in.read(into, from, length);
        } catch (ZipException | java.io.EOFException e) {
            throw new Archive.Damaged("packed bytes are damaged or end too early");
        }
    }

    private void check() throws IOException {
        if (given != size) {
            throw new Archive.Damaged("fewer bytes than stated");
        }
        if (crcStated >= 0 && crc.getValue() != crcStated) {
            throw new Archive.Damaged("checksum differs");
        }
    }

    @Override
    public long skip(long n) throws IOException {
        return Bytes.skipped(this, n);
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    @Override
    public void close() throws IOException {
        super.close();
        end.run();
    }

    /// The packed bytes.
    static final class Packed extends InputStream {
        private final Bytes.Cursor cursor;
        private final long to;
        private long at;
        private Optional<IOException> failed = Optional.empty();

        Packed(Bytes.Cursor cursor, Archive.Packed place) {
            this.cursor = cursor;
            this.at = place.from();
            this.to = place.from() + place.length();
        }

        @Override
        public int read() throws IOException {
            return Bytes.one(this);
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            int wanted = (int) Math.min(length, to - at);
            int got = wanted <= 0 ? -1 : some(ByteBuffer.wrap(into, from, wanted));
            at += Math.max(0, got);
            return got <= 0 ? -1 : got;
        }

        private int some(ByteBuffer into) throws IOException {
            try {
                return cursor.read(at, into);
            } catch (IOException disk) {
                failed = Optional.of(disk);
                throw disk;
            }
        }

        /// How far they were taken.
        long at() {
            return at;
        }

        /// What kept them from being read, where that was not what stands in them.
        Optional<IOException> failed() {
            return failed;
        }
    }
}
