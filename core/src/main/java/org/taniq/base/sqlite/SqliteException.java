package org.taniq.base.sqlite;

import org.taniq.base.Trouble;

/// Bytes are no database of SQLite, so that nothing at all can be read; the message holds nothing from
/// them.
public final class SqliteException extends Trouble {
    private static final long serialVersionUID = 1;

    SqliteException(String why) {
        super(why);
    }
}
