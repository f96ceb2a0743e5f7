package org.taniq.read.index;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.FSLockFactory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexInput;
import org.apache.lucene.store.IndexOutput;
import org.apache.lucene.store.OutputStreamIndexOutput;

/// A folder of index files, each encrypted and authenticated in pages (`docs/index.md` has the bytes).
/// Nothing of the content reaches the disk in plain, temporary files included; file names are Lucene's own
/// and say nothing. A byte that changed, a file cut, lengthened, renamed or exchanged is a
/// [org.apache.lucene.index.CorruptIndexException] when it is read. What it cannot notice: that a file, or
/// all of them, are gone or stand as they once stood. [Activities] asks that.
final class EncryptedDirectory extends FSDirectory {
    private static final long CACHE_BYTES = 64L << 20;
    private static final int BUFFER = 8192;
    static final String RENAMING = "renaming.tmp";

    private final IndexKey key;
    private final PageShape shape;
    private final PageCache cache;
    private final Set<String> unfinished = ConcurrentHashMap.newKeySet();

    EncryptedDirectory(Path folder, IndexKey key) throws IOException {
        this(folder, key, PageShape.OF_16_KIB, CACHE_BYTES);
    }

    EncryptedDirectory(Path folder, IndexKey key, PageShape shape, long cacheBytes) throws IOException {
        super(folder, FSLockFactory.getDefault());
        this.key = key;
        this.shape = shape;
        this.cache = new PageCache(Math.toIntExact(cacheBytes / shape.page()));
    }

    @Override
    public IndexOutput createOutput(String name, IOContext context) throws IOException {
        boolean ours = unfinished.add(name);
        try {
            return sealed(super.createOutput(name, context), name);
        } catch (IOException e) {
            if (ours) {
                unfinished.remove(name);
            }
            throw e;
        }
    }

    @Override
    public IndexOutput createTempOutput(String prefix, String suffix, IOContext context) throws IOException {
        IndexOutput disk = super.createTempOutput(prefix, suffix, context);
        return sealed(disk, disk.getName());
    }

    private IndexOutput sealed(IndexOutput disk, String name) throws IOException {
        unfinished.add(disk.getName());
        try {
            var out = new EncryptedOutput(disk, name, key, shape);
            return new Finishing(name, disk.getName(), out);
        } catch (IOException e) {
            disk.close();
            throw e;
        }
    }

    /// A file appears when it is whole: until then it can be listed, but not opened or taken for one cut
    /// short.
    private final class Finishing extends OutputStreamIndexOutput {
        private final String onDisk;

        Finishing(String name, String onDisk, EncryptedOutput out) {
            super(name, name, out, BUFFER);
            this.onDisk = onDisk;
        }

        @Override
        public void close() throws IOException {
            try {
                super.close();
            } finally {
                unfinished.remove(onDisk);
            }
        }
    }

    @Override
    public IndexInput openInput(String name, IOContext context) throws IOException {
        ensureOpen();
        ensureCanRead(name);
        if (unfinished.contains(name)) {
            throw new AccessDeniedException("still being written: " + name);
        }
        return new EncryptedInput(PageFile.open(getDirectory().resolve(name), key, shape, cache));
    }

    /// The plain length as the size on disk says it; [#openInput] is what proves it.
    @Override
    public long fileLength(String name) throws IOException {
        return shape.length(super.fileLength(name))
                .orElseThrow(() -> PageFile.altered("no file of the index has this length", name));
    }

    /// A name is part of a file's key, so a renamed file is written anew; the new name appears at once and
    /// whole.
    @Override
    public synchronized void rename(String source, String target) throws IOException {
        ensureOpen();
        ensureCanRead(source);
        Files.deleteIfExists(getDirectory().resolve(RENAMING));
        writeAnew(source, target);
        sync(Set.of(RENAMING));
        super.rename(RENAMING, target);
        deleteFile(source);
    }

    private void writeAnew(String source, String target) throws IOException {
        try (IndexInput in = openInput(source, IOContext.READONCE);
                IndexOutput out = sealed(super.createOutput(RENAMING, IOContext.DEFAULT), target)) {
            out.copyBytes(in, in.length());
        }
    }
}
