package org.taniq.base.sqlite;

/// Where something stands: bytes of the database file or of its log or journal. What overflows from the page of a
/// row stands elsewhere, and is not counted.
///
/// @param file in which of the two files
/// @param page the number of the page, from 1; 0 where no page is meant
/// @param from the first byte in that file, from 0
/// @param to the byte after the last one
public record Place(In file, long page, long from, long to) {

    /// One of the two files.
    public enum In {
        DATABASE,
        LOG
    }
}
