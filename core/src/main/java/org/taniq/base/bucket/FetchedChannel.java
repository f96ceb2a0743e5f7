package org.taniq.base.bucket;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;

/// A file that is read from its beginning to its end, for what reads through a channel.
final class FetchedChannel implements SeekableByteChannel {
    private static final int BUFFER = 1 << 16;

    private final InputStream in;
    private final long size;
    private long position;
    private boolean open = true;

    FetchedChannel(InputStream in, long size) {
        this.in = in;
        this.size = size;
    }

    @Override
    public int read(ByteBuffer to) throws IOException {
        var bytes = new byte[Math.min(BUFFER, to.remaining())];
        int read = in.read(bytes);
        if (read > 0) {
            to.put(bytes, 0, read);
            position += read;
        }
        return read;
    }

    @Override
    public long position() {
        return position;
    }

    @Override
    public SeekableByteChannel position(long wanted) {
        if (wanted != position) {
            throw new UnsupportedOperationException("only read from the beginning on");
        }
        return this;
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public int write(ByteBuffer from) {
        throw new NonWritableChannelException();
    }

    @Override
    public SeekableByteChannel truncate(long to) {
        throw new NonWritableChannelException();
    }

    @Override
    public boolean isOpen() {
        return open;
    }

    @Override
    public void close() throws IOException {
        open = false;
        in.close();
    }
}
