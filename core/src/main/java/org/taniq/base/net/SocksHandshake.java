package org.taniq.base.net;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.taniq.base.Said;
import org.taniq.base.Trouble;

/// Asks a SOCKS5 proxy to connect to a name (RFC 1928), without telling it who asks.
final class SocksHandshake {
    private static final int VERSION = 5;
    private static final int CONNECT = 1;
    private static final int NO_AUTHENTICATION = 0;
    private static final int IPV4 = 1;
    private static final int NAME = 3;
    private static final int IPV6 = 4;
    private static final int LONGEST_NAME = 255;

    private final Socket socket;
    private final DataInputStream in;

    SocksHandshake(Socket socket) throws IOException {
        this.socket = socket;
        this.in = new DataInputStream(socket.getInputStream());
    }

    void connect(String host, int port) throws IOException {
        send(new byte[] {VERSION, 1, NO_AUTHENTICATION});
        refuseUnless(in.readUnsignedByte() == VERSION && in.readUnsignedByte() == NO_AUTHENTICATION);
        send(request(host, port));
        refuseUnless(in.readUnsignedByte() == VERSION);
        int reply = in.readUnsignedByte();
        if (reply != 0) {
            throw new Trouble(Said.of("the proxy could not reach it ({reply})", "reply", reply));
        }
        in.readUnsignedByte();
        in.skipNBytes(addressLength() + 2L);
    }

    private static byte[] request(String host, int port) throws Trouble {
        byte[] name = host.getBytes(StandardCharsets.US_ASCII);
        refuseUnless(name.length <= LONGEST_NAME);
        var request = new ByteArrayOutputStream();
        request.writeBytes(new byte[] {VERSION, CONNECT, 0, NAME, (byte) name.length});
        request.writeBytes(name);
        request.write(port >> 8);
        request.write(port);
        return request.toByteArray();
    }

    private int addressLength() throws IOException {
        return switch (in.readUnsignedByte()) {
            case IPV4 -> 4;
            case IPV6 -> 16;
            case NAME -> in.readUnsignedByte();
            default -> throw noProxy();
        };
    }

    private void send(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        socket.getOutputStream().flush();
    }

    private static void refuseUnless(boolean asItShouldBe) throws Trouble {
        if (!asItShouldBe) {
            throw noProxy();
        }
    }

    private static Trouble noProxy() {
        return new Trouble(Said.of("the proxy does not do SOCKS5 without a password"));
    }
}
