package org.taniq.seal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.taniq.base.Digest;
import org.taniq.base.Durable;
import org.taniq.base.Said;
import org.taniq.base.Trouble;

/// Where a copy is listed, read and written, by the names that its files have in a vault. It needs no links, no
/// rights and no letters' case of the disk. What is there with other bytes is set aside in `orphan/` and never
/// deleted; temporary files lie at the top, where no writer has any.
final class CopyPlace {
    private static final int BUFFER = 1 << 18;

    private final Path folder;
    private final Durable durable;
    private final Path aside;
    private final Set<Path> made = new HashSet<>();
    private final List<String> mended = new ArrayList<>();
    private long written;

    private CopyPlace(Path folder, Durable durable) {
        this.folder = folder;
        this.durable = durable;
        this.aside = free(folder.resolve("orphan"));
    }

    /// The folder, made where it is missing.
    static CopyPlace at(Path folder, Durable durable) throws IOException {
        durable.createFolder(folder);
        try (Stream<Path> files = Files.list(folder)) {
            for (var file : files.filter(CopyPlace::isLeftover).toList()) {
                durable.delete(file);
            }
        }
        return new CopyPlace(folder, durable);
    }

    /// Of a copying that was stopped.
    private static boolean isLeftover(Path file) {
        return PlainFile.isHere(file)
                && VaultFiles.TEMPORARY.matcher(file.getFileName().toString()).matches();
    }

    private static Path free(Path orphans) {
        for (int n = 1; ; n++) {
            Path candidate = orphans.resolve("copy-" + n);
            if (!Files.exists(candidate, LinkOption.NOFOLLOW_LINKS)) {
                return candidate;
            }
        }
    }

    /// Bytes that are read while they are written, of a file that may not be what it should be.
    @FunctionalInterface
    interface Source {
        /// @throws Unreadable if the source, and not this place, is at fault
        InputStream open() throws IOException;
    }

    /// The source does not give its bytes.
    static final class Unreadable extends IOException {
        private static final long serialVersionUID = 1;

        Unreadable(IOException why) {
            super(why.getMessage(), why);
        }
    }

    boolean has(String name) {
        return PlainFile.isHere(file(name));
    }

    /// A small file.
    byte[] small(String name) throws IOException {
        return PlainFile.upTo(Note.LARGEST, file(name));
    }

    /// A log as it is there.
    LogFolder log(String id) throws IOException {
        return LogFolder.read(file("log/" + id));
    }

    /// The SHA-256 of a file as it is read back, in hex.
    String sum(String name) throws IOException {
        try (var in = Files.newInputStream(file(name), LinkOption.NOFOLLOW_LINKS)) {
            var sha = Digest.sha256();
            var buffer = new byte[BUFFER];
            for (int read; (read = in.read(buffer)) > 0; ) {
                sha.update(buffer, 0, read);
            }
            return HexFormat.of().formatHex(sha.digest());
        }
    }

    /// Writes a file that never changes, unless the same bytes are there.
    void put(String name, byte[] bytes) throws IOException {
        if (isThere(name, bytes)) {
            return;
        }
        makeRoom(name);
        try (var pending = durable.begin(folder)) {
            pending.out().write(bytes);
            pending.publishTimeless(file(name));
        }
        written++;
    }

    /// As [#put(String, byte[])], for a file of any size with this digest.
    ///
    /// @return whether the source had these bytes; if not, nothing is written
    /// @throws Unreadable if the source cannot be read
    boolean put(String name, String sum, Source source) throws IOException {
        if (has(name) && sum(name).equals(sum)) {
            return true;
        }
        try (var pending = durable.begin(folder)) {
            var sha = Digest.sha256();
            transfer(source, new DigestOutputStream(pending.out(), sha));
            if (!HexFormat.of().formatHex(sha.digest()).equals(sum)) {
                return false;
            }
            makeRoom(name);
            pending.publishTimeless(file(name));
        }
        written++;
        return true;
    }

    private static void transfer(Source source, DigestOutputStream out) throws IOException {
        var buffer = new byte[BUFFER];
        try (var in = source.open()) {
            for (int read; (read = read(in, buffer)) > 0; ) {
                out.write(buffer, 0, read);
            }
        }
    }

    private static int read(InputStream in, byte[] buffer) throws Unreadable {
        try {
            return in.read(buffer);
        } catch (IOException failed) {
            throw new Unreadable(failed);
        }
    }

    /// Writes a file that may change, at once and for good; what was put before is on the disk then.
    void replace(String name, byte[] bytes) throws IOException {
        if (isThere(name, bytes)) {
            return;
        }
        makeFolder(name);
        durable.replace(file(name), bytes, folder);
        written++;
    }

    /// What was put before is on the disk when this returns.
    void settle() throws IOException {
        durable.settle();
    }

    /// Takes a file out of the copy, where it can be found again.
    void setAside(String name) throws IOException {
        Path to = aside.resolve(name);
        durable.createFolder(to.resolve("..").normalize());
        durable.move(file(name), to);
        mended.add(name);
    }

    /// What was set aside because its bytes were others.
    List<String> mended() {
        return List.copyOf(mended);
    }

    /// How many files were written.
    long written() {
        return written;
    }

    private void makeRoom(String name) throws IOException {
        makeFolder(name);
        if (Files.exists(file(name), LinkOption.NOFOLLOW_LINKS)) {
            setAside(name);
        }
    }

    private boolean isThere(String name, byte[] bytes) throws IOException {
        Path file = file(name);
        return has(name) && Files.size(file) == bytes.length && Arrays.equals(Files.readAllBytes(file), bytes);
    }

    /// Nothing is written through a link: it could lead anywhere.
    private void makeFolder(String name) throws IOException {
        for (var parent = Path.of(name).getParent(); parent != null; parent = parent.getParent()) {
            Path place = folder.resolve(parent);
            if (Files.exists(place, LinkOption.NOFOLLOW_LINKS)
                    && !Files.isDirectory(place, LinkOption.NOFOLLOW_LINKS)) {
                throw new Trouble(Said.of("{place} is no folder, and must be one", "place", place));
            }
        }
        Path place = file(name).resolve("..").normalize();
        if (made.add(place)) {
            durable.createFolder(place);
        }
    }

    private Path file(String name) {
        return folder.resolve(name);
    }
}
