package org.taniq.base.csv;

import java.util.List;
import org.taniq.base.json.Span;

/// One row of a table.
///
/// @param cells as they are meant: without the quotes around them, and with one quote for two
/// @param span where it stands, with the end of its last line
/// @param shape whether it is written as rows are
/// @param isText whether all of it is UTF-8; U+FFFD stands where it is not
/// @param hasEnd whether its last line has an end: else the text may be cut off there
public record Row(List<String> cells, Span span, Shape shape, boolean isText, boolean hasEnd) {
    public Row {
        cells = List.copyOf(cells);
    }

    /// How a row is written.
    public enum Shape {
        /// Quotes stand around whole cells only, and each has its other one.
        FINE,
        /// A quote stands where none belongs.
        STRAY_QUOTE,
        /// The text ends within quotes.
        OPEN,
        /// Longer than a row can be, or with more cells: it has none here, and its end is not known.
        TOO_LARGE
    }

    /// Whether nothing stands in the line.
    public boolean isBlank() {
        return cells.size() == 1 && cells.getFirst().isBlank();
    }
}
