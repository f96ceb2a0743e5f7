package org.taniq.seal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.taniq.base.Durable;
import org.taniq.base.Said;
import org.taniq.base.Trouble;

/// A folder in which a vault is made under a new key. The first file in it says so, and is given the name
/// `taniq.json` when everything is there: so a vault that has lost that file is never taken for an attempt, which
/// may be cleared away because all that is in it is in the old vault too.
final class RekeyAttempt {
    /// Holds what `taniq.json` will hold.
    static final String UNFINISHED = VaultMark.NAME + ".unfinished";

    private static final List<String> MADE = List.of("keys", "log", "blob");
    private static final String TEMPORARY = "\\.tmp-[0-9a-f]{16}";

    private final Path folder;
    private final Durable durable;

    RekeyAttempt(Path folder, Durable durable) {
        this.folder = folder;
        this.durable = durable;
    }

    /// Whether the folder says that it is one.
    static boolean isIn(Path folder) {
        return Files.exists(folder.resolve(UNFINISHED), LinkOption.NOFOLLOW_LINKS);
    }

    private Path mark() {
        return folder.resolve(UNFINISHED);
    }

    /// Begins in a folder that is new or empty, or in which an attempt was stopped, which is cleared away.
    ///
    /// @throws IOException if there is anything else; nothing is changed then
    ///
    /// @param format what the vault will say that it is
    void begin(VaultFormat format) throws IOException {
        if (Files.exists(folder, LinkOption.NOFOLLOW_LINKS) && !isFree()) {
            throw new Trouble(
                    Said.of("cannot make a vault in {folder}: there is something in it already", "folder", folder));
        }
        durable.createFolder(folder);
        durable.replace(mark(), format.bytes());
        clear();
        for (var name : MADE) {
            durable.createFolder(folder.resolve(name));
        }
    }

    private boolean isFree() throws IOException {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        boolean stopped = PlainFile.isHere(mark());
        try (var files = Files.list(folder)) {
            var names = files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.matches(TEMPORARY))
                    .toList();
            return stopped ? isAttempt(names) : names.isEmpty();
        }
    }

    private boolean isAttempt(List<String> names) throws IOException {
        var strange = VaultFiles.in(folder).strange();
        return Set.of(UNFINISHED, "keys", "log", "blob").containsAll(names) && strange.equals(List.of(UNFINISHED));
    }

    private void clear() throws IOException {
        for (var name : MADE) {
            Path made = folder.resolve(name);
            if (Files.isDirectory(made, LinkOption.NOFOLLOW_LINKS)) {
                delete(made);
            }
        }
        durable.sweep(folder);
        durable.settle();
    }

    private void delete(Path made) throws IOException {
        try (var files = Files.walk(made)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                durable.delete(file);
            }
        }
    }

    /// The folder is a vault when this returns.
    void finish() throws IOException {
        durable.settle();
        durable.move(mark(), folder.resolve(VaultMark.NAME));
        durable.settle();
    }
}
