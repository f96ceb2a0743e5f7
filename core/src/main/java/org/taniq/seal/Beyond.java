package org.taniq.seal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.taniq.base.Durable;
import org.taniq.base.Said;

/// What lies in a log's folder beyond its checkpoint: the traces of a group that was not committed. One
/// such group is what a kill leaves and is set aside; more is what a rolled-back checkpoint looks like.
final class Beyond {
    private static final Pattern OPENING = Pattern.compile("opening/(\\d{1,15})-(\\d{1,9})\\.age");
    private static final Pattern TILE =
            Pattern.compile("tile/(entries|\\d)/((?:x\\d{3}/){0,4}\\d{3})(?:\\.p/(\\d{1,3}))?");

    /// A log of 15 decimal digits has no tiles above; a shift by more would begin anew.
    private static final int HIGHEST_LEVEL = 6;

    private static final String TEMPORARY = ".tmp-";

    private final Path folder;
    private final long size;

    /// @param size the number of leaves at the checkpoint
    Beyond(Path folder, long size) {
        this.folder = folder;
        this.size = size;
    }

    /// Whether one group lies there. Changes nothing.
    ///
    /// @throws Rollback if there is more than one group, a tile that only a later checkpoint can have
    ///     replaced is gone, or there is a time-stamp for a larger size
    boolean isOneGroup() throws IOException {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        refuseLaterStamps();
        return !oneGroup(names()).isEmpty();
    }

    /// Moves the files of one uncommitted group to `orphan/` and deletes temporary files and superseded
    /// partial tiles.
    ///
    /// @throws Rollback as [#isOneGroup]
    void setAside(Durable durable) throws IOException {
        refuseLaterStamps();
        var names = names();
        moveAll(oneGroup(names), durable);
        for (var name : names) {
            if (isTemporary(name) || isSuperseded(name)) {
                durable.delete(folder.resolve(name));
            }
        }
        deleteUnfinishedStamps(names, durable);
    }

    /// The folders, whose files are deleted already.
    private void deleteUnfinishedStamps(List<String> names, Durable durable) throws IOException {
        var folders = new TreeSet<Path>();
        names.stream()
                .filter(Beyond::isTemporary)
                .forEach(name -> folders.add(folder.resolve(name + "/..").normalize()));
        for (var unfinished : folders) {
            if (unfinished.getFileName().toString().startsWith(TEMPORARY) && isEmpty(unfinished)) {
                durable.delete(unfinished);
            }
        }
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.findAny().isEmpty();
        }
    }

    private List<String> oneGroup(List<String> names) throws Rollback {
        var beyond = names.stream().filter(name -> end(name) > size).toList();
        if (!beyond.isEmpty()) {
            refuseMoreThanOne(beyond);
            refuseReplacedTiles();
        }
        return beyond;
    }

    /// Partial tiles of the checkpoint's own size are deleted only after a later checkpoint.
    private void refuseReplacedTiles() throws Rollback {
        for (int level = 0; size >> (8 * level) > 0; level++) {
            long nodes = size >> (8 * level);
            long last = (nodes - 1) / LogFolder.TILE;
            int width = LogFolder.width(nodes, last);
            boolean there = Files.exists(LogFolder.tile(folder, level, last, width))
                    && (level > 0 || Files.exists(LogFolder.entries(folder, last, width)));
            if (!there) {
                throw new Rollback(
                        Said.of("the log {log} is longer than its checkpoint says", "log", folder.getFileName()));
            }
        }
    }

    /// What stands in `time/` under the name of a larger size may have been put there by anybody; what the log's own
    /// key signed may not.
    private void refuseLaterStamps() throws IOException {
        for (var stamp : StampFolder.of(folder)) {
            if (stamp.size() > size && stamp.isOfMoreThan(size)) {
                throw new Rollback(Said.of(
                        "the log {log} has a time-stamp for more statements than its checkpoint says",
                        "log",
                        folder.getFileName()));
            }
        }
    }

    private List<String> names() throws IOException {
        return Growing.files(folder).stream()
                .map(file -> folder.relativize(file).toString().replace('\\', '/'))
                .sorted()
                .toList();
    }

    /// The number of leaves that a file reaches to; 0 for a file that is no part of a group.
    static long end(String name) {
        var opening = OPENING.matcher(name);
        if (opening.matches()) {
            return Long.parseLong(opening.group(1)) + Long.parseLong(opening.group(2));
        }
        var tile = TILE.matcher(name);
        if (!tile.matches()) {
            return 0;
        }
        int level = tile.group(1).equals("entries") ? 0 : Integer.parseInt(tile.group(1));
        long number = Long.parseLong(tile.group(2).replace("x", "").replace("/", ""));
        int width = tile.group(3) == null ? LogFolder.TILE : Integer.parseInt(tile.group(3));
        long nodes = number * LogFolder.TILE + width;
        boolean possible = level <= HIGHEST_LEVEL && nodes <= Long.MAX_VALUE >> (8 * level);
        return possible ? nodes << (8 * level) : Long.MAX_VALUE;
    }

    private void refuseMoreThanOne(List<String> beyond) throws Rollback {
        var openings = new ArrayList<String>();
        beyond.stream().filter(name -> OPENING.matcher(name).matches()).forEach(openings::add);
        long last = beyond.stream().mapToLong(Beyond::end).max().orElse(size);
        boolean oneGroup = openings.size() == 1
                && openings.getFirst().startsWith("opening/" + size + "-")
                && last <= end(openings.getFirst());
        if (!oneGroup) {
            throw new Rollback(Said.of(
                    "the log {log} holds more than one group beyond its checkpoint", "log", folder.getFileName()));
        }
    }

    /// Tiles first and the opening last, so that a kill in between still leaves what looks like one group.
    private void moveAll(List<String> beyond, Durable durable) throws IOException {
        if (beyond.isEmpty()) {
            return;
        }
        Path vault = folder.resolve("../..").normalize();
        Path orphan = free(vault.resolve("orphan"));
        for (var name : beyond.reversed()) {
            if (OPENING.matcher(name).matches()) {
                durable.settle();
            }
            Path to = orphan.resolve(name);
            durable.createFolder(to.resolve("..").normalize());
            durable.move(folder.resolve(name), to);
        }
        durable.settle();
    }

    private Path free(Path orphans) {
        for (int n = 1; ; n++) {
            Path candidate = orphans.resolve(folder.getFileName() + "-" + size + "-" + n);
            if (!Files.exists(candidate)) {
                return candidate;
            }
        }
    }

    private static boolean isTemporary(String name) {
        return ("/" + name).contains("/" + TEMPORARY);
    }

    /// A partial tile that a longer one of the same tile has replaced.
    private boolean isSuperseded(String name) {
        var tile = TILE.matcher(name);
        if (!tile.matches() || tile.group(3) == null || end(name) > size) {
            return false;
        }
        int level = tile.group(1).equals("entries") ? 0 : Integer.parseInt(tile.group(1));
        long number = Long.parseLong(tile.group(2).replace("x", "").replace("/", ""));
        return Integer.parseInt(tile.group(3)) < LogFolder.width(size >> (8 * level), number);
    }
}
