package org.taniq.base.bucket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.taniq.base.Destination;
import org.taniq.base.DestinationContract;
import org.taniq.base.Digest;

/// A bucket as the place of a copy, at a provider on the loopback; what has more than 5 MiB goes in parts.
@Tag("slow")
final class BucketDestinationTest extends DestinationContract {
    private static final Parts SMALL = new Parts(5 << 20, 6 << 20);

    @TempDir
    private Path temp = Path.of("");

    private final List<Bucket> opened = new ArrayList<>();
    private SmallBuckets buckets;

    @SuppressWarnings("NullAway.Init")
    BucketDestinationTest() {}

    @BeforeEach
    void start() throws IOException {
        buckets = new SmallBuckets(temp);
    }

    @AfterEach
    void stop() {
        opened.forEach(Bucket::close);
        buckets.close();
    }

    @Override
    protected Destination destination() throws IOException {
        return destination(Bucket.Again.WRITTEN);
    }

    private Destination destination(Bucket.Again again) throws IOException {
        var bucket = buckets.open("my/case", SMALL);
        opened.add(bucket);
        return bucket.destination(again);
    }

    private static Destination.Source source(byte[] bytes) {
        return () -> new ByteArrayInputStream(bytes);
    }

    @Test
    void theProviderVouchesForTheSameBytesAndNoOthers() throws IOException {
        for (int size : new int[] {0, 1, 5 << 20, (5 << 20) + 1, 11 << 20}) {
            var bytes = new byte[size];
            new Random(size).nextBytes(bytes);
            destination().create("a" + size, Digest.of(bytes).hex(), source(bytes), () -> {});
            assertTrue(destination().vouchesFor("a" + size, source(bytes)), "size " + size);
            var other = new byte[size + 1];
            assertFalse(destination().vouchesFor("a" + size, source(other)));
            assertFalse(destination(Bucket.Again.EVERYTHING).vouchesFor("a" + size, source(bytes)));
        }
        assertFalse(destination().vouchesFor("b", source(new byte[0])));
    }

    @Test
    void moreFilesThanOneAnswerHoldsAreListed() throws IOException {
        Files.createDirectories(buckets.kept("my/case/blob/ab"));
        for (int n = 0; n < 1234; n++) {
            Files.write(buckets.kept("my/case/blob/ab/" + n), new byte[0]);
        }
        try (var files = Files.list(destination().folder().resolve("blob/ab"))) {
            assertEquals(1234, files.count());
        }
    }

    @Test
    void onlyTheFolderIsSeen() throws IOException {
        for (var folder : List.of("my/case", "my/case2", "my")) {
            Files.createDirectories(buckets.kept(folder));
            Files.write(buckets.kept(folder).resolve("a"), new byte[0]);
        }
        try (var files = Files.list(destination().folder())) {
            assertEquals(
                    List.of("s3://shelf/my/case/a"), files.map(Path::toString).toList());
        }
    }

    private static long begun(Requests requests) throws IOException {
        return requests.ask("", s3 -> s3.listMultipartUploads(list -> list.bucket("shelf")))
                .uploads()
                .size();
    }

    /// What another program sends in parts into the same bucket is not taken back.
    @Test
    void onlyWhatWasStoppedInTheFolderIsTakenBackAndNothingWhereThereIsNone() throws IOException {
        try (var requests = new Requests(buckets.address(""), SmallBuckets.keys(), Optional.empty())) {
            for (var key : List.of("my/case/a", "my/other/a", "a")) {
                requests.ask(
                        "",
                        s3 -> s3.createMultipartUpload(
                                upload -> upload.bucket("shelf").key(key)));
            }
            assertEquals(3, begun(requests));
            var all = buckets.open("", SMALL);
            opened.add(all);
            all.destination(Bucket.Again.WRITTEN).prepare();
            assertEquals(3, begun(requests));
            destination().prepare();
            assertEquals(2, begun(requests));
        }
    }
}
