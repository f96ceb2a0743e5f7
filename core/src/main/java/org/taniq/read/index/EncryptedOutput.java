package org.taniq.read.index;

import java.io.IOException;
import java.io.OutputStream;
import org.apache.lucene.store.IndexOutput;

/// Plain bytes become a sealed file: a head, pages, and when all is written a trailer. A file whose writing
/// failed gets no trailer, so that nothing takes it for whole.
final class EncryptedOutput extends OutputStream {
    private static final byte[] FORMAT = {'t', 'a', 'n', 'i', 'q', 'i', 'x', 1};

    private final IndexOutput disk;
    private final PageCipher cipher;
    private final byte[] page;
    private int filled;
    private long number;
    private boolean broken;
    private boolean closed;

    /// @param name the name that the file will have when it is read
    EncryptedOutput(IndexOutput disk, String name, IndexKey key, PageShape shape) throws IOException {
        byte[] head = new byte[PageShape.HEAD];
        key.fill(head);
        System.arraycopy(FORMAT, 0, head, 0, FORMAT.length);
        this.disk = disk;
        this.cipher = key.cipher(head, name);
        this.page = new byte[shape.page()];
        disk.writeBytes(head, head.length);
    }

    @Override
    public void write(int value) throws IOException {
        write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        int done = 0;
        while (done < length) {
            int part = Math.min(page.length - filled, length - done);
            System.arraycopy(bytes, offset + done, page, filled, part);
            filled += part;
            done += part;
            if (filled == page.length) {
                writePage();
            }
        }
    }

    private void writePage() throws IOException {
        byte[] sealed = cipher.seal(number, page, filled);
        toDisk(sealed);
        number++;
        filled = 0;
    }

    private void toDisk(byte[] sealed) throws IOException {
        broken = true;
        disk.writeBytes(sealed, sealed.length);
        broken = false;
    }

    @Override
    public void close() throws IOException {
        if (closed) {
            return;
        }
        closed = true;
        try (disk) {
            if (!broken) {
                finish();
            }
        }
    }

    private void finish() throws IOException {
        long length = number * page.length + filled;
        if (filled > 0) {
            writePage();
        }
        toDisk(cipher.trailer(length));
    }
}
