package org.taniq.read.meta;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.taniq.base.json.Rewind;

/// Where a file can be read on behind a damaged place: at the next line that begins as one in something that is around
/// that place and that no line between has left.
///
/// @param at its first byte
/// @param line its line
/// @param levels how many arrays and objects are around it that were around the damaged place
/// @param lost what is around it as well, and whose beginning was lost
/// @param inSame whether nothing that was passed over can be the end of what is around it
record Resume(long at, long line, int levels, Lost lost, boolean inSame) {
    /// What can be read on in although its beginning was lost.
    enum Lost {
        NOTHING,
        /// The list of the one conversation that the file is.
        MESSAGES,
        /// A list whose name was lost, too.
        LIST,
        /// A conversation among others.
        CONVERSATION
    }

    /// With what a message in a conversation begins.
    private static final List<String> OF_MESSAGES =
            List.of("\"sender_name\"", "\"senderName\"", "\"isUnsent\"", "\"timestamp");

    /// With what the messages of one of several conversations begin.
    private static final List<String> OF_CONVERSATIONS = List.of("\"conversation\":", "\"messages\":");

    private static final Set<String> STRUCTURE = Set.of("{", "[", "}", "]", "},", "],");

    /// What of a line tells what it is.
    private static final int HEAD = 16;

    /// A line: how many spaces it begins with, and what follows them.
    private record Line(long at, long number, int spaces, String head, boolean isText) {
        /// Whether it is as Meta writes what begins or ends an array or object, or a member: another line says nothing
        /// of what is around it.
        boolean isStructure() {
            return isMember() || STRUCTURE.contains(head);
        }

        boolean opens() {
            return head.equals("{");
        }

        boolean begins(boolean inArray) {
            return inArray
                    ? opens() || head.equals("[") || head.startsWith("{\"") || head.startsWith("[\"")
                    : isMember();
        }

        private boolean isMember() {
            return head.length() > 1 && head.charAt(0) == '"' && !Indents.isSpace(head.charAt(1));
        }
    }

    /// Looks from the next line on; where nothing is found, all bytes were read.
    static Optional<Resume> in(Rewind bytes, Position position, Shape shape) throws IOException {
        boolean isText = endOfLine(bytes);
        var around = new Around(position, shape);
        var before = new Line(0, 1, 0, "", true);
        for (var next = line(bytes); next.isPresent(); next = line(bytes)) {
            var line = next.get();
            var found = around.find(before, line, isText);
            if (found.isPresent()) {
                bytes.back(found.get().at());
                return found;
            }
            around.pass(line);
            isText &= line.isText();
            bytes.forget(before.at());
            before = line;
        }
        return Optional.empty();
    }

    /// What was around the damaged place, and is open yet.
    private static final class Around {
        private final Position position;
        private final Shape shape;
        private int open;

        private Around(Position position, Shape shape) {
            this.position = position;
            this.shape = shape;
            this.open = position.depth();
        }

        private void pass(Line line) {
            if (line.isStructure() && levels(line) >= 0) {
                open = Math.min(open, levels(line));
            }
        }

        private int levels(Line line) {
            return position.indents().levels(line.spaces());
        }

        private Optional<Resume> find(Line before, Line line, boolean isText) {
            int levels = levels(line);
            if (levels > 0 && levels <= open && line.begins(position.isArray(levels - 1))) {
                return Optional.of(new Resume(line.at(), line.number(), levels, Lost.NOTHING, isText));
            }
            if (open > 0 && shape.isThread() && isMessage(before, line)) {
                return Optional.of(new Resume(before.at(), before.number(), 1, Lost.MESSAGES, isText));
            }
            var lost = shape == Shape.LISTS && open > 0 && levels == open + 1 ? lost(line) : Lost.NOTHING;
            return lost == Lost.NOTHING
                    ? Optional.empty()
                    : Optional.of(new Resume(line.at(), line.number(), open, lost, isText));
        }

        private Lost lost(Line line) {
            if (position.isArray(open - 1)) {
                return OF_CONVERSATIONS.stream().anyMatch(line.head()::startsWith) ? Lost.CONVERSATION : Lost.NOTHING;
            }
            return line.opens() && open == position.depth() ? Lost.LIST : Lost.NOTHING;
        }

        private boolean isMessage(Line before, Line line) {
            return before.opens()
                    && levels(before) == 2
                    && levels(line) == 3
                    && OF_MESSAGES.stream().anyMatch(line.head()::startsWith);
        }
    }

    private static Optional<Line> line(Rewind bytes) throws IOException {
        long at = bytes.at();
        long number = bytes.line();
        int spaces = 0;
        int next = bytes.read();
        for (; Indents.isSpace(next); next = bytes.read()) {
            spaces++;
        }
        var head = new StringBuilder();
        boolean isText = true;
        for (; next >= 0 && next != '\n'; next = bytes.read()) {
            isText &= isText(next);
            if (head.length() < HEAD && next != '\r') {
                head.append((char) next);
            }
        }
        return next < 0 && bytes.at() == at
                ? Optional.empty()
                : Optional.of(new Line(at, number, spaces, head.toString(), isText));
    }

    /// @return whether it is text
    private static boolean endOfLine(Rewind bytes) throws IOException {
        boolean isText = true;
        int next = bytes.read();
        while (next >= 0 && next != '\n') {
            isText &= isText(next);
            next = bytes.read();
        }
        return isText;
    }

    /// Meta writes letters in ASCII. In what a disk has lost or mixed up there may be ends of lines that are gone.
    private static boolean isText(int letter) {
        return letter >= ' ' && letter < 0x7F || letter == '\t' || letter == '\r';
    }
}
