package org.taniq.base.sqlite;

/// What became of the log beside a database.
///
/// @param applied how many pages of it, newer ones over older ones, are part of what is read
/// @param left how many more pages are in it, whole or cut: of changes that were never finished, or left
///     over from before; they may hold what was deleted
/// @param behind how many changes that were finished lie behind the place where the log is no longer right: what they
///     wrote is missing in what is read
public record Log(State state, long applied, long left, long behind) {

    /// Whether it was used.
    public enum State {
        /// There is none, or an empty one.
        NONE,
        /// It was used up to its last finished change.
        APPLIED,
        /// It was used, if at all, up to a place that is damaged, or up to [PageIndex#MOST] pages; behind that,
        /// changes were finished. Behind damage SQLite does as if these had never been.
        BROKEN,
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
