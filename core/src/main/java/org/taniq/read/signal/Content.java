package org.taniq.read.signal;

import org.taniq.base.Json;
import org.taniq.read.record.Actor;
import org.taniq.read.record.Attachment;
import org.taniq.read.record.Detail;
import org.taniq.read.record.Fields;
import org.taniq.read.record.Mark;
import org.taniq.read.record.Verb;

/// What somebody sent, by its kind.
///
/// @param author who sent it
record Content(Source source, Entry entry, Actor author) {
    /// Characters of an answer beside each vote for it; the words of the poll have all of it.
    private static final int LONGEST_ANSWER = 1000;

    void of(String kind, Fields inside) {
        switch (kind) {
            case "standardMessage" -> message(inside);
            case "directStoryReplyMessage" -> storyReply(inside);
            case "viewOnceMessage" -> viewOnce(inside);
            case "contactMessage" -> contact(inside);
            case "stickerMessage" -> sticker(inside);
            case "poll" -> poll(inside);
            case "paymentNotification" -> payment(inside);
            case "giftBadge" -> kind("gift-badge");
            case "remoteDeletedMessage" -> deleted("deleted");
            case "adminDeletedMessage" -> deletedByAdministrator(inside);
            default -> throw new IllegalStateException("a kind without a reader: " + kind);
        }
        reactions(inside);
        entry.rest(inside);
    }

    private void kind(String kind) {
        entry.draft().detail("kind", kind);
    }

    private void message(Fields message) {
        text(message);
        if (message.value("quote") instanceof Json.Obj) {
            new Quote(source, entry).of(Entry.inside(message, "quote"));
        }
        entry.each(message, "attachments", attachment -> source.files().sent(attachment, entry));
        entry.each(message, "linkPreview", this::link);
        longText(message);
    }

    private void text(Fields message) {
        var text = Entry.inside(message, "text");
        String body = text.whole("body");
        entry.draft().words(body);
        new Ranges(entry).of(text.list("bodyRanges"), body);
        entry.rest(text);
    }

    /// What does not fit into a message is sent, and exported, as a file.
    private void longText(Fields message) {
        var file = Entry.inside(message, "longText");
        if (!file.left().isEmpty()) {
            source.findings().cutShort();
            entry.draft().detail("longText", Json.of(true));
            source.files().of(file, entry);
        }
    }

    /// What a page to which a link leads is called is made by the sender's telephone: it is no words of hers.
    private void link(Fields link) {
        entry.whole("linkUrl", link.whole("url"));
        entry.whole("linkTitle", link.whole("title"));
        entry.whole("linkDescription", link.whole("description"));
        entry.time("linkDate", link.text("date"));
        source.files().of(Entry.inside(link, "image"), entry);
        link.left().forEach(entry::keep);
    }

    private void storyReply(Fields reply) {
        kind("story-reply");
        var words = Entry.inside(reply, "textReply");
        text(words);
        longText(words);
        entry.rest(words);
        entry.draft().words(reply.whole("emoji"));
    }

    /// Signal never exports the picture, but somebody else's program may.
    private void viewOnce(Fields message) {
        entry.draft().mark(Mark.VIEW_ONCE);
        var attachment = Entry.inside(message, "attachment");
        if (attachment.left().isEmpty()) {
            entry.draft().file("", Attachment.State.OMITTED);
        } else {
            source.files().sent(attachment, entry);
        }
    }

    /// A card with the names and numbers of somebody: the sender chose it, and did not write its words as hers.
    private void contact(Fields message) {
        kind("contact");
        entry.draft().mark(Mark.CONTACT);
        var contact = Entry.inside(message, "contact");
        source.files().of(Entry.inside(contact, "avatar"), entry);
        contact.left().forEach((name, value) -> {
            entry.allWords(value);
            entry.keep(name, value);
        });
    }

    private void sticker(Fields message) {
        kind("sticker");
        var sticker = Entry.inside(message, "sticker");
        entry.draft().detail("stickerEmoji", sticker.text("emoji"));
        source.files().of(Entry.inside(sticker, "data"), entry);
        entry.rest(sticker);
    }

    private void poll(Fields poll) {
        kind("poll");
        entry.draft().mark(Mark.POLL).words(poll.whole("question"));
        entry.each(poll, "options", this::option);
        if (poll.value("hasEnded").equals(Json.of(true))) {
            entry.yes("closed", poll.take("hasEnded").orElse(Json.NULL));
        }
    }

    private void option(Fields option) {
        String words = option.whole("option");
        var answer = Json.of(Detail.cut(words, LONGEST_ANSWER));
        entry.draft().words(words);
        entry.each(option, "votes", vote -> {
            var said = Json.object()
                    .put("by", Directory.said(entry.directory().actor(LocalId.take(vote, "voterId"))))
                    .put("answer", answer);
            vote.number("voteCount").ifPresent(count -> said.put("count", count));
            entry.draft().detail("vote", said.build());
            entry.rest(vote);
        });
        entry.rest(option);
    }

    private void payment(Fields payment) {
        kind("payment");
        String amount = payment.text("amountMob");
        entry.draft().detail("paid", amount.isEmpty() ? "" : amount + " MOB");
        entry.draft().words(payment.whole("note"));
    }

    private void deleted(String kind) {
        kind(kind);
        entry.draft().gone().verb(Verb.DELETE);
    }

    /// Who deletes it is not who wrote it.
    private void deletedByAdministrator(Fields message) {
        deleted("deleted-by-administrator");
        entry.person("writtenBy", author);
        entry.draft()
                .detail("byAdministrator", Json.of(true))
                .by(entry.directory().actor(LocalId.take(message, "adminId")));
    }

    private void reactions(Fields message) {
        long count = message.peekList("reactions").size();
        entry.each(message, "reactions", reaction -> {
            var said = Json.object()
                    .put("by", Directory.said(entry.directory().actor(LocalId.take(reaction, "authorId"))))
                    .put("sign", reaction.text("emoji"));
            String time = Moment.text(reaction.text("sentTimestamp"));
            if (!time.isEmpty()) {
                said.put("time", time);
            }
            entry.draft().detail("reaction", said.build());
            reaction.left().forEach(entry::keep);
        });
        entry.draft().count("reactions", count > 0 ? Long.toString(count) : "");
    }
}
