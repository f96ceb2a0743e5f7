package org.taniq.base.bucket;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicLong;

/// A line to a server on the loopback that breaks after a number of bytes: once, or for good.
public final class CutLine implements AutoCloseable {
    private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final int to;
    private final boolean forGood;
    private final AtomicLong left;
    private final AtomicLong passed = new AtomicLong();

    private CutLine(int to, long after, boolean forGood) throws IOException {
        this.to = to;
        this.left = new AtomicLong(after);
        this.forGood = forGood;
        Thread.ofVirtual().start(this::serve);
    }

    public static CutLine once(int to, long after) throws IOException {
        return new CutLine(to, after, false);
    }

    public static CutLine forGood(int to, long after) throws IOException {
        return new CutLine(to, after, true);
    }

    public String endpoint() {
        return "http://127.0.0.1:" + server.getLocalPort();
    }

    /// How many bytes went through, in both directions.
    public long passed() {
        return passed.get();
    }

    private boolean isCut() {
        return forGood && left.get() <= 0;
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
                var way = new Socket(InetAddress.getLoopbackAddress(), to)) {
            if (isCut()) {
                return;
            }
            var back = Thread.ofVirtual().start(() -> pass(way, asking));
            pass(asking, way);
            back.join();
        } catch (IOException broken) {
            return;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void pass(Socket from, Socket to) {
        try {
            pass(from.getInputStream(), to.getOutputStream());
            to.shutdownOutput();
        } catch (IOException cut) {
            end(from);
            end(to);
        }
    }

    private void pass(InputStream in, OutputStream out) throws IOException {
        var buffer = new byte[1 << 16];
        for (int read; (read = in.read(buffer)) > 0; ) {
            long before = left.getAndAdd(-read);
            if (before > 0 && before <= read || isCut()) {
                out.write(buffer, 0, (int) Math.max(0, Math.min(before - 1, read)));
                throw new IOException("cut");
            }
            out.write(buffer, 0, read);
            passed.addAndGet(read);
        }
    }

    private static void end(Socket socket) {
        try {
            socket.close();
        } catch (IOException alreadyBroken) {
            return;
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
