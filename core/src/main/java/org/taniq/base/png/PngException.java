package org.taniq.base.png;

import org.taniq.base.Said;
import org.taniq.base.Trouble;

/// A file is no PNG that can become a canonical one; the message says why and holds nothing from the file
/// but numbers and the names of chunks.
public final class PngException extends Trouble {
    private static final long serialVersionUID = 1;

    PngException(String why) {
        super(why);
    }

    PngException(Said why) {
        super(why);
    }
}
