package org.taniq.acquire;

import java.io.IOException;
import java.nio.file.Path;

/// Something at or below a path that is not taken.
public sealed interface NotTaken {
    Path path();

    /// A device, a pipe, or a link in a folder.
    record NoFile(Path path) implements NotTaken {}

    /// A file or folder that cannot be read, or is gone meanwhile.
    record Unreadable(Path path, IOException why) implements NotTaken {}

    /// A folder of this program: neither a case nor keys are sealed into a case.
    record OwnFolder(Path path) implements NotTaken {}
}
