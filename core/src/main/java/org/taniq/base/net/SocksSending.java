package org.taniq.base.net;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.taniq.base.Said;
import org.taniq.base.Trouble;

/// A request through a SOCKS5 proxy, which `java.net.http` cannot do. HTTP/1.0, whose answer ends with the
/// connection or as long as it says that it is; the name of the other computer is only ever given to the proxy.
final class SocksSending implements Asked.Sending {
    private static final int HTTP = 80;
    private static final int HTTPS = 443;
    private static final int LONGEST_HEAD = 32 << 10;

    private final Asked.Letter letter;
    private final Route.Socks proxy;
    private final int most;
    private final Socket socket = Tunnel.begun();

    SocksSending(Asked.Letter letter, Route.Socks proxy, int most) {
        this.letter = letter;
        this.proxy = proxy;
        this.most = most;
    }

    @Override
    public byte[] send() throws IOException {
        Tunnel.lead(socket, proxy, letter.host(), port());
        var way = letter.isEncrypted() ? encrypted() : socket;
        way.getOutputStream().write(head().getBytes(StandardCharsets.US_ASCII));
        way.getOutputStream().write(letter.body());
        way.getOutputStream().flush();
        return answer(new BufferedInputStream(way.getInputStream()));
    }

    private int port() {
        int named = letter.address().getPort();
        if (named >= 0) {
            return named;
        }
        return letter.isEncrypted() ? HTTPS : HTTP;
    }

    private Socket encrypted() throws IOException {
        var factory = (SSLSocketFactory) SSLSocketFactory.getDefault();
        var tls = (SSLSocket) factory.createSocket(socket, letter.host(), port(), true);
        var parameters = tls.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        tls.setSSLParameters(parameters);
        tls.startHandshake();
        return tls;
    }

    private String head() {
        String path =
                letter.address().getRawPath().isEmpty() ? "/" : letter.address().getRawPath();
        String query = letter.address().getRawQuery();
        String about = letter.isEmpty()
                ? ""
                : "Content-Type: " + letter.type() + "\r\nContent-Length: " + letter.body().length + "\r\n";
        return (letter.isEmpty() ? "GET " : "POST ") + path + (query == null ? "" : "?" + query) + " HTTP/1.0\r\n"
                + "Host: " + letter.address().getRawAuthority() + "\r\n"
                + "Connection: close\r\n" + about + "\r\n";
    }

    private byte[] answer(InputStream in) throws IOException {
        var lines = head(in).split("\r\n", -1);
        Asked.refuseUnlessOk(status(lines[0]));
        long length = length(lines);
        byte[] body = in.readNBytes(length < 0 || length > most ? most + 1 : (int) length);
        if (body.length > most) {
            throw new Trouble(Said.of("it answers too much"));
        }
        if (length >= 0 && length != body.length) {
            throw noAnswer();
        }
        return body;
    }

    /// Up to the empty line.
    private static String head(InputStream in) throws IOException {
        var head = new StringBuilder();
        while (head.length() < 4 || !head.substring(head.length() - 4).equals("\r\n\r\n")) {
            int next = in.read();
            if (next < 0 || head.length() > LONGEST_HEAD) {
                throw noAnswer();
            }
            head.append((char) next);
        }
        return head.toString();
    }

    private static int status(String line) throws Trouble {
        var words = line.split(" ", -1);
        if (words.length < 2 || !words[0].startsWith("HTTP/1.") || !words[1].matches("[0-9]{3}")) {
            throw noAnswer();
        }
        return Integer.parseInt(words[1]);
    }

    private static long length(String[] lines) throws Trouble {
        for (var line : lines) {
            String lower = line.toLowerCase(java.util.Locale.ROOT);
            if (lower.startsWith("transfer-encoding:")) {
                throw noAnswer();
            }
            if (lower.matches("content-length: *[0-9]{1,9} *")) {
                return Long.parseLong(lower.substring(lower.indexOf(':') + 1).strip());
            }
        }
        return -1;
    }

    private static Trouble noAnswer() {
        return new Trouble(Said.of("what it says is no answer"));
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException alreadyBroken) {
            return; // nothing more is asked of it
        }
    }
}
