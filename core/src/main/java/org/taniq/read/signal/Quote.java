package org.taniq.read.signal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.taniq.base.Json;
import org.taniq.read.record.Detail;
import org.taniq.read.record.Fields;

/// The copy of an earlier message inside an answer to it. It is a detail and never text of the record: whoever answered
/// did not write it, and would be found, and judged, as if she had. That is so as well where it says nothing of when it
/// was written, or by whom.
record Quote(Source source, Entry entry) {
    void of(Fields quote) {
        String sent = LocalId.take(quote, "targetSentTimestamp");
        String author = LocalId.take(quote, "authorId");
        var said = Json.object().put("by", Directory.said(entry.directory().actor(author)));
        if (!sent.isEmpty()) {
            entry.draft().answers(Item.id(author, sent));
            said.put("message", Item.id(author, sent)).put("time", Moment.text(sent));
        }
        String type = quote.text("type");
        if (!type.isEmpty()) {
            said.put("kind", type.toLowerCase(Locale.ROOT));
        }
        words(Entry.inside(quote, "text"), said);
        entry.each(quote, "attachments", this::file);
        kept(quote);
    }

    /// All of its words, in as many details as they need.
    private void words(Fields text, Json.Builder said) {
        var pieces = Detail.pieces(text.whole("body"));
        var mentioned = new ArrayList<Json>();
        for (var range : text.list("bodyRanges")) {
            mention(range, mentioned);
        }
        if (!mentioned.isEmpty()) {
            said.put("mentioned", Json.of(mentioned));
        }
        entry.draft().detail("quoted", said.put("text", pieces.getFirst()).build());
        for (var piece : pieces.subList(1, pieces.size())) {
            entry.draft().detail("quoted", Json.object().put("text", piece).build());
        }
        kept(text);
    }

    private void mention(Json value, List<Json> mentioned) {
        var range = Fields.of(value);
        if (ServiceId.isIn(range, "mentionAci")) {
            var who = entry.directory().account(ServiceId.take(range, "mentionAci"));
            mentioned.add(Ranges.mentioned(who, range.number("start").orElse(0)));
            range.number("start");
            range.number("length");
            kept(range);
        } else {
            entry.keep("bodyRanges", value);
        }
    }

    private void file(Fields file) {
        var said = Json.object();
        put(said, "mimeType", file.text("contentType"));
        put(said, "fileName", file.text("fileName"));
        var thumbnail = Entry.inside(file, "thumbnail");
        source.files().small(Entry.inside(thumbnail, "pointer"), entry);
        entry.draft().detail("quotedMedia", said.build());
        kept(thumbnail);
        kept(file);
    }

    /// What else stands there is not the sender's either.
    private void kept(Fields fields) {
        fields.left().forEach(entry::keep);
    }

    private static void put(Json.Builder said, String name, String text) {
        if (!text.isEmpty()) {
            said.put(name, text);
        }
    }
}
