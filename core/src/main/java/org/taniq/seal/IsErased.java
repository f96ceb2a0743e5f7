package org.taniq.seal;

import java.util.Map;
import org.taniq.base.Said;
import org.taniq.base.Trouble;

/// What a statement said, or the bytes of an item, were erased, and a sealed statement says so.
public final class IsErased extends Trouble {
    private static final long serialVersionUID = 1;

    IsErased(ErasedStatement erased) {
        super(Said.of(
                "statement {statement} was erased on {day}: that it was there still shows, and not what it said",
                Map.of("statement", erased.pointer().index(), "day", erased.day())));
    }
}
