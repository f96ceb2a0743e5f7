package org.taniq.read.msgstore;

/// Whether it is known what else belongs to a row.
enum Standing {
    /// Its number and its columns are as they should be.
    SURE,
    /// Damage may have given it another number or other columns, or it stands in the place of another row: it is given
    /// by itself, and nothing is said to belong to it.
    APART
}
