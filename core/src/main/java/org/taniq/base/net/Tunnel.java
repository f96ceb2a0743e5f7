package org.taniq.base.net;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import org.taniq.base.Said;
import org.taniq.base.Trouble;

/// A connection through a SOCKS5 proxy. The name of the other computer is only ever given to the proxy.
public final class Tunnel {
    private Tunnel() {}

    /// A socket for [#lead], which leads nowhere yet; whoever holds it can end it at any time.
    public static Socket begun() {
        return new Socket(Proxy.NO_PROXY);
    }

    /// @throws Trouble if the proxy cannot be reached, or cannot reach the other
    public static void lead(Socket socket, Route.Socks proxy, String host, int port) throws IOException {
        reach(socket, proxy);
        new SocksHandshake(socket).connect(host, port);
    }

    private static void reach(Socket socket, Route.Socks proxy) throws Trouble {
        try {
            socket.connect(new InetSocketAddress(proxy.host(), proxy.port()));
        } catch (IOException failed) {
            throw new Trouble(
                    Said.of("the proxy {proxy} cannot be reached, and nobody else was asked", "proxy", proxy), failed);
        }
    }
}
