package org.taniq.read.mapped;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import org.taniq.base.Said;
import org.taniq.base.csv.CsvRows;
import org.taniq.base.csv.Row;
import org.taniq.base.json.Rewind;
import org.taniq.read.record.Handing;
import org.taniq.read.record.Input;
import org.taniq.read.record.JsonReading;
import org.taniq.read.record.Ledger;
import org.taniq.read.record.LineReading;
import org.taniq.read.record.Parser;
import org.taniq.read.record.Sink;
import org.taniq.read.record.TableReading;

/// A table or JSON that is read by a [Mapping].
///
/// @param mapping says what is where
public record MappedFile(Mapping mapping) implements Parser {
    /// Those that this program brings along.
    public static final List<MappedFile> OURS =
            MappingFile.ours().stream().map(MappedFile::new).toList();

    @Override
    public String name() {
        return mapping.isOurs() ? mapping.name() + "/" + mapping.version() : "mapped/1";
    }

    @Override
    public boolean mayKnow(String mediaType) {
        return mediaType.equals("application/json") || mediaType.startsWith("text/");
    }

    @Override
    public boolean knows(Input input) throws IOException {
        byte[] head = head(input);
        if (mapping.form() instanceof Mapping.Form.Table(char separator)) {
            var columns = new CsvRows(new ByteArrayInputStream(head), separator).next();
            return columns.filter(row -> row.shape() == Row.Shape.FINE)
                    .filter(row -> isOf(names(row)))
                    .isPresent();
        }
        if (mapping.signs().isEmpty()) {
            return records(new ByteArrayInputStream(head), Handing.toNobody(input))
                            .records()
                    > 0;
        }
        for (var sign : mapping.signs()) {
            if (sign.isOf(input.name(), head)) {
                return true;
            }
        }
        return false;
    }

    private boolean isOf(List<String> columns) {
        return mapping.signs().isEmpty()
                ? MappedTable.isOf(mapping, columns)
                : mapping.signs().stream().anyMatch(sign -> sign.isOf(columns));
    }

    private static byte[] head(Input input) throws IOException {
        try (var bytes = input.bytes().open()) {
            return bytes.readNBytes(PROBED);
        }
    }

    private static List<String> names(Row row) {
        return row.cells().stream().map(String::strip).toList();
    }

    @Override
    public Ledger read(Input input, Sink sink) throws IOException {
        var handing = new Handing(input, sink);
        try (var bytes = input.bytes().open()) {
            var handed = records(bytes, handing);
            if (handed.unsigned() > 0) {
                handing.warn(Said.of(
                        "{n} records do not name who wrote them: such an export holds what its own account wrote",
                        "n",
                        handed.unsigned()));
            }
        }
        if (!mapping.isOurs()) {
            handing.warn(Said.of(
                    "read as the mapping {name} says, whose file has the SHA-256 {digest}: whoever wrote it decided what"
                            + " is the text, the author and the time",
                    Map.of("name", mapping.name(), "digest", mapping.digest())));
        }
        return handing.ledger(mapping.isOurs() ? mapping.name() : "mapped");
    }

    private Handed records(InputStream bytes, Handing handing) throws IOException {
        var handed = new Handed();
        switch (mapping.form()) {
            case Mapping.Form.Whole() ->
                new JsonReading(new Rewind(bytes), new MappedJson(mapping, handed), handing).run();
            case Mapping.Form.Lines() -> new LineReading(bytes, handing, new MappedLines(mapping, handed)).run();
            case Mapping.Form.Table(char separator) -> table(new CsvRows(bytes, separator), handing);
        }
        return handed;
    }

    private void table(CsvRows rows, Handing handing) throws IOException {
        var columns = rows.next();
        if (columns.isPresent()) {
            new TableReading(rows, handing, new MappedTable(mapping, names(columns.get()))).run();
        }
    }
}
