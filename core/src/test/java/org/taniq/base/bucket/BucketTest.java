package org.taniq.base.bucket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.taniq.base.OutOfReach;
import org.taniq.base.Trouble;

/// What is said where a bucket is not reached or does not let us in, and what a provider learns.
@Tag("slow")
final class BucketTest {
    private static final String SECRET = "a secret of tests";

    @TempDir
    private Path temp = Path.of("");

    private static BucketKeys keys(String id, String secret) throws Trouble {
        return BucketKeys.find(Map.of("AWS_ACCESS_KEY_ID", id, "AWS_SECRET_ACCESS_KEY", secret), Path.of("/nowhere"));
    }

    private static String refusal(BucketAddress address, BucketKeys keys) {
        var refused = assertThrows(OutOfReach.class, () -> Bucket.open(address, keys, Optional.empty()));
        for (Throwable cause = refused; cause != null; cause = cause.getCause()) {
            assertFalse(String.valueOf(cause.getMessage()).contains(SECRET), "no secret in a message");
        }
        return refused.said().toString();
    }

    private static void assertSays(String said, String part) {
        assertTrue(said.contains(part), said);
    }

    @Test
    void wrongKeysAndMissingBucketsAreSaid() throws IOException {
        try (var buckets = new SmallBuckets(temp)) {
            var address = buckets.address("case");
            assertSays(refusal(address, keys("AKTEST", SECRET + "x")), "refuses the secret");
            assertSays(refusal(address, keys("AKOTHER", SECRET)), "does not know this access key");
            var none = BucketAddress.of("s3://other/case", buckets.endpoint(), "");
            assertSays(refusal(none, SmallBuckets.keys()), "has no bucket other");
        }
    }

    @Test
    void nobodyThereIsSaid() throws IOException {
        String endpoint;
        try (var buckets = new SmallBuckets(temp)) {
            endpoint = buckets.endpoint();
        }
        assertSays(refusal(BucketAddress.of("s3://shelf/a", endpoint, ""), SmallBuckets.keys()), "no connection");
        assertSays(
                refusal(BucketAddress.of("s3://shelf/a", "http://nobody.invalid", ""), SmallBuckets.keys()),
                "no computer of that name");
    }

    /// What Java or the computer is set to is not what the person said.
    @Test
    void noProxyIsUsedThatNobodySaid() throws IOException {
        var before = Map.of(
                "http.proxyHost", System.getProperty("http.proxyHost", ""),
                "http.proxyPort", System.getProperty("http.proxyPort", ""),
                "http.nonProxyHosts", System.getProperty("http.nonProxyHosts", ""));
        try (var buckets = new SmallBuckets(temp)) {
            System.setProperty("http.proxyHost", "127.0.0.1");
            System.setProperty("http.proxyPort", String.valueOf(unused()));
            System.setProperty("http.nonProxyHosts", "");
            buckets.open("case").close();
        } finally {
            before.forEach(BucketTest::set);
        }
    }

    /// Whoever asks there fails.
    private static int unused() throws IOException {
        try (var closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return closed.getLocalPort();
        }
    }

    private static void set(String property, String value) {
        if (value.isEmpty()) {
            System.clearProperty(property);
        } else {
            System.setProperty(property, value);
        }
    }

    @Test
    void whatAProviderAnswersInsteadIsSaid() throws IOException {
        var answers = new HashMap<String, String>();
        answers.put("503 SlowDown", "cannot do it now (503)");
        answers.put("403 RequestTimeTooSkewed", "the clock of this computer");
        answers.put("403 AccessDenied", "must be allowed to list");
        answers.put("507 InsufficientStorage", "no more room");
        answers.put("403 QuotaExceeded", "no more room");
        answers.put("301 PermanentRedirect", "name its --region");
        answers.put("400 AuthorizationHeaderMalformed", "name its --region");
        answers.put("403 ExpiredToken", "no longer valid");
        answers.put("400 Nonsense", "may be no bucket");
        for (var answer : answers.entrySet()) {
            var asked = new CopyOnWriteArrayList<Map<String, List<String>>>();
            var words = answer.getKey().split(" ", 2);
            var server = provider(Integer.parseInt(words[0]), words[1], asked);
            try {
                var address = BucketAddress.of(
                        "s3://shelf/a",
                        "http://127.0.0.1:" + server.getAddress().getPort(),
                        "");
                assertSays(refusal(address, SmallBuckets.keys()), answer.getValue());
                assertTrue(asked.size() <= 3, "asked " + asked.size() + " times");
                asked.forEach(BucketTest::saysNothingOfTheMachine);
            } finally {
                server.stop(0);
            }
        }
    }

    private static HttpServer provider(int status, String code, List<Map<String, List<String>>> asked)
            throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            asked.add(Map.copyOf(exchange.getRequestHeaders()));
            answer(exchange, status, code);
        });
        server.start();
        return server;
    }

    private static void answer(HttpExchange exchange, int status, String code) throws IOException {
        var xml = "<Error><Code>%s</Code><Message>%s</Message></Error>".formatted(code, SECRET);
        byte[] body = xml.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private static void saysNothingOfTheMachine(Map<String, List<String>> headers) {
        assertEquals(List.of("aws-sdk-java"), headers.get("User-agent"));
        String all = headers.toString();
        for (var property : List.of("os.name", "os.version", "java.version", "java.vendor")) {
            assertFalse(all.contains(System.getProperty(property)), all);
        }
        assertEquals(
                List.of(
                        "Accept",
                        "Amz-sdk-invocation-id",
                        "Amz-sdk-request",
                        "Authorization",
                        "Connection",
                        "Host",
                        "User-agent",
                        "X-amz-content-sha256",
                        "X-amz-date"),
                headers.keySet().stream().sorted().toList());
    }

    @Test
    void keysAreTakenFromTheEnvironmentElseFromTheFile() throws IOException {
        Files.createDirectories(temp.resolve(".aws"));
        Files.writeString(temp.resolve(".aws/credentials"), """
                [default]
                aws_access_key_id = AKFILE
                aws_secret_access_key = one

                [other]
                aws_access_key_id = AKOTHER
                aws_secret_access_key = two
                aws_session_token = three

                [asks]
                credential_source = Ec2InstanceMetadata
                role_arn = arn:aws:iam::1:role/a
                """);
        assertEquals(
                "AKTEST", BucketKeys.find(SmallBuckets.KEYS, temp).credentials().accessKeyId());
        assertEquals("AKFILE", BucketKeys.find(Map.of(), temp).credentials().accessKeyId());
        assertEquals(
                "two",
                BucketKeys.find(Map.of("AWS_PROFILE", "other"), temp)
                        .credentials()
                        .secretAccessKey());
        var asks = assertThrows(Trouble.class, () -> BucketKeys.find(Map.of("AWS_PROFILE", "asks"), temp));
        assertSays(asks.said().toString(), "other ways to a key are not taken");
        assertThrows(Trouble.class, () -> BucketKeys.find(Map.of(), temp.resolve("nobody")));
        assertFalse(BucketKeys.find(SmallBuckets.KEYS, temp).toString().contains(SECRET));
    }

    @Test
    void anAddressIsReadAsItIsTyped() throws Trouble {
        var address = BucketAddress.of("s3://shelf/my/case/", "https://s3.eu-central-003.example.org/", "");
        assertEquals("s3://shelf/my/case", address.toString());
        assertEquals("eu-central-003", address.region());
        assertEquals(443, address.port());
        assertEquals("my/case/log/a", address.key("log/a"));
        assertEquals(
                "us-east-1",
                BucketAddress.of("s3://shelf", "https://fsn1.example.org", "").region());
        assertEquals("a", BucketAddress.of("s3://shelf", "", "eu-west-1").key("a"));
        assertEquals(
                "s3.eu-west-1.amazonaws.com",
                BucketAddress.of("s3://shelf", "", "eu-west-1").host());
        for (var typed : List.of("s3://", "s3://a", "s3://KEY:SECRET@shelf/a", "s3://shelf//a", "s3://shelf/../a")) {
            var refused = assertThrows(Trouble.class, () -> BucketAddress.of(typed, "https://example.org", ""));
            assertFalse(refused.said().toString().contains("SECRET"));
        }
        for (var endpoint :
                List.of("example.org", "https://KEY:SECRET@example.org", "https://example.org/a", "ftp://a")) {
            var refused = assertThrows(Trouble.class, () -> BucketAddress.of("s3://shelf", endpoint, ""));
            assertFalse(refused.said().toString().contains("SECRET"));
        }
    }
}
