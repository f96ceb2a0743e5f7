package org.taniq.read.msgstore;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.taniq.NotRun;
import org.taniq.base.Bytes;
import org.taniq.base.Json;
import org.taniq.read.Kept;
import org.taniq.read.Reading;
import org.taniq.read.record.Activity;
import org.taniq.read.record.Actor;
import org.taniq.read.record.Detail;
import org.taniq.read.record.Ledger;

/// A database that SQLite made of statements, and what is read of it. All people are invented.
record Made(Path file, Kept kept, Ledger ledger) {
    private static final Path PROGRAM = Path.of("/usr/bin/sqlite3");

    static void unlessMissing(String what) {
        NotRun.unless(Files.isExecutable(PROGRAM), what, "no sqlite3 here: apt-get install sqlite3");
    }

    /// @param folder an empty one
    static Path database(Path folder, String sql) throws IOException, InterruptedException {
        unlessMissing("read.msgstore");
        var script = Files.writeString(folder.resolve("script.sql"), sql);
        var file = folder.resolve("msgstore.db");
        var process = new ProcessBuilder(PROGRAM.toString(), "-batch", "-bail", file.toString())
                .redirectInput(script.toFile())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        if (process.waitFor() != 0) {
            throw new IOException("sqlite3 does not take " + sql);
        }
        return file;
    }

    static Made of(Path folder, String sql) throws IOException, InterruptedException {
        return read(database(folder, sql));
    }

    static Made read(Path file) throws IOException {
        var kept = new Kept();
        var reading = Reading.of(file.getFileName().toString(), Bytes.of(file), _ -> kept);
        return new Made(file, kept, reading.ledger());
    }

    List<Activity> records() {
        return kept.records;
    }

    /// The record of a row of a table.
    Activity row(String table, long row) {
        return records().stream()
                .filter(record -> record.place().equals(org.taniq.read.record.Place.row(table, row)))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no record of " + table + " " + row));
    }

    List<String> texts() {
        return records().stream().map(record -> record.object().text()).toList();
    }

    List<String> actors() {
        return records().stream().map(record -> name(record.actor())).toList();
    }

    private static String name(Actor actor) {
        return actor.id().isEmpty() ? actor.name() : actor.id();
    }

    static Map<String, Json> details(Activity record) {
        return record.details().stream().collect(Collectors.toMap(Detail::name, Detail::value, (a, _) -> a));
    }

    static String detail(Activity record, String name) {
        return Optional.ofNullable(details(record).get(name)).map(Json::inOrder).orElse("");
    }

    List<String> skipped() {
        return kept.unread.stream().map(each -> each.why().word()).toList();
    }

    boolean warns(String part) {
        return ledger.warningsInEnglish().stream().anyMatch(warning -> warning.contains(part));
    }
}
