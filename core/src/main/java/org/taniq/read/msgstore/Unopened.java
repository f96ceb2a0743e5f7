package org.taniq.read.msgstore;

import java.io.IOException;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import org.taniq.base.Digest;
import org.taniq.base.Said;
import org.taniq.base.When;
import org.taniq.read.record.Activity;
import org.taniq.read.record.Actor;
import org.taniq.read.record.Input;
import org.taniq.read.record.Ledger;
import org.taniq.read.record.Sink;
import org.taniq.read.record.Spot;
import org.taniq.read.record.Tally;
import org.taniq.read.record.Thing;
import org.taniq.read.record.Unread;
import org.taniq.read.record.Verb;

/// A file that is known and cannot be read: one record, as of any file, so that it is found by its name, and the
/// reason.
///
/// @param type its media type
/// @param reason why nothing of it was read
/// @param why the same, and what to do
record Unopened(String type, Unread.Reason reason, Said why) {

    Ledger read(Input input, Sink sink) throws IOException {
        var digest = Digest.sha256();
        long size;
        try (var in = new DigestInputStream(input.bytes().open(), digest)) {
            size = in.transferTo(OutputStream.nullOutputStream());
        }
        var media = new Thing.Media(
                input.name(), type, size, HexFormat.of().formatHex(digest.digest()), new LinkedHashMap<>());
        var activity = Activity.of(
                Verb.CREATE,
                Actor.UNSTATED,
                new When.Unknown("", "the file itself states no time that is read"),
                media,
                Set.of(),
                new Spot.Whole(size));
        var tally = new Tally(input.name());
        tally.count(activity);
        sink.read(activity);
        tally.skip(reason);
        sink.unread(new Unread(new Spot.Whole(size), reason));
        return tally.ledger(type, "", List.of(why));
    }
}
