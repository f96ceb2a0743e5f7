package org.taniq.read.index;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.store.AlreadyClosedException;

/// One sealed file of the index, open for reading by many threads. It is read at positions and never
/// mapped: a mapped file that somebody cuts short kills the reader instead of telling it. Like every
/// channel, it is closed by an interrupt of a thread that reads it.
final class PageFile implements Closeable {
    private final String name;
    private final FileChannel channel;
    private final PageShape shape;
    private final PageCipher cipher;
    private final PageCache cache;
    private final long length;
    private final AtomicReferenceArray<PageCache.Page> pages;
    private boolean closed;

    private PageFile(Opened opened, PageCipher cipher, PageCache cache, long length) {
        this.name = opened.name;
        this.channel = opened.channel;
        this.shape = opened.shape;
        this.cipher = cipher;
        this.cache = cache;
        this.length = length;
        this.pages = new AtomicReferenceArray<>(Math.toIntExact(shape.pages(length)));
    }

    /// @throws CorruptIndexException if the file was not written under this name with this key, or not to
    ///     this length
    static PageFile open(Path path, IndexKey key, PageShape shape, PageCache cache) throws IOException {
        var channel = FileChannel.open(path, StandardOpenOption.READ);
        try {
            return new Opened(path.getFileName().toString(), channel, shape).check(key, cache);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    /// A file that nothing is known of yet but its name.
    private record Opened(String name, FileChannel channel, PageShape shape) {

        PageFile check(IndexKey key, PageCache cache) throws IOException {
            long size = channel.size();
            OptionalLong length = shape.length(size);
            if (length.isEmpty()) {
                throw altered("no file of the index has this length", name);
            }
            PageCipher cipher = key.cipher(read(0, PageShape.HEAD), name);
            byte[] trailer = read(size - PageShape.TRAILER, PageShape.TRAILER);
            if (!MessageDigest.isEqual(trailer, cipher.trailer(length.getAsLong()))) {
                throw altered("this is not the file that was written under this name, or not all of it", name);
            }
            return new PageFile(this, cipher, cache, length.getAsLong());
        }

        private byte[] read(long place, int count) throws IOException {
            return PageFile.read(channel, place, ByteBuffer.allocate(count), name);
        }
    }

    PageShape shape() {
        return shape;
    }

    long length() {
        return length;
    }

    String name() {
        return name;
    }

    /// The plain bytes of a page; the caller does not change them.
    ///
    /// @throws CorruptIndexException if they are not those that were written
    byte[] page(int number) throws IOException {
        PageCache.Page page = pages.getAcquire(number);
        if (page == null) {
            page = load(number);
        }
        page.used = true;
        return page.bytes;
    }

    private PageCache.Page load(int number) throws IOException {
        var sealed = ByteBuffer.allocate(shape.sealedSize(number, length));
        byte[] plain = cipher.open(number, readOpen(shape.place(number), sealed))
                .orElseThrow(() -> altered("page " + number + " is not what was written there", name));
        var page = new PageCache.Page(this, number, plain);
        PageCache.Page other = pages.compareAndExchange(number, null, page);
        if (other != null) {
            return other;
        }
        cache.admit(page);
        return page;
    }

    private byte[] readOpen(long place, ByteBuffer into) throws IOException {
        try {
            return read(channel, place, into, name);
        } catch (ClosedChannelException e) {
            throw new AlreadyClosedException("a file of the index was closed: " + name, e);
        }
    }

    private static byte[] read(FileChannel channel, long place, ByteBuffer into, String name) throws IOException {
        while (into.hasRemaining()) {
            if (channel.read(into, place + into.position()) < 0) {
                throw altered("it was cut short", name);
            }
        }
        return into.array();
    }

    void evict(int number) {
        pages.setRelease(number, null);
    }

    void ensureOpen() {
        if (closed) {
            throw new AlreadyClosedException("a file of the index was closed: " + name);
        }
    }

    @Override
    public void close() throws IOException {
        closed = true;
        channel.close();
        cache.forget(this);
    }

    static CorruptIndexException altered(String what, String name) {
        return new CorruptIndexException(what, name);
    }
}
