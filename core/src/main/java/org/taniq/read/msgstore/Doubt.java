package org.taniq.read.msgstore;

/// Whether what is not there may be where something could not be read.
enum Doubt {
    /// All of the database was read and understood.
    NONE,
    /// Some of it is damaged, or not understood: nothing is said to be missing.
    SOME;

    static Doubt unless(boolean allRead) {
        return allRead ? NONE : SOME;
    }
}
