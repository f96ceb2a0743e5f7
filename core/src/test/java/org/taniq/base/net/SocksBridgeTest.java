package org.taniq.base.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

final class SocksBridgeTest {
    private static String ask(SocksBridge bridge, String line) throws IOException {
        try (var socket =
                new Socket(InetAddress.getLoopbackAddress(), bridge.address().getPort())) {
            socket.getOutputStream().write((line + "\r\nHost: a\r\n\r\nsalam").getBytes(StandardCharsets.US_ASCII));
            socket.shutdownOutput();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        }
    }

    private static void echo(ServerSocket server) {
        try (var client = server.accept()) {
            client.getInputStream().transferTo(client.getOutputStream());
        } catch (IOException ended) {
            return;
        }
    }

    @Test
    void onlyTheProxyIsGivenTheNameAndWhatIsSentComesThrough() throws IOException {
        try (var socks = new SmallSocks();
                var server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> echo(server));
            int port = server.getLocalPort();
            try (var bridge = new SocksBridge(socks.route(), "bucket.invalid", port)) {
                String answered = ask(bridge, "CONNECT bucket.invalid:" + port + " HTTP/1.1");
                assertEquals("HTTP/1.1 200 OK\r\n\r\nsalam", answered);
                assertEquals(List.of("bucket.invalid"), socks.names());
            }
        }
    }

    @Test
    void itLeadsToNobodyElse() throws IOException {
        try (var socks = new SmallSocks();
                var bridge = new SocksBridge(socks.route(), "bucket.invalid", 443)) {
            for (var line : List.of("CONNECT other.invalid:443 HTTP/1.1", "GET http://bucket.invalid/ HTTP/1.1")) {
                assertTrue(ask(bridge, line).startsWith("HTTP/1.1 502"));
            }
            assertEquals(List.of(), socks.names());
        }
    }

    @Test
    void aProxyThatIsNotThereLeadsNowhere() throws IOException {
        int free;
        try (var server = new ServerSocket(0)) {
            free = server.getLocalPort();
        }
        try (var bridge = new SocksBridge(new Route.Socks("127.0.0.1", free), "bucket.invalid", 443)) {
            assertTrue(ask(bridge, "CONNECT bucket.invalid:443 HTTP/1.1").startsWith("HTTP/1.1 502"));
        }
    }
}
