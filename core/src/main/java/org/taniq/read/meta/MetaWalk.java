package org.taniq.read.meta;

import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import org.taniq.base.Json;
import org.taniq.base.Text;
import org.taniq.base.json.JsonWalk;
import org.taniq.base.json.Span;
import org.taniq.base.json.Stretch;
import org.taniq.read.record.Mark;
import org.taniq.read.record.Spot;
import org.taniq.read.record.Unread;

/// Goes through the lists of a file, or through what follows damage in it: each message, post, comment or picture is
/// handed over as it comes, and so is what the file says of the conversation or album around them.
final class MetaWalk {
    /// Lists that are a part of one post or message; an object that begins with another one holds posts.
    private static final Set<String> OF_ONE = Set.of(
            "attachments",
            "data",
            "media",
            "media_list_data",
            "string_list_data",
            "label_values",
            "tags",
            "likes",
            "reactions");

    /// Arrays and objects around posts: what is deeper is read as a post.
    private static final int MOST_AROUND = 32;

    private static final String MESSAGES = "messages";
    /// Until 2020.
    private static final String CONVERSATION = "conversation";

    private static final String PARTICIPANTS = "participants";

    private final Stretch stretch;
    private final JsonWalk walk;
    private final Position position;
    private final Handing handing;

    MetaWalk(Stretch stretch, Position position, Handing handing) {
        this.stretch = stretch;
        this.walk = stretch.walk();
        this.position = position;
        this.handing = handing;
    }

    /// Whether the object that was entered, and whose first member is next, holds posts rather than being one.
    static boolean isHolder(JsonWalk walk) {
        return walk.depth() < MOST_AROUND && walk.isArray() && !OF_ONE.contains(walk.name());
    }

    /// Whether a list of this name holds the messages of one conversation.
    static boolean isOfMessages(String name) {
        return name.equals(MESSAGES) || name.equals(CONVERSATION);
    }

    /// @param head what the file says of itself
    /// @return all of it
    Span read(Shape shape, Head head) throws IOException {
        var start = walk.start();
        if (walk.isArray()) {
            list(Pointer.ROOT, head);
        } else if (!walk.isObject() || shape == Shape.ONE) {
            whole(Pointer.ROOT, head);
        } else {
            root(shape, head);
        }
        return walk.since(start);
    }

    private void root(Shape shape, Head head) throws IOException {
        var level = level(Pointer.ROOT, head);
        walk.enter();
        while (walk.hasNext()) {
            if (shape.isThread()) {
                ofThread(level);
            } else {
                member(level);
            }
        }
        level.head().say(handing, Pointer.ROOT);
    }

    /// Goes into the array or object that is next.
    private Level level(Pointer pointer, Head head) {
        if (position.goesOn(walk)) {
            return position.same();
        }
        position.begin(walk.start().at(), walk);
        return position.into(walk.depth(), new Level(name(), walk.isArray(), pointer, head));
    }

    private String name() {
        return Text.whole(walk.name());
    }

    private void ofThread(Level level) throws IOException {
        var pointer = level.next(name());
        if (Shape.isFrame(walk)) {
            frame(level.head());
            level.head().say(handing, Pointer.ROOT);
        } else if (walk.isArray()) {
            list(pointer, level.head());
        } else {
            whole(pointer, level.head());
        }
    }

    private void frame(Head head) throws IOException {
        position.begin(walk.start().at(), walk);
        head.add(walk);
    }

    private void member(Level level) throws IOException {
        var pointer = level.next(name());
        if (walk.isArray() && !walk.name().equals(PARTICIPANTS)) {
            level.head().say(handing, level.pointer());
            list(pointer, level.head());
        } else if (walk.isObject()) {
            level.head().say(handing, level.pointer());
            value(pointer, level.head());
        } else {
            frame(level.head());
        }
    }

    private void list(Pointer pointer, Head head) throws IOException {
        var level = level(pointer, head);
        walk.enter();
        while (walk.hasNext()) {
            item(level);
        }
    }

    private void item(Level list) throws IOException {
        var next = list.next("");
        if (walk.isArray()) {
            array(list, next);
        } else if (isOfMessages(list.name()) || !walk.isObject()) {
            whole(next, list.head());
        } else {
            value(next, list.head());
        }
    }

    /// In a list: a comment as it was written until 2020, or a list that is none but by damage.
    private void array(Level list, Pointer pointer) throws IOException {
        if (position.goesOn(walk)) {
            list(pointer, list.head());
            return;
        }
        if (walk.depth() >= MOST_AROUND) {
            whole(pointer, list.head());
            return;
        }
        var start = begin();
        int depth = walk.depth();
        walk.enter();
        if (!walk.hasNext()) {
            handing.unread(done(start), Unread.Reason.NO_MESSAGE);
        } else if (walk.isObject() || walk.isArray()) {
            var level = position.into(depth, new Level(list.name(), true, pointer, list.head()));
            do {
                item(level);
            } while (walk.hasNext());
        } else {
            said(Entered.items(walk), new At(start, pointer, list.head()));
        }
    }

    /// An object: a post, or one that holds some.
    private void value(Pointer pointer, Head head) throws IOException {
        if (position.goesOn(walk)) {
            var same = position.same();
            walk.enter();
            holder(same);
            return;
        }
        var start = begin();
        String name = name();
        int depth = walk.depth();
        walk.enter();
        if (!walk.hasNext()) {
            handing.unread(done(start), Unread.Reason.NO_MESSAGE);
        } else if (isHolder(walk)) {
            var level = position.into(depth, new Level(name, false, pointer, Head.ofNothing()));
            members(level);
        } else {
            said(Entered.rest(walk), new At(start, pointer, head));
        }
    }

    private void holder(Level level) throws IOException {
        if (walk.hasNext()) {
            members(level);
        }
    }

    private void members(Level level) throws IOException {
        do {
            member(level);
        } while (walk.hasNext());
        level.head().say(handing, level.pointer());
    }

    /// Where a value begins, and in what it stands.
    private record At(Start start, Pointer pointer, Head head) {}

    /// @param replaced how many bytes before it were no text
    private record Start(JsonWalk.Start start, long replaced) {}

    private void whole(Pointer pointer, Head head) throws IOException {
        var start = begin();
        said(walk.value(), new At(start, pointer, head));
    }

    private Start begin() {
        var start = walk.start();
        position.begin(start.at(), walk);
        stretch.forget(start.at());
        return new Start(start, stretch.replaced(start.at()));
    }

    private Span done(Start start) {
        var span = walk.since(start.start());
        position.done(span.to());
        return span;
    }

    private void said(Optional<Json> value, At at) throws IOException {
        var span = done(at.start());
        if (value.isEmpty()) {
            handing.unread(span, Unread.Reason.TOO_LARGE);
            return;
        }
        long replaced = stretch.replaced(span.to()) - at.start().replaced();
        if (stretch.hasHole(span, at.start().replaced())) {
            at.head().behindHole();
            handing.lost(span);
            return;
        }
        handing.said(
                value.get(),
                new Saying.Where(
                        Spot.Lines.of(span),
                        at.pointer(),
                        replaced == 0 ? Set.of() : Set.of(Mark.NOT_TEXT),
                        handing.around(at.head().conversation())));
    }
}
