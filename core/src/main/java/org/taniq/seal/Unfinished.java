package org.taniq.seal;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.taniq.base.Durable;
import org.taniq.base.Said;
import org.taniq.base.Trouble;

/// What an attempt to make a vault leaves when it is interrupted: empty folders, temporary files, and keys
/// to a vault that never was.
final class Unfinished {
    private final Path folder;

    /// @param folder where a vault is to be
    Unfinished(Path folder) {
        this.folder = folder;
    }

    /// Clears it away; nothing is deleted but temporary files.
    ///
    /// @throws IOException also if anything else is in the folder; nothing is changed then
    void clear(Durable durable) throws IOException {
        for (var each : list(folder)) {
            if (!isLeftover(each)) {
                throw new Trouble(
                        Said.of("cannot make a vault in {folder}: there is something in it already", "folder", folder));
            }
        }
        durable.sweep(folder);
        Path keys = folder.resolve("keys");
        durable.sweep(keys);
        if (!list(keys).isEmpty()) {
            durable.createFolder(folder.resolve("orphan"));
            durable.move(keys, free());
            durable.settle();
        }
    }

    private static boolean isLeftover(Path each) throws IOException {
        String name = each.getFileName().toString();
        return switch (name) {
            case "blob", "log" -> Files.isDirectory(each) && list(each).isEmpty();
            case "keys", "orphan" -> Files.isDirectory(each) && hasOnlyKeys(each);
            default -> name.matches("\\.tmp-[0-9a-f]{16}");
        };
    }

    private static boolean hasOnlyKeys(Path folder) throws IOException {
        for (var each : list(folder)) {
            String name = each.getFileName().toString();
            boolean key = name.matches("[0-9a-f]{16}\\.age|\\.tmp-[0-9a-f]{16}");
            boolean keys = name.matches("keys-\\d+") && Files.isDirectory(each) && hasOnlyKeys(each);
            if (!key && !keys) {
                return false;
            }
        }
        return true;
    }

    private Path free() {
        for (int n = 1; ; n++) {
            Path candidate = folder.resolve("orphan/keys-" + n);
            if (!Files.exists(candidate)) {
                return candidate;
            }
        }
    }

    private static List<Path> list(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            var all = new java.util.ArrayList<Path>();
            files.forEach(all::add);
            return all;
        }
    }
}
