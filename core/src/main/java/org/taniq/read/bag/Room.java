package org.taniq.read.bag;

/// How much more is read of the lists of one bag together: an archive has at most 100,000 files.
final class Room {
    private static final int MOST_LINES = 600_000;
    private static final long MOST_CHARACTERS = 96L << 20;

    private int lines = MOST_LINES;
    private long characters = MOST_CHARACTERS;

    /// Whether there is any for one more line, which takes it.
    boolean isFor(String line) {
        lines--;
        characters -= line.length();
        return lines >= 0 && characters >= 0;
    }
}
