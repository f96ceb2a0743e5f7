package org.taniq.seal;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.taniq.base.NotGiven;
import org.taniq.base.Trouble;

/// Reads small files of a vault, which are ordinary files: a link may lead to what has no end, and a pipe is
/// waited for without end.
final class PlainFile {
    private PlainFile() {}

    static boolean isHere(Path file) {
        return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
    }

    /// @return at most one byte more than `most`
    /// @throws NoSuchFileException also if something else has that name
    /// @throws NotGiven if the disk does not give them
    static byte[] upTo(int most, Path file) throws IOException {
        if (!isHere(file)) {
            throw new NoSuchFileException(file.toString());
        }
        try (var in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            return in.readNBytes(most + 1);
        } catch (AccessDeniedException | NoSuchFileException | Trouble known) {
            throw known;
        } catch (IOException failed) {
            throw new NotGiven(file, failed);
        }
    }
}
