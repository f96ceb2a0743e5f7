package org.taniq.base.sqlite;

/// A page, as much of it as is there. Its bytes are used until the next page is read into them.
final class Page {
    private static final int FILE_HEAD = 100;

    private final long number;
    private final byte[] bytes;
    private final int usable;
    private final int there;
    private final Place place;

    /// @param usable how many of the bytes are for rows, the others being left to others by SQLite
    /// @param there how many of these are there
    /// @param place the page in its file
    Page(byte[] bytes, int usable, int there, Place place) {
        this.number = place.page();
        this.bytes = bytes;
        this.usable = usable;
        this.there = Math.min(usable, there);
        this.place = place;
    }

    long number() {
        return number;
    }

    byte[] bytes() {
        return bytes;
    }

    int there() {
        return there;
    }

    int usable() {
        return usable;
    }

    boolean isWhole() {
        return there == usable;
    }

    /// Where the head of the tree's page begins.
    int head() {
        return number == 1 ? FILE_HEAD : 0;
    }

    int u8(int at) {
        return bytes[at] & 0xFF;
    }

    int u16(int at) {
        return u8(at) << 8 | u8(at + 1);
    }

    long u32(int at) {
        return (long) u16(at) << 16 | u16(at + 2);
    }

    Scan scan(int at) {
        return new Scan(bytes, at, there);
    }

    /// Some bytes of the page.
    Place place(int from, int to) {
        return new Place(place.file(), number, place.from() + from, place.from() + to);
    }

    Damage damage(Damage.Why why) {
        return new Damage(place, why);
    }
}
