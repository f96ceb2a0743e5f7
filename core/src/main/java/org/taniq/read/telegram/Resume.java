package org.taniq.read.telegram;

import java.io.IOException;
import java.util.Optional;

/// Where an export can be read on behind a damaged place. Telegram Desktop writes each object and each member on a
/// line of its own, which begins with as many spaces as there are arrays and objects around it, and no string holds
/// an end of a line: nobody can type such a line into a message.
///
/// @param kind what begins there
/// @param at its first byte
/// @param line its line
record Resume(Kind kind, long at, long line) {
    /// What can be read on with.
    enum Kind {
        MESSAGE,
        END_OF_MESSAGES,
        CHAT,
        MESSAGES,
        SECTION
    }

    /// What of a line tells what it is.
    private static final int HEAD = 16;

    private static final int CHATS = 3;

    /// A line: how many spaces it begins with, and what follows them.
    private record Line(long at, long number, int spaces, String head) {
        boolean opens() {
            return head.equals("{");
        }

        boolean begins(String name) {
            return head.startsWith("\"" + name + "\":");
        }
    }

    /// Looks from the next line on; where nothing is found, all bytes were read.
    ///
    /// @param messages how many arrays and objects are around each message of the chat that is damaged; 0 for none
    static Optional<Resume> in(Rewind bytes, int messages) throws IOException {
        endOfLine(bytes);
        var before = new Line(0, 0, 0, "");
        for (var next = line(bytes); next.isPresent(); next = line(bytes)) {
            var found = of(before, next.get(), messages);
            if (found.isPresent()) {
                bytes.back(found.get().at());
                return found;
            }
            before = next.get();
            bytes.forget(before.at());
        }
        return Optional.empty();
    }

    private static Optional<Resume> of(Line before, Line line, int messages) {
        if (line.spaces() == 1 && (line.begins("chats") || line.begins("left_chats") || line.begins("messages"))) {
            return Optional.of(new Resume(Kind.SECTION, line.at(), line.number()));
        }
        if (line.spaces() == CHATS + 1 && line.begins("messages")) {
            return Optional.of(new Resume(Kind.MESSAGES, line.at(), line.number()));
        }
        if (messages > 0 && line.spaces() == messages - 1 && line.head().startsWith("]")) {
            return Optional.of(new Resume(Kind.END_OF_MESSAGES, line.at(), line.number()));
        }
        if (!before.opens()) {
            return Optional.empty();
        }
        if (messages > 0 && before.spaces() == messages && line.begins("id")) {
            return Optional.of(new Resume(Kind.MESSAGE, before.at(), before.number()));
        }
        boolean isChat = before.spaces() == CHATS && (line.begins("name") || line.begins("type"));
        return isChat ? Optional.of(new Resume(Kind.CHAT, before.at(), before.number())) : Optional.empty();
    }

    private static Optional<Line> line(Rewind bytes) throws IOException {
        long at = bytes.at();
        long number = bytes.line();
        int spaces = 0;
        int next = bytes.read();
        for (; next == ' '; next = bytes.read()) {
            spaces++;
        }
        var head = new StringBuilder();
        for (; next >= 0 && next != '\n'; next = bytes.read()) {
            if (head.length() < HEAD && next != '\r') {
                head.append((char) next);
            }
        }
        return next < 0 && bytes.at() == at
                ? Optional.empty()
                : Optional.of(new Line(at, number, spaces, head.toString()));
    }

    private static void endOfLine(Rewind bytes) throws IOException {
        int next = bytes.read();
        while (next >= 0 && next != '\n') {
            next = bytes.read();
        }
    }
}
