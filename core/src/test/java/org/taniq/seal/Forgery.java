package org.taniq.seal;

import java.io.IOException;
import java.util.function.UnaryOperator;

/// One forgery: what is done before the leaves are hashed, before the manifest is signed, after it, and to
/// the ZIP.
///
/// @param found the check of [DossierCheck] that must find it
/// @param version of the dossier that is forged
record Forgery(
        String name,
        String found,
        DossierVersion version,
        Step leaves,
        Step entries,
        Step signed,
        UnaryOperator<byte[]> zip) {
    static final Step NOTHING = forged -> {};

    Forgery(String name, String found, Step leaves, Step entries, Step signed, UnaryOperator<byte[]> zip) {
        this(name, found, DossierVersion.FIRST, leaves, entries, signed, zip);
    }

    @FunctionalInterface
    interface Step {
        void on(Forged forged) throws IOException;
    }

    static Forgery ofLeaves(String name, String found, Step leaves) {
        return new Forgery(name, found, leaves, NOTHING, NOTHING, bytes -> bytes);
    }

    static Forgery ofEntries(String name, String found, Step entries) {
        return new Forgery(name, found, NOTHING, entries, NOTHING, bytes -> bytes);
    }

    static Forgery ofSigned(String name, String found, Step signed) {
        return new Forgery(name, found, NOTHING, NOTHING, signed, bytes -> bytes);
    }

    static Forgery ofZip(String name, String found, UnaryOperator<byte[]> zip) {
        return new Forgery(name, found, NOTHING, NOTHING, NOTHING, zip);
    }

    /// The same in a dossier of the second version.
    Forgery placed() {
        return new Forgery(name, found, DossierVersion.PLACED, leaves, entries, signed, zip);
    }

    byte[] bytes() throws IOException {
        var forged = new Forged(version);
        leaves.on(forged);
        forged.prove();
        entries.on(forged);
        forged.sign();
        signed.on(forged);
        return zip.apply(forged.zip());
    }
}
