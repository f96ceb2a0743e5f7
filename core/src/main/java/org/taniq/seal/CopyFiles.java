package org.taniq.seal;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.taniq.base.Destination;
import org.taniq.base.Digest;
import org.taniq.base.OutOfReach;
import org.taniq.base.Said;

/// Puts files into a copy and keeps in mind what each must be when it is read back.
final class CopyFiles {
    private final Path source;
    private final CopyPlace place;
    private final Checked checked;
    private final SortedMap<String, String> sums = new TreeMap<>();

    CopyFiles(Path source, CopyPlace place, Checked checked) {
        this.source = source;
        this.place = place;
        this.checked = checked;
    }

    CopyPlace place() {
        return place;
    }

    void put(String name, byte[] bytes) throws IOException {
        place.put(name, bytes);
        sums.put(name, Digest.of(bytes).hex());
    }

    void replace(String name, byte[] bytes) throws IOException {
        place.replace(name, bytes);
        sums.put(name, Digest.of(bytes).hex());
    }

    /// A blob, whose name is the digest of its bytes. What has other bytes here is not copied.
    ///
    /// @return what is wrong with it; empty where nothing is
    Optional<Said> blob(String blob) throws IOException {
        String name = VaultFiles.blob(blob);
        try {
            if (place.put(name, blob, () -> open(name)) == CopyPlace.Put.OTHER_BYTES) {
                return Optional.of(Said.of("{blob}: its bytes are not those its name says", "blob", blob));
            }
            sums.put(name, "");
            return Optional.empty();
        } catch (Destination.Unreadable _) {
            return Optional.of(Said.of("{blob}: it cannot be read", "blob", blob));
        }
    }

    /// Any other file as it lies here.
    void raw(String name) throws IOException {
        try {
            String sum = sum(name);
            switch (place.put(name, sum, () -> open(name))) {
                case DONE -> sums.put(name, sum);
                case VOUCHED -> sums.put(name, "");
                case OTHER_BYTES ->
                    checked.unknown("copy", Said.of("{file}: it was changed while it was copied", "file", name));
            }
        } catch (Destination.Unreadable failed) {
            checked.unknown("copy", Said.of("{file}: it cannot be read", "file", name));
        }
    }

    /// Whether the destination holds the file, with other bytes than can be read of it here.
    boolean differs(String name) throws IOException {
        try {
            return place.has(name)
                    && !place.vouchesFor(name, () -> open(name))
                    && !place.sum(name).equals(sum(name));
        } catch (Destination.Unreadable _) {
            return false;
        }
    }

    private String sum(String name) throws IOException {
        try (var in = Files.newInputStream(source.resolve(name), LinkOption.NOFOLLOW_LINKS);
                var measure = new Measure(OutputStream.nullOutputStream())) {
            in.transferTo(measure);
            return measure.sha256();
        } catch (OutOfReach lost) {
            throw lost;
        } catch (IOException failed) {
            throw new Destination.Unreadable(failed);
        }
    }

    private InputStream open(String name) throws IOException {
        try {
            return Files.newInputStream(source.resolve(name), LinkOption.NOFOLLOW_LINKS);
        } catch (OutOfReach lost) {
            throw lost;
        } catch (IOException failed) {
            throw new Destination.Unreadable(failed);
        }
    }

    /// Reads back what was put; of blobs only whether they are there, because the check of the copy reads them, and
    /// of what the destination vouches for.
    void readBack() throws IOException {
        for (var file : sums.entrySet()) {
            String name = file.getKey();
            boolean same = place.has(name)
                    && (file.getValue().isEmpty() || place.sum(name).equals(file.getValue()));
            if (!same) {
                checked.wrong("copy", Said.of("{file}: what is read back is not what was written", "file", name));
            }
        }
    }
}
