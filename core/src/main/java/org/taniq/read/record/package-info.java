/// What every parser is given and hands over, whatever its format: an [Input] becomes an [Activity] for each
/// thing that was said or done, an [Unread] for each place that was not read, and a [Ledger] of both. It knows no
/// format. A format is one [Parser], in a room beside this one, with a line in `read.Parsers`.
@NullMarked
package org.taniq.read.record;

import org.jspecify.annotations.NullMarked;
