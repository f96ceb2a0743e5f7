package org.taniq.acquire;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;
import java.util.Optional;
import org.taniq.base.Bytes;

/// Bytes as a library wants them that reads here and there. Closing it leaves the cursor open.
final class CursorChannel implements SeekableByteChannel {
    private final Bytes.Cursor cursor;
    private long at;
    private boolean isOpen = true;
    private Optional<IOException> failed = Optional.empty();

    CursorChannel(Bytes.Cursor cursor) {
        this.cursor = cursor;
    }

    @Override
    public int read(ByteBuffer into) throws IOException {
        try {
            int got = at >= cursor.size() ? 0 : cursor.read(at, into);
            at += got;
            return got == 0 && into.hasRemaining() ? -1 : got;
        } catch (IOException disk) {
            failed = Optional.of(disk);
            throw disk;
        }
    }

    /// What kept the bytes from being read, where that was not what stands in them.
    Optional<IOException> failed() {
        return failed;
    }

    @Override
    public int write(ByteBuffer from) {
        throw new NonWritableChannelException();
    }

    @Override
    public long position() {
        return at;
    }

    @Override
    public SeekableByteChannel position(long position) {
        if (position < 0) {
            throw new IllegalArgumentException("not a place: " + position);
        }
        at = position;
        return this;
    }

    @Override
    public long size() throws IOException {
        return cursor.size();
    }

    @Override
    public SeekableByteChannel truncate(long length) {
        throw new NonWritableChannelException();
    }

    @Override
    public boolean isOpen() {
        return isOpen;
    }

    @Override
    public void close() {
        isOpen = false;
    }
}
