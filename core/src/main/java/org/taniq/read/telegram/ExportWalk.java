package org.taniq.read.telegram;

import java.io.IOException;
import java.util.Set;
import org.taniq.base.Json;
import org.taniq.base.json.JsonWalk;
import org.taniq.base.json.Rewind;
import org.taniq.base.json.Span;
import org.taniq.base.json.Stretch;
import org.taniq.read.record.Fields;
import org.taniq.read.record.Input;
import org.taniq.read.record.Mark;
import org.taniq.read.record.Place;
import org.taniq.read.record.Spot;
import org.taniq.read.record.Unread;

/// Goes through an export, or what follows damage in it: one chat, or the lists of an account.
final class ExportWalk {
    /// What says nothing but what the file is.
    private static final Set<String> FRAME = Set.of("about", "name", "type", "id");

    private final Stretch stretch;
    private final JsonWalk walk;
    private final Rewind bytes;
    private final Position position;
    private final Handing handing;

    ExportWalk(Stretch stretch, Rewind bytes, Position position, Handing handing) {
        this.stretch = stretch;
        this.walk = stretch.walk();
        this.bytes = bytes;
        this.position = position;
        this.handing = handing;
    }

    /// @return all of it
    Span read(Input.Beside beside) throws IOException {
        var start = walk.start();
        if (!walk.isObject()) {
            section();
            return walk.since(start);
        }
        walk.enter();
        while (walk.hasNext()) {
            switch (walk.name()) {
                case "chats" -> lists(Chat.Kind.OF_ACCOUNT, beside);
                case "left_chats" -> lists(Chat.Kind.LEFT, beside);
                default -> ofChat(position.alone(), beside);
            }
        }
        return walk.since(start);
    }

    private void lists(Chat.Kind kind, Input.Beside beside) throws IOException {
        if (!walk.isObject()) {
            section();
            return;
        }
        walk.enter();
        while (walk.hasNext()) {
            if (walk.name().equals("list") && walk.isArray()) {
                chats(kind, beside);
            } else {
                section();
            }
        }
    }

    private void chats(Chat.Kind kind, Input.Beside beside) throws IOException {
        walk.enter();
        while (walk.hasNext()) {
            if (walk.isObject()) {
                var chat = position.next(kind, handing.findings());
                begin();
                walk.enter();
                while (walk.hasNext()) {
                    ofChat(chat, beside);
                }
                position.leaveChat();
            } else {
                section();
            }
        }
    }

    private void ofChat(Chat chat, Input.Beside beside) throws IOException {
        switch (walk.name()) {
            case "name", "type", "id" -> head(chat);
            case "messages" -> messages(chat, beside);
            default -> section();
        }
    }

    private void head(Chat chat) throws IOException {
        if (walk.isObject() || walk.isArray()) {
            section();
            return;
        }
        String name = walk.name();
        var start = begin();
        boolean isFirst = chat.say(name, Fields.text(walk.value()));
        var span = done(start);
        if (!isFirst) {
            handing.findings().twice(span.first());
            handing.unread(span, Unread.Reason.SECTION);
        }
    }

    private void messages(Chat chat, Input.Beside beside) throws IOException {
        if (!walk.isArray()) {
            section();
            return;
        }
        begin();
        walk.enter();
        position.enterMessages(walk.depth());
        while (walk.hasNext()) {
            message(chat, beside);
        }
        position.leaveMessages();
    }

    private void message(Chat chat, Input.Beside beside) throws IOException {
        var start = begin();
        long replaced = stretch.replaced(start.at());
        String pointer = walk.pointer();
        var value = walk.value();
        var span = done(start);
        if (stretch.hasHole(span, replaced)) {
            chat.behindHole();
            handing.findings().lost();
            handing.unread(span, Unread.Reason.HOLE);
            return;
        }
        if (value.isPresent() && value.get() instanceof Json.Obj message && Message.is(message)) {
            var place = stretch.isWhole() ? Place.path(pointer) : Place.UNSTATED;
            var where = new Message.Where(Spot.Lines.of(span), place, marks(span, replaced));
            handing.read(Message.of(message, where, chat, beside));
            return;
        }
        chat.gaps().hole();
        handing.unread(span, value.isEmpty() ? Unread.Reason.TOO_LARGE : Unread.Reason.NO_MESSAGE);
    }

    private Set<Mark> marks(Span message, long replacedBefore) {
        return stretch.replaced(message.to()) > replacedBefore ? Set.of(Mark.NOT_TEXT) : Set.of();
    }

    private void section() throws IOException {
        boolean isList = walk.isObject() || walk.isArray();
        boolean isFrame = !isList && FRAME.contains(walk.name());
        String name = walk.name();
        var start = begin();
        walk.skip();
        var span = done(start);
        if (isList) {
            handing.findings().section(name, span.first());
        }
        if (!isFrame) {
            handing.unread(span, Unread.Reason.SECTION);
        }
    }

    private JsonWalk.Start begin() {
        var start = walk.start();
        position.begin(start);
        bytes.forget(start.at());
        return start;
    }

    private Span done(JsonWalk.Start start) {
        var span = walk.since(start);
        position.done(span);
        return span;
    }
}
