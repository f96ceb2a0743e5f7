package org.taniq.read.msgstore;

import org.taniq.base.sqlite.Database;

/// The database, and what is known of it as a file.
///
/// @param doubt whether all of the file is here, and of the one beside it
record Source(Database database, Doubt doubt) {}
