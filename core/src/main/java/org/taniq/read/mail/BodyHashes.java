package org.taniq.read.mail;

import java.io.IOException;
import java.io.InputStream;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The digests that a mail's signatures ask for, all of them from one reading of the body.
final class BodyHashes {
    private static final int BUFFER = 1 << 16;

    /// What is hashed how.
    ///
    /// @param most how many bytes of the canonical body
    record Wanted(Canon canon, Algorithm.Hash hash, long most) {}

    private final Map<Wanted, BodyHash> hashes;

    private BodyHashes(Map<Wanted, BodyHash> hashes) {
        this.hashes = hashes;
    }

    static BodyHashes of(RawMail mail, Collection<Wanted> all) throws IOException {
        var digests = new LinkedHashMap<Wanted, BodyDigest>();
        for (var wanted : all) {
            digests.computeIfAbsent(wanted, w -> new BodyDigest(w.hash().digest(), w.most()));
        }
        if (!digests.isEmpty()) {
            read(mail, bodies(digests));
        }
        return new BodyHashes(digests.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().hash())));
    }

    BodyHash of(Wanted wanted) {
        var hash = hashes.get(wanted);
        if (hash == null) {
            throw new IllegalArgumentException("this hash was not asked for: " + wanted);
        }
        return hash;
    }

    private static List<CanonicalBody> bodies(Map<Wanted, BodyDigest> digests) {
        return Stream.of(Canon.values())
                .map(canon -> new CanonicalBody(canon, digestsOf(digests, canon)))
                .filter(CanonicalBody::isWanted)
                .toList();
    }

    private static List<BodyDigest> digestsOf(Map<Wanted, BodyDigest> digests, Canon canon) {
        return digests.entrySet().stream()
                .filter(entry -> entry.getKey().canon() == canon)
                .map(Map.Entry::getValue)
                .toList();
    }

    private static void read(RawMail mail, List<CanonicalBody> bodies) throws IOException {
        var buffer = new byte[BUFFER];
        try (InputStream in = mail.body()) {
            for (int got = in.read(buffer); got >= 0; got = in.read(buffer)) {
                for (var body : bodies) {
                    body.take(buffer, got);
                }
            }
        }
        bodies.forEach(CanonicalBody::end);
    }
}
