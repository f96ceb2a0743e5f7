package org.taniq.base.sqlite;

/// A row as it lies on its page, not yet taken apart. Its bytes are used until the next page of its tree
/// is read.
///
/// @param key the number of the row; 0 in an index
/// @param payload bytes of the row, wherever they are
/// @param from where those on the page begin
/// @param local how many of them are on the page
/// @param overflow the page where they go on, 0 if nowhere
record Cell(Page page, Span span, long key, long payload, int from, int local, long overflow) implements Step {

    /// From where to where it lies on its page.
    record Span(int from, int to) {
        int length() {
            return to - from;
        }
    }

    Place place() {
        return page.place(span.from(), span.to());
    }

    Damage damage(Damage.Why why) {
        return new Damage(place(), why);
    }
}
