package org.taniq.read.meta;

import java.io.IOException;
import org.taniq.base.Json;
import org.taniq.base.Said;
import org.taniq.base.Text;
import org.taniq.base.json.JsonWalk;
import org.taniq.base.json.Rewind;
import org.taniq.base.json.Span;
import org.taniq.base.json.Stretch;
import org.taniq.read.record.Input;
import org.taniq.read.record.Unread;

/// What a file says of a conversation or album besides what stands in it: its title, who takes part.
final class Frame {
    /// Characters kept of it.
    private static final long MOST = 4 << 20;

    private final AllMembers members = new AllMembers();
    private long characters;
    private long leftOut;

    /// Of a conversation. Much of it stands behind the messages, so the file is gone through once for it alone.
    static Frame ofThread(Input input, Shape shape) throws IOException {
        var frame = new Frame();
        try (var in = input.bytes().open()) {
            Going.through(new Rewind(in), shape, frame.new OfThread());
        }
        return frame;
    }

    private final class OfThread implements Going.Pass {
        @Override
        public Span read(Stretch stretch, Position position) throws IOException {
            var walk = stretch.walk();
            var start = walk.start();
            if (walk.isObject()) {
                if (position.goesOn(walk)) {
                    position.same();
                } else {
                    position.into(0, new Level("", false, Pointer.ROOT, Head.ofNothing()));
                }
                walk.enter();
                members(stretch, position);
            } else {
                walk.skip();
            }
            return walk.since(start);
        }

        private void members(Stretch stretch, Position position) throws IOException {
            var walk = stretch.walk();
            while (walk.hasNext()) {
                boolean goesOn = position.goesOn(walk);
                if (goesOn) {
                    position.same();
                } else {
                    position.begin(walk.start().at(), walk);
                }
                if (Shape.isFrame(walk)) {
                    add(walk);
                } else if (walk.isArray()) {
                    if (!goesOn) {
                        position.into(
                                walk.depth(), new Level(Text.whole(walk.name()), true, Pointer.ROOT, Head.ofNothing()));
                    }
                    messages(stretch, position);
                } else {
                    walk.skip();
                }
            }
        }

        /// Passed over one by one, so that it is known where one is damaged.
        private void messages(Stretch stretch, Position position) throws IOException {
            var walk = stretch.walk();
            walk.enter();
            while (walk.hasNext()) {
                var start = walk.start();
                position.begin(start.at(), walk);
                stretch.forget(start.at());
                walk.skip();
                position.done(walk.since(start).to());
            }
        }

        /// The reading itself says so.
        @Override
        public void damage(Span where, Unread.Reason why, Said said) {}
    }

    /// Takes the next member.
    void add(JsonWalk walk) throws IOException {
        String name = walk.name();
        var value = walk.value();
        characters += name.length() + value.map(Members::size).orElse(0L);
        if (value.isEmpty() || characters > MOST) {
            leftOut++;
            return;
        }
        members.put(name, value.get());
    }

    boolean isEmpty() {
        return members.value().members().isEmpty() && leftOut == 0;
    }

    boolean isOfThread() {
        return members.value().members().containsKey("participants");
    }

    Json.Obj value() {
        return members.value();
    }

    /// How many members are not in it, because they are too long.
    long leftOut() {
        return leftOut;
    }
}
