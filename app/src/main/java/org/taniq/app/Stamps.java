package org.taniq.app;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.taniq.base.net.Asked;
import org.taniq.base.net.Route;
import org.taniq.seal.Group;
import org.taniq.seal.LogKind;
import org.taniq.seal.Revocations;
import org.taniq.seal.Stamping;
import org.taniq.seal.Unlocked;
import org.taniq.seal.Vault;
import org.taniq.seal.stamp.Authority;
import org.taniq.seal.stamp.Stamp;
import org.taniq.seal.stamp.StampChoice;

/// Time-stamps of a case: asks the authorities that the person chose, when she says so, and nobody else.
public final class Stamps {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int MOST = 256 << 10;
    private static final String QUERY = "application/timestamp-query";

    private final Writing writing;
    private final Desk desk;
    private final Opening opening;
    private final Stamping stamping;
    private final Revocations revocations;

    /// Opens what is sealed as it is now.
    @FunctionalInterface
    interface Opening {
        Unlocked now() throws IOException;
    }

    Stamps(Vault vault, Writing writing, Desk desk, Opening opening) {
        this.writing = writing;
        this.desk = desk;
        this.opening = opening;
        String log = writing.known().keys().evidence().verifier().id();
        this.stamping = new Stamping(vault, log, new Turn(writing), desk.durable());
        this.revocations = new Revocations(vault, log, desk.durable());
    }

    private record Turn(Writing writing) implements Stamping.Turn {
        @Override
        public Group group() {
            return writing.group(LogKind.EVIDENCE);
        }

        @Override
        public void commit(Group group) throws IOException {
            writing.commit(group);
        }
    }

    public StampChoice choice() {
        return writing.known().stamps();
    }

    /// Remembers whom to ask from now on.
    public void choose(StampChoice choice) throws IOException {
        for (var gone : choice.gone().values()) {
            throw gone;
        }
        choice.authorities();
        writing.known().stampWith(choice);
        writing.remember();
    }

    /// Seals what an earlier attempt left unsealed and how far all logs have come; asks nobody.
    ///
    /// @return the chosen authorities that have not stamped what there is now
    public List<Authority> due() throws IOException {
        stamping.sealStamps(opening.now(), choice().authorities());
        stamping.sealHeads(opening.now());
        var due = new ArrayList<Authority>();
        for (var authority : choice().authorities()) {
            if (stamping.isDue(authority)) {
                due.add(authority);
            }
        }
        return due;
    }

    /// Asks one authority and keeps its answer.
    ///
    /// @throws org.taniq.base.net.NotReached if it does not answer
    /// @throws org.taniq.seal.stamp.StampRefused if its answer proves nothing
    public Stamp ask(Authority authority) throws IOException {
        return stamping.stamp(authority, asking(), random());
    }

    /// How any of them is asked: as the person chose.
    Stamping.Asking asking() throws IOException {
        var asked = new Asked(route(), PATIENCE, MOST);
        return (whom, request) -> asked.post(whom.address(), QUERY, request);
    }

    SecureRandom random() {
        return desk.random();
    }

    /// The turn to have a dossier stamped as a whole; nobody is asked yet.
    public DossierStamps dossier(Path dossier) throws IOException {
        return DossierStamps.of(this, dossier);
    }

    /// What is not known yet of whether certificates of the time-stamps were revoked.
    public List<Revocations.Wanted> wanted() throws IOException {
        return revocations.wanted(choice().authorities());
    }

    /// Those of them that are not known yet now.
    public List<Revocations.Wanted> stillOf(List<Revocations.Wanted> wanted) throws IOException {
        return revocations.stillOf(wanted);
    }

    /// Asks for a revocation list.
    ///
    /// @throws org.taniq.base.net.NotReached if nobody answers
    public byte[] list(URI address) throws IOException {
        return new Asked(route(), PATIENCE, Revocations.most()).get(address);
    }

    /// Asks a responder about one certificate.
    ///
    /// @throws org.taniq.base.net.NotReached if nobody answers
    public byte[] answer(URI address, byte[] request) throws IOException {
        return new Asked(route(), PATIENCE, MOST).post(address, Revocations.REQUEST, request);
    }

    /// Keeps a revocation list.
    ///
    /// @return as of when it is
    /// @throws org.taniq.base.Altered if it is another list, or none
    public Instant keepList(Revocations.Wanted wanted, byte[] list) throws IOException {
        return revocations.keepList(wanted, list);
    }

    /// Keeps the answer of a responder.
    ///
    /// @return as of when it is
    /// @throws org.taniq.base.Altered if it is an answer about something else, or none
    public Instant keepAnswer(Revocations.Wanted wanted, byte[] answer) throws IOException {
        return revocations.keepAnswer(wanted, answer);
    }

    private Route route() throws IOException {
        return Route.of(choice().proxy());
    }

    /// Seals which answers there are.
    public void seal() throws IOException {
        stamping.sealStamps(opening.now(), choice().authorities());
    }
}
