package org.taniq.seal;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.file.NoSuchFileException;
import java.security.MessageDigest;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.taniq.base.Altered;
import org.taniq.base.Digest;
import org.taniq.base.OutOfReach;

/// SHA-256 of many files. Each thread has one buffer and one digest for all its files; there are two at
/// most, because two keep a disk busy and leave the other processors to whoever else works on the computer.
final class Sums {
    private static final int THREADS = Math.min(2, Runtime.getRuntime().availableProcessors());
    private static final int BUFFER = 1 << 18;

    private final List<String> files;
    private final Source source;
    private final String[] sums;
    private final AtomicInteger next = new AtomicInteger();

    /// Opens a file by its name.
    @FunctionalInterface
    interface Source {
        InputStream open(String name) throws IOException;
    }

    private Sums(List<String> files, Source source) {
        this.files = files;
        this.source = source;
        this.sums = new String[files.size()];
    }

    /// Of a file that cannot be read.
    static final String UNREADABLE = "unreadable";

    /// Of what is no file that may be read.
    static final String NO_FILE = "no file";

    /// The digest of each file in hex, in the order of the files; empty for one that is not there.
    ///
    /// @throws OutOfReach if they lie on another computer that does not give them
    static List<String> of(List<String> files, Source source) throws IOException {
        var sums = new Sums(files, source);
        Callable<Integer> work = sums::work;
        try (var threads = Executors.newFixedThreadPool(THREADS)) {
            for (var done : threads.invokeAll(Collections.nCopies(THREADS, work))) {
                done.get();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("stopped while hashing");
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof OutOfReach lost) {
                throw lost;
            }
            throw new IllegalStateException(failed);
        }
        return List.of(sums.sums);
    }

    /// @return how many files this thread hashed
    private Integer work() throws OutOfReach {
        var buffer = new byte[BUFFER];
        var sha = Digest.sha256();
        int count = 0;
        for (int file; (file = next.getAndIncrement()) < sums.length; count++) {
            sums[file] = sum(files.get(file), sha, buffer);
        }
        return count;
    }

    private String sum(String file, MessageDigest sha, byte[] buffer) throws OutOfReach {
        try (var in = source.open(file)) {
            for (int read; (read = in.read(buffer)) > 0; ) {
                sha.update(buffer, 0, read);
            }
        } catch (NoSuchFileException gone) {
            return "";
        } catch (Altered somethingElse) {
            return NO_FILE;
        } catch (OutOfReach lost) {
            next.set(sums.length); // the other thread need not ask either
            throw lost;
        } catch (IOException unreadable) {
            sha.reset();
            return UNREADABLE;
        }
        return HexFormat.of().formatHex(sha.digest());
    }
}
