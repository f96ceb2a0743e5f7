package org.taniq.app;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import jdk.net.ExtendedSocketOptions;
import org.taniq.base.Trouble;

/// What both ends of a session's socket do: one line each way, and a look at who is at the other end.
final class SessionSocket {
    private static final int LONGEST_LINE = 1024;

    private SessionSocket() {}

    static UnixDomainSocketAddress address(Path socket) {
        return UnixDomainSocketAddress.of(socket);
    }

    /// @throws IOException if the other end belongs to another user than the socket, or the system cannot
    ///     say
    static void refuseStrangers(SocketChannel channel, Path socket) throws IOException {
        if (!channel.supportedOptions().contains(ExtendedSocketOptions.SO_PEERCRED)) {
            throw new Trouble("this system cannot say who asks, so there are no open sessions on it");
        }
        var peer = channel.getOption(ExtendedSocketOptions.SO_PEERCRED).user();
        if (!peer.equals(Files.getOwner(socket))) {
            throw new Trouble("another user of this computer is at the other end of the open session");
        }
    }

    static void send(SocketChannel channel, String line) throws IOException {
        ByteBuffer bytes = StandardCharsets.UTF_8.encode(line + "\n");
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    /// @throws IOException if the other end closes before its line ends, or the line is too long
    static String receive(SocketChannel channel) throws IOException {
        var line = new ByteArrayOutputStream();
        var one = ByteBuffer.allocate(1);
        while (line.size() < LONGEST_LINE && channel.read(one.clear()) > 0) {
            if (one.get(0) == '\n') {
                return line.toString(StandardCharsets.UTF_8);
            }
            line.write(one.get(0));
        }
        throw new Trouble("the open session broke off");
    }
}
