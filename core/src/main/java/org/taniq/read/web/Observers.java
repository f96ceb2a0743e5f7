package org.taniq.read.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.taniq.base.Said;
import org.taniq.base.Trouble;
import org.taniq.seal.stamp.Anchor;
import org.taniq.seal.stamp.Authorities;

/// Whom a signature of an archive must lead to: those who vouch for domains, and those who vouch for times. Each is
/// compared with its SHA-256 when it is read.
final class Observers {
    /// Let's Encrypt, ISRG Root X1 and X2: what signing services of web archives have certificates of.
    private static final Anchor DOMAINS = read(
            "observers.pem",
            Set.of(
                    "96bcec06264976f37460779acf28c5a7cfe8a3c0aae11a8ffcee05c0bddf08c6",
                    "69729b8e15a86efc177a57afb7171dfc64add28c2fca8cf1507e34453ccb1470"));

    /// FreeTSA, which they ask for the time.
    private static final Anchor FREETSA =
            read("freetsa.pem", Set.of("a6379e7cecc05faa3cbf076013d745e327bbbaa38c0b9af22469d4701d18aabc"));

    private Observers() {}

    static Anchor domains() {
        return DOMAINS;
    }

    static List<Anchor> times() {
        var anchors = new ArrayList<Anchor>();
        anchors.add(FREETSA);
        Authorities.known().forEach(authority -> anchors.add(authority.anchor()));
        return anchors;
    }

    private static Anchor read(String name, Set<String> fingerprints) {
        try (InputStream in = Observers.class.getResourceAsStream("/read/web/" + name)) {
            if (in == null) {
                throw new Trouble(Said.of("{file} is not in the program", "file", name));
            }
            var anchor = Anchor.read(in.readAllBytes());
            if (!Set.copyOf(anchor.fingerprints()).equals(fingerprints)) {
                throw new IllegalStateException("another certificate than it must be: " + name);
            }
            return anchor;
        } catch (IOException notWhole) {
            throw new UncheckedIOException("the program is not whole", notWhole);
        }
    }
}
