package org.taniq.read.index;

import org.jspecify.annotations.Nullable;

/// Decrypted pages of all open files of one directory, at most so many. A page that was used since the hand
/// last passed it is spared once (the clock algorithm), so a merge that reads each page once does not push
/// out what searches use.
final class PageCache {
    private final @Nullable Page[] ring;
    private int hand;

    PageCache(int pages) {
        this.ring = new Page[Math.max(1, pages)];
    }

    synchronized void admit(Page page) {
        Page old = ring[hand];
        while (old != null && old.used) {
            old.used = false;
            advance();
            old = ring[hand];
        }
        if (old != null) {
            old.evict();
        }
        ring[hand] = page;
        advance();
    }

    synchronized void forget(PageFile file) {
        for (int i = 0; i < ring.length; i++) {
            Page page = ring[i];
            if (page != null && page.file == file) {
                ring[i] = null;
            }
        }
    }

    private void advance() {
        hand = hand + 1 == ring.length ? 0 : hand + 1;
    }

    /// A decrypted page; nobody changes its bytes. `used` is a hint and needs no fence.
    static final class Page {
        final PageFile file;
        final int number;
        final byte[] bytes;
        boolean used;

        Page(PageFile file, int number, byte[] bytes) {
            this.file = file;
            this.number = number;
            this.bytes = bytes;
        }

        private void evict() {
            file.evict(number);
        }
    }
}
