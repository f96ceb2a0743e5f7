package org.taniq.app;

import java.io.Closeable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Work that a second thread does, one after the other, while this one goes on. It runs ahead so far only,
/// so that memory is bounded. What goes wrong there is thrown by a later call, at the latest by [#settle].
final class Beside implements Closeable {
    /// Of all work that waits, in the unit of its sizes.
    private static final long MOST_AHEAD = 4 << 20;

    private final ExecutorService thread =
            Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().factory());
    private final Deque<Part> ahead = new ArrayDeque<>();
    private long size;

    private record Part(Future<?> done, long size) {}

    /// What is done beside.
    @FunctionalInterface
    interface Work {
        void run() throws IOException;
    }

    /// Work that is larger than all that may wait is taken alone.
    void run(long sizeOfWork, Work work) throws IOException {
        while (!ahead.isEmpty() && size + sizeOfWork > MOST_AHEAD) {
            await(ahead.remove());
        }
        var done = thread.submit(() -> {
            work.run();
            return null;
        });
        ahead.add(new Part(done, sizeOfWork));
        size += sizeOfWork;
    }

    /// Waits until all is done.
    void settle() throws IOException {
        while (!ahead.isEmpty()) {
            await(ahead.remove());
        }
    }

    private void await(Part part) throws IOException {
        size -= part.size();
        try {
            part.done().get();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        } catch (ExecutionException failed) {
            throw thrown(failed);
        }
    }

    private static IOException thrown(ExecutionException failed) {
        return switch (failed.getCause()) {
            case IOException known -> known;
            case RuntimeException fault -> throw fault;
            case Error fault -> throw fault;
            case null, default -> throw new IllegalStateException(failed);
        };
    }

    /// Ends when what was begun is done.
    @Override
    public void close() {
        thread.close();
    }
}
