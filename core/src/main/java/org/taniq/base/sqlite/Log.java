package org.taniq.base.sqlite;

/// What became of the log beside a database, or of its rollback journal.
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
        /// It is a rollback journal: a change was begun and not finished. The pages that it has are given as they were
        /// before, as SQLite would do; what the change had written already is read without the journal.
        ROLLED_BACK,
        /// It is the journal of a change of several databases at once. Whether that was finished another file tells;
        /// it was not used.
        OF_SEVERAL,
        /// It does not begin as a log or journal does: SQLite empties the head of a journal whose change was finished.
        NOT_A_LOG,
        /// The sum of its head is wrong, or the head of a journal says what none says.
        DAMAGED,
        /// Its pages have another size than those of the database: it belongs to another one.
        OTHER_PAGES
    }
}
