package org.taniq.base.sqlite;

import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// The first 100 bytes of a database (file format, 1.3).
public final class Header {
    static final int LENGTH = 100;
    private static final byte[] MAGIC = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);
    private static final int LEAST_USABLE = 480;

    private final ByteBuffer bytes;

    private Header(byte[] bytes) {
        this.bytes = ByteBuffer.wrap(bytes);
    }

    /// @throws SqliteException if this is no database, or one whose pages have no size
    static Header of(byte[] first) throws SqliteException {
        if (!isMagic(first) || first.length < LENGTH) {
            throw new SqliteException("not a database of SQLite, or an encrypted one");
        }
        var header = new Header(Arrays.copyOf(first, LENGTH));
        int size = header.pageSize();
        if (size < 512 || Integer.bitCount(size) != 1 || header.usable() < LEAST_USABLE) {
            throw new SqliteException("the database states a size of its pages that SQLite does not have");
        }
        return header;
    }

    static boolean isMagic(byte[] first) {
        return Arrays.equals(MAGIC, 0, MAGIC.length, first, 0, Math.min(MAGIC.length, first.length));
    }

    /// Bytes of a page, 512 to 65,536.
    public int pageSize() {
        int stated = Short.toUnsignedInt(bytes.getShort(16));
        return stated == 1 ? 1 << 16 : stated;
    }

    /// Bytes at the end of each page that SQLite leaves to others.
    public int reserved() {
        return Byte.toUnsignedInt(bytes.get(20));
    }

    int usable() {
        return pageSize() - reserved();
    }

    /// Of all texts in the database.
    public Charset encoding() {
        return switch (bytes.getInt(56)) {
            case 2 -> StandardCharsets.UTF_16LE;
            case 3 -> StandardCharsets.UTF_16BE;
            default -> StandardCharsets.UTF_8;
        };
    }

    /// Whether what is written goes first into a log beside the database, a file whose name ends in
    /// `-wal`: without it, what was written last may be missing.
    public boolean usesLog() {
        return bytes.get(18) == 2 || bytes.get(19) == 2;
    }

    /// A number that programs use for the version of their tables (`PRAGMA user_version`).
    public int userVersion() {
        return bytes.getInt(60);
    }

    /// How many pages the database says it has; 0 where a program older than 2010 has written it and does
    /// not say.
    public long statedPages() {
        return bytes.getInt(24) == bytes.getInt(92) ? Integer.toUnsignedLong(bytes.getInt(28)) : 0;
    }

    long freeTrunk() {
        return Integer.toUnsignedLong(bytes.getInt(32));
    }

    long statedFree() {
        return Integer.toUnsignedLong(bytes.getInt(36));
    }

    /// Whether each field that is not used here, or taken for another one, is as SQLite writes it.
    boolean isUsual() {
        int format = bytes.getInt(44);
        int encoding = bytes.getInt(56);
        return isVersion(bytes.get(18))
                && isVersion(bytes.get(19))
                && bytes.get(21) == 64
                && bytes.get(22) == 32
                && bytes.get(23) == 32
                && format >= 0
                && format <= 4
                && encoding >= 0
                && encoding <= 3;
    }

    private static boolean isVersion(byte version) {
        return version == 1 || version == 2;
    }
}
