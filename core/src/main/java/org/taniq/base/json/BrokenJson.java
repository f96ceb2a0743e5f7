package org.taniq.base.json;

import org.taniq.base.Said;
import org.taniq.base.Trouble;

/// The text is no JSON from here on: cut off, damaged, or something else from the beginning. The message
/// never says what stands there.
public final class BrokenJson extends Trouble {
    private static final long serialVersionUID = 1;

    private final boolean isTooLarge;

    BrokenJson(long line) {
        this(line, false);
    }

    private BrokenJson(long line, boolean isTooLarge) {
        super(Said.of("no JSON from line {line} on", "line", line));
        this.isTooLarge = isTooLarge;
    }

    /// A string, number or nesting that is larger than what is read.
    static BrokenJson tooLarge(long line) {
        return new BrokenJson(line, true);
    }

    /// Whether it may be JSON, but a string, number or nesting in it is larger than what is read.
    public boolean isTooLarge() {
        return isTooLarge;
    }
}
