package org.taniq.acquire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A folder is taken as far as it can be read; what is not taken is named.
final class FileAcquirerTest {
    @TempDir
    Path folder;

    private final FileAcquirer acquirer = new FileAcquirer(Custody.UNSTATED, FileAcquirerTest::isCase);

    private static boolean isCase(Path folder) {
        return Files.exists(folder.resolve("case"));
    }

    private Path file(String name) throws IOException {
        var file = folder.resolve(name);
        Files.createDirectories(file.resolveSibling(".").normalize());
        return Files.writeString(file, name);
    }

    @Test
    void filesComeInTheOrderOfTheirPaths() throws IOException {
        var files = List.of(file("a/b.txt"), file("a/c/d.txt"), file("b.txt"));
        assertEquals(new FileAcquirer.Found(files, List.of()), acquirer.find(folder));
    }

    @Test
    void aFileThatVanishesTakesNoOtherWithIt() throws IOException {
        file("a.txt");
        var gone = file("b.txt");
        file("c.txt");
        var found = acquirer.find(folder);
        Files.delete(gone);
        var acquired = acquirer.acquire(found);
        assertEquals(
                List.of("a.txt", "c.txt"),
                acquired.items().stream().map(Item::name).toList());
        assertInstanceOf(NotTaken.Unreadable.class, acquired.refused().getFirst());
        assertEquals(gone, acquired.refused().getFirst().path());
    }

    @Test
    void aLinkInAFolderIsNamedAndNotFollowed() throws IOException {
        var link = Files.createSymbolicLink(folder.resolve("link"), file("a.txt"));
        assertEquals(List.of(new NotTaken.NoFile(link)), acquirer.find(folder).refused());
    }

    /// Nobody may forbid the superuser, as whom tests may run, to open a folder: so the walk is told.
    @Test
    void aFolderThatCannotBeOpenedIsNamedAndTheOthersAreRead() throws IOException {
        var walk = new FolderWalk(_ -> false);
        var closed = new AccessDeniedException(folder.toString());
        assertEquals(FileVisitResult.CONTINUE, walk.visitFileFailed(folder, closed));
        assertEquals(FileVisitResult.CONTINUE, walk.postVisitDirectory(folder, closed));
        var unreadable = new NotTaken.Unreadable(folder, closed);
        assertEquals(List.of(unreadable, unreadable), walk.found().refused());
    }

    @Test
    void theFolderOfACaseIsNamedAndNothingOfItIsTaken() throws IOException {
        var before = file("a.txt");
        var inside = folder.resolve("m");
        file("m/case");
        file("m/log/b.txt");
        var after = file("z.txt");
        var aCase = List.<NotTaken>of(new NotTaken.OwnFolder(inside));
        assertEquals(new FileAcquirer.Found(List.of(before, after), aCase), acquirer.find(folder));
        assertEquals(new FileAcquirer.Found(List.of(), aCase), acquirer.find(inside));
    }

    @Test
    void aLinkToAFolderThatSomebodyTypesLeadsToTheFolder() throws IOException {
        var file = file("downloads/a.txt");
        var link = Files.createSymbolicLink(folder.resolve("link"), folder.resolve("downloads"));
        assertEquals(List.of(file.toRealPath()), acquirer.find(link).files());
    }
}
