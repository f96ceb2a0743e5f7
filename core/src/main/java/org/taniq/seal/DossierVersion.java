package org.taniq.seal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;

/// The version of a dossier: the lowest whose rules hold for the statements in it (docs/format.md, section 10.4).
enum DossierVersion {
    FIRST(1, "/dossier/VERIFY.txt"),
    /// With readings of `reading/2`.
    PLACED(2, "/dossier/VERIFY-2.txt");

    private final int number;
    private final String instructions;

    DossierVersion(int number, String instructions) {
        this.number = number;
        this.instructions = instructions;
    }

    /// What a statement of this schema needs.
    static DossierVersion of(String schema) {
        return schema.equals(Schema.PLACED_READING) ? PLACED : FIRST;
    }

    DossierVersion and(DossierVersion other) {
        return compareTo(other) >= 0 ? this : other;
    }

    /// The text of `VERIFY.txt`: how to check such a dossier with standard tools.
    byte[] instructions() {
        try (var in = Objects.requireNonNull(DossierVersion.class.getResourceAsStream(instructions))) {
            return in.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot read " + instructions, unreadable);
        }
    }

    /// The first line of `MANIFEST.note`.
    String line() {
        return "taniq/dossier/" + number + "\n";
    }
}
