package org.taniq.tell;

import org.taniq.seal.Assembly;
import org.taniq.seal.Unlocked;

/// A dossier while it is filled: the vault that it is taken from, and where what may be shown is put.
record Filling(Unlocked vault, Withholding withholding, Assembly assembly, Pages pages, Origins origins) {

    static Filling of(Dossier dossier, Unlocked vault) {
        return new Filling(
                vault, dossier.withholding(), new Assembly(vault), new Pages(dossier, vault), new Origins(vault));
    }
}
