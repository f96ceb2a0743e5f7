package org.taniq.seal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.taniq.base.Altered;
import org.taniq.base.Said;
import org.taniq.base.age.Identity;
import org.taniq.base.age.WrongKey;

/// What the openings of one log give, each group for itself: one that is damaged takes nothing else away.
final class Openings {
    /// Of a log that is not here.
    static final Openings NONE = new Openings();

    static final int LARGEST = 256 << 20;
    private static final Pattern NAME = Pattern.compile("(0|[1-9]\\d{0,14})-[1-9]\\d{0,8}\\.age");

    private final SortedMap<Long, OpeningLine> lines = new TreeMap<>();
    private final SortedMap<Long, Unread> unread = new TreeMap<>();
    private final List<Said> missing = new ArrayList<>();
    private final List<Said> damaged = new ArrayList<>();
    private boolean isOpened;
    private boolean isLocked;

    /// A group that cannot be read, and where the next begins.
    private record Unread(long next, Said why) {}

    private Openings() {}

    /// Reads them up to the checkpoint.
    static Openings read(LogFolder log, Identity identity) throws IOException {
        var openings = new Openings();
        var files = openings.byFirst(log);
        long size = log.checkpoint().size();
        long first = 0;
        while (first < size) {
            var later = files.tailMap(first + 1);
            long next = later.isEmpty() ? size : Math.min(size, later.firstKey());
            var file = files.get(first);
            if (file == null) {
                openings.lacks(log, first, next);
            } else {
                next = openings.group(new GroupFile(log, file, first), identity, next);
            }
            first = next;
        }
        return openings;
    }

    /// The files of a log's openings, in no order.
    static List<Path> files(Path log) throws IOException {
        Path folder = log.resolve("opening");
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> NAME.matcher(file.getFileName().toString()).matches())
                    .toList();
        }
    }

    private SortedMap<Long, Path> byFirst(LogFolder log) throws IOException {
        var files = new TreeMap<Long, Path>();
        for (var file : files(log.folder())) {
            var name = NAME.matcher(file.getFileName().toString());
            if (name.matches() && files.put(Long.parseLong(name.group(1)), file) != null) {
                damaged.add(Said.of(
                        "log {log} has two openings that begin at {first}",
                        Map.of("log", log.key().id(), "first", name.group(1))));
            }
        }
        return files;
    }

    private void lacks(LogFolder log, long first, long next) {
        var why = Said.of(
                "log {log} lacks the opening that begins at {first}",
                Map.of("log", log.key().id(), "first", first));
        unread.put(first, new Unread(next, why));
        missing.add(why);
    }

    /// @return where the next group begins
    private long group(GroupFile group, Identity identity, long next) throws IOException {
        try {
            var read = group.lines(identity, LARGEST);
            isOpened = true;
            lines.putAll(read.known());
            return read.next();
        } catch (Altered altered) {
            isOpened = true; // whoever made it, it is not another case's
            damaged(group.first(), next, altered.said());
        } catch (WrongKey foreign) {
            isLocked = true;
            damaged(group.first(), next, foreign.said());
        }
        return next;
    }

    private void damaged(long first, long next, Said why) {
        unread.put(first, new Unread(next, why));
        damaged.add(why);
    }

    /// Whether the key opens none of them: then they are of another case, or the key is.
    boolean isForeign() {
        return isLocked && !isOpened;
    }

    /// Why files are not here.
    List<Said> missing() {
        return Collections.unmodifiableList(missing);
    }

    /// Why files that are here cannot be read.
    List<Said> damaged() {
        return Collections.unmodifiableList(damaged);
    }

    /// By index, what is behind every leaf whose schema is known and whose group could be read.
    SortedMap<Long, OpeningLine> lines() {
        return Collections.unmodifiableSortedMap(lines);
    }

    /// @throws NotThisFormat if a newer program sealed it
    /// @throws Altered if its group cannot be read
    OpeningLine line(long index) throws IOException {
        var line = lines.get(index);
        if (line != null) {
            return line;
        }
        for (var group : unread.headMap(index + 1).values()) {
            if (index < group.next()) {
                throw new Altered(group.why());
            }
        }
        throw new NotThisFormat(Said.of(
                "statement {statement} was sealed by a newer version of Taniq: use that version", "statement", index));
    }
}
