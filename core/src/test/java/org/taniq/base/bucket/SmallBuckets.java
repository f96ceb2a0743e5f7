package org.taniq.base.bucket;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobStore;
import org.taniq.base.Trouble;

/// A provider of buckets on the loopback, made by others (S3Proxy), which keeps each object as a file. It checks
/// signatures. The bucket is called `shelf`.
public final class SmallBuckets implements AutoCloseable {
    /// Invented, as all keys in tests.
    public static final Map<String, String> KEYS =
            Map.of("AWS_ACCESS_KEY_ID", "AKTEST", "AWS_SECRET_ACCESS_KEY", "a secret of tests");

    private static final String BUCKET = "shelf";

    private final Path disk;
    private final S3Proxy server;

    public SmallBuckets(Path disk) throws IOException {
        this.disk = disk;
        Files.createDirectories(disk.resolve(BUCKET));
        server = S3Proxy.builder()
                .endpoint(URI.create("http://127.0.0.1:0"))
                .awsAuthentication(
                        AuthenticationType.AWS_V2_OR_V4,
                        KEYS.getOrDefault("AWS_ACCESS_KEY_ID", ""),
                        KEYS.getOrDefault("AWS_SECRET_ACCESS_KEY", ""))
                .ignoreUnknownHeaders(true)
                .stopTimeout(0)
                .blobStore(new FilesystemNio2BlobStore(disk.toString()))
                .build();
        start();
    }

    private void start() throws IOException {
        try {
            server.start();
        } catch (IOException failed) {
            throw failed;
        } catch (Exception failed) {
            throw new IOException(failed);
        }
    }

    public int port() {
        return server.getPort();
    }

    /// What a person types behind `--endpoint`.
    public String endpoint() {
        return "http://127.0.0.1:" + port();
    }

    public BucketAddress address(String folder) throws Trouble {
        return address(folder, endpoint());
    }

    private static BucketAddress address(String folder, String endpoint) throws Trouble {
        return BucketAddress.of("s3://" + BUCKET + "/" + folder, endpoint, "");
    }

    /// Where the provider keeps the objects of a folder, each in a file.
    public Path kept(String folder) {
        return disk.resolve(BUCKET).resolve(folder);
    }

    public Bucket open(String folder) throws IOException {
        return Bucket.open(address(folder), keys(), Optional.empty());
    }

    /// Through a line that may break.
    public Bucket open(String folder, CutLine line) throws IOException {
        return Bucket.open(address(folder, line.endpoint()), keys(), Optional.empty());
    }

    /// Where large files go in parts of few bytes.
    Bucket open(String folder, Parts parts) throws IOException {
        return Bucket.open(address(folder), keys(), Optional.empty(), parts);
    }

    public static BucketKeys keys() throws Trouble {
        return BucketKeys.find(KEYS, Path.of("/nowhere"));
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }
}
