package org.taniq.seal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.taniq.base.Altered;
import org.taniq.base.Durable;
import org.taniq.base.age.Identity;
import org.taniq.base.age.Recipient;
import org.taniq.base.age.WrongKey;

/// One log on its way to a vault with another key: what anybody can read of it stays as it is, openings are written
/// again under their names. What this person erased stays erased.
final class RekeyedLog {
    private final LogFolder log;
    private final VaultFiles files;
    private final Set<Pointer> erased;
    private final Identity old;

    /// @param erased what is to go, though it may be here
    RekeyedLog(LogFolder log, VaultFiles files, Set<Pointer> erased, Identity old) {
        this.log = log;
        this.files = files;
        this.erased = Set.copyOf(erased);
        this.old = old;
    }

    /// What anybody can read of it.
    LogCopy copy(CopyFiles to) {
        return new LogCopy(log, files, to);
    }

    String id() {
        return log.key().id();
    }

    /// Takes what is behind the leaves of one group.
    @FunctionalInterface
    private interface EachGroup {
        void group(String file, GroupFile.Lines lines) throws IOException;
    }

    /// Those that the key opens and that fit the leaves; of the others it was said before.
    private void groups(EachGroup each) throws IOException {
        for (var file : files.ofLog(id())) {
            if (file.startsWith("opening/")
                    && Beyond.end(file) <= log.checkpoint().size()) {
                var lines = lines(file);
                if (lines.isPresent()) {
                    each.group(file, lines.get());
                }
            }
        }
    }

    private Optional<GroupFile.Lines> lines(String file) throws IOException {
        try {
            var group = new GroupFile(log, log.folder().resolve(file), LogCopy.first(file));
            return Optional.of(group.lines(old, Openings.LARGEST));
        } catch (Altered | WrongKey _) {
            return Optional.empty();
        }
    }

    /// Whether the key opens nothing of it: then it is of another case.
    boolean isForeign() throws IOException {
        var opened = new ArrayList<String>();
        groups((file, _) -> opened.add(file));
        return opened.isEmpty();
    }

    /// The statements that were not erased.
    List<Unlocked.Sealed> statements() throws IOException {
        var all = new ArrayList<Unlocked.Sealed>();
        groups((_, lines) -> lines.known().values().forEach(line -> {
            if (!isErased(line.index())) {
                all.add(new Unlocked.Sealed(pointer(line.index()), line));
            }
        }));
        return all;
    }

    private boolean isErased(long index) {
        return erased.contains(pointer(index));
    }

    private Pointer pointer(long index) {
        return new Pointer(id(), index, log.tree().leafHash(index));
    }

    /// @param to the folder of the log in the new vault
    void openings(Path to, RekeyedBlobs blobs, Recipient recipient, Durable durable) throws IOException {
        durable.createFolder(to.resolve("opening"));
        groups((file, lines) -> {
            byte[] text = text(lines, blobs).getBytes(StandardCharsets.UTF_8);
            durable.create(to.resolve(file), Blobs.wrap(text, recipient));
        });
    }

    private String text(GroupFile.Lines lines, RekeyedBlobs blobs) {
        var texts = new TreeMap<Long, String>();
        lines.blank().forEach(index -> texts.put(index, OpeningLine.erased(index)));
        lines.known().forEach((index, line) -> {
            boolean erased = isErased(index);
            texts.put(
                    index, erased ? OpeningLine.erased(index) : blobs.line(line).text());
        });
        return String.join("\n", texts.values()) + "\n";
    }

    void stamps(CopyFiles to) throws IOException {
        for (var file : files.ofLog(id())) {
            if (file.startsWith("time/")) {
                to.raw("log/" + id() + "/" + file);
            }
        }
    }
}
