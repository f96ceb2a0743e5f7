package org.taniq.read.signal;

import java.io.IOException;
import org.taniq.base.Json;
import org.taniq.base.json.JsonWalk;
import org.taniq.read.record.Actor;
import org.taniq.read.record.Fields;
import org.taniq.read.record.Handing;
import org.taniq.read.record.JsonPass;
import org.taniq.read.record.LineReading;
import org.taniq.read.record.Unread;

/// The lines of an export, of which each holds one thing: somebody, a chat, a message.
record Frames(Source source, Handing handing) implements LineReading.Format {
    @Override
    public void look(JsonWalk walk) throws IOException {
        walk.skip();
    }

    @Override
    public void read(JsonPass pass) throws IOException {
        var item = pass.item();
        if (item.value().orElse(Json.NULL) instanceof Json.Obj line
                && !line.members().isEmpty()) {
            read(line, item);
        } else {
            pass.none(item);
        }
    }

    private void read(Json.Obj value, JsonPass.Item item) throws IOException {
        var line = new Line(item, value, handing);
        var fields = Fields.of(value);
        if (FirstLine.is(value)) {
            line.hand(new Listed(source).header(fields));
            return;
        }
        var frames = value.members().keySet().stream()
                .filter(name -> Known.MEMBERS.has("frames", name))
                .toList();
        if (frames.size() == 1) {
            frame(frames.getFirst(), fields, line);
        } else {
            unknown(fields, line);
        }
    }

    /// A line that holds something else beside says two things, and nobody is said to have written either.
    private void frame(String name, Fields fields, Line line) throws IOException {
        var inside = fields.value(name);
        if (fields.left().size() > 1 || !(inside instanceof Json.Obj)) {
            unknown(fields, line);
            return;
        }
        var within = Fields.of(inside);
        var listed = new Listed(source);
        switch (name) {
            case "chatItem" -> new Item(source, line).read(within);
            case "recipient" -> line.hand(listed.recipient(within));
            case "chat" -> line.hand(listed.chat(within));
            case "account" -> line.hand(listed.account(within));
            case "adHocCall" -> line.hand(listed.call(within));
            case "stickerPack" -> line.unread(Unread.Reason.SECTION);
            default -> line.hand(listed.other(name, within));
        }
    }

    /// Of a kind that is not known, or several in one.
    private void unknown(Fields fields, Line line) throws IOException {
        var entry = source.entry().notice(Actor.UNSTATED);
        entry.draft().detail("messageType", "unsupported");
        entry.rest(fields);
        source.findings().unsupported();
        line.hand(entry);
    }
}
