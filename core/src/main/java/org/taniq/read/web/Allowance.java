package org.taniq.read.web;

/// How much work an archive may ask for: so much at once, and so much more for each byte of the file that was passed.
/// What is honest stays far below it; what unfolds to a thousand times its size ends.
final class Allowance {
    private final int each;
    private long left;
    private long reached;

    /// @param first at once
    /// @param each for each byte of the file
    Allowance(long first, int each) {
        this.left = first;
        this.each = each;
    }

    /// The file was passed up to here.
    Allowance upTo(long place) {
        left += each * Math.max(0, place - reached);
        reached = Math.max(reached, place);
        return this;
    }

    /// Takes so much.
    ///
    /// @return whether there was as much
    boolean take(long amount) {
        left -= amount;
        return left >= 0;
    }

    /// Whether anything is left.
    boolean isLeft() {
        return left > 0;
    }
}
