package org.taniq.app;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.taniq.base.Destination;
import org.taniq.base.Durable;
import org.taniq.base.FolderDestination;
import org.taniq.base.bucket.Bucket;
import org.taniq.base.bucket.BucketAddress;
import org.taniq.base.bucket.BucketKeys;
import org.taniq.base.net.Route;
import org.taniq.base.net.SocksBridge;

/// Where a copy is kept: a folder, or a bucket on another computer, which is reached when this is made.
public sealed interface Place extends AutoCloseable {
    /// The copy, as files that are read.
    Path folder();

    /// Where it is written.
    ///
    /// @param again what is read back where it lies on another computer
    Destination destination(Bucket.Again again);

    /// Whether what destroys or takes the disk on which this folder lies takes the copy too, as far as the system
    /// tells: a stick that is not connected leaves a folder in its place. Once there is a copy.
    Disk disk(Path folder) throws IOException;

    /// On which disk a copy lies.
    enum Disk {
        SAME,
        ANOTHER
    }

    @Override
    void close() throws IOException;

    static Place folder(Path folder) {
        return new Folder(folder);
    }

    /// @throws org.taniq.base.OutOfReach if it is not reached
    static Place bucket(BucketAddress address, BucketKeys keys, Route route) throws IOException {
        return switch (route) {
            case Route.Direct _ -> new InBucket(Bucket.open(address, keys, Optional.empty()), () -> {});
            case Route.Socks proxy -> through(new SocksBridge(proxy, address.host(), address.port()), address, keys);
        };
    }

    private static Place through(SocksBridge bridge, BucketAddress address, BucketKeys keys) throws IOException {
        try {
            return new InBucket(Bucket.open(address, keys, Optional.<URI>of(bridge.address())), bridge::close);
        } catch (IOException failed) {
            bridge.close();
            throw failed;
        }
    }

    /// @param folder it need not be there yet
    record Folder(Path folder) implements Place {
        @Override
        public Destination destination(Bucket.Again again) {
            return new FolderDestination(folder, new Durable());
        }

        @Override
        public Disk disk(Path other) throws IOException {
            boolean isKnown =
                    folder.getFileSystem().supportedFileAttributeViews().contains("unix");
            return isKnown && number(folder).equals(number(other)) ? Disk.SAME : Disk.ANOTHER;
        }

        private static Object number(Path file) throws IOException {
            return Files.getAttribute(file, "unix:dev");
        }

        @Override
        public void close() {
            // nothing was opened
        }
    }

    /// @param way what leads to it
    record InBucket(Bucket bucket, Way way) implements Place {
        @Override
        public Path folder() {
            return bucket.folder();
        }

        @Override
        public Destination destination(Bucket.Again again) {
            return bucket.destination(again);
        }

        @Override
        public Disk disk(Path other) {
            return Disk.ANOTHER;
        }

        @Override
        public void close() throws IOException {
            bucket.close();
            way.end();
        }
    }

    /// Ends with the place.
    @FunctionalInterface
    interface Way {
        void end() throws IOException;
    }
}
