package org.taniq.read.mapped;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.taniq.base.csv.CsvRows;
import org.taniq.base.csv.Row;
import org.taniq.base.json.Rewind;
import org.taniq.read.record.Attachment;
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

    /// The name of every parser by a mapping that a person gave.
    public static final String BY_A_PERSON = "mapped/1";

    @Override
    public String name() {
        return mapping.isOurs() ? mapping.name() + "/" + mapping.version() : BY_A_PERSON;
    }

    @Override
    public boolean mayKnow(String mediaType) {
        return mediaType.equals("application/json") || mediaType.startsWith("text/");
    }

    @Override
    public boolean knows(Input input) throws IOException {
        byte[] head = input.head();
        if (mapping.form() instanceof Mapping.Form.Table(char separator)) {
            var header = new CsvRows(new ByteArrayInputStream(head), separator).next();
            return header.filter(MappedFile::isHeader)
                    .filter(row -> isOf(input.name(), row))
                    .isPresent();
        }
        boolean isLong = head.length == PROBED && !mapping.signs().isEmpty();
        return isSigned(input.name(), head)
                && (isLong
                        || records(new ByteArrayInputStream(head), Handing.toNobody(input))
                                        .records()
                                > 0);
    }

    private boolean isSigned(String file, byte[] head) throws IOException {
        for (var sign : mapping.signs()) {
            if (sign.isOf(file, head)) {
                return true;
            }
        }
        return mapping.signs().isEmpty();
    }

    /// The first bytes of a picture are no names of columns.
    private static boolean isHeader(Row row) {
        return row.shape() == Row.Shape.FINE
                && row.isText()
                && row.cells().stream()
                        .flatMapToInt(String::chars)
                        .noneMatch(
                                each -> Character.isISOControl(each) && each != '\r' && each != '\t' && each != '\n');
    }

    private boolean isOf(String file, Row header) {
        return mapping.signs().isEmpty()
                ? MappedTable.isOf(mapping, header)
                : mapping.signs().stream().anyMatch(sign -> sign.isOf(file, header.cells()));
    }

    @Override
    public Ledger read(Input input, Sink sink) throws IOException {
        var handing = new Handing(input, sink);
        var handed = new Handed(mapping, input.beside());
        try (var bytes = input.bytes().open()) {
            read(bytes, handing, handed);
        }
        handed.warn(handing);
        return handing.ledger(format());
    }

    /// As the reading says which mapping it was.
    public String format() {
        return mapping.isOurs() ? mapping.name() : "mapped:" + mapping.digest();
    }

    private Handed records(InputStream bytes, Handing handing) throws IOException {
        var handed = new Handed(mapping, _ -> Attachment.State.MISSING);
        read(bytes, handing, handed);
        return handed;
    }

    private void read(InputStream bytes, Handing handing, Handed handed) throws IOException {
        switch (mapping.form()) {
            case Mapping.Form.Whole() ->
                new JsonReading(new Rewind(bytes), new MappedJson(mapping, handed), handing).run();
            case Mapping.Form.Lines() -> new LineReading(bytes, handing, new MappedLines(mapping, handed)).run();
            case Mapping.Form.Table(char separator) -> table(new CsvRows(bytes, separator), handing, handed);
        }
    }

    private void table(CsvRows rows, Handing handing, Handed handed) throws IOException {
        var header = rows.next();
        if (header.isPresent()) {
            new TableReading(rows, handing, new MappedTable(mapping, handed, header.get())).run();
        }
    }
}
