package org.taniq.base.sqlite;

/// What a table gives, one after the other: a row, or a place where a row could not be read, or could but
/// something is wrong with it.
public sealed interface Found permits Row, Damage {
    /// Where its bytes are.
    Place place();
}
