package org.taniq.seal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.taniq.base.Destination;
import org.taniq.base.Digest;

/// A copy that is read and written by the names that its files have in a vault. What is there with other bytes is
/// set aside in `orphan/` and never deleted.
final class CopyPlace {
    private static final int BUFFER = 1 << 18;

    private final Destination destination;
    private final Path folder;
    private final String aside;
    private final List<String> mended = new ArrayList<>();
    private final Set<String> vouched = new TreeSet<>();
    private long written;

    private CopyPlace(Destination destination) {
        this.destination = destination;
        this.folder = destination.folder();
        this.aside = free();
    }

    /// The place, made where it is missing.
    static CopyPlace at(Destination destination) throws IOException {
        destination.prepare();
        return new CopyPlace(destination);
    }

    private String free() {
        for (int n = 1; ; n++) {
            String candidate = "orphan/copy-" + n;
            if (!Files.exists(file(candidate), LinkOption.NOFOLLOW_LINKS)) {
                return candidate;
            }
        }
    }

    /// What became of a file.
    enum Put {
        /// It is there; if it was before, its bytes were read.
        DONE,
        /// It was there, and was not read: the destination vouches for it.
        VOUCHED,
        /// The source had other bytes; nothing was written.
        OTHER_BYTES
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
        String sum = Digest.of(bytes).hex();
        destination.create(name, sum, () -> new ByteArrayInputStream(bytes), () -> makeRoom(name));
        written++;
    }

    /// As [#put(String, byte[])], for a file of any size with this digest.
    ///
    /// @throws Destination.Unreadable if the source cannot be read
    Put put(String name, String sum, Destination.Source source) throws IOException {
        if (has(name) && vouchesFor(name, source)) {
            vouched.add(name);
            return Put.VOUCHED;
        }
        if (has(name) && sum(name).equals(sum)) {
            return Put.DONE;
        }
        if (!destination.create(name, sum, source, () -> makeRoom(name))) {
            return Put.OTHER_BYTES;
        }
        written++;
        return Put.DONE;
    }

    /// Whether it is there, as the destination says, with the bytes of this source.
    boolean vouchesFor(String name, Destination.Source source) throws IOException {
        return destination.vouchesFor(name, source);
    }

    /// Writes a file that may change, at once and for good; what was put before is there for good then.
    void replace(String name, byte[] bytes) throws IOException {
        if (isThere(name, bytes)) {
            return;
        }
        destination.replace(name, bytes);
        written++;
    }

    /// What was put before is there for good when this returns.
    void settle() throws IOException {
        destination.settle();
    }

    /// Takes a file out of the copy, where it can be found again.
    void setAside(String name) throws IOException {
        destination.move(name, aside + "/" + name);
        mended.add(name);
    }

    /// What was set aside because its bytes were others.
    List<String> mended() {
        return List.copyOf(mended);
    }

    /// What was there and was not read back.
    Set<String> vouched() {
        return Set.copyOf(vouched);
    }

    /// How many files were written.
    long written() {
        return written;
    }

    private void makeRoom(String name) throws IOException {
        if (Files.exists(file(name), LinkOption.NOFOLLOW_LINKS)) {
            setAside(name);
        }
    }

    private boolean isThere(String name, byte[] bytes) throws IOException {
        Path file = file(name);
        return has(name)
                && Files.size(file) == bytes.length
                && Arrays.equals(PlainFile.upTo(bytes.length, file), bytes);
    }

    Path file(String name) {
        return folder.resolve(name);
    }
}
