package org.taniq.read;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.taniq.base.Bytes;
import org.taniq.read.record.Activity;
import org.taniq.read.record.Input;
import org.taniq.read.record.Sink;
import org.taniq.read.record.Unread;

/// Other programs go by the names that ledgers give to formats: each of them is documented.
final class FormatNamesTest {
    private static final Set<String> WITHOUT_SAMPLES = Set.of("wacz", "whole-file");

    @Test
    void eachFormatThatALedgerNamesIsInTheDocs() throws IOException {
        var documented = Files.readString(Path.of("..", "docs", "formats.md"));
        var missing = new TreeSet<String>();
        for (var parser : FuzzedParser.all()) {
            String format = FuzzedParser.format(parser);
            if (WITHOUT_SAMPLES.contains(format)) {
                continue;
            }
            for (var sample : CrashTest.samples(format)) {
                var input = Input.alone(FuzzedParser.name(format), Bytes.of(sample)::open);
                if (parser.knows(input)) {
                    missing.add(parser.read(input, new Nowhere()).format());
                }
            }
        }
        missing.removeIf(
                name -> name.contains("/") && !name.matches("(warc|arc)/.*") || documented.contains("`" + name + "`"));
        assertEquals(Set.of(), missing);
    }

    private static final class Nowhere implements Sink {
        @Override
        public void read(Activity activity) {}

        @Override
        public void unread(Unread unread) {}
    }
}
