package org.taniq.read.signal;

import java.io.IOException;
import org.taniq.base.Json;
import org.taniq.read.record.Handing;
import org.taniq.read.record.JsonPass;
import org.taniq.read.record.Twice;
import org.taniq.read.record.Unread;

/// A line that is read: whatever comes of it stands in the same place.
final class Line {
    private final JsonPass.Item item;
    private final Handing handing;
    private final boolean isTwice;

    /// @param value what it holds
    Line(JsonPass.Item item, Json value, Handing handing) {
        this.item = item;
        this.handing = handing;
        this.isTwice = Twice.says(value);
    }

    void hand(Entry entry) throws IOException {
        if (isTwice) {
            entry.draft().twice();
        }
        if (isTwice) {
            handing.twice();
        } else if (entry.isContradicting()) {
            handing.explained();
        }
        handing.read(entry.record(item));
    }

    void unread(Unread.Reason why) throws IOException {
        handing.unread(item.span(), why);
    }
}
