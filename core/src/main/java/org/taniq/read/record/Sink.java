package org.taniq.read.record;

import java.io.IOException;

/// Takes what a parser reads, in the order of the bytes and from one thread. Nothing is handed in twice,
/// and every byte of the input belongs to exactly one record or unread place; in structured
/// formats the signs and names between them belong to none, and where several records were packed together, the packed
/// bytes that two of them need belong to both.
public interface Sink {

    /// The next record.
    void read(Activity activity) throws IOException;

    /// The next place that was not read.
    void unread(Unread unread) throws IOException;

    /// A file beside the one that is read holds some of what is read, such as the log of a database: it is read with
    /// it, and no record says in which bytes of the two it stands ([Spot.Beside]).
    default void together(Spot.Member with) throws IOException {}
}
