package org.taniq.base.bucket;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.ProviderMismatchException;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The name of a file in a bucket's folder, from the top of it or relative.
final class BucketPath implements Path {
    private final BucketFiles files;
    private final boolean fromTop;
    private final List<String> names;

    BucketPath(BucketFiles files, boolean fromTop, List<String> names) {
        this.files = files;
        this.fromTop = fromTop;
        this.names = List.copyOf(names);
    }

    static List<String> names(String text) {
        return Stream.of(text.split("/")).filter(name -> !name.isEmpty()).toList();
    }

    /// As the files are listed: `log/…/vkey`.
    String listed() {
        return String.join("/", ((BucketPath) normalize()).names);
    }

    private BucketPath same(Path other) {
        if (other instanceof BucketPath path) {
            return path;
        }
        throw new ProviderMismatchException();
    }

    @Override
    public FileSystem getFileSystem() {
        return files;
    }

    @Override
    public boolean isAbsolute() {
        return fromTop;
    }

    @Override
    public @Nullable Path getRoot() {
        return fromTop ? files.top() : null;
    }

    @Override
    public @Nullable Path getFileName() {
        return names.isEmpty() ? null : new BucketPath(files, false, List.of(names.getLast()));
    }

    @Override
    public @Nullable Path getParent() {
        if (names.isEmpty() || !fromTop && names.size() == 1) {
            return null;
        }
        return new BucketPath(files, fromTop, names.subList(0, names.size() - 1));
    }

    @Override
    public int getNameCount() {
        return names.size();
    }

    @Override
    public Path getName(int index) {
        return subpath(index, index + 1);
    }

    @Override
    public Path subpath(int from, int to) {
        return new BucketPath(files, false, names.subList(from, to));
    }

    @Override
    public boolean startsWith(Path other) {
        return other instanceof BucketPath path
                && path.files.equals(files)
                && path.fromTop == fromTop
                && path.names.size() <= names.size()
                && names.subList(0, path.names.size()).equals(path.names);
    }

    @Override
    public boolean endsWith(Path other) {
        return other instanceof BucketPath path
                && path.names.size() <= names.size()
                && names.subList(names.size() - path.names.size(), names.size()).equals(path.names);
    }

    @Override
    public Path normalize() {
        var kept = new ArrayList<String>();
        for (var name : names) {
            if (name.equals("..") && !kept.isEmpty()) {
                kept.removeLast();
            } else if (!name.equals(".") && !name.equals("..")) {
                kept.add(name);
            }
        }
        return new BucketPath(files, fromTop, kept);
    }

    @Override
    public Path resolve(Path other) {
        var below = same(other);
        if (below.fromTop) {
            return below;
        }
        return new BucketPath(
                files,
                fromTop,
                Stream.concat(names.stream(), below.names.stream()).toList());
    }

    @Override
    public Path resolve(String other) {
        return resolve(new BucketPath(files, false, names(other)));
    }

    @Override
    public Path relativize(Path other) {
        var below = same(other);
        if (!below.startsWith(this)) {
            throw new IllegalArgumentException("not below " + this);
        }
        return new BucketPath(files, false, below.names.subList(names.size(), below.names.size()));
    }

    @Override
    public URI toUri() {
        throw new UnsupportedOperationException("a file in a bucket has no address without a key");
    }

    @Override
    public Path toAbsolutePath() {
        return new BucketPath(files, true, names);
    }

    @Override
    public Path toRealPath(LinkOption... options) throws IOException {
        Path real = toAbsolutePath().normalize();
        files.provider().checkAccess(real);
        return real;
    }

    @Override
    public WatchKey register(WatchService watcher, WatchEvent.Kind<?>[] events, WatchEvent.Modifier... modifiers) {
        throw new UnsupportedOperationException("a bucket is not watched");
    }

    @Override
    public int compareTo(Path other) {
        return toString().compareTo(same(other).toString());
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof BucketPath path
                && path.files.equals(files)
                && path.fromTop == fromTop
                && path.names.equals(names);
    }

    @Override
    public int hashCode() {
        return names.hashCode();
    }

    @Override
    public String toString() {
        String text = String.join("/", names);
        if (!fromTop) {
            return text;
        }
        return names.isEmpty() ? files.address().toString() : files.address() + "/" + text;
    }
}
