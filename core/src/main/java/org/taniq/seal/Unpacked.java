package org.taniq.seal;

import com.github.luben.zstd.ZstdDecompressCtx;
import com.github.luben.zstd.ZstdException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.taniq.base.Altered;
import org.taniq.base.Bytes;
import org.taniq.base.Said;

/// Reads what [Packed] wrote: exactly one zstd frame, perhaps one skippable frame, then the end. Never
/// gives out more than `most` bytes, whatever the frame would unfold to.
final class Unpacked extends InputStream {
    private static final int BUFFER = 1 << 17;
    private static final int FRAME_MAGIC = 0xFD2FB528;

    private final InputStream in;
    private final ZstdDecompressCtx zstd = new ZstdDecompressCtx();
    private final byte[] chunk = new byte[BUFFER / 2];
    private final ByteBuffer packed =
            ByteBuffer.allocateDirect(BUFFER).order(ByteOrder.LITTLE_ENDIAN).limit(0);
    private final ByteBuffer plain = ByteBuffer.allocateDirect(BUFFER).limit(0);
    private long left;
    private State state = State.BEFORE_FRAME;

    /// Where the reader is.
    private enum State {
        BEFORE_FRAME,
        IN_FRAME,
        AT_END
    }

    Unpacked(InputStream in, long most) {
        this.in = in;
        this.left = most;
    }

    @Override
    public int read() throws IOException {
        return Bytes.one(this);
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        while (!plain.hasRemaining() && state != State.AT_END) {
            unfold();
        }
        if (!plain.hasRemaining()) {
            return length == 0 ? 0 : -1;
        }
        int some = Math.min(length, plain.remaining());
        plain.get(into, from, some);
        return some;
    }

    private void unfold() throws IOException {
        if (state == State.BEFORE_FRAME) {
            expectFrame();
        }
        if (!packed.hasRemaining() && !fill()) {
            throw new Altered("the compressed bytes are cut off");
        }
        plain.clear();
        boolean frameEnded = step();
        plain.flip();
        left -= plain.remaining();
        if (left < 0) {
            plain.limit(0);
            throw new Altered("there are more bytes than were sealed");
        }
        if (frameEnded) {
            expectPaddingOnly();
        }
    }

    private boolean step() throws Altered {
        try {
            return zstd.decompressDirectByteBufferStream(plain, packed);
        } catch (ZstdException altered) {
            throw new Altered(Said.of("the compressed bytes were altered"), altered);
        }
    }

    private void expectFrame() throws IOException {
        if (!has(Integer.BYTES) || packed.getInt(packed.position()) != FRAME_MAGIC) {
            throw new Altered("no zstd frame where one should begin");
        }
        state = State.IN_FRAME;
    }

    private void expectPaddingOnly() throws IOException {
        state = State.AT_END;
        if (!has(1)) {
            return;
        }
        if (!has(Padding.HEAD) || packed.getInt() != Padding.MAGIC) {
            throw new Altered("something other than padding after the frame");
        }
        skipExactly(Integer.toUnsignedLong(packed.getInt()));
    }

    private void skipExactly(long padding) throws IOException {
        long rest = padding;
        while (has(1)) {
            rest -= packed.remaining();
            packed.position(packed.limit());
        }
        if (rest != 0) {
            throw new Altered("the padding has another length than it says");
        }
    }

    /// Whether so many packed bytes can be had.
    private boolean has(int bytes) throws IOException {
        while (packed.remaining() < bytes) {
            if (!fill()) {
                return false;
            }
        }
        return true;
    }

    private boolean fill() throws IOException {
        int some = in.read(chunk, 0, chunk.length);
        if (some < 0) {
            return false;
        }
        packed.compact().put(chunk, 0, some).flip();
        return true;
    }

    @Override
    public void close() throws IOException {
        zstd.close();
        in.close();
    }
}
