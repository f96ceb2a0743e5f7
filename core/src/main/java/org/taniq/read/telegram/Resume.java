package org.taniq.read.telegram;

import java.io.IOException;
import java.util.Optional;
import org.taniq.base.json.Rewind;

/// Where an export can be read on behind a damaged place. Telegram Desktop writes each object and each member on a
/// line of its own, which begins with as many spaces as there are arrays and objects around it, and no string holds
/// an end of a line: nobody can type such a line into a message.
///
/// @param kind what begins there
/// @param at its first byte
/// @param line its line
/// @param inSameChat whether nothing that was passed over can be the end of a chat
record Resume(Kind kind, long at, long line, boolean inSameChat) {
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
    private record Line(long at, long number, int spaces, String head, boolean isText) {
        boolean opens() {
            return head.equals("{");
        }

        boolean closes() {
            return head.equals("]") || head.equals("],");
        }

        boolean begins(String name) {
            return head.startsWith("\"" + name + "\":");
        }
    }

    /// Looks from the next line on; where nothing is found, all bytes were read.
    ///
    /// @param messages how many arrays and objects are around each message of the chat that is damaged; 0 for none
    static Optional<Resume> in(Rewind bytes, int messages) throws IOException {
        boolean isText = endOfLine(bytes);
        int least = Integer.MAX_VALUE;
        var before = new Line(0, 0, 0, "", true);
        for (var next = line(bytes); next.isPresent(); next = line(bytes)) {
            var found = of(before, next.get(), messages);
            if (found.isPresent()) {
                int passed = least;
                bytes.back(found.get().at());
                return isText ? found.map(each -> each.behind(passed, messages)) : found;
            }
            before = next.get();
            least = Math.min(least, before.spaces());
            isText &= before.isText();
            bytes.forget(before.at());
        }
        return Optional.empty();
    }

    /// @param least with how many spaces the lines began that were passed over, at least
    private Resume behind(int least, int messages) {
        boolean same = switch (kind) {
            case MESSAGE, END_OF_MESSAGES -> least >= messages;
            case MESSAGES -> least > CHATS;
            case CHAT, SECTION -> false;
        };
        return new Resume(kind, at, line, same);
    }

    private static Optional<Resume> of(Line before, Line line, int messages) {
        if (line.spaces() == 1 && (line.begins("chats") || line.begins("left_chats") || line.begins("messages"))) {
            return Optional.of(new Resume(Kind.SECTION, line.at(), line.number(), false));
        }
        if (line.spaces() == CHATS + 1 && line.begins("messages")) {
            return Optional.of(new Resume(Kind.MESSAGES, line.at(), line.number(), false));
        }
        if (messages > 0 && line.spaces() == messages - 1 && line.closes()) {
            return Optional.of(new Resume(Kind.END_OF_MESSAGES, line.at(), line.number(), false));
        }
        if (!before.opens()) {
            return Optional.empty();
        }
        if (messages > 0 && before.spaces() == messages && line.begins("id")) {
            return Optional.of(new Resume(Kind.MESSAGE, before.at(), before.number(), false));
        }
        boolean isChat = before.spaces() == CHATS && (line.begins("name") || line.begins("type"));
        return isChat ? Optional.of(new Resume(Kind.CHAT, before.at(), before.number(), false)) : Optional.empty();
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
        boolean isText = true;
        for (; next >= 0 && next != '\n'; next = bytes.read()) {
            isText &= next != 0;
            if (head.length() < HEAD && next != '\r') {
                head.append((char) next);
            }
        }
        return next < 0 && bytes.at() == at
                ? Optional.empty()
                : Optional.of(new Line(at, number, spaces, head.toString(), isText));
    }

    /// @return whether there is no zero byte in it: a block that a disk has lost may hold ends of lines
    private static boolean endOfLine(Rewind bytes) throws IOException {
        boolean isText = true;
        int next = bytes.read();
        while (next >= 0 && next != '\n') {
            isText &= next != 0;
            next = bytes.read();
        }
        return isText;
    }
}
