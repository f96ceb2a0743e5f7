package org.taniq.read;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.taniq.base.Json;
import org.taniq.seal.Group;
import org.taniq.seal.Pointer;
import org.taniq.seal.Rows;
import org.taniq.seal.Statement;

/// Reads an item with a parser and seals every record as it comes.
public final class ReadingStatement {
    private final Parser parser;
    private final Input input;
    private final Map<String, Pointer> sealed;

    /// @param sealed the items that attachments may name, by file name
    public ReadingStatement(Parser parser, Input input, Map<String, Pointer> sealed) {
        this.parser = parser;
        this.input = input;
        this.sealed = Map.copyOf(sealed);
    }

    /// Sees every record, with its number, while it is sealed.
    @FunctionalInterface
    public interface Watcher {
        void record(long number, Activity activity) throws IOException;
    }

    /// A reading in a group, to be committed with it.
    public record Read(Pointer pointer, Ledger ledger) {}

    /// Reads into a group.
    ///
    /// @param item what is read
    public Read into(Group group, Pointer item, Watcher watcher) throws IOException {
        var ledger = new AtomicReference<Ledger>();
        var statement = Statement.of("reading/1")
                .with("items", Json.of(List.of(item.json())))
                .with("parser", parser.name());
        statement.with("records", (Rows) rows -> {
            ledger.set(parser.read(input, new Sealing(rows, watcher)));
            statement.with("settings", settings(ledger.get())).with("skipped", skipped(ledger.get()));
        });
        var pointer = group.add(statement);
        return new Read(pointer, ledger.get());
    }

    private static Json settings(Ledger ledger) {
        return Json.object()
                .put("dateOrder", Json.orNull(ledger.dateOrder()))
                .put("format", ledger.format())
                .put("warnings", Json.strings(ledger.warnings()))
                .build();
    }

    private static Json skipped(Ledger ledger) {
        return Json.object()
                .put("count", ledger.skipped())
                .put("reasons", ledger.skippedReasons())
                .build();
    }

    private final class Sealing implements Sink {
        private final Rows.Sink rows;
        private final Watcher watcher;
        private long number;

        private Sealing(Rows.Sink rows, Watcher watcher) {
            this.rows = rows;
            this.watcher = watcher;
        }

        @Override
        public void read(Activity activity) throws IOException {
            rows.row(Records.row(activity, sealed));
            watcher.record(number++, activity);
        }

        @Override
        public void unread(Unread unread) {
            // the ledger counts it
        }
    }
}
