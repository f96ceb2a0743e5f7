package org.taniq.base.net;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/// An HTTP proxy on the loopback of this computer that leads to one address only, through a SOCKS5 proxy which is
/// given the name: for libraries that know no SOCKS, or would ask a name server themselves. What goes through is
/// encrypted between the library and that address. It ends with the program, or when it is closed.
public final class SocksBridge implements AutoCloseable {
    private static final int LONGEST_HEAD = 32 << 10;
    private static final int WAITING = 16;
    private static final String ALLOWED = "HTTP/1.1 200 OK\r\n\r\n";
    private static final String REFUSED = "HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\n\r\n";

    private final Route.Socks proxy;
    private final String host;
    private final int port;
    private final ServerSocket server;

    /// @param host whom it leads to, and nobody else
    public SocksBridge(Route.Socks proxy, String host, int port) throws IOException {
        this.proxy = proxy;
        this.host = host;
        this.port = port;
        this.server = new ServerSocket(0, WAITING, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::serve);
    }

    /// Where it is.
    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getLocalPort());
    }

    private void serve() {
        while (!server.isClosed()) {
            try {
                var asking = server.accept();
                Thread.ofVirtual().start(() -> lead(asking));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void lead(Socket asking) {
        try (asking;
                var way = Tunnel.begun()) {
            if (!head(asking.getInputStream()).startsWith("CONNECT " + host + ":" + port + " ") || !isReached(way)) {
                asking.getOutputStream().write(REFUSED.getBytes(StandardCharsets.US_ASCII));
                return;
            }
            asking.getOutputStream().write(ALLOWED.getBytes(StandardCharsets.US_ASCII));
            var back = Thread.ofVirtual().start(() -> pass(way, asking));
            pass(asking, way);
            back.join();
        } catch (IOException broken) {
            return; // whoever asked sees that the connection ended
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean isReached(Socket way) {
        try {
            Tunnel.lead(way, proxy, host, port);
            return true;
        } catch (IOException refused) {
            return false;
        }
    }

    /// Up to the empty line, byte by byte: what comes behind is for the other.
    private static String head(InputStream in) throws IOException {
        var head = new StringBuilder();
        while (head.length() < 4 || !head.substring(head.length() - 4).equals("\r\n\r\n")) {
            int next = in.read();
            if (next < 0 || head.length() > LONGEST_HEAD) {
                throw new EOFException("no request");
            }
            head.append((char) next);
        }
        return head.toString();
    }

    private static void pass(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
            to.shutdownOutput();
        } catch (IOException ended) {
            end(from);
            end(to);
        }
    }

    private static void end(Socket socket) {
        try {
            socket.close();
        } catch (IOException alreadyBroken) {
            return; // nothing more goes through it
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
