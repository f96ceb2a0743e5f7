package org.taniq.seal;

import java.io.IOException;
import java.util.List;
import org.taniq.base.Json;

/// The values of a tree's leaves, one after the other, so that a million of them need no memory.
@FunctionalInterface
public interface Rows {

    /// Hands over every row in order. May be called once.
    void each(Sink sink) throws IOException;

    /// Takes one row: a value for each field of the leaf's schema, in order. Where the field is a tree of
    /// pieces the value is the text, or null; where it is another tree, the list of its leaves, each the list of
    /// its values, or null.
    @FunctionalInterface
    interface Sink {
        void row(List<Json> values) throws IOException;
    }
}
