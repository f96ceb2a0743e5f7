package org.taniq.read.signal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.taniq.base.Json;
import org.taniq.base.json.JsonWalk;
import org.taniq.read.record.Fields;
import org.taniq.read.record.JsonPass;
import org.taniq.read.record.LineReading;

/// Goes through all lines for who is in the export, before any message is read: whoever made the file may have put them
/// anywhere.
final class FirstLook implements LineReading.Format {
    private static final List<String> WANTED = List.of("recipient", "chat", "account");

    private final Directory directory;
    private final List<String> names = new ArrayList<>();

    FirstLook(Directory directory) {
        this.directory = directory;
    }

    @Override
    public void look(JsonWalk walk) throws IOException {
        names.clear();
        if (!walk.isObject()) {
            walk.skip();
            return;
        }
        walk.enter();
        while (walk.hasNext()) {
            if (names.size() < 2) {
                names.add(walk.name());
            }
            walk.skip();
        }
    }

    /// A line that says more than one thing says nothing of anybody.
    @Override
    public void read(JsonPass pass) throws IOException {
        if (names.size() == 1 && WANTED.contains(names.getFirst())) {
            pass.item().value().ifPresent(this::add);
        }
    }

    private void add(Json line) {
        String name = names.getFirst();
        var value = Fields.of(line).value(name);
        switch (name) {
            case "recipient" -> directory.recipient(value);
            case "chat" -> directory.chat(value);
            default -> directory.account(value);
        }
    }
}
