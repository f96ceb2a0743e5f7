package org.taniq.base.net;

import org.taniq.base.Said;
import org.taniq.base.Trouble;

/// How another computer is reached.
public sealed interface Route {
    /// How a person writes that there is no proxy.
    String NONE = "none";

    /// @param proxy as a person writes it; empty or [#NONE] for none
    /// @throws Trouble if it is no proxy
    static Route of(String proxy) throws Trouble {
        return proxy.isEmpty() || proxy.equals(NONE) ? new Direct() : Socks.of(proxy);
    }

    /// From this computer, which then asks its name server for the other's address.
    record Direct() implements Route {}

    /// Through a SOCKS5 proxy, such as Tor's, which is told the name and finds the address itself (RFC
    /// 1928). Without a user name or password.
    record Socks(String host, int port) implements Route {
        private static final int LAST_PORT = 65_535;

        public Socks {
            if (host.isEmpty() || port < 1 || port > LAST_PORT) {
                throw new IllegalArgumentException("no proxy");
            }
        }

        /// Reads `host:port`.
        ///
        /// @throws Trouble if it is none
        public static Socks of(String text) throws Trouble {
            int colon = text.lastIndexOf(':');
            try {
                return new Socks(text.substring(0, Math.max(0, colon)), Integer.parseInt(text.substring(colon + 1)));
            } catch (IllegalArgumentException none) {
                throw new Trouble(Said.of("{text} is no proxy: write it as 127.0.0.1:9050", "text", text));
            }
        }

        @Override
        public String toString() {
            return host + ":" + port;
        }
    }
}
