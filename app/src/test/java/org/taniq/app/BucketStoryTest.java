package org.taniq.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.taniq.base.bucket.CutLine;
import org.taniq.base.bucket.SmallBuckets;

/// What a person types to keep a copy in a bucket, with a provider on the loopback.
@Tag("slow")
final class BucketStoryTest {
    private static final String WORDS = " --passphrase-fd 3 3<words";

    @TempDir
    private Path temp = Path.of("");

    private SmallBuckets buckets;
    private Shell shell;

    @SuppressWarnings("NullAway.Init")
    BucketStoryTest() {}

    @BeforeEach
    void start() throws IOException, InterruptedException {
        buckets = new SmallBuckets(temp.resolve("provider"));
        var plain = Shell.in(temp);
        var environment = new HashMap<>(plain.environment());
        environment.putAll(SmallBuckets.KEYS);
        environment.put("AWS_ENDPOINT_URL", buckets.endpoint());
        shell = new Shell(plain.cwd(), environment);
        type("taniq init --generate mycase --danger no --minors no | head -n 1 >words");
        type("echo salam >note.txt; taniq add note.txt" + WORDS);
    }

    @AfterEach
    void stop() {
        buckets.close();
    }

    private String type(String command) throws IOException, InterruptedException {
        return String.join(" ", shell.type(command));
    }

    private static void assertSays(String said, String... parts) {
        for (var part : parts) {
            assertTrue(said.contains(part), said);
        }
    }

    @Test
    void aCopyInABucketIsMadeCheckedNamedAndMadeACaseAgain() throws IOException, InterruptedException {
        assertSays(
                type("taniq copy s3://shelf/mycase --place 'the bucket shelf'" + WORDS
                        + " >receipt.txt; cat receipt.txt"),
                "What goes to 127.0.0.1 is not encrypted",
                "The copy in s3://shelf/mycase is whole",
                "RECEIPT");
        assertSays(
                type("taniq copy s3://shelf/mycase" + WORDS + " | tr -s ' \\n' ' '"),
                "The copy in s3://shelf/mycase is whole as far as it was read",
                "their keeper says",
                "were not read back");
        assertSays(type("taniq status" + WORDS), "the bucket shelf");
        String elsewhere = "TANIQ_HOME=$HOME/other ";
        assertSays(
                type(elsewhere + "taniq verify --socks none s3://shelf/mycase --no-key --held receipt.txt --json"),
                "the same as the one you hold",
                "[exit 3]");
        assertSays(
                type(elsewhere + "taniq restore --socks none s3://shelf/mycase again" + WORDS),
                "The case is whole in again");
        damage();
        assertSays(
                type(elsewhere + "taniq verify --socks none s3://shelf/mycase --no-key"),
                "FAILED a sealed file",
                "[exit 1]");
        assertSays(type("taniq copy s3://shelf/mycase --read-all" + WORDS), "they lie in orphan/ there", "is whole");
        assertFalse(Files.readString(shell.cwd().resolve("receipt.txt")).contains("a secret of tests"));
    }

    private void damage() throws IOException {
        try (var files = Files.walk(buckets.kept("mycase/blob"))) {
            var blob = files.filter(Files::isRegularFile).findFirst().orElseThrow();
            byte[] bytes = Files.readAllBytes(blob);
            bytes[bytes.length - 1] ^= 1;
            Files.write(blob, bytes);
        }
    }

    @Test
    void nobodyIsAskedWhomThePersonDidNotName() throws IOException, InterruptedException {
        String nowhere = "unset AWS_ENDPOINT_URL; ";
        assertSays(type(nowhere + "taniq copy s3://shelf/mycase" + WORDS), "nobody was asked", "[exit 2]");
        assertSays(
                type(nowhere + "unset AWS_ACCESS_KEY_ID; taniq verify --socks none s3://shelf/a --endpoint "
                        + buckets.endpoint()),
                "there is no key to a bucket",
                "[exit 3]");
        assertSays(type("taniq verify s3://shelf/a"), "say how the provider is reached", "[exit 2]");
        assertSays(type("taniq verify s3://shelf/a --socks 127.0.0.1:9"), "begins with https://", "[exit 2]");
        assertSays(
                type("AWS_SECRET_ACCESS_KEY=wrong taniq copy s3://shelf/mycase" + WORDS),
                "refuses the secret",
                "[exit 3]");
        assertSays(type("taniq verify --socks none s3://shelf/empty"), "is not a vault", "[exit 3]");
        assertSays(
                type("taniq restore --socks none s3://shelf/a s3://shelf/b" + WORDS),
                "name the folder last",
                "[exit 2]");
    }

    @Test
    void aCopyThatWasCutIsGoneOnWithBySayingTheSameAgain() throws IOException, InterruptedException {
        try (var line = CutLine.forGood(buckets.port(), 9_000)) {
            assertSays(
                    type("taniq copy s3://shelf/mycase --endpoint " + line.endpoint() + WORDS),
                    "127.0.0.1 cannot be reached",
                    "[exit 3]");
        }
        assertEquals(false, Files.exists(buckets.kept("mycase/taniq.json")));
        assertSays(type("taniq copy s3://shelf/mycase" + WORDS), "is whole");
    }
}
