package org.taniq.read.signal;

import java.util.List;
import java.util.Locale;
import org.taniq.base.Json;
import org.taniq.read.record.Fields;

/// How a message went: when it arrived, who got it, how long it stays, and whether it was pinned.
record Sending(Entry entry) {
    private static final List<String> STATES =
            List.of("pending", "sent", "delivered", "read", "viewed", "skipped", "failed");

    void of(Fields fields) {
        incoming(Entry.inside(fields, "incoming"));
        if (fields.has("outgoing")) {
            entry.draft().detail("fromMe", Json.of(true));
            outgoing(Entry.inside(fields, "outgoing"));
        }
        if (fields.value("sms").equals(Json.of(true))) {
            entry.yes("sms", fields.take("sms").orElse(Json.NULL));
        }
        entry.time("timerStarted", fields.text("expireStartDate"));
        Listed.seconds(entry, fields.text("expiresInMs"));
        pinned(Entry.inside(fields, "pinDetails"));
    }

    private void incoming(Fields incoming) {
        entry.time("received", incoming.text("dateReceived"));
        entry.time("receivedByServer", incoming.text("dateServerSent"));
        if (incoming.value("read").equals(Json.of(true))) {
            entry.yes("read", incoming.take("read").orElse(Json.NULL));
        }
        entry.rest(incoming);
    }

    private void outgoing(Fields outgoing) {
        entry.time("received", outgoing.text("dateReceived"));
        entry.each(outgoing, "sendStatus", this::status);
        entry.rest(outgoing);
    }

    /// What became of it with one of those to whom it went.
    private void status(Fields status) {
        var all = Json.object().put("to", Directory.said(entry.directory().actor(LocalId.take(status, "recipientId"))));
        STATES.stream()
                .filter(state -> status.value(state) instanceof Json.Obj)
                .findFirst()
                .ifPresent(state -> state(state, Entry.inside(status, state), all));
        String time = Moment.text(status.text("timestamp"));
        if (!time.isEmpty()) {
            all.put("time", time);
        }
        entry.draft().detail("sendStatus", all.build());
        entry.rest(status);
    }

    private void state(String state, Fields inside, Json.Builder all) {
        all.put("status", state);
        String reason = inside.text("reason");
        if (!reason.isEmpty()) {
            all.put("why", reason.toLowerCase(Locale.ROOT));
        }
        entry.rest(inside);
    }

    private void pinned(Fields pinned) {
        if (pinned.left().isEmpty()) {
            return;
        }
        var all = Json.object();
        all.put("time", Moment.text(pinned.text("pinnedAtTimestamp")));
        String end = Moment.text(pinned.text("pinExpiresAtTimestamp"));
        if (!end.isEmpty()) {
            all.put("end", end);
        }
        entry.draft().detail("pinned", all.build());
        entry.rest(pinned);
    }
}
