package org.taniq.read.telegram;

import org.taniq.base.json.JsonWalk;
import org.taniq.base.json.Span;

/// How far an export was read, and in which chat.
final class Position {
    /// Arrays and objects around the messages of a chat that was exported by itself.
    private static final int ALONE = 2;
    /// Those around the messages of a chat of an account.
    private static final int IN_ACCOUNT = 5;

    private Chat alone = new Chat(Chat.Kind.ALONE);
    private Chat current = alone;
    private boolean goesOn;
    private boolean isInChat;
    private boolean hasMessages;
    private int around;
    private At begun = new At(0, 1);
    private At done = begun;

    /// A place and the line in which it stands.
    record At(long at, long line) {}

    /// The chat that the file itself is, where it is one.
    Chat alone() {
        return alone;
    }

    /// The chat that was entered last.
    Chat current() {
        return current;
    }

    /// The next chat of an account: the one before, where its messages go on behind damage.
    Chat next(Chat.Kind kind, Findings findings) {
        if (!goesOn) {
            leave(findings);
            current = new Chat(kind);
        }
        goesOn = false;
        isInChat = true;
        return current;
    }

    void leaveChat() {
        isInChat = false;
    }

    private void leave(Findings findings) {
        if (current != alone) {
            findings.endOf(current);
        }
    }

    void end(Findings findings) {
        leave(findings);
        findings.endOf(alone);
    }

    /// What was put before a place behind damage stands nowhere.
    void begin(JsonWalk.Start start) {
        begun = start.at() < begun.at() ? begun : new At(start.at(), start.line());
    }

    void done(Span span) {
        done = end(span);
    }

    static At end(Span span) {
        return new At(span.to(), span.last());
    }

    void enterMessages(int depth) {
        around = depth;
        hasMessages |= depth == ALONE;
    }

    /// A chat alone has nothing behind its messages, so that what is there are messages.
    void leaveMessages() {
        around = around == ALONE ? ALONE : 0;
    }

    /// A second export stands behind the first one.
    private void another(Findings findings) {
        leave(findings);
        findings.endOf(alone);
        alone = new Chat(Chat.Kind.ALONE);
        current = alone;
        hasMessages = false;
    }

    /// How many arrays and objects are around the messages that are read, or would be here; 0 where none are.
    int around() {
        if (around > 0) {
            return around;
        }
        if (isInChat) {
            return IN_ACCOUNT;
        }
        return alone.type().isEmpty() ? 0 : ALONE;
    }

    /// Where damage begins that comes up now.
    At damage() {
        return begun.at() > done.at() ? begun : done;
    }

    /// Goes on at a place behind damage.
    ///
    /// @return what is around it
    String goOn(Resume place, Findings findings) {
        current.gaps().hole();
        begun = new At(place.at(), place.line());
        boolean isAlone = around() == ALONE;
        goesOn = !isAlone
                && isInChat
                && switch (place.kind()) {
                    case MESSAGE, END_OF_MESSAGES, MESSAGES -> place.inSameChat();
                    case CHAT, SECTION -> false;
                };
        if (place.kind() == Resume.Kind.SECTION && hasMessages) {
            another(findings);
        }
        String chats = current.kind() == Chat.Kind.LEFT ? "{\"left_chats\":{\"list\":[" : "{\"chats\":{\"list\":[";
        return switch (place.kind()) {
            case MESSAGE, END_OF_MESSAGES -> isAlone ? "{\"messages\":[" : chats + "{\"messages\":[";
            case CHAT -> chats;
            case MESSAGES -> chats + "{";
            case SECTION -> "{";
        };
    }
}
