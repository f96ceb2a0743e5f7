package org.taniq.base.net;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.taniq.base.Said;
import org.taniq.base.Trouble;

/// Sends one request (HTTP POST or GET) and takes one answer.
///
/// @param route how the other computer is reached
/// @param patience how long it may take as a whole
/// @param most how many bytes an answer may have
public record Asked(Route route, Duration patience, int most) {
    static final int OK = 200;

    /// One way to send it, which can be broken off.
    interface Sending extends AutoCloseable {
        byte[] send() throws IOException, InterruptedException;

        @Override
        void close();
    }

    /// What is sent.
    static final class Letter {
        private final URI address;
        private final String type;
        private final byte[] body;

        Letter(URI address, String type, byte[] body) {
            this.address = address;
            this.type = type;
            this.body = body.clone();
        }

        URI address() {
            return address;
        }

        String type() {
            return type;
        }

        byte[] body() {
            return body.clone();
        }

        String host() {
            return address.getHost();
        }

        /// Whether it only asks for what is there.
        boolean isEmpty() {
            return type.isEmpty();
        }

        boolean isEncrypted() {
            return "https".equals(address.getScheme());
        }
    }

    /// Posts the body and returns that of the answer.
    ///
    /// @param type its media type
    /// @throws NotReached if the other is not reached, is late, redirects, or answers too much or with an error
    public byte[] post(URI address, String type, byte[] body) throws IOException {
        return answer(new Letter(address, type, body));
    }

    /// Asks for what is there and returns it.
    ///
    /// @throws NotReached as [#post]
    public byte[] get(URI address) throws IOException {
        return answer(new Letter(address, "", new byte[0]));
    }

    private byte[] answer(Letter letter) throws IOException {
        try (Sending sending = sending(letter)) {
            return wait(sending, letter);
        }
    }

    private Sending sending(Letter letter) {
        return switch (route) {
            case Route.Direct _ -> new DirectSending(letter, patience, most);
            case Route.Socks proxy -> new SocksSending(letter, proxy, most);
        };
    }

    private byte[] wait(Sending sending, Letter letter) throws IOException {
        var result = new FutureTask<>(sending::send);
        Thread.ofVirtual().start(result);
        try {
            return result.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            throw notReached(letter, Said.of("no answer in time"));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw notReached(letter, Said.of("no answer in time"));
        } catch (ExecutionException failed) {
            throw because(failed.getCause(), letter, result);
        }
    }

    private static IOException because(@Nullable Throwable cause, Letter letter, Future<byte[]> result) {
        return switch (cause) {
            case Trouble trouble -> notReached(letter, trouble.said());
            case IOException failed ->
                new NotReached(
                        Said.of("{host} did not answer: {why}", Map.of("host", letter.host(), "why", why(failed))),
                        failed);
            case null, default -> throw new IllegalStateException("asking ended in " + result.state(), cause);
        };
    }

    /// What the JDK says nothing of is that there is no way to the other.
    private static Object why(IOException failed) {
        String said = failed.getMessage();
        return said == null ? Said.of("it cannot be reached") : said;
    }

    private static NotReached notReached(Letter letter, Said why) {
        return new NotReached(Said.of("{host} did not answer: {why}", Map.of("host", letter.host(), "why", why)));
    }

    /// Refuses what is no plain success; a redirect too.
    static void refuseUnlessOk(int status) throws Trouble {
        if (status != OK) {
            throw new Trouble(Said.of("it says {status} instead", "status", status));
        }
    }
}
