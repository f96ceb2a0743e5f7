package org.taniq.app;

import java.io.IOException;
import java.net.SocketException;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.taniq.base.Trouble;
import org.taniq.base.age.Identity;
import org.taniq.base.age.Recipient;

/// An open session as a command meets it, so that the passphrase is not typed at every command: somebody
/// ran `taniq open-session` above, and its process hands out the person's identity and those of vaults that
/// were unlocked before. See [SessionHost] for what this protects from and what not.
public final class Session {
    /// The environment variable that names the session's socket. It holds no secret.
    public static final String VARIABLE = "TANIQ_SESSION";

    private final Path socket;

    private Session(Path socket) {
        this.socket = socket;
    }

    /// The session that this process was started in, unless it has ended meanwhile.
    ///
    /// @param environment as [System#getenv()] gives it
    public static Optional<Session> current(Map<String, String> environment) throws IOException {
        String socket = environment.getOrDefault(VARIABLE, "");
        if (socket.isEmpty() || !Files.exists(Path.of(socket))) {
            return Optional.empty();
        }
        var session = new Session(Path.of(socket));
        try {
            session.ask("hello");
            return Optional.of(session);
        } catch (SessionEnded ended) {
            return Optional.empty();
        }
    }

    /// The person's identity, which opens the keyring.
    ///
    /// @throws SessionEnded if the session has ended since
    public Identity identity() throws IOException {
        return identity(ask("identity"));
    }

    /// The identity of the vault with this recipient, if it was unlocked in this session before.
    public Optional<Identity> vault(Recipient recipient) throws IOException {
        String answer = ask("vault " + recipient.text());
        return answer.equals(SessionHost.NONE) ? Optional.empty() : Optional.of(identity(answer));
    }

    /// Gives an unlocked vault's identity to the session, until it ends.
    public void keep(Identity vault) throws IOException {
        ask("keep " + vault.secret());
    }

    /// The session gives this vault's identity to nobody any more.
    void forget(Recipient recipient) throws IOException {
        ask("forget " + recipient.text());
    }

    private String ask(String question) throws IOException {
        try (SocketChannel channel = SocketChannel.open(SessionSocket.address(socket))) {
            SessionSocket.refuseStrangers(channel, socket);
            return exchange(channel, question);
        } catch (SocketException | NoSuchFileException gone) {
            throw new SessionEnded(gone);
        }
    }

    private static String exchange(SocketChannel channel, String question) throws SessionEnded {
        try {
            SessionSocket.send(channel, question);
            return SessionSocket.receive(channel);
        } catch (IOException brokenOff) {
            throw new SessionEnded(brokenOff);
        }
    }

    private static Identity identity(String answer) throws IOException {
        try {
            return Identity.parse(answer);
        } catch (IllegalArgumentException noIdentity) {
            throw new Trouble("the open session gave no key; leave it and open another");
        }
    }
}
