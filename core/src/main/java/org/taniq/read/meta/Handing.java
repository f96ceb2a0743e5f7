package org.taniq.read.meta;

import java.io.IOException;
import java.util.Set;
import org.taniq.base.Json;
import org.taniq.base.json.Span;
import org.taniq.read.record.Activity;
import org.taniq.read.record.Counted;
import org.taniq.read.record.ExportFiles;
import org.taniq.read.record.Sink;
import org.taniq.read.record.Spot;
import org.taniq.read.record.Tally;
import org.taniq.read.record.Unread;

/// Hands over what is read, and counts it.
final class Handing {
    private final Counted counted;
    private final ExportFiles files;
    private final Findings findings = new Findings();

    Handing(Sink sink, Tally tally, ExportFiles files) {
        this.counted = new Counted(sink, tally);
        this.files = files;
    }

    Saying.Around around(Conversation conversation) {
        return new Saying.Around(conversation, files);
    }

    Findings findings() {
        return findings;
    }

    void said(Json value, Saying.Where where) throws IOException {
        var records = Saying.of(value, where);
        if (records.isEmpty()) {
            counted.unread(new Unread(where.spot(), Unread.Reason.NO_MESSAGE));
        }
        for (var record : records) {
            read(record);
        }
    }

    /// What is said of a conversation, or by its owner of an album.
    void frame(Frame frame, Span span, Pointer pointer, Conversation conversation) throws IOException {
        var where = new Saying.Where(Spot.Lines.of(span), pointer, Set.of(), around(conversation));
        if (frame.isOfThread() || frame.leftOut() > 0) {
            read(Saying.frame(frame.value(), frame.leftOut(), where));
        } else {
            said(frame.value(), where);
        }
    }

    private void read(Activity activity) throws IOException {
        findings.read(activity);
        counted.read(activity);
    }

    /// Bytes were lost here.
    void lost(Span span) throws IOException {
        findings.lost();
        unread(span, Unread.Reason.HOLE);
    }

    void unread(Span span, Unread.Reason why) throws IOException {
        counted.unread(span, why);
    }
}
