package org.taniq.base.mime;

import java.io.ByteArrayOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// A part that holds no others: its bytes as they are meant are counted and digested, and as many kept as are needed.
public final class Leaf implements PartWalk.Content {
    private static final int PIECE = 1 << 13;

    private final MessageDigest digest = sha256();
    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private final byte[] piece = new byte[PIECE];
    private final Decoding decoding;
    private final int room;
    private int filled;
    private long size;

    /// @param room how many bytes are kept
    public Leaf(String encoding, int room) {
        this.decoding = Decoding.of(encoding, this::put);
        this.room = room;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }

    @Override
    public void take(byte[] bytes, int length) {
        decoding.take(bytes, length);
    }

    private void put(int b) {
        if (filled == PIECE) {
            flush();
        }
        piece[filled++] = (byte) b;
    }

    private void flush() {
        digest.update(piece, 0, filled);
        kept.write(piece, 0, Math.min(filled, room - kept.size()));
        size += filled;
        filled = 0;
    }

    /// The last bytes were taken.
    ///
    /// @return the digest in hex
    public String end() {
        decoding.end();
        flush();
        return HexFormat.of().formatHex(digest.digest());
    }

    public long size() {
        return size;
    }

    public byte[] kept() {
        return kept.toByteArray();
    }

    public boolean isCut() {
        return size > kept.size();
    }

    public boolean isDamaged() {
        return decoding.isDamaged();
    }
}
