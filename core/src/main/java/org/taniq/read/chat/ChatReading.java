package org.taniq.read.chat;

import java.io.IOException;
import java.time.LocalDateTime;
import org.taniq.base.When;
import org.taniq.read.record.Activity;
import org.taniq.read.record.Input;
import org.taniq.read.record.Ledger;
import org.taniq.read.record.Mark;
import org.taniq.read.record.Sink;
import org.taniq.read.record.Spot;
import org.taniq.read.record.Tally;
import org.taniq.read.record.Unread;

/// The second look over a chat: every line becomes part of a record or is reported as unread.
final class ChatReading {
    private final ChatSurvey survey;
    private final ChatClock clock;
    private final ChatStamp stamp;
    private final Tally tally;
    private final Sink sink;
    private final ChatNote note;
    private boolean noteOpen;
    private LocalDateTime before = LocalDateTime.MIN;

    ChatReading(Input input, ChatSurvey survey, Sink sink) {
        this.survey = survey;
        this.clock = new ChatClock(survey);
        ChatWords words = ChatWords.all();
        this.stamp = new ChatStamp(words.clock());
        this.tally = new Tally(input.name());
        this.sink = sink;
        this.note = new ChatNote(words, input.beside(), survey);
    }

    Ledger run(ChatLines lines) throws IOException {
        while (lines.next()) {
            line(lines);
        }
        finishNote();
        return ChatLedger.of(tally, survey, clock, lines);
    }

    private void line(ChatLines lines) throws IOException {
        if (stamp.scan(lines.bytes(), lines.from(), lines.to())) {
            if (isHeader(lines)) {
                begin(lines);
                return;
            }
            note.mark(Mark.LOOKALIKE);
            tally.lookalike();
        }
        if (noteOpen) {
            note.append(lines);
        } else {
            skip(lines);
        }
    }

    /// In an export whose records end with CR LF, a header after a bare LF is text that somebody typed.
    private boolean isHeader(ChatLines lines) {
        return !noteOpen || !survey.crLfEndsRecords() || lines.followsCrLf();
    }

    private void begin(ChatLines lines) throws IOException {
        When when = clock.read(stamp);
        healIfOutlier(when);
        finishNote();
        note.begin(lines, stamp, when, nameEnd(lines));
        noteOpen = true;
        markHeader(lines, when);
    }

    private void markHeader(ChatLines lines, When when) {
        if (clock.ambiguous()) {
            note.mark(Mark.AMBIGUOUS_DATE);
        }
        boolean foreign = survey.isRare(stamp.shape()) || clock.againstItsShape();
        boolean wrongLineEnd = survey.crLf() && !lines.followsCrLf() && lines.number() > 1;
        if (foreign) {
            note.mark(Mark.OTHER_SHAPE);
        }
        if (foreign || wrongLineEnd) {
            lookalike();
        }
        if (when instanceof When.Local local) {
            boolean backwards = local.dateTime().isBefore(before);
            if (backwards) {
                note.mark(Mark.TIME_BACKWARDS);
                tally.backwards();
            }
            if (backwards && !foreign && !wrongLineEnd && isStranger()) {
                lookalike();
            }
            before = local.dateTime();
        }
    }

    /// The record before is later than this one, and its sender writes nowhere else: its header may be
    /// typed.
    private void healIfOutlier(When next) {
        if (noteOpen && next instanceof When.Local local && note.isAfter(local.dateTime()) && isStranger()) {
            lookalike();
        }
    }

    private boolean isStranger() {
        return survey.headers() >= 5 && note.headersOfSender() == 1;
    }

    private void lookalike() {
        if (note.marked(Mark.LOOKALIKE)) {
            return;
        }
        note.mark(Mark.LOOKALIKE);
        tally.lookalike();
    }

    private int nameEnd(ChatLines lines) {
        int rest = Math.min(stamp.rest(), lines.to());
        int end = Names.end(lines.bytes(), rest, lines.to());
        if (end < 0) {
            return shortNameEnd(lines, rest);
        }
        return end + survey.names().of(lines.bytes(), rest, end).more();
    }

    /// A colon without a space after it ends a name only if that name writes elsewhere in the file.
    private int shortNameEnd(ChatLines lines, int rest) {
        byte[] bytes = lines.bytes();
        for (int i = rest + 1; i < Math.min(lines.to(), rest + Names.LONGEST); i++) {
            if (bytes[i] == ':') {
                return survey.names().has(bytes, rest, i) ? i : rest;
            }
        }
        return rest;
    }

    private void skip(ChatLines lines) throws IOException {
        var reason = isBlank(lines) ? Unread.Reason.BLANK : Unread.Reason.NO_HEADER;
        tally.skip(reason);
        sink.unread(new Unread(new Spot.Lines(lines.start(), lines.end(), lines.number(), lines.number()), reason));
    }

    private static boolean isBlank(ChatLines lines) {
        for (int i = lines.from(); i < lines.to(); i++) {
            if (lines.bytes()[i] != ' ' && lines.bytes()[i] != '\t') {
                return false;
            }
        }
        return true;
    }

    private void finishNote() throws IOException {
        if (!noteOpen) {
            return;
        }
        Activity activity = note.activity();
        tally.count(activity);
        sink.read(activity);
        noteOpen = false;
    }
}
