package org.taniq.read.index;

import java.util.OptionalLong;

/// How the plain bytes of an index file lie on disk: a head, pages with a tag each, a trailer. Pages are
/// full but for the last, which is not empty.
///
/// @param bits a page has 2^bits plain bytes
record PageShape(int bits) {
    /// 8 bytes that name the format, 24 random bytes.
    static final int HEAD = 32;

    static final int TRAILER = PageCipher.TAG;
    static final PageShape OF_16_KIB = new PageShape(14);

    PageShape {
        if (bits < 0 || bits > 24) {
            throw new IllegalArgumentException("a page has 1 byte to 16 MiB");
        }
    }

    int page() {
        return 1 << bits;
    }

    private int sealedPage() {
        return page() + PageCipher.TAG;
    }

    /// Where the page begins on disk.
    long place(long number) {
        return HEAD + number * sealedPage();
    }

    long pages(long length) {
        return (length + page() - 1) >>> bits;
    }

    /// The bytes of a sealed page of a file with so many plain bytes.
    int sealedSize(long number, long length) {
        return (int) Math.min(page(), length - (number << bits)) + PageCipher.TAG;
    }

    /// The plain bytes in a file of this size; nothing where no file of this shape has that size.
    OptionalLong length(long size) {
        long body = size - HEAD - TRAILER;
        long last = Math.floorMod(body, (long) sealedPage());
        if (body < 0 || last > 0 && last <= PageCipher.TAG) {
            return OptionalLong.empty();
        }
        long full = body / sealedPage() * page();
        return OptionalLong.of(last == 0 ? full : full + last - PageCipher.TAG);
    }
}
