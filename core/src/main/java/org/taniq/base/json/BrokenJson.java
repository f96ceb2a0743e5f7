package org.taniq.base.json;

import org.taniq.base.Said;
import org.taniq.base.Trouble;

/// The text is no JSON from here on: cut off, damaged, or something else from the beginning. The message
/// never says what stands there.
public final class BrokenJson extends Trouble {
    private static final long serialVersionUID = 1;

    BrokenJson(long line) {
        super(Said.of("no JSON from line {line} on", "line", line));
    }
}
