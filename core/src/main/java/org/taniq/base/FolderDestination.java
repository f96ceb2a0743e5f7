package org.taniq.base;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A folder on a disk of this computer, such as a stick. It needs no links, no rights and no letters' case of the
/// disk. Temporary files lie at the top, where no writer has any.
public final class FolderDestination implements Destination {
    private static final int BUFFER = 1 << 18;
    private static final Pattern TEMPORARY = Pattern.compile("\\.tmp-[0-9a-f]{16}");

    private final Path folder;
    private final Durable durable;
    private final Set<Path> made = new HashSet<>();

    public FolderDestination(Path folder, Durable durable) {
        this.folder = folder;
        this.durable = durable;
    }

    @Override
    public Path folder() {
        return folder;
    }

    @Override
    public boolean isOnDisk() {
        return true;
    }

    /// The folder is made where it is missing.
    @Override
    public void prepare() throws IOException {
        durable.createFolder(folder);
        try (Stream<Path> files = Files.list(folder)) {
            for (var file : files.filter(FolderDestination::isLeftover).toList()) {
                durable.delete(file);
            }
        }
    }

    /// Of a copying that was stopped.
    private static boolean isLeftover(Path file) {
        return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                && TEMPORARY.matcher(file.getFileName().toString()).matches();
    }

    @Override
    public boolean vouchesFor(String name, Source source) {
        return false;
    }

    @Override
    public boolean create(String name, String sum, Source source, Room room) throws IOException {
        try (var pending = durable.begin(folder)) {
            var sha = Digest.sha256();
            transfer(source, new DigestOutputStream(pending.out(), sha));
            if (!HexFormat.of().formatHex(sha.digest()).equals(sum)) {
                return false;
            }
            makeFolder(name);
            room.make();
            pending.publishTimeless(folder.resolve(name));
            return true;
        }
    }

    private static void transfer(Source source, OutputStream out) throws IOException {
        var buffer = new byte[BUFFER];
        try (var in = source.open()) {
            for (int read; (read = read(in, buffer)) > 0; ) {
                out.write(buffer, 0, read);
            }
        }
    }

    private static int read(InputStream in, byte[] buffer) throws IOException {
        try {
            return in.read(buffer);
        } catch (OutOfReach lost) {
            throw lost;
        } catch (IOException failed) {
            throw new Unreadable(failed);
        }
    }

    @Override
    public void replace(String name, byte[] bytes) throws IOException {
        makeFolder(name);
        durable.replace(folder.resolve(name), bytes, folder);
    }

    @Override
    public void move(String from, String to) throws IOException {
        Path place = folder.resolve(to);
        durable.createFolder(place.resolve("..").normalize());
        durable.move(folder.resolve(from), place);
    }

    @Override
    public void settle() throws IOException {
        durable.settle();
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
        Path place = folder.resolve(name).resolve("..").normalize();
        if (made.add(place)) {
            durable.createFolder(place);
        }
    }
}
