package org.taniq.read.meta;

import java.io.IOException;
import org.taniq.base.json.JsonWalk;
import org.taniq.base.json.Span;

/// What is said of a conversation, an album or a list besides what stands in it. Of a conversation that is a file it is
/// known beforehand and handed over once; of others it is handed over as it comes.
final class Head {
    private static final Span NONE = new Span(0, 0, 1, 1);

    private Frame frame;
    private Conversation conversation;
    private boolean isOpen;
    private Span span = NONE;

    private Head(Frame frame, Conversation conversation, boolean isOpen) {
        this.frame = frame;
        this.conversation = conversation;
        this.isOpen = isOpen;
    }

    /// @param frame what the file says of itself
    /// @param path where it lies in the archive
    static Head ofThread(Frame frame, String path) {
        return new Head(frame, Conversation.of(frame.value(), path), false);
    }

    /// Of what nothing is known yet.
    static Head ofNothing() {
        return new Head(new Frame(), Conversation.UNSTATED, true);
    }

    Conversation conversation() {
        return conversation;
    }

    /// Takes the next member, or goes over it where it is known.
    void add(JsonWalk walk) throws IOException {
        var start = walk.start();
        if (isOpen) {
            frame.add(walk);
        } else {
            walk.skip();
        }
        var more = walk.since(start);
        span = span.equals(NONE) ? more : new Span(span.from(), more.to(), span.first(), more.last());
    }

    /// Behind a hole, in which the conversation may have ended and another one begun.
    void behindHole() {
        conversation = isOpen ? Conversation.UNSTATED : conversation;
    }

    /// Hands over what was not.
    void say(Handing handing, Pointer pointer) throws IOException {
        if (frame.isEmpty() || span.equals(NONE)) {
            return;
        }
        if (isOpen && frame.isOfThread()) {
            conversation = Conversation.of(frame.value(), "");
        }
        handing.frame(frame, span, pointer, conversation);
        frame = new Frame();
        span = NONE;
    }
}
