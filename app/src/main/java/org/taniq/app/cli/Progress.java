package org.taniq.app.cli;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.taniq.app.Surroundings;
import org.taniq.app.Watch;

/// How far long work has come: one line, on a terminal only, and only for work longer than a second.
/// Painted by a thread of its own, so that the work is not slowed and a long step is seen to go on.
final class Progress implements Watch, AutoCloseable {
    private static final long SOON_MILLIS = 1_000;
    private static final long EVERY_MILLIS = 250;
    /// After so many paintings the width of the terminal is asked for again.
    private static final int LOOK_AGAIN = 8;
    private static final long MEGABYTE = 1_000_000;

    private final Surroundings around;
    private final Optional<ScheduledExecutorService> painter;
    private final long all;
    private final long begun = System.nanoTime();
    private volatile Optional<Work> work = Optional.empty();
    private volatile long far;
    private String name = "";
    private long file;
    private int columns;
    private int painted;
    private boolean shown;
    private boolean stopped;

    /// What is done now.
    private sealed interface Work {
        record Sealing(long file, String name, long bytes) implements Work {}

        record Reading(String name) implements Work {}

        record Indexing() implements Work {}

        record Copying(long bytes) implements Work {}

        record Other(String key) implements Work {}
    }

    private Progress(Surroundings around, Optional<ScheduledExecutorService> painter, long all) {
        this.around = around;
        this.painter = painter;
        this.all = all;
        painter.ifPresent(this::start);
    }

    private void start(ScheduledExecutorService thread) {
        var _ = thread.scheduleWithFixedDelay(this::paint, SOON_MILLIS, EVERY_MILLIS, TimeUnit.MILLISECONDS);
    }

    /// On the terminal, if there is one.
    ///
    /// @param all how many files there are
    static Progress of(Surroundings around, long all) {
        return around.onTerminal()
                ? new Progress(
                        around,
                        Optional.of(Executors.newSingleThreadScheduledExecutor(
                                Thread.ofPlatform().daemon().factory())),
                        all)
                : none(around);
    }

    /// Nowhere.
    static Progress none(Surroundings around) {
        return new Progress(around, Optional.empty(), 0);
    }

    /// Work of which nobody knows how far it has come.
    ///
    /// @param key a sentence with the place `seconds`
    Progress doing(String key) {
        work = Optional.of(new Work.Other(key));
        return this;
    }

    @Override
    public void sealing(String sealed, long done, long bytes) {
        if (done == 0 || !name.equals(sealed)) {
            file += done == 0 ? 1 : 0;
            name = sealed;
            work = Optional.of(new Work.Sealing(file, sealed, bytes));
        }
        far = done;
    }

    @Override
    public void reading(String read, long records) {
        if (records == 0 || !name.equals(read)) {
            name = read;
            work = Optional.of(new Work.Reading(read));
        }
        far = records;
    }

    @Override
    public void indexing(long records) {
        if (records == 1) {
            work = Optional.of(new Work.Indexing());
        }
        far = records;
    }

    /// @param done how many of the bytes
    void copying(long done, long bytes) {
        if (done == 0) {
            work = Optional.of(new Work.Copying(bytes));
        }
        far = done;
        if (done == bytes) {
            doing("progress.checking");
        }
    }

    private synchronized void paint() {
        if (stopped || work.isEmpty()) {
            return;
        }
        columns = painted++ % LOOK_AGAIN == 0 ? around.columns() : columns;
        around.out().print(TerminalLine.of(columns, line(work.get())));
        around.out().flush();
        shown = true;
    }

    /// The line for any spelling of the name, which may have to be made shorter.
    private TerminalLine.Fitting line(Work now) {
        return switch (now) {
            case Work.Sealing(long number, String sealed, long bytes) ->
                named(sealed, shorter -> sealing(number, shorter, bytes));
            case Work.Reading(String read) ->
                named(read, shorter -> around.say("progress.reading", Map.of("name", shorter, "n", far)));
            case Work.Indexing() -> named("", _ -> around.say("progress.indexing", "n", far));
            case Work.Copying(long bytes) ->
                named(
                        "",
                        _ -> around.say("progress.copying", Map.of("part", far / MEGABYTE, "whole", bytes / MEGABYTE)));
            case Work.Other(String key) ->
                named("", _ -> around.say(key, "seconds", (System.nanoTime() - begun) / 1_000_000_000));
        };
    }

    private static TerminalLine.Fitting named(String name, Function<String, String> line) {
        return new TerminalLine.Fitting(name, line);
    }

    private String sealing(long number, String shorter, long bytes) {
        if (bytes < MEGABYTE) {
            return around.say("progress.sealing-small", Map.of("done", number, "all", all, "name", shorter));
        }
        return around.say(
                "progress.sealing",
                Map.of(
                        "done", number,
                        "all", all,
                        "name", shorter,
                        "part", far / MEGABYTE,
                        "whole", bytes / MEGABYTE));
    }

    /// Makes room for something that is printed, until the work goes on.
    synchronized void clear() {
        work = Optional.empty();
        name = "";
        if (shown) {
            around.out().print(TerminalLine.ERASE);
            around.out().flush();
            shown = false;
        }
    }

    @Override
    public synchronized void close() {
        clear();
        stopped = true;
        painter.ifPresent(ScheduledExecutorService::shutdownNow);
    }
}
