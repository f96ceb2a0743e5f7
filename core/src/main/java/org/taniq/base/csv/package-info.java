/// Tables of comma-separated values (RFC 4180) of any size, read as evidence: [CsvRows] goes through one row by row
/// and knows where each stands.
@NullMarked
package org.taniq.base.csv;

import org.jspecify.annotations.NullMarked;
