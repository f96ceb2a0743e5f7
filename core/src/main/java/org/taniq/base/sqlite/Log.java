package org.taniq.base.sqlite;

/// What became of the log beside a database.
///
/// @param applied how many pages of it, newer ones over older ones, are part of what is read
/// @param left how many more pages are in it, whole or cut: of changes that were never finished, or left
///     over from before; they may hold what was deleted
public record Log(State state, long applied, long left) {

    /// Whether it was used.
    public enum State {
        /// There is none, or an empty one.
        NONE,
        /// It was used up to its last finished change.
        APPLIED,
        /// It is a log, but without any finished change.
        EMPTY,
        /// It does not begin as a log does.
        NOT_A_LOG,
        /// The sum of its head is wrong.
        DAMAGED,
        /// Its pages have another size than those of the database: it belongs to another one.
        OTHER_PAGES
    }
}
