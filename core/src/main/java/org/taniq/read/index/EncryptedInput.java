package org.taniq.read.index;

import java.io.EOFException;
import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.store.IndexInput;
import org.apache.lucene.store.RandomAccessInput;

/// The plain bytes from `start` to `end` of a sealed file. Clones and slices share the file and its pages;
/// each is for one thread. Closing the first one closes the file for all.
final class EncryptedInput extends IndexInput implements RandomAccessInput {
    private static final VarHandle SHORT = view(short[].class);
    private static final VarHandle INT = view(int[].class);
    private static final VarHandle LONG = view(long[].class);
    private static final byte[] NO_PAGE = {};

    private final PageFile file;
    private final long start;
    private final long end;
    private final boolean owner;

    /// The page that is read from, the place in it, where it ends for this slice, where it begins in the
    /// file.
    private byte[] page = NO_PAGE;

    private int at;
    private int limit;
    private long base;

    /// The page of reads at positions, which leave the place above alone.
    private byte[] otherPage = NO_PAGE;

    private int otherLimit;
    private long otherBase;

    private boolean closed;

    /// The whole file, and with it the right to close it.
    EncryptedInput(PageFile file) {
        super(file.name());
        this.file = file;
        this.start = 0;
        this.end = file.length();
        this.owner = true;
    }

    private EncryptedInput(String description, PageFile file, long start, long end) {
        super(description);
        this.file = file;
        this.start = start;
        this.end = end;
        this.owner = false;
        this.base = start;
    }

    private static VarHandle view(Class<?> array) {
        return MethodHandles.byteArrayViewVarHandle(array, ByteOrder.LITTLE_ENDIAN);
    }

    @Override
    public byte readByte() throws IOException {
        file.ensureOpen();
        if (at >= limit) {
            turn();
        }
        return page[at++];
    }

    @Override
    public void readBytes(byte[] into, int offset, int length) throws IOException {
        file.ensureOpen();
        int done = 0;
        while (done < length) {
            if (at >= limit) {
                turn();
            }
            int part = Math.min(limit - at, length - done);
            System.arraycopy(page, at, into, offset + done, part);
            at += part;
            done += part;
        }
    }

    @Override
    public short readShort() throws IOException {
        file.ensureOpen();
        if (limit - at < Short.BYTES) {
            return super.readShort();
        }
        at += Short.BYTES;
        return (short) SHORT.get(page, at - Short.BYTES);
    }

    @Override
    public int readInt() throws IOException {
        file.ensureOpen();
        if (limit - at < Integer.BYTES) {
            return super.readInt();
        }
        at += Integer.BYTES;
        return (int) INT.get(page, at - Integer.BYTES);
    }

    @Override
    public long readLong() throws IOException {
        file.ensureOpen();
        if (limit - at < Long.BYTES) {
            return super.readLong();
        }
        at += Long.BYTES;
        return (long) LONG.get(page, at - Long.BYTES);
    }

    /// Goes to the page that holds the next byte.
    private void turn() throws IOException {
        ensureOpen();
        long place = base + at;
        if (place >= end) {
            throw new EOFException("read past the end of " + this);
        }
        int number = (int) (place >>> file.shape().bits());
        byte[] next = file.page(number);
        base = (long) number << file.shape().bits();
        at = (int) (place - base);
        limit = (int) Math.min(next.length, end - base);
        page = next;
    }

    @Override
    public byte readByte(long position) throws IOException {
        return otherPage(position, Byte.BYTES)
                ? otherPage[inOtherPage(position)]
                : fromTwoPages(position).readByte();
    }

    @Override
    public short readShort(long position) throws IOException {
        return otherPage(position, Short.BYTES)
                ? (short) SHORT.get(otherPage, inOtherPage(position))
                : fromTwoPages(position).readShort();
    }

    @Override
    public int readInt(long position) throws IOException {
        return otherPage(position, Integer.BYTES)
                ? (int) INT.get(otherPage, inOtherPage(position))
                : fromTwoPages(position).readInt();
    }

    @Override
    public long readLong(long position) throws IOException {
        return otherPage(position, Long.BYTES)
                ? (long) LONG.get(otherPage, inOtherPage(position))
                : fromTwoPages(position).readLong();
    }

    @Override
    public void readBytes(long position, byte[] into, int offset, int length) throws IOException {
        fromTwoPages(position).readBytes(into, offset, length);
    }

    /// Goes to the page that holds the position; false where the value runs over its end, or over the
    /// slice's.
    private boolean otherPage(long position, int size) throws IOException {
        file.ensureOpen();
        long place = start + position;
        long from = place - otherBase;
        if (from < 0 || from >= otherLimit) {
            turnOther(position);
        }
        return place - otherBase + size <= otherLimit;
    }

    private void turnOther(long position) throws IOException {
        ensureOpen();
        if (position < 0 || position >= length()) {
            throw new EOFException("read past the end of " + this);
        }
        int number = (int) (start + position >>> file.shape().bits());
        otherPage = file.page(number);
        otherBase = (long) number << file.shape().bits();
        otherLimit = (int) Math.min(otherPage.length, end - otherBase);
    }

    private int inOtherPage(long position) {
        return (int) (start + position - otherBase);
    }

    private EncryptedInput fromTwoPages(long position) throws IOException {
        EncryptedInput there = clone();
        there.seek(position);
        return there;
    }

    @Override
    public long getFilePointer() {
        return base + at - start;
    }

    @Override
    public long length() {
        return end - start;
    }

    @Override
    public void seek(long position) throws IOException {
        ensureOpen();
        if (position < 0 || position > length()) {
            throw new EOFException("seek past the end of " + this);
        }
        long place = start + position - base;
        if (place >= 0 && place <= limit) {
            at = (int) place;
            return;
        }
        leavePage(start + position);
    }

    private void leavePage(long place) {
        page = NO_PAGE;
        base = place;
        at = 0;
        limit = 0;
    }

    @Override
    public EncryptedInput slice(String description, long offset, long length) {
        ensureOpen();
        if (offset < 0 || length < 0 || length > length() - offset) {
            throw new IllegalArgumentException("a slice out of bounds of " + this);
        }
        String name = getFullSliceDescription(description);
        return new EncryptedInput(name, file, start + offset, start + offset + length);
    }

    /// The same place in the same bytes; it closes nothing.
    @Override
    public EncryptedInput clone() {
        ensureOpen();
        var copy = new EncryptedInput(toString(), file, start, end);
        copy.page = page;
        copy.at = at;
        copy.limit = limit;
        copy.base = base;
        return copy;
    }

    private void ensureOpen() {
        file.ensureOpen();
        if (closed) {
            throw new AlreadyClosedException("closed: " + this);
        }
    }

    @Override
    public void close() throws IOException {
        closed = true;
        leavePage(base + at);
        otherLimit = 0;
        if (owner) {
            file.close();
        }
    }
}
