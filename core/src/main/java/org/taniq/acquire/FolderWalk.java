package org.taniq.acquire;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Goes through a folder and all below it. What cannot be opened is named, and stops nothing else.
final class FolderWalk extends SimpleFileVisitor<Path> {
    private final Predicate<Path> isOwn;
    private final List<Path> files = new ArrayList<>();
    private final List<NotTaken> refused = new ArrayList<>();

    /// @param isOwn whether a folder is that of a case, or of keys
    FolderWalk(Predicate<Path> isOwn) {
        this.isOwn = isOwn;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes found) {
        if (isOwn.test(folder)) {
            refused.add(new NotTaken.OwnFolder(folder));
            return FileVisitResult.SKIP_SUBTREE;
        }
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes found) {
        if (found.isRegularFile()) {
            files.add(file);
        } else {
            refused.add(new NotTaken.NoFile(file));
        }
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path path, IOException why) {
        refused.add(new NotTaken.Unreadable(path, why));
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException broken) {
        Optional.ofNullable(broken).ifPresent(why -> refused.add(new NotTaken.Unreadable(folder, why)));
        return FileVisitResult.CONTINUE;
    }

    /// All of it, in order of the paths.
    FileAcquirer.Found found() {
        files.sort(Comparator.naturalOrder());
        refused.sort(Comparator.comparing(NotTaken::path));
        return new FileAcquirer.Found(files, refused);
    }
}
