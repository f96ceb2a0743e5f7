package org.taniq.app;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.taniq.base.age.Identity;

/// Holds the keys of an open session in memory and hands them to commands of the same user over a Unix
/// domain socket, until it is closed or nobody has asked for a while.
///
/// It protects from other users of the computer: the socket lies in a folder that only this user may enter,
/// and the system says whose process asks. So there is no token besides. It does **not** protect from
/// programs that run as this user (they could as well read the keyboard), from the administrator, or from
/// somebody who takes the running or hibernating computer: the keys are in memory and may reach the swap.
/// Ending the session forgets them.
final class SessionHost implements AutoCloseable {
    static final String NONE = "none";

    private static final String OK = "ok";
    private static final String SOCKET = "session";
    private static final long LOOK_AGAIN_MILLIS = 10_000;

    private final Path folder;
    private final Path socket;
    private final ServerSocketChannel listener;
    private final Selector selector;
    private final Identity identity;
    private final Map<String, Identity> vaults = new ConcurrentHashMap<>();

    private SessionHost(Path folder, ServerSocketChannel listener, Identity identity) throws IOException {
        this.folder = folder;
        this.socket = folder.resolve(SOCKET);
        this.listener = listener;
        this.identity = identity;
        this.selector = Selector.open();
        listener.bind(SessionSocket.address(socket));
        listener.configureBlocking(false);
        listener.register(selector, SelectionKey.OP_ACCEPT);
    }

    /// @param place where the folder of the socket is made: the user's runtime folder, or one for temporary
    ///     files
    static SessionHost open(Path place, Identity identity) throws IOException {
        Path folder = Files.createTempDirectory(place, "taniq-"); // 0700; holds a socket and no bytes
        ServerSocketChannel listener = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        try {
            return new SessionHost(folder, listener, identity);
        } catch (IOException failed) {
            listener.close();
            Files.deleteIfExists(folder.resolve(SOCKET));
            Files.delete(folder);
            throw failed;
        }
    }

    Path socket() {
        return socket;
    }

    /// Answers until [#close], or until nobody has asked for `idle` by the clock on the wall: a computer
    /// that slept for hours does not wake up with an open session. Then forgets everything.
    void serve(Duration idle, InstantSource clock) throws IOException {
        try {
            serveUntilIdle(idle, clock);
        } catch (ClosedChannelException | ClosedSelectorException ended) {
            return; // while it waited or was about to
        }
    }

    private void serveUntilIdle(Duration idle, InstantSource clock) throws IOException {
        Instant asked = clock.instant();
        while (selector.isOpen()) {
            selector.select(key -> {}, Math.clamp(idle.toMillis(), 1, LOOK_AGAIN_MILLIS));
            Instant now = clock.instant();
            if (Duration.between(asked, now).abs().compareTo(idle) >= 0) {
                close();
            } else if (answerNext()) {
                asked = now;
            }
        }
    }

    private boolean answerNext() throws IOException {
        SocketChannel asking = listener.accept();
        if (asking == null) {
            return false;
        }
        Thread.ofVirtual().start(() -> answer(asking));
        return true;
    }

    private void answer(SocketChannel asking) {
        try (asking) {
            SessionSocket.refuseStrangers(asking, socket);
            SessionSocket.send(asking, answer(SessionSocket.receive(asking)));
        } catch (IOException gone) {
            return; // who asked sees the line break off, and says so
        }
    }

    private String answer(String question) {
        String[] words = question.split(" ", 2);
        return switch (words[0]) {
            case "hello" -> OK;
            case "identity" -> identity.secret();
            case "vault" ->
                Optional.ofNullable(vaults.get(words[words.length - 1]))
                        .map(Identity::secret)
                        .orElse(NONE);
            case "keep" -> keep(words[words.length - 1]);
            case "forget" -> forget(words[words.length - 1]);
            default -> NONE;
        };
    }

    /// Keeps the key of a vault until the session ends.
    void keep(Identity vault) {
        vaults.put(vault.recipient().text(), vault);
    }

    private String keep(String secret) {
        try {
            keep(Identity.parse(secret));
            return OK;
        } catch (IllegalArgumentException noIdentity) {
            return NONE;
        }
    }

    private String forget(String recipient) {
        vaults.remove(recipient);
        return OK;
    }

    @Override
    public synchronized void close() throws IOException {
        vaults.clear();
        selector.close();
        listener.close();
        Files.deleteIfExists(socket);
        Files.deleteIfExists(folder);
    }
}
