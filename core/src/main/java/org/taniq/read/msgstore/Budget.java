package org.taniq.read.msgstore;

/// How much of a database may be held in memory, of all its tables together: who is who, rows that wait for their
/// message, votes. In bytes, roughly.
final class Budget {
    private long left;

    Budget(long bytes) {
        this.left = bytes;
    }

    /// Whether there was room for so much, which is taken then.
    boolean take(long bytes) {
        if (bytes > left) {
            return false;
        }
        left -= bytes;
        return true;
    }

    void giveBack(long bytes) {
        left += bytes;
    }

    /// What a text takes, with what holds it.
    static long of(String text) {
        return 64 + 2L * text.length();
    }
}
