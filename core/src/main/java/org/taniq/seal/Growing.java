package org.taniq.seal;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.taniq.base.Said;

/// Logs into which another process may be sealing while they are checked. Files are then looked at in several
/// moments, and what does not fit may only be newer; a lock would be no check's to take, which changes nothing.
/// So what is wrong counts only where nothing was added meanwhile, and else is looked at anew.
final class Growing {
    private static final int TRIALS = 5;

    private final Path orphan;
    private final Folders folders;

    /// All logs of a vault.
    Growing(Vault vault) {
        this(vault, vault::logFolders);
    }

    /// One log.
    Growing(Vault vault, Path log) {
        this(vault, () -> List.of(log));
    }

    private Growing(Vault vault, Folders folders) {
        this.orphan = vault.folder().resolve("orphan");
        this.folders = folders;
    }

    private interface Folders {
        List<Path> list() throws IOException;
    }

    /// The whole of a check, from its beginning.
    @FunctionalInterface
    interface Trial {
        void run(Checked checked) throws IOException;
    }

    /// How long the logs are, by folder, their files, of which some are there before a log is longer, and how
    /// many lie in `orphan/`, where one who begins to seal moves what was interrupted.
    private record Moment(Map<Path, Long> sizes, Set<Path> files, int setAside) {}

    /// What the check found once the logs stood still. Where they never do, what is wrong is named and nothing
    /// is known.
    Checked check(Trial trial) throws IOException {
        for (int n = 1; ; n++) {
            var before = now();
            var checked = new Checked();
            trial.run(checked);
            if (checked.bytes(Verdict.Bytes.INTACT) == Verdict.Bytes.INTACT || before.equals(now())) {
                return checked;
            }
            if (n == TRIALS) {
                return doubted(checked);
            }
        }
    }

    private static Checked doubted(Checked last) {
        var doubted = new Checked();
        doubted.unknown("log", Said.of("something is being sealed meanwhile: check again when nothing is"));
        for (var check : last.all()) {
            if (check.ok()) {
                doubted.fine(check.name(), check.said());
            } else {
                doubted.unknown(check.name(), check.said());
            }
        }
        return doubted;
    }

    private Moment now() throws IOException {
        var sizes = new HashMap<Path, Long>();
        var files = new HashSet<Path>();
        for (var log : folders.list()) {
            sizes.put(log, size(log));
            files.addAll(files(log));
        }
        return new Moment(sizes, files, files(orphan).size());
    }

    /// 0 where there is no head that its key signed: the check says why.
    private static long size(Path log) {
        try {
            byte[] note = PlainFile.upTo(Note.LARGEST, log.resolve("checkpoint"));
            return Checkpoint.verify(note, LogFolder.vkey(log)).size();
        } catch (IOException none) {
            return 0;
        }
    }

    /// The regular files below a folder that may change meanwhile, in no order. One that goes away is not there.
    static List<Path> files(Path folder) throws IOException {
        var files = new ArrayList<Path>();
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes there) {
                if (Files.isRegularFile(file)) {
                    files.add(file);
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failed) throws IOException {
                if (failed instanceof NoSuchFileException) {
                    return FileVisitResult.CONTINUE;
                }
                throw failed;
            }
        });
        return files;
    }
}
