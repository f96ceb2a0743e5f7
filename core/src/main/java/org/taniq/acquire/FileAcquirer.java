package org.taniq.acquire;

import java.io.FilterInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.taniq.base.Bytes;
import org.taniq.base.Said;
import org.taniq.base.Trouble;

/// Acquires files and folders as they lie on a disk. A symbolic link that is typed is followed, one inside a
/// folder is not; devices, pipes and folders of this program are refused.
public final class FileAcquirer {
    private final Custody custody;
    private final Predicate<Path> isOwn;

    /// @param isOwn whether a folder is that of a case, or of keys; nothing of it is taken
    public FileAcquirer(Custody custody, Predicate<Path> isOwn) {
        this.custody = custody;
        this.isOwn = isOwn;
    }

    /// What is at and below a path.
    ///
    /// @param files regular files, in order of their paths
    public record Found(List<Path> files, List<NotTaken> refused) {
        public Found {
            files = List.copyOf(files);
            refused = List.copyOf(refused);
        }
    }

    /// What was acquired of it.
    public record Acquired(List<Item> items, List<NotTaken> refused) {
        public Acquired {
            items = List.copyOf(items);
            refused = List.copyOf(refused);
        }
    }

    /// The files at and below a path. What cannot be opened below it is refused and stops no other.
    ///
    /// @throws IOException also if there is nothing at the path
    public Found find(Path path) throws IOException {
        var there = attributes(path);
        if (!there.isDirectory()) {
            return there.isRegularFile()
                    ? new Found(List.of(path), List.of())
                    : new Found(List.of(), List.of(new NotTaken.NoFile(path)));
        }
        var walk = new FolderWalk(isOwn);
        Files.walkFileTree(Files.isSymbolicLink(path) ? path.toRealPath() : path, walk);
        return walk.found();
    }

    /// The items that the files are. One that is gone meanwhile is refused and stops no other.
    public Acquired acquire(Found found) {
        var items = new ArrayList<Item>();
        var refused = new ArrayList<>(found.refused());
        for (var file : found.files()) {
            try {
                items.add(acquire(file));
            } catch (IOException gone) {
                refused.add(new NotTaken.Unreadable(file, gone));
            }
        }
        return new Acquired(items, refused);
    }

    /// The item that a file is.
    public Item acquire(Path file) throws IOException {
        var found = attributes(file);
        Path name = file.getFileName();
        return new Item(
                name == null ? "" : name.toString(),
                found.lastModifiedTime().toInstant(),
                custody,
                () -> new Unchanging(file, found),
                Bytes.of(file));
    }

    private static BasicFileAttributes attributes(Path file) throws IOException {
        return Files.readAttributes(file, BasicFileAttributes.class);
    }

    /// Fails at the end if the file is another than when it was found.
    private static final class Unchanging extends FilterInputStream {
        private final Path file;
        private final BasicFileAttributes found;
        private long read;

        private Unchanging(Path file, BasicFileAttributes found) throws IOException {
            super(Files.newInputStream(file));
            this.file = file;
            this.found = found;
        }

        @Override
        public int read() throws IOException {
            int one = in.read();
            count(one < 0 ? -1 : 1);
            return one;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            int some = in.read(bytes, from, length);
            count(some);
            return some;
        }

        private void count(int some) throws IOException {
            if (some >= 0) {
                read += some;
                return;
            }
            var now = attributes(file);
            boolean same = read == found.size()
                    && now.size() == found.size()
                    && now.lastModifiedTime().equals(found.lastModifiedTime());
            if (!same) {
                throw new Trouble(Said.of(
                        "cannot seal {file}: it changed while it was read; nothing of it was sealed."
                                + " Close the program that writes it and run again",
                        "file",
                        String.valueOf(file.getFileName())));
            }
        }

        @Override
        public long skip(long bytes) {
            throw new UnsupportedOperationException("evidence is read whole");
        }
    }
}
