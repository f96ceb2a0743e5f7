package org.taniq.base;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/// A folder as the place of a copy.
final class FolderDestinationTest extends DestinationContract {
    @TempDir
    private Path temp = Path.of("");

    @Override
    protected Destination destination() {
        return new FolderDestination(temp.resolve("stick/copy"), new Durable());
    }
}
