package org.taniq.seal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.taniq.base.Digest;
import org.taniq.base.age.Identity;

/// The openings of one log. Each file is read; opened are those that were not here before with the same bytes, and
/// those that hold a statement of one schema.
final class GlancedLog {
    private final LogFolder log;
    private final Identity identity;
    private final String schema;
    private final List<Unlocked.Sealed> found = new ArrayList<>();
    private SortedMap<Long, Path> files = new TreeMap<>();
    private Digest read = OpenedBefore.NOTHING.files();
    private long next;

    private GlancedLog(LogFolder log, Identity identity, String schema) {
        this.log = log;
        this.identity = identity;
        this.schema = schema;
    }

    /// @return nothing where an opening lacks, is there twice, or says that something was erased
    /// @throws IOException also if one cannot be opened, or does not fit
    static Optional<GlancedLog> of(LogFolder log, Identity identity, OpenedBefore before, String schema)
            throws IOException {
        var glanced = new GlancedLog(log, identity, schema);
        return glanced.look(before) ? Optional.of(glanced) : Optional.empty();
    }

    private boolean look(OpenedBefore before) throws IOException {
        var all = Openings.byFirst(log.folder());
        if (all.values().stream().anyMatch(several -> several.size() > 1)) {
            return false;
        }
        files = new TreeMap<>();
        all.forEach((first, alone) -> files.put(first, alone.getFirst()));
        boolean isKnown = before.isOf(log) && goTo(before.size(), this::passBy) && read.equals(before.files());
        if (!isKnown) {
            found.clear();
            read = OpenedBefore.NOTHING.files();
            next = 0;
        }
        return goTo(log.checkpoint().size(), this::open);
    }

    /// What is done with the file of a group.
    private interface Each {
        /// @return false if nothing can be told of it by a glance
        boolean group(Path file, long statements, byte[] bytes) throws IOException;
    }

    private boolean goTo(long end, Each each) throws IOException {
        while (next < end) {
            var file = files.get(next);
            long statements = file == null ? 0 : Openings.statements(file);
            if (file == null || next + statements > end) {
                return false;
            }
            byte[] bytes = PlainFile.upTo(Openings.LARGEST, file);
            if (!each.group(file, statements, bytes)) {
                return false;
            }
            read = OpenedBefore.with(read, statements, Digest.of(bytes));
            next += statements;
        }
        return true;
    }

    private boolean passBy(Path file, long statements, byte[] bytes) throws IOException {
        boolean holdsOne = log.leaves().subList((int) next, (int) (next + statements)).stream()
                .anyMatch(leaf -> leaf.schema().equals(schema));
        return !holdsOne || open(file, statements, bytes);
    }

    private boolean open(Path file, long statements, byte[] bytes) throws IOException {
        var lines = new GroupFile(log, file, next).lines(bytes, identity, Openings.LARGEST);
        for (var line : lines.known().values()) {
            if (line.opened().schema().name().equals(schema)) {
                var pointer =
                        new Pointer(log.key().id(), line.index(), log.tree().leafHash(line.index()));
                found.add(new Unlocked.Sealed(pointer, line));
            }
        }
        return lines.blank().isEmpty();
    }

    /// Its statements of the schema.
    List<Unlocked.Sealed> found() {
        return found;
    }

    /// All of it, as it was opened now or before.
    OpenedBefore opened() {
        var checkpoint = log.checkpoint();
        return new OpenedBefore(checkpoint.size(), checkpoint.root(), read);
    }
}
