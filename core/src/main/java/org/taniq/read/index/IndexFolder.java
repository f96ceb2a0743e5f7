package org.taniq.read.index;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.store.IOContext;
import org.taniq.read.index.IndexUnusable.Why;

/// The folder of one index before anything is searched in it: is this the key, is this the index, is it all
/// of it.
final class IndexFolder implements Closeable {
    private static final String KEY_CHECK = "key.check";

    private final EncryptedDirectory directory;

    private IndexFolder(EncryptedDirectory directory) {
        this.directory = directory;
    }

    static IndexFolder of(Path folder, byte[] key) throws IOException {
        Files.createDirectories(folder);
        emptyLock(folder.resolve(IndexWriter.WRITE_LOCK_NAME));
        return new IndexFolder(new EncryptedDirectory(folder, new IndexKey(key, new SecureRandom())));
    }

    /// Lucene refuses for ever a lock whose file holds bytes, which a hand or a disk put there.
    private static void emptyLock(Path lock) throws IOException {
        if (Files.isRegularFile(lock, LinkOption.NOFOLLOW_LINKS) && Files.size(lock) > 0) {
            FileChannel.open(lock, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)
                    .close();
        }
    }

    /// As [#of], but makes no folder where there is none.
    static IndexFolder existing(Path folder, byte[] key) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new IndexUnusable(Why.ABSENT);
        }
        return of(folder, key);
    }

    EncryptedDirectory directory() {
        return directory;
    }

    /// What a commit says of the index besides its files.
    ///
    /// @param counter how far the caller had come
    /// @param zone whose wall clock exact times were put on
    /// @param others how far it had come in the logs of others, in words of the caller's own
    record State(long counter, ZoneId zone, Map<String, String> others) {
        private static final String COUNTER = "counter";
        private static final String ZONE = "zone";
        private static final String WORDS = "words";
        private static final String OTHERS = "others";

        State {
            others = Map.copyOf(others);
        }

        Map<String, String> toCommit() {
            var others = new StringBuilder();
            this.others.forEach(
                    (log, mark) -> others.append(log).append(' ').append(mark).append('\n'));
            return Map.of(
                    COUNTER,
                    Long.toString(counter),
                    ZONE,
                    zone.getId(),
                    WORDS,
                    WordsAnalyzer.VERSION,
                    OTHERS,
                    others.toString());
        }

        static State of(Map<String, String> commit) throws IndexUnusable {
            if (!WordsAnalyzer.VERSION.equals(commit.get(WORDS))) {
                throw new IndexUnusable(Why.OTHER_VERSION);
            }
            return new State(
                    Long.parseLong(commit.get(COUNTER)),
                    ZoneId.of(commit.get(ZONE)),
                    others(commit.getOrDefault(OTHERS, "")));
        }

        private static Map<String, String> others(String written) {
            return written.lines()
                    .map(line -> line.split(" "))
                    .collect(Collectors.toMap(each -> each[0], each -> each[1]));
        }
    }

    /// @param atLeast the highest counter that the caller knows to have been committed
    /// @throws IndexUnusable with the reason
    State check(long atLeast) throws IOException {
        checkKey();
        State state = State.of(SegmentInfos.readLatestCommit(directory).getUserData());
        if (state.counter < atLeast) {
            throw new IndexUnusable(Why.OLDER);
        }
        return state;
    }

    private void checkKey() throws IOException {
        try {
            directory.openInput(KEY_CHECK, IOContext.READONCE).close();
        } catch (NoSuchFileException _) {
            throw new IndexUnusable(isEmpty() ? Why.ABSENT : Why.ALTERED);
        } catch (CorruptIndexException _) {
            throw new IndexUnusable(anotherFileOpens() ? Why.ALTERED : Why.WRONG_KEY);
        }
    }

    private boolean isEmpty() throws IOException {
        for (String name : directory.listAll()) {
            if (isOurs(name)) {
                return false;
            }
        }
        return true;
    }

    /// Then the key is right, and it is the key check that was altered.
    private boolean anotherFileOpens() throws IOException {
        for (String name : directory.listAll()) {
            if (isOurs(name) && opens(name)) {
                return true;
            }
        }
        return false;
    }

    private boolean opens(String name) throws IOException {
        try {
            directory.openInput(name, IOContext.READONCE).close();
            return true;
        } catch (CorruptIndexException _) {
            return false;
        }
    }

    /// Takes away what there is of an index, whatever its state, and nothing else that lies in the folder.
    void clear() throws IOException {
        for (String name : directory.listAll()) {
            if (isOurs(name)) {
                directory.deleteFile(name);
            }
        }
        directory.createOutput(KEY_CHECK, IOContext.DEFAULT).close();
        directory.sync(Set.of(KEY_CHECK));
        directory.syncMetaData();
    }

    private static boolean isOurs(String name) {
        return name.equals(KEY_CHECK)
                || name.equals(EncryptedDirectory.RENAMING)
                || name.matches("_[a-z0-9]+(_.*)?\\..*|(pending_)?segments_[a-z0-9]+");
    }

    @Override
    public void close() throws IOException {
        directory.close();
    }
}
