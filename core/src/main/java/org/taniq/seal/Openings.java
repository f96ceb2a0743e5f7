package org.taniq.seal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
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
    private static final Pattern NAME = Pattern.compile("(0|[1-9]\\d{0,14})-([1-9]\\d{0,8})\\.age");

    private final SortedMap<Long, OpeningLine> lines = new TreeMap<>();
    private final SortedSet<Long> blank = new TreeSet<>();
    private final SortedMap<Long, Unread> unread = new TreeMap<>();
    private final List<Said> missing = new ArrayList<>();
    private final List<Said> damaged = new ArrayList<>();
    private final List<Gap> unreadable = new ArrayList<>();
    private boolean isOurs;
    private boolean isBroken;
    private boolean isLocked;

    /// A group that cannot be read, and where the next begins.
    private record Unread(long next, Said why) {}

    /// Where a group begins, and where the next would if this one cannot be read.
    private record Span(long first, long next) {}

    private Openings() {}

    /// Reads them up to the checkpoint.
    static Openings read(LogFolder log, Identity identity) throws IOException {
        var openings = new Openings();
        var files = openings.alone(log);
        long size = log.checkpoint().size();
        long first = 0;
        while (first < size) {
            var later = files.tailMap(first + 1);
            long next = later.isEmpty() ? size : Math.min(size, later.firstKey());
            var candidates = files.getOrDefault(first, List.of());
            if (candidates.isEmpty()) {
                openings.lacks(log, first, next);
            }
            first = openings.group(log, candidates, identity, new Span(first, next));
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
            return files.filter(PlainFile::isHere)
                    .filter(file -> NAME.matcher(file.getFileName().toString()).matches())
                    .toList();
        }
    }

    /// The same, by the index at which they begin.
    static SortedMap<Long, List<Path>> byFirst(Path log) throws IOException {
        var files = new TreeMap<Long, List<Path>>();
        for (var file : files(log)) {
            files.computeIfAbsent(numbers(file).first(), _ -> new ArrayList<>()).add(file);
        }
        return files;
    }

    /// How many statements it is the opening of, as its name says.
    static long statements(Path file) {
        var numbers = numbers(file);
        return numbers.next() - numbers.first();
    }

    private static Span numbers(Path file) {
        var name = NAME.matcher(file.getFileName().toString());
        if (!name.matches()) {
            throw new IllegalArgumentException("not the name of an opening");
        }
        long first = Long.parseLong(name.group(1));
        return new Span(first, first + Long.parseLong(name.group(2)));
    }

    private SortedMap<Long, List<Path>> alone(LogFolder log) throws IOException {
        var files = byFirst(log.folder());
        files.forEach((first, several) -> {
            if (several.size() > 1) {
                damaged.add(Said.of(
                        "log {log} has two openings that begin at {first}",
                        Map.of("log", log.key().id(), "first", first)));
            }
        });
        return files;
    }

    private void lacks(LogFolder log, long first, long next) {
        var why = Said.of(
                "log {log} lacks the opening that begins at {first}",
                Map.of("log", log.key().id(), "first", first));
        unread.put(first, new Unread(next, why));
        missing.add(why);
    }

    private void cut(LogFolder log, Path file, Span span) {
        var why = CutFile.of(log.key().id() + "/opening/" + file.getFileName()).said();
        unread.put(span.first(), new Unread(span.next(), why));
        missing.add(why);
    }

    /// Takes the file that fits the leaves, if there is one.
    ///
    /// @return where the next group begins
    private long group(LogFolder log, List<Path> candidates, Identity identity, Span span) throws IOException {
        var cut = new ArrayList<Path>();
        for (var file : candidates) {
            var read = lines(new GroupFile(log, file, span.first()), identity, span, cut);
            if (read.isPresent()) {
                unread.remove(span.first());
                lines.putAll(read.get().known());
                blank.addAll(read.get().blank());
                return span.first() + read.get().texts().size();
            }
        }
        cut.forEach(file -> cut(log, file, span));
        return span.next();
    }

    /// @param cut takes the file where it is here in part only
    private Optional<GroupFile.Lines> lines(GroupFile group, Identity identity, Span span, List<Path> cut)
            throws IOException {
        try {
            var lines = group.lines(identity, LARGEST);
            isOurs = true;
            return Optional.of(lines);
        } catch (Altered altered) {
            if (CutFile.isCutHere(group.file())) {
                cut.add(group.file());
            } else {
                isBroken = true;
                damaged(span, altered.said());
            }
        } catch (WrongKey foreign) {
            isLocked = true;
            damaged(span, foreign.said());
        } catch (IOException failed) {
            var gap = Gap.unreadable(group.log().key().id(), failed);
            isBroken = true;
            unreadable.add(gap);
            unread.put(span.first(), new Unread(span.next(), gap.why()));
        }
        return Optional.empty();
    }

    private void damaged(Span span, Said why) {
        unread.put(span.first(), new Unread(span.next(), why));
        damaged.add(why);
    }

    /// Whether the key opens none of them: then they are of another case, or the key is.
    boolean isForeign() {
        return isLocked && !isOurs && !isBroken; // what is broken, whoever made it, is not another case's
    }

    /// Whether one of them was made for the key of this case.
    boolean isOfThisCase() {
        return isOurs;
    }

    /// What the disk does not give.
    List<Gap> unreadable() {
        return Collections.unmodifiableList(unreadable);
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

    /// The indexes of the lines that have no values any more.
    SortedSet<Long> blank() {
        return Collections.unmodifiableSortedSet(blank);
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
