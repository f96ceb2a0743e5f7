package org.taniq.read.msgstore;

/// What a message is called by whoever refers to it. Somebody can give a message the id of another one; not in another
/// chat, nor from the other side.
///
/// @param chat its address
record MessageKey(String chat, String fromMe, String id) {

    /// One of `message`, or of a table that refers to one of these.
    static MessageKey of(Fields row, String id, Directory directory) {
        String chat = directory
                .chat(row.number("chat_row_id"))
                .flatMap(Chat::jid)
                .map(Jid::raw)
                .orElse("");
        return new MessageKey(chat, row.text("from_me"), id);
    }

    /// One of `messages`, or of `messages_quotes`.
    static MessageKey ofOld(Fields row) {
        return new MessageKey(row.text("key_remote_jid"), row.text("key_from_me"), row.name("key_id"));
    }

    boolean isWhole() {
        return !chat.isEmpty() && !fromMe.isEmpty() && !id.isEmpty();
    }

    /// As one text: no address has a space in it.
    String text() {
        return chat + " " + fromMe + " " + id;
    }

    /// Where everybody's status stands, for a day.
    boolean isOfStatus() {
        return Jid.of(chat).isStatus();
    }
}
