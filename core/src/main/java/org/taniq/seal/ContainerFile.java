package org.taniq.seal;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import org.taniq.base.Altered;
import org.taniq.base.Bytes;
import org.taniq.base.Digest;
import org.taniq.base.Said;

/// A container as it lies on a disk, read without trust: its headers are written again from the entries and
/// must be the same bytes. What an entry's own bytes lack is a fault of that entry, so that it can be
/// named.
final class ContainerFile implements Closeable {
    private static final int LARGEST_DIRECTORY = Container.MOST_ENTRIES * 200;

    /// The first name of every dossier.
    private static final String FIRST = "MANIFEST.note";

    private final FileChannel channel;
    private final long base;
    private final long length;
    private final SequencedMap<String, Zip.Entry> entries = new LinkedHashMap<>();
    private final List<String> damaged = new ArrayList<>();

    private ContainerFile(FileChannel channel, long base, long length) {
        this.channel = channel;
        this.base = base;
        this.length = length;
    }

    /// @throws Altered if the file is not a canonical container
    static ContainerFile open(Path file) throws IOException {
        var channel = FileChannel.open(file);
        try {
            return loaded(new ContainerFile(channel, 0, channel.size()));
        } catch (IOException notOne) {
            channel.close();
            throw notOne;
        }
    }

    /// The dossier in a file, which may be the file itself.
    ///
    /// @throws Altered if the file, or what is in it, is not a canonical container
    static ContainerFile openDossier(Path file) throws IOException {
        var container = open(file);
        try {
            return isStamped(file) ? container.inside(StampedDossier.DOSSIER) : container;
        } catch (IOException notOne) {
            container.close();
            throw notOne;
        }
    }

    /// The container that is an entry of this one, closed together with it.
    ///
    /// @throws Altered if it is not a canonical container
    ContainerFile inside(String name) throws IOException {
        var entry = entry(name);
        return loaded(new ContainerFile(channel, base + entry.data(), entry.size()));
    }

    private static ContainerFile loaded(ContainerFile container) throws IOException {
        container.load();
        return container;
    }

    /// Whether the file begins as every dossier does. One that does not is none; one that does and is no
    /// canonical container was cut or changed.
    static boolean begins(Path file) throws IOException {
        return begins(file, FIRST);
    }

    /// Whether the file is another container, such as an ASiC one (ETSI EN 319 162-1), which says at its
    /// beginning what it is.
    static boolean wraps(Path file) throws IOException {
        return begins(file, Container.MIMETYPE);
    }

    /// Whether the file begins as a time-stamped dossier of this format does, and as no other program begins one.
    static boolean isStamped(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            return StampedDossier.isBeginning(in.readNBytes(StampedDossier.lengthOfBeginning()));
        }
    }

    private static boolean begins(Path file, String first) throws IOException {
        try (var in = Files.newInputStream(file)) {
            return begins(in, first);
        }
    }

    /// Whether an entry begins as every dossier does.
    boolean isDossier(String name) throws IOException {
        try (var in = open(name)) {
            return begins(in, FIRST);
        }
    }

    private static boolean begins(InputStream in, String first) throws IOException {
        String head = new String(in.readNBytes(Zip.LOCAL + first.length()), StandardCharsets.ISO_8859_1);
        return head.startsWith("PK\003\004")
                && head.startsWith((char) first.length() + "\0", 26)
                && head.startsWith(first, 30);
    }

    SequencedMap<String, Zip.Entry> entries() {
        return entries;
    }

    /// The entries whose bytes are not those that the container was made of.
    List<String> damaged() {
        return damaged;
    }

    InputStream open(String name) throws IOException {
        var entry = entry(name);
        return new Slice(base + entry.data(), entry.size());
    }

    long size(String name) throws Altered {
        return entry(name).size();
    }

    private Zip.Entry entry(String name) throws Altered {
        var entry = entries.get(name);
        if (entry == null) {
            throw new Altered(Said.of("the container lacks {file}", "file", name));
        }
        return entry;
    }

    byte[] bytes(String name, int most) throws IOException {
        try (var in = open(name)) {
            byte[] bytes = in.readNBytes(most);
            if (in.read() >= 0) {
                throw new Altered(Said.of("{file} is larger than it may be", "file", name));
            }
            return bytes;
        }
    }

    Digest sha256(String name) throws IOException {
        var sha = Digest.sha256();
        try (var in = new DigestInputStream(open(name), sha)) {
            in.transferTo(ByteArrayOutputStream.nullOutputStream());
        }
        return Digest.ofBytes(sha.digest());
    }

    private void load() throws IOException {
        if (length > Container.LARGEST) {
            throw new Altered("not a dossier: it has 4 GiB or more");
        }
        var end = at(length - Zip.END, Zip.END);
        long from = Integer.toUnsignedLong(end.getInt(16));
        long rest = length - from;
        if (end.getInt(0) != 0x06054b50 || rest < Zip.END || rest > LARGEST_DIRECTORY) {
            throw new Altered("not a dossier: it does not end as a canonical ZIP ends");
        }
        var directory = at(from, (int) rest);
        while (directory.remaining() > Zip.END) {
            central(directory);
        }
        checkOrder(from);
        if (!Arrays.equals(directory.array(), Zip.directory(List.copyOf(entries.values())))) {
            throw new Altered("the container's directory is not canonical");
        }
        for (var entry : entries.values()) {
            checkEntry(entry);
        }
    }

    private void central(ByteBuffer directory) throws Altered {
        int start = directory.position();
        if (directory.remaining() < Zip.CENTRAL + Zip.END || directory.getInt(start) != 0x02014b50) {
            throw new Altered("the container's directory is not one");
        }
        int nameLength = Short.toUnsignedInt(directory.getShort(start + 28));
        if (directory.remaining() < Zip.CENTRAL + nameLength + Zip.END) {
            throw new Altered("the container's directory ends too early");
        }
        String name = new String(directory.array(), start + Zip.CENTRAL, nameLength, StandardCharsets.ISO_8859_1);
        var entry = new Zip.Entry(
                name,
                Integer.toUnsignedLong(directory.getInt(start + 16)),
                Integer.toUnsignedLong(directory.getInt(start + 24)),
                Integer.toUnsignedLong(directory.getInt(start + 42)));
        if (!Container.isName(name) || entries.put(name, entry) != null) {
            throw new Altered("the container has an entry with a wrong name, or twice");
        }
        directory.position(start + Zip.CENTRAL + nameLength);
    }

    private void checkOrder(long directory) throws Altered {
        long at = 0;
        String before = "";
        for (var entry : entries.values()) {
            if (entry.at() != at || !before.isEmpty() && Container.ORDER.compare(before, entry.name()) >= 0) {
                throw new Altered("the container's entries are not in order, or there are bytes between them");
            }
            at = Zip.end(entry);
            before = entry.name();
        }
        if (at != directory || entries.size() > Container.MOST_ENTRIES) {
            throw new Altered("there are bytes between the container's entries and its directory");
        }
    }

    private void checkEntry(Zip.Entry entry) throws IOException {
        byte[] local = Zip.local(entry);
        boolean canonical = Arrays.equals(at(entry.at(), local.length).array(), local);
        if (!canonical || crc(entry) != entry.crc()) {
            damaged.add(entry.name());
        }
    }

    private long crc(Zip.Entry entry) throws IOException {
        var crc = new CRC32();
        try (var in = new CheckedInputStream(open(entry.name()), crc)) {
            in.transferTo(ByteArrayOutputStream.nullOutputStream());
        }
        return crc.getValue();
    }

    private ByteBuffer at(long offset, int size) throws IOException {
        if (offset < 0) {
            throw new Altered("not a dossier: it is too short");
        }
        var buffer = ByteBuffer.allocate((int) Math.min(size, Math.max(0, length - offset)))
                .order(ByteOrder.LITTLE_ENDIAN);
        int read = 0;
        while (buffer.hasRemaining() && read >= 0) {
            read = channel.read(buffer, base + offset + buffer.position());
        }
        if (buffer.position() < size) {
            throw new Altered("the container ends too early");
        }
        return buffer.flip();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    /// A part of the file as a stream.
    private final class Slice extends InputStream {
        private long at;
        private final long end;

        private Slice(long from, long size) {
            at = from;
            end = from + size;
        }

        @Override
        public int read() throws IOException {
            return Bytes.one(this);
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            if (length == 0) {
                return 0;
            }
            int read =
                    at >= end ? -1 : channel.read(ByteBuffer.wrap(bytes, from, (int) Math.min(length, end - at)), at);
            at += Math.max(read, 0);
            return read;
        }
    }
}
