package org.taniq.read.mapped;

import java.io.IOException;
import java.util.List;
import org.taniq.base.json.JsonWalk;
import org.taniq.read.record.JsonPass;
import org.taniq.read.record.LineReading;

/// Lines of JSON of which each is a record.
record MappedLines(Mapping mapping, Handed handed) implements LineReading.Format {
    @Override
    public void look(JsonWalk walk) throws IOException {
        walk.skip();
    }

    @Override
    public void read(JsonPass pass) throws IOException {
        var item = pass.item();
        if (!handed.item(pass, item, mapping.rules(), List.of())) {
            pass.none(item);
        }
    }
}
