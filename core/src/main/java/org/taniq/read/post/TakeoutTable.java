package org.taniq.read.post;

import java.io.IOException;
import org.taniq.base.Said;
import org.taniq.base.csv.CsvRows;
import org.taniq.read.record.Handing;
import org.taniq.read.record.Input;
import org.taniq.read.record.Ledger;
import org.taniq.read.record.Parser;
import org.taniq.read.record.Sink;
import org.taniq.read.record.TableReading;

/// `comments.csv` and `live chats.csv` of Google Takeout for YouTube, whatever language calls its folders and files:
/// what
/// the account itself wrote.
public final class TakeoutTable implements Parser {
    @Override
    public String name() {
        return "youtube-takeout/1";
    }

    @Override
    public boolean mayKnow(String mediaType) {
        return mediaType.startsWith("text/");
    }

    @Override
    public boolean knows(Input input) throws IOException {
        return TakeoutColumns.of(input.head()).isPresent();
    }

    @Override
    public Ledger read(Input input, Sink sink) throws IOException {
        var handing = new Handing(input, sink);
        var columns = TakeoutColumns.of(input.head());
        try (var bytes = input.bytes().open()) {
            var rows = new CsvRows(bytes, ',');
            rows.next();
            if (columns.isPresent()) {
                new TableReading(rows, handing, new TakeoutRow(columns.get())).run();
            }
        }
        handing.warn(Said.of("an export of Google Takeout holds what the account itself wrote, and nothing that others"
                + " wrote to it"));
        return handing.ledger("youtube-takeout");
    }
}
