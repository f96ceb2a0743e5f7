package org.taniq.read.web;

/// Which texts in JSON stand under a name that calls them secret: right behind it, or within what stands there. Of the
/// latter those that are one word: a sentence is no key.
final class SecretPlaces {
    private static final int NOWHERE = -1;

    private String name = "";
    private int valueAt = NOWHERE;
    private int depth;
    private int from = NOWHERE;

    /// @param called the name of a member
    /// @param at where its value begins
    void name(String called, int at) {
        name = called;
        valueAt = at;
    }

    /// A list or an object begins.
    void open(int at) {
        depth++;
        if (from == NOWHERE && valueAt == at && Secrets.hides(name, "")) {
            from = depth;
        }
    }

    /// One ends; one too many ends nothing.
    void close() {
        if (depth == from) {
            from = NOWHERE;
        }
        depth = Math.max(0, depth - 1);
    }

    /// Whether the text that begins here is not to be shown.
    boolean hides(int at, String text) {
        boolean isNamed = valueAt == at && Secrets.hides(name, text);
        return isNamed || from != NOWHERE && text.chars().noneMatch(Character::isWhitespace);
    }
}
