package org.taniq.base.net;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// A SOCKS5 proxy on the loopback that leads every name to this computer, and remembers which it was asked for.
public final class SmallSocks implements AutoCloseable {
    private final ServerSocket server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    private final List<String> names = new CopyOnWriteArrayList<>();

    public SmallSocks() throws IOException {
        Thread.ofVirtual().start(this::serve);
    }

    public Route.Socks route() {
        return new Route.Socks("127.0.0.1", server.getLocalPort());
    }

    public List<String> names() {
        return List.copyOf(names);
    }

    private void serve() {
        while (!server.isClosed()) {
            serveOne();
        }
    }

    private void serveOne() {
        try (var client = server.accept()) {
            lead(client);
        } catch (IOException ended) {
            return;
        }
    }

    private void lead(Socket client) throws IOException {
        var in = new DataInputStream(client.getInputStream());
        in.readUnsignedByte();
        in.skipNBytes(in.readUnsignedByte());
        client.getOutputStream().write(new byte[] {5, 0});
        in.skipNBytes(3);
        if (in.readUnsignedByte() != 3) {
            client.getOutputStream().write(new byte[] {5, 8, 0, 1, 0, 0, 0, 0, 0, 0});
            return;
        }
        var name = new byte[in.readUnsignedByte()];
        in.readFully(name);
        names.add(new String(name, StandardCharsets.US_ASCII));
        try (var target = new Socket(InetAddress.getLoopbackAddress(), in.readUnsignedShort())) {
            client.getOutputStream().write(new byte[] {5, 0, 0, 1, 0, 0, 0, 0, 0, 0});
            var back = Thread.ofVirtual().start(() -> copy(target, client));
            copy(client, target);
            back.join();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static void copy(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
            to.shutdownOutput();
        } catch (IOException ended) {
            return;
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
