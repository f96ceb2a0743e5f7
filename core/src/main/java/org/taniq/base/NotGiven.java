package org.taniq.base;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/// The disk does not give bytes that are there. Nothing is known of them; another time, or from another disk,
/// they may be had.
public final class NotGiven extends Trouble {
    private static final long serialVersionUID = 1;

    public NotGiven(Path file, IOException failed) {
        super(
                Said.of(
                        "{of}: it cannot be read ({why})",
                        Map.of("of", file, "why", String.valueOf(failed.getMessage()))),
                failed);
    }
}
