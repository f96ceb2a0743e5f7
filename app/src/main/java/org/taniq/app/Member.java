package org.taniq.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.time.Instant;
import org.taniq.acquire.Archive;
import org.taniq.base.Digest;
import org.taniq.read.file.MediaType;
import org.taniq.seal.ItemStatement;

/// A file in an archive that is open.
record Member(Archive archive, Archive.Readable file) {
    InputStream open() throws IOException {
        return archive.open(file);
    }

    String mediaType() throws IOException {
        try (var in = open()) {
            return MediaType.of(in);
        }
    }

    /// Type, size and digest.
    ///
    /// @throws Archive.Damaged if it cannot be read to its end
    ItemStatement.Member measured(Instant now) throws IOException {
        String type = mediaType();
        var sha = Digest.sha256();
        long size;
        try (var in = new DigestInputStream(open(), sha)) {
            size = in.transferTo(OutputStream.nullOutputStream());
        }
        return new ItemStatement.Member(
                file.fileName(), type, Digest.ofBytes(sha.digest()).hex(), size, now);
    }
}
