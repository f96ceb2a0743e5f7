package org.taniq.base.bucket;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileStore;
import java.nio.file.FileSystem;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.WatchService;
import java.nio.file.attribute.UserPrincipalLookupService;
import java.nio.file.spi.FileSystemProvider;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/// The files in a bucket's folder as a file system that is only read. What is there is listed once; small files are
/// fetched once, as long as they are not written. For several threads.
final class BucketFiles extends FileSystem {
    private static final int SMALL = 1 << 16;
    private static final long KEPT = 32 << 20;

    private final Requests requests;
    private final Listing listing;
    private final BucketProvider provider = new BucketProvider(this);
    private final Map<String, byte[]> small = new ConcurrentHashMap<>();
    private final AtomicLong kept = new AtomicLong();

    BucketFiles(Requests requests) throws IOException {
        this.requests = requests;
        this.listing = requests.list();
    }

    BucketAddress address() {
        return requests.address();
    }

    Listing listing() {
        return listing;
    }

    Path top() {
        return new BucketPath(this, true, List.of());
    }

    /// What was written: it is fetched anew when it is read.
    void changed(String name, Listing.There there) {
        forget(name);
        listing.add(name, there);
    }

    void gone(String name) {
        forget(name);
        listing.remove(name);
    }

    private void forget(String name) {
        byte[] before = small.remove(name);
        if (before != null) {
            kept.addAndGet(-before.length);
        }
    }

    /// The bytes as they come from the provider.
    InputStream read(String name) throws IOException {
        byte[] before = small.get(name);
        if (before != null) {
            return new ByteArrayInputStream(before);
        }
        long size = listing.file(name)
                .orElseThrow(() -> new NoSuchFileException(address() + "/" + name))
                .size();
        if (size > SMALL || kept.get() > KEPT) {
            return new Fetched(requests, name);
        }
        try (var in = new Fetched(requests, name)) {
            byte[] bytes = in.readNBytes(SMALL + 1);
            if (bytes.length > SMALL) {
                return new Fetched(requests, name);
            }
            if (small.put(name, bytes) == null) {
                kept.addAndGet(bytes.length);
            }
            return new ByteArrayInputStream(bytes);
        }
    }

    @Override
    public FileSystemProvider provider() {
        return provider;
    }

    /// Whoever opened the bucket closes it.
    @Override
    public void close() {
        throw new UnsupportedOperationException("the bucket is closed, not this");
    }

    @Override
    public boolean isOpen() {
        return true;
    }

    @Override
    public boolean isReadOnly() {
        return true;
    }

    @Override
    public String getSeparator() {
        return "/";
    }

    @Override
    public Iterable<Path> getRootDirectories() {
        return List.of(top());
    }

    @Override
    public Iterable<FileStore> getFileStores() {
        return List.of();
    }

    @Override
    public Set<String> supportedFileAttributeViews() {
        return Set.of("basic");
    }

    @Override
    public Path getPath(String first, String... more) {
        return new BucketPath(this, false, BucketPath.names(first + "/" + String.join("/", more)));
    }

    @Override
    public PathMatcher getPathMatcher(String pattern) {
        throw new UnsupportedOperationException("no patterns in a bucket");
    }

    @Override
    public UserPrincipalLookupService getUserPrincipalLookupService() {
        throw new UnsupportedOperationException("no users in a bucket");
    }

    @Override
    public WatchService newWatchService() {
        throw new UnsupportedOperationException("a bucket is not watched");
    }
}
