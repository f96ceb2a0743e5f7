package org.taniq.base.net;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
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
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.taniq.base.Trouble;

final class AskedTest {
    private static final int MOST = 1000;
    private static final String TYPE = "application/timestamp-query";

    private final List<String> heard = new CopyOnWriteArrayList<>();
    private final List<String> agents = new CopyOnWriteArrayList<>();
    private final CountDownLatch never = new CountDownLatch(1);
    private HttpServer server;

    @SuppressWarnings("NullAway.Init")
    AskedTest() {}

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/echo",
                exchange -> answer(exchange, 200, exchange.getRequestBody().readAllBytes()));
        server.createContext("/much", exchange -> answer(exchange, 200, new byte[MOST + 1]));
        server.createContext("/moved", exchange -> {
            exchange.getResponseHeaders().add("Location", "/echo");
            answer(exchange, 302, new byte[0]);
        });
        server.createContext("/broken", exchange -> answer(exchange, 500, new byte[0]));
        server.createContext("/late", _ -> waitForNothing());
        server.setExecutor(command -> Thread.ofVirtual().start(command));
        server.start();
    }

    private void waitForNothing() {
        try {
            never.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
        agents.add("" + exchange.getRequestHeaders().getOrDefault("User-Agent", List.of("")));
        heard.add(exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath() + " "
                + exchange.getRequestHeaders().getFirst("Content-Type"));
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @AfterEach
    void stop() {
        never.countDown();
        server.stop(0);
    }

    private URI at(String host, String path) {
        return URI.create("http://" + host + ":" + server.getAddress().getPort() + path);
    }

    private static Asked by(Route route) {
        return new Asked(route, Duration.ofSeconds(20), MOST);
    }

    @Test
    void whatIsPostedIsAnswered() throws IOException {
        byte[] answer = by(new Route.Direct()).post(at("127.0.0.1", "/echo"), TYPE, new byte[] {1, 2, 3});
        assertArrayEquals(new byte[] {1, 2, 3}, answer);
        assertEquals(List.of("POST /echo " + TYPE), heard);
        assertEquals(List.of("[]"), agents, "who asks is not said");
    }

    /// It says how long its answer is, and never closes the connection.
    @Test
    void whoeverKeepsTheConnectionOpenHasAnsweredAllTheSame() throws IOException {
        try (var open = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                var socks = new SmallSocks()) {
            Thread.ofVirtual().start(() -> answerAndStay(open));
            var address = URI.create("http://127.0.0.1:" + open.getLocalPort() + "/");
            var asked = new Asked(socks.route(), Duration.ofSeconds(5), MOST);
            assertArrayEquals(new byte[] {1, 2}, asked.post(address, TYPE, new byte[] {1}));
        }
    }

    private void answerAndStay(ServerSocket open) {
        try (var client = open.accept()) {
            client.getOutputStream()
                    .write("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n\1\2".getBytes(StandardCharsets.US_ASCII));
            waitForNothing();
        } catch (IOException ended) {
            return;
        }
    }

    /// The name exists nowhere: only the proxy can have been asked for it.
    @Test
    void theProxyFindsTheName() throws IOException {
        try (var socks = new SmallSocks()) {
            byte[] answer = by(socks.route()).post(at("time.invalid", "/echo"), TYPE, new byte[] {1, 2, 3});
            assertArrayEquals(new byte[] {1, 2, 3}, answer);
            assertEquals(List.of("time.invalid"), socks.names());
            assertEquals(List.of("POST /echo " + TYPE), heard);
        }
    }

    @Test
    void redirectsErrorsAndTooMuchAreRefused() throws IOException {
        try (var socks = new SmallSocks()) {
            for (var route : List.of(new Route.Direct(), socks.route())) {
                for (var path : List.of("/moved", "/broken", "/much", "/nothing")) {
                    var uri = at("127.0.0.1", path);
                    assertThrows(NotReached.class, () -> by(route).post(uri, TYPE, new byte[] {1}), path);
                }
            }
        }
        assertTrue(heard.stream().noneMatch(line -> line.contains("/echo")), "a redirect was followed");
    }

    @Test
    void whoNeverAnswersIsNotWaitedForLongerThanPatienceLasts() throws IOException {
        try (var socks = new SmallSocks()) {
            for (var route : List.of(new Route.Direct(), socks.route())) {
                var asked = new Asked(route, Duration.ofMillis(300), MOST);
                var late = assertThrows(
                        NotReached.class, () -> asked.post(at("127.0.0.1", "/late"), TYPE, new byte[] {1}));
                assertTrue(late.said().toString().contains("no answer in time"), late.said() + "");
            }
        }
    }

    @Test
    void nobodyThereIsSaid() throws IOException {
        int free;
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = taken.getLocalPort();
        }
        var nobody = URI.create("http://127.0.0.1:" + free + "/");
        for (var route : List.of(new Route.Direct(), new Route.Socks("127.0.0.1", free))) {
            var said = assertThrows(NotReached.class, () -> by(route).post(nobody, TYPE, new byte[] {1}));
            assertFalse(said.said().toString().contains("null"), said.said() + "");
            assertEquals(route instanceof Route.Socks, said.said().toString().contains("the proxy"), said.said() + "");
        }
    }

    @Test
    void aProxyIsAHostAndAPort() throws Trouble {
        assertEquals(new Route.Socks("127.0.0.1", 9050), Route.Socks.of("127.0.0.1:9050"));
        for (var none : List.of("", "9050", ":9050", "127.0.0.1:", "127.0.0.1:0", "127.0.0.1:x")) {
            assertThrows(Trouble.class, () -> Route.Socks.of(none), none);
        }
    }
}
