package org.taniq.seal;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.taniq.base.OutOfReach;
import org.taniq.base.bucket.Bucket;
import org.taniq.base.bucket.BucketAddress;
import org.taniq.base.bucket.SmallBuckets;

/// Where a copy is written, and what lies there already.
final class CopyPlaceTest {
    private static final long LARGE = 64L << 20;
    private static final String LIST = "<ListBucketResult><IsTruncated>false</IsTruncated>"
            + "<Contents><Key>a</Key><Size>3</Size><ETag>\"x\"</ETag></Contents></ListBucketResult>";

    private final AtomicLong sent = new AtomicLong();

    /// A provider that lists one file as small, gives far more, and takes nothing.
    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (String.valueOf(exchange.getRequestURI().getQuery()).contains("list-type")) {
                byte[] list = LIST.getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(200, list.length);
                exchange.getResponseBody().write(list);
            } else if (exchange.getRequestURI().getPath().endsWith("/a")
                    && exchange.getRequestMethod().equals("GET")) {
                sendMuch(exchange);
            } else {
                exchange.sendResponseHeaders(403, -1);
            }
        }
    }

    private void sendMuch(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, LARGE);
        var zeros = new byte[1 << 16];
        for (long left = LARGE; left > 0; left -= zeros.length) {
            exchange.getResponseBody().write(zeros);
            sent.addAndGet(zeros.length);
        }
    }

    @Test
    void notMuchMoreIsReadThanWhatIsExpectedWhateverAProviderLists() throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.setExecutor(task -> Thread.ofVirtual().start(task));
        server.start();
        String endpoint = "http://127.0.0.1:" + server.getAddress().getPort();
        try (var bucket =
                Bucket.open(BucketAddress.of("s3://shelf", endpoint, ""), SmallBuckets.keys(), Optional.empty())) {
            var place = CopyPlace.at(bucket.destination(Bucket.Again.WRITTEN));
            assertThrows(OutOfReach.class, () -> place.put("a", new byte[] {1, 2, 3}));
        } finally {
            server.stop(0);
        }
        assertTrue(sent.get() < LARGE / 2, "sent: " + sent.get());
    }
}
