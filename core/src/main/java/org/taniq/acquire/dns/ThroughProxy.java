package org.taniq.acquire.dns;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ProtocolException;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.taniq.base.net.Route;
import org.taniq.base.net.Tunnel;
import org.xbill.DNS.io.IoClientFactory;
import org.xbill.DNS.io.TcpIoClient;
import org.xbill.DNS.io.UdpIoClient;

/// Asks over TCP through a SOCKS5 proxy (RFC 7766, RFC 1928), and never by packets, which would go beside it.
final class ThroughProxy implements IoClientFactory {
    private final Route.Socks proxy;

    ThroughProxy(Route.Socks proxy) {
        this.proxy = proxy;
    }

    @Override
    public TcpIoClient createOrGetTcpClient() {
        return (_, server, _, question, longest) -> answer(server, question, longest);
    }

    @Override
    public UdpIoClient createOrGetUdpClient() {
        return (_, _, _, _, _, _) -> CompletableFuture.failedFuture(new ProtocolException());
    }

    /// Whoever does not answer in time is left.
    private CompletableFuture<byte[]> answer(InetSocketAddress server, byte[] question, Duration longest) {
        var socket = Tunnel.begun();
        var answer = new CompletableFuture<byte[]>().orTimeout(longest.toMillis(), TimeUnit.MILLISECONDS);
        var _ = answer.whenComplete((_, _) -> end(socket));
        Thread.ofVirtual().start(() -> ask(socket, server, question, answer));
        return answer;
    }

    private void ask(Socket socket, InetSocketAddress server, byte[] question, CompletableFuture<byte[]> answer) {
        try {
            Tunnel.lead(socket, proxy, server.getAddress().getHostAddress(), server.getPort());
            var out = new DataOutputStream(socket.getOutputStream());
            out.writeShort(question.length);
            out.write(question);
            out.flush();
            var in = new DataInputStream(socket.getInputStream());
            answer.complete(in.readNBytes(in.readUnsignedShort()));
        } catch (IOException failed) {
            answer.completeExceptionally(failed);
        }
    }

    private static void end(Socket socket) {
        try {
            socket.close();
        } catch (IOException alreadyBroken) {
            return; // nothing more goes through it
        }
    }
}
