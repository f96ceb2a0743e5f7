package org.taniq.seal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.taniq.base.Durable;
import org.taniq.base.Said;
import org.taniq.base.Trouble;

/// The turn to write: one process of one person at a time, on all her vaults. An OS lock on the file `lock`
/// in the configuration folder; it ends with the process, however that ends. Take it, then open the
/// [Keyring], then seal.
public final class KeyringLock implements AutoCloseable {
    private static final long LOOK_AGAIN_MILLIS = 50;

    private final Path folder;
    private final FileChannel channel;
    private final Durable durable;

    private KeyringLock(Path folder, FileChannel channel, Durable durable) {
        this.folder = folder;
        this.channel = channel;
        this.durable = durable;
    }

    /// Waits for the turn. The folder is made where it is missing.
    ///
    /// @throws IOException also if another process keeps the turn longer than `patience`
    public static KeyringLock take(Path folder, Duration patience) throws IOException {
        return take(folder, patience, new Durable());
    }

    /// As [#take(Path, Duration)]. The turn does not end before `durable` has come to rest.
    ///
    /// @param durable with which is written in this turn
    public static KeyringLock take(Path folder, Duration patience, Durable durable) throws IOException {
        new Durable().createFolder(folder);
        FileChannel channel = FileChannel.open(
                folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE); // holds no byte
        try {
            waitFor(channel, System.nanoTime() + patience.toNanos());
            return new KeyringLock(folder, channel, durable);
        } catch (IOException failed) {
            channel.close();
            throw failed;
        }
    }

    private static void waitFor(FileChannel channel, long until) throws IOException {
        while (tryLock(channel).isEmpty()) {
            if (System.nanoTime() >= until) {
                throw new Trouble("another Taniq is writing: wait until it has finished, or close it, and run again");
            }
            pause();
        }
    }

    private static Optional<FileLock> tryLock(FileChannel channel) throws IOException {
        try {
            @Nullable FileLock lock = channel.tryLock();
            return Optional.ofNullable(lock);
        } catch (OverlappingFileLockException anotherThread) {
            return Optional.empty();
        }
    }

    private static void pause() throws IOException {
        try {
            TimeUnit.MILLISECONDS.sleep(LOOK_AGAIN_MILLIS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new Trouble(Said.of("stopped while another Taniq was writing"), stopped);
        }
    }

    /// @throws IllegalArgumentException if the turn is over, or is one of another folder
    void mustBeOn(Path configuration) {
        if (!channel.isOpen() || !folder.equals(configuration)) {
            throw new IllegalArgumentException("the lock on the configuration folder is not held");
        }
    }

    @Override
    public void close() throws IOException {
        try (channel) {
            durable.rest();
        }
    }
}
