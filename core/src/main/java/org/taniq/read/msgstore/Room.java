package org.taniq.read.msgstore;

/// How much memory one database may take, of all that the program has.
///
/// @param memory all of it, in bytes
record Room(long memory) {

    /// Of a database that is unpacked out of an archive; a file by itself is read where it lies.
    long database() {
        return Math.min(256L << 20, memory / 3);
    }

    /// Of the file beside it.
    long log() {
        return Math.min(64L << 20, memory / 16);
    }

    /// Of all that is held of its tables: a phone with a million messages and 100,000 addresses needs some 60 MB.
    Budget rows() {
        return new Budget(Math.min(128L << 20, memory / 8));
    }

    /// Of ids of messages.
    Ids ids() {
        return new Ids((int) Math.min(Ids.MOST, memory / 24 / Ids.EACH));
    }
}
