package org.taniq.read.msgstore;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// A database whose last message stands in the log beside it, and an archive of the two. The people are invented.
public record StoreWithLog(Path database, Path log, Path archive) {

    /// @param folder is made
    public static StoreWithLog of(Path folder) throws IOException, InterruptedException {
        var file = Made.database(
                Files.createDirectory(folder),
                ".dbconfig no_ckpt_on_close on\n" + Tables.NEW + Tables.message(1, "A", "long ago")
                        + "PRAGMA journal_mode=WAL;\nPRAGMA wal_autocheckpoint=0;\n"
                        + Tables.message(2, "B", "last words"));
        var log = folder.resolve("msgstore.db-wal");
        return new StoreWithLog(file, log, archive(file, log, folder.resolve("phone.zip")));
    }

    private static Path archive(Path database, Path log, Path into) throws IOException {
        try (var zip = new ZipOutputStream(Files.newOutputStream(into))) {
            zip.putNextEntry(new ZipEntry("msgstore.db"));
            Files.copy(database, zip);
            zip.putNextEntry(new ZipEntry("msgstore.db-wal"));
            Files.copy(log, zip);
        }
        return into;
    }
}
