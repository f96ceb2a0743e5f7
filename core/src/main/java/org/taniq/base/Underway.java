package org.taniq.base;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;

/// What is on its way to the disk, done beside whoever goes on: several syncs at once take a disk hardly longer
/// than one. What failed stays failed, because after a sync that failed nobody knows what the disk holds.
final class Underway {
    private static final int AT_ONCE = 8;
    private static final int MOST = 64;

    private final Executor beside;
    private final UnaryOperator<Deque<FutureTask<Optional<IOException>>>> order;
    private final Deque<FutureTask<Optional<IOException>>> begun = new ArrayDeque<>();
    private Optional<IOException> failed = Optional.empty();

    /// @param order in which who waits does what no thread has begun
    private Underway(Executor beside, UnaryOperator<Deque<FutureTask<Optional<IOException>>>> order) {
        this.beside = beside;
        this.order = order;
    }

    /// With threads of its own, which end when there is nothing to do.
    static Underway onThreads() {
        var threads = new ThreadPoolExecutor(
                AT_ONCE, AT_ONCE, 1, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), Underway::daemon);
        threads.allowCoreThreadTimeOut(true);
        return new Underway(threads, UnaryOperator.identity());
    }

    private static Thread daemon(Runnable work) {
        return Thread.ofPlatform().daemon().name("disk").unstarted(work);
    }

    /// All of it is done by who waits for it, in order: for tests of each instant.
    static Underway onOneThread() {
        return new Underway(_ -> {}, UnaryOperator.identity());
    }

    /// As [#onOneThread], but the last first: threads may take any order.
    static Underway lastFirst() {
        return new Underway(_ -> {}, Deque::reversed);
    }

    /// Another, with the same threads, whose failures are its own.
    Underway beside() {
        return new Underway(beside, order);
    }

    /// Waits for earlier ones where too many are on their way.
    synchronized void add(Probed.Act act) throws IOException {
        var one = new FutureTask<>(() -> failure(act));
        begun.add(one);
        beside.execute(one);
        while (begun.size() > MOST) {
            finishFirst();
        }
    }

    /// Returns when all of it is done.
    ///
    /// @throws IOException the first that failed, now and ever after
    synchronized void await() throws IOException {
        order.apply(begun).forEach(FutureTask::run); // unless a thread has begun it
        while (!begun.isEmpty()) {
            finishFirst();
        }
        if (failed.isPresent()) {
            throw failed.get();
        }
    }

    /// Returns when nothing is done any more; what failed is told by the next [#await].
    synchronized void rest() throws InterruptedIOException {
        for (var one : begun) {
            done(one);
        }
    }

    /// What is not a failure of the disk stays first, and is thrown by whoever waits after this one too.
    private void finishFirst() throws InterruptedIOException {
        var first = begun.element();
        if (done(first)) {
            var failure = first.resultNow();
            failed = failed.or(() -> failure);
            begun.remove();
            return;
        }
        if (first.exceptionNow() instanceof Error error) {
            throw error;
        }
        throw new IllegalStateException("not a failure of the disk", first.exceptionNow());
    }

    /// @return false if it ended in something else than a failure of the disk
    private static boolean done(FutureTask<?> one) throws InterruptedIOException {
        one.run();
        try {
            one.get();
            return true;
        } catch (ExecutionException ours) {
            return false;
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("the disk was not waited for");
        }
    }

    private static Optional<IOException> failure(Probed.Act act) {
        try {
            act.run();
            return Optional.empty();
        } catch (IOException failed) {
            return Optional.of(failed);
        }
    }
}
