package org.taniq.read.record;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.Optional;
import org.taniq.base.Json;
import org.taniq.base.Said;
import org.taniq.base.csv.CsvRows;
import org.taniq.base.csv.Row;
import org.taniq.base.json.Span;

/// The rows of a table, each a record; where one is damaged, reading goes on at the next line with which a row
/// surely begins. A line of a text that somebody wrote can look like a row once the quotes around it are lost: where
/// nothing proves that rows behind damage are none, each is marked.
public final class TableReading {
    /// Each is looked for from the line behind it.
    private static final int MOST_HOLES = 10_000;

    /// Bytes that are read again for the sake of damage.
    private static final long MOST_AGAIN = 64L << 20;

    private final CsvRows rows;
    private final Handing handing;
    private final Reader reader;
    private boolean hasProofs;
    private boolean isDoubtful;
    private int holes;
    private long again;
    private long number = 1;

    /// What the rows of a table are.
    public interface Reader {
        /// Whether it is written as all rows are.
        boolean fits(Row row);

        /// Whether it could be one: so could a line that somebody typed.
        boolean mayBe(Row row);

        /// Whether it is one that nobody can type into a text.
        boolean isSurely(Row row);

        /// Whether nothing that somebody wrote stands in it.
        boolean isWithoutWords(Row row);

        Activity record(Row row, Spot spot, Place place);

        /// Whether a row of this table is a record at all.
        default boolean isRecord(Row row) {
            return true;
        }
    }

    /// @param rows behind the header
    public TableReading(CsvRows rows, Handing handing, Reader reader) {
        this.rows = rows;
        this.handing = handing;
        this.reader = reader;
    }

    public void run() throws IOException {
        var next = rows.next();
        while (next.isPresent()) {
            var row = next.get();
            number += number > 0 ? 1 : 0;
            next = row.isBlank() || reader.fits(row) ? give(row) : behind(row);
        }
    }

    /// @return the next row
    private Optional<Row> give(Row row) throws IOException {
        if (row.isBlank()) {
            handing.unread(row.span(), Unread.Reason.BLANK);
        } else if (!reader.isRecord(row)) {
            handing.unread(row.span(), Unread.Reason.NO_MESSAGE);
        } else if (isProof(row)) {
            isDoubtful = false;
            handing.read(record(row));
        } else if (isDoubtful && !goesOnWith(row)) {
            return behind(row);
        } else {
            handing.read(record(row));
        }
        return rows.next();
    }

    private boolean isProof(Row row) {
        boolean isProof = (isDoubtful || !hasProofs) && reader.isSurely(row);
        hasProofs |= isProof;
        return isProof;
    }

    private Activity record(Row row) {
        var place = number > 0 ? Place.row(number) : Place.UNSTATED;
        var record = reader.record(row, Spot.Lines.of(row.span()), place);
        record = row.isText() ? record : marked(record, Mark.NOT_TEXT);
        record = isDoubtful || isStrange(row) ? marked(record, Mark.LOOKALIKE) : record;
        return row.hasEnd() ? record : perhapsCut(record);
    }

    /// Whether its text is not written as that of rows before it.
    private boolean isStrange(Row row) {
        return hasProofs && !reader.isSurely(row) && !reader.isWithoutWords(row);
    }

    private static Activity marked(Activity record, Mark mark) {
        var marks = EnumSet.of(mark);
        marks.addAll(record.marks());
        return record.marked(marks);
    }

    private Activity perhapsCut(Activity last) {
        handing.warn(Said.of("the last line has no end: the file may be cut off there"));
        var details = new ArrayList<>(last.details());
        details.addFirst(new Detail("lineWithoutEnd", Json.of(true)));
        return last.with(details);
    }

    /// @return the row with which reading goes on behind one that is damaged
    private Optional<Row> behind(Row damaged) throws IOException {
        holes++;
        number = 0;
        isDoubtful = true;
        var next = holes > MOST_HOLES ? Optional.<Row>empty() : after(damaged);
        if (next.isEmpty()) {
            handing.broken(rows.rest(damaged));
            return next;
        }
        handing.hole(
                between(damaged.span(), next.get().span()), next.get().span().first());
        return next;
    }

    /// Where its quotes are as they must be, all of a damaged row is passed over: a line within them is text.
    private Optional<Row> after(Row damaged) throws IOException {
        if (damaged.shape() == Row.Shape.FINE) {
            var next = rows.next();
            if (next.filter(this::goesOnWith).isPresent()) {
                return next;
            }
        }
        rows.passLine(damaged);
        var next = rows.next();
        while (next.isPresent() && !goesOnWith(next.get()) && again < MOST_AGAIN) {
            var passed = rows.passLine(next.get());
            again += Math.max(0, next.get().span().to() - passed.to());
            next = rows.next();
        }
        return next.filter(this::goesOnWith);
    }

    /// Where a row before had a proof, each must.
    private boolean goesOnWith(Row row) {
        return reader.fits(row) && reader.mayBe(row) && (!hasProofs || reader.isSurely(row));
    }

    private static Span between(Span damaged, Span next) {
        return new Span(damaged.from(), next.from(), damaged.first(), Math.max(damaged.first(), next.first() - 1));
    }
}
