package org.taniq.base.csv;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.taniq.base.json.Rewind;
import org.taniq.base.json.Span;

/// Goes through a table in UTF-8 row by row. Holds one row, of a bounded size, and can go back behind the first line
/// of the last two: a quote that is lost must not take the rows behind it along.
public final class CsvRows {
    /// Bytes of one row.
    public static final int LONGEST = 4 << 20;

    private static final int MOST_CELLS = 4096;
    private static final int END = -1;
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final Rewind in;
    private final char separator;
    private final ByteArrayOutputStream cell = new ByteArrayOutputStream();
    private List<String> cells = List.of();
    private Row.Shape shape = Row.Shape.FINE;
    private boolean isText;
    private long start;
    private long before;

    /// @param separator what stands between two cells: an ASCII character
    public CsvRows(InputStream table, char separator) throws IOException {
        this.in = new Rewind(table);
        this.separator = separator;
        byte[] head = in.readNBytes(BYTE_ORDER_MARK.length);
        if (!Arrays.equals(head, BYTE_ORDER_MARK)) {
            in.back(0);
        }
    }

    /// The next row, also one that holds nothing; none at the end.
    public Optional<Row> next() throws IOException {
        begin();
        long line = in.line();
        int last = cell();
        while (last == separator) {
            last = cell();
        }
        if (last == END && in.at() == start) {
            return Optional.empty();
        }
        boolean fits = shape != Row.Shape.TOO_LARGE;
        return Optional.of(new Row(fits ? cells : List.of(), here(start, line), shape, isText, last == '\n'));
    }

    private void begin() {
        in.forget(before);
        before = start;
        start = in.at();
        cells = new ArrayList<>();
        shape = Row.Shape.FINE;
        isText = true;
    }

    private Span here(long from, long line) throws IOException {
        in.back(in.at() - 1);
        long last = Math.max(line, in.line());
        in.read();
        return new Span(from, in.at(), line, last);
    }

    /// Goes back to one of the last two rows, and behind its first line.
    ///
    /// @return what was passed over
    public Span passLine(Row row) throws IOException {
        long from = row.span().from();
        in.back(from);
        before = from;
        start = from;
        for (int next = in.read(); next != END && next != '\n'; next = in.read()) {
            if (in.at() - from > LONGEST) {
                in.forget(in.at()); // nothing of a line so long is read again
            }
        }
        return new Span(from, in.at(), row.span().first(), row.span().first());
    }

    /// Goes to the end.
    ///
    /// @return all from the row on
    public Span rest(Row row) throws IOException {
        in.transferTo(OutputStream.nullOutputStream());
        return here(row.span().from(), row.span().first());
    }

    /// The next byte; the end where the row is longer than one can be.
    private int step() throws IOException {
        if (in.at() - start >= LONGEST) {
            shape = Row.Shape.TOO_LARGE;
            return END;
        }
        return in.read();
    }

    /// @return what stands behind the cell: the separator, the end of a line, or the end of all
    private int cell() throws IOException {
        cell.reset();
        int next = step();
        boolean isQuoted = next == '"';
        if (isQuoted) {
            next = quoted();
        }
        while (next != separator && next != '\n' && next != END) {
            if (isQuoted || next == '"') {
                stray();
            }
            cell.write(next);
            next = step();
        }
        take(isQuoted || next != '\n' ? cell.size() : lengthOfLine());
        return shape == Row.Shape.TOO_LARGE ? END : next;
    }

    /// @return what stands behind the closing quote
    private int quoted() throws IOException {
        for (int next = step(); next != END; next = step()) {
            if (next == '"') {
                next = step();
                if (next != '"') {
                    return next == '\r' ? endOfLine() : next;
                }
            }
            cell.write(next);
        }
        shape = shape == Row.Shape.TOO_LARGE ? shape : Row.Shape.OPEN;
        return END;
    }

    /// Behind a quote a line may end with CR LF; that CR is part of no cell.
    private int endOfLine() throws IOException {
        int next = step();
        if (next != '\n' && next != END) {
            in.back(in.at() - 1);
            return '\r';
        }
        return next;
    }

    private void stray() {
        shape = shape == Row.Shape.FINE ? Row.Shape.STRAY_QUOTE : shape;
    }

    /// A line may end with CR LF.
    private int lengthOfLine() {
        byte[] bytes = cell.toByteArray();
        int length = bytes.length;
        return length > 0 && bytes[length - 1] == '\r' ? length - 1 : length;
    }

    private void take(int length) {
        if (cells.size() == MOST_CELLS) {
            shape = Row.Shape.TOO_LARGE;
            return;
        }
        byte[] bytes = Arrays.copyOf(cell.toByteArray(), length);
        var text = new String(bytes, StandardCharsets.UTF_8);
        cells.add(text);
        isText &= text.indexOf('\uFFFD') < 0 || Arrays.equals(text.getBytes(StandardCharsets.UTF_8), bytes);
    }
}
