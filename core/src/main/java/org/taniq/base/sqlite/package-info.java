/// Database files of SQLite (file format 3, <https://www.sqlite.org/fileformat2.html>) read as evidence:
/// no byte is written, no statement is run, and what is damaged is a result beside the rows that are not.
/// [Database] is the front door, [Rows] what comes out of it.
@NullMarked
package org.taniq.base.sqlite;

import org.jspecify.annotations.NullMarked;
