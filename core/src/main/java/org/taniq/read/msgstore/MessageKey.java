package org.taniq.read.msgstore;

import java.util.Optional;

/// What a message is called by whoever refers to it. Somebody can give a message the id of another one; not in another
/// chat, nor as another person.
///
/// @param chat its address
/// @param sender empty where it is not known, and where the owner is it
record MessageKey(String chat, String fromMe, String sender, String id) {

    /// One of `message`, or of a table that refers to one of these.
    static MessageKey of(Fields row, String id, Directory directory) {
        return new MessageKey(
                directory.address(row.number("chat_row_id")), row.text("from_me"), who(directory.sender(row)), id);
    }

    /// One of `messages`, or of `messages_quotes`.
    static MessageKey ofOld(Fields row) {
        return new MessageKey(
                row.text("key_remote_jid"), row.text("key_from_me"), who(OldMessage.named(row)), row.name("key_id"));
    }

    private static String who(Optional<Jid> sender) {
        return sender.map(Jid::who).orElse("");
    }

    boolean isWhole() {
        return !chat.isEmpty() && !fromMe.isEmpty() && !id.isEmpty() && (fromMe.equals("1") || !sender.isEmpty());
    }

    /// Whether it is the same message, for all that is known of who sent it.
    boolean mayBe(MessageKey other) {
        boolean isSender = sender.isEmpty() || other.sender.isEmpty() || sender.equals(other.sender);
        return isSender
                && !id.isEmpty()
                && id.equals(other.id)
                && chat.equals(other.chat)
                && fromMe.equals(other.fromMe);
    }

    /// As one text, which no other key has.
    String text() {
        return chat.length() + " " + sender.length() + " " + chat + sender + fromMe + " " + id;
    }

    /// Where everybody's status stands, for a day.
    boolean isOfStatus() {
        return Jid.of(chat).isStatus();
    }
}
