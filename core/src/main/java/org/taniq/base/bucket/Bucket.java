package org.taniq.base.bucket;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import org.taniq.base.Destination;

/// A folder in a bucket on another computer.
///
///     try (var bucket = Bucket.open(address, keys, Optional.empty())) {
///         bucket.folder();                          // is read
///         bucket.destination(Bucket.Again.WRITTEN); // is written
///     }
public final class Bucket implements AutoCloseable {
    private final Requests requests;
    private final BucketFiles files;
    private final Parts parts;

    private Bucket(Requests requests, BucketFiles files, Parts parts) {
        this.requests = requests;
        this.files = files;
        this.parts = parts;
    }

    /// What of a copy is read back.
    public enum Again {
        /// What was written now; of the rest the provider's checksums are compared.
        WRITTEN,
        EVERYTHING
    }

    /// Reaches the bucket and lists what is in the folder.
    ///
    /// @param proxy an HTTP proxy on this computer; empty for none
    /// @throws org.taniq.base.OutOfReach if it is not reached, or does not let us in
    public static Bucket open(BucketAddress address, BucketKeys keys, Optional<URI> proxy) throws IOException {
        return open(address, keys, proxy, Parts.USUAL);
    }

    static Bucket open(BucketAddress address, BucketKeys keys, Optional<URI> proxy, Parts parts) throws IOException {
        var requests = new Requests(address, keys, proxy);
        try {
            return new Bucket(requests, new BucketFiles(requests), parts);
        } catch (IOException failed) {
            requests.close();
            throw failed;
        }
    }

    /// What lies there, as files that can be read; those that somebody else writes meanwhile are not among them.
    public Path folder() {
        return files.top();
    }

    /// Where copies are written to.
    public Destination destination(Again again) {
        return new BucketDestination(requests, files, again, parts);
    }

    @Override
    public void close() {
        requests.close();
    }
}
