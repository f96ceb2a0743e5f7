package org.taniq.base.pdf;

import org.taniq.base.Said;
import org.taniq.base.Trouble;

/// The pages of a PDF draw more than is followed.
public final class TooMuchDrawn extends Trouble {
    private static final long serialVersionUID = 1;

    TooMuchDrawn(Said why) {
        super(why);
    }
}
