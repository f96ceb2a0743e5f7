package org.taniq.base.sqlite;

/// Something that is not as SQLite writes it.
public record Damage(Place place, Why why) implements Found, Step {

    /// What is wrong. Where it says nothing else, what is there is not given, and all the rest is.
    public enum Why {
        /// The file ends before the place that it says it has.
        CUT,
        /// A page leads to one that a file of this size does not have.
        NO_SUCH_PAGE,
        /// A page leads to one that the same table had already come to; its rows were given then. Of
        /// [Database#strays]: a page to which more than one table leads, or one below it.
        PAGE_TWICE,
        /// More pages above a page than SQLite makes.
        TOO_DEEP,
        /// A page of another kind stands where one of this table should be.
        OTHER_KIND,
        /// A page says that it holds more rows than it has room for: those that fit are looked for.
        COUNT,
        /// A row begins or ends outside of its page.
        OUTSIDE,
        /// A row has a length that none can have.
        LENGTH,
        /// The types of a row do not fit its length.
        RECORD,
        /// A row shares bytes with another one; it is given. Another row may be missing for it.
        SHARED,
        /// Rows share so many bytes that their page is not read further.
        TOO_OFTEN,
        /// What overflows from a row ends early or leads into a circle; the row is given, its last values
        /// cut.
        OVERFLOW,
        /// Into a page where a row goes on another row does too, or it is free: what is there may be another's. The row
        /// is given with it.
        OVERFLOW_SHARED,
        /// What overflows from a row goes on after the end of the row, which is given.
        OVERFLOW_LONGER,
        /// A row is larger than is read at once; it is given, its last values cut.
        TOO_LARGE,
        /// A row has more values than its table has columns; it is given. Said once for a table.
        MORE_VALUES,
        /// Bytes of a page belong to no row and are not free: a row may be missing. Its other rows are
        /// given.
        UNACCOUNTED,
        /// A row has a number that does not belong where it stands; it is given. Of those that pages above it
        /// contradict it is said once for a page: there the wrong number can be that of the page.
        ORDER,
        /// A field of the head of the file is none that SQLite writes; it is passed over.
        HEAD,
        /// The log is damaged, or ends, before the end of a change that was finished; see [Log#behind]. Or a journal
        /// is or does before its last page: rows of a change that was not finished may stand beside older ones.
        LOG,
        /// The list of free pages does not fit what the head of the file says of it, or leads astray.
        FREE_LIST,
        /// An entry of the schema is not understood, and a table's rows are given without names of columns; or
        /// it has the name of another one, or a column that of another one: only the first is found by it.
        SCHEMA,
        /// The schema has more entries, text or damage than is read: there may be more tables.
        SCHEMA_TOO_LARGE,
        /// A page that looks as if it held rows, to which no table leads.
        NOT_REACHED
    }
}
