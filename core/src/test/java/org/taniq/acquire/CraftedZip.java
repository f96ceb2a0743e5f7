package org.taniq.acquire;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/// A ZIP archive put together byte by byte, so that it can lie where a writer of archives would not.
public final class CraftedZip {
    private static final int LOCATOR_64 = 0x07064b50;

    private final ByteArrayOutputStream members = new ByteArrayOutputStream();
    private final ByteArrayOutputStream directory = new ByteArrayOutputStream();
    private int count;

    static ByteBuffer little(int length) {
        return ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    }

    /// What the directory says of a member.
    public record Stated(long size, long packed, long header) {}

    /// A stored member that is what the directory says.
    public CraftedZip with(String name, String content) {
        return with(name.getBytes(StandardCharsets.UTF_8), content);
    }

    public CraftedZip with(byte[] name, String content) {
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        return with(name, bytes, new Stated(bytes.length, bytes.length, members.size()));
    }

    /// A stored member of which the directory says something else.
    public CraftedZip with(String name, String content, Stated stated) {
        return with(name.getBytes(StandardCharsets.UTF_8), content.getBytes(StandardCharsets.UTF_8), stated);
    }

    private CraftedZip with(byte[] name, byte[] content, Stated stated) {
        listed(name, content, stated);
        var local = little(30 + name.length);
        local.putInt(0, Zip.LOCAL)
                .putInt(14, crc(content))
                .putInt(18, content.length)
                .putInt(22, content.length);
        local.putShort(26, (short) name.length).position(30).put(name);
        members.writeBytes(local.array());
        members.writeBytes(content);
        return this;
    }

    /// A record of the directory for which there is no member, or one of another record.
    public CraftedZip listed(String name, Stated stated) {
        listed(name.getBytes(StandardCharsets.UTF_8), new byte[0], stated);
        return this;
    }

    private void listed(byte[] name, byte[] content, Stated stated) {
        var record = little(46 + name.length + 28);
        record.putInt(0, Zip.CENTRAL).putInt(16, crc(content)).putInt(20, -1).putInt(24, -1);
        record.putShort(28, (short) name.length).putShort(30, (short) 28).putInt(42, -1);
        record.position(46).put(name).putShort((short) 1).putShort((short) 24);
        record.putLong(stated.size()).putLong(stated.packed()).putLong(stated.header());
        directory.writeBytes(record.array());
        count++;
    }

    private static int crc(byte[] content) {
        var crc = new CRC32();
        crc.update(content);
        return (int) crc.getValue();
    }

    /// How many members were put in.
    public int count() {
        return count;
    }

    /// Where the next member begins, and in the end the directory.
    public int members() {
        return members.size();
    }

    public int directoryLength() {
        return directory.size();
    }

    /// The archive as it should be.
    public byte[] bytes() {
        return bytes(count & 0xFFFF, directory.size());
    }

    /// The archive with an end record that says this.
    public byte[] bytes(int entries, int length) {
        return bytes(new byte[0], end(entries, length, members.size()));
    }

    /// The archive with something else behind its directory.
    public byte[] bytes(byte[]... tail) {
        var all = new ByteArrayOutputStream();
        all.writeBytes(members.toByteArray());
        all.writeBytes(directory.toByteArray());
        for (byte[] part : tail) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    static byte[] end(int entries, int length, int from) {
        var end = little(22);
        end.putInt(0, Zip.END).putShort(8, (short) entries).putShort(10, (short) entries);
        return end.putInt(12, length).putInt(16, from).array();
    }

    /// What stands before the end record and says where that for large archives is.
    static byte[] locator(long end64) {
        return little(20).putInt(0, LOCATOR_64).putLong(8, end64).array();
    }

    /// The end record for large archives.
    static byte[] end64(long entries, long length, long from) {
        var end = little(56).putInt(0, Zip.END_64).putLong(4, 44);
        return end.putLong(24, entries)
                .putLong(32, entries)
                .putLong(40, length)
                .putLong(48, from)
                .array();
    }
}
