package org.taniq.read.msgstore;

/// Whether a row can belong to the message of its number: a single wrong bit makes another number of it, which nothing
/// else shows where a table has few rows.
final class Fit {
    private Fit() {}

    static boolean of(Fields message, Fields beside) {
        long type = message.number("message_type", 0);
        return switch (beside.table()) {
            case "message_revoked" -> Words.isDeleted(type) || Words.type(type).isEmpty();
            case "message_system" -> type == Words.NOTICE || Words.type(type).isEmpty();
            case "message_media" -> isOneChat(message, beside, "chat_row_id");
            case "message_quoted" -> isOneChat(message, beside, "parent_message_chat_row_id");
            default -> true;
        };
    }

    /// Also where one of them names none.
    private static boolean isOneChat(Fields message, Fields beside, String column) {
        long chat = message.number("chat_row_id", 0);
        long other = beside.number(column, 0);
        return chat <= 0 || other <= 0 || chat == other;
    }

    /// Whether the call stands in the chat of the message, and came from the same side.
    static boolean ofCall(Fields message, Fields call, Directory directory) {
        var chat = directory.chat(message.number("chat_row_id")).flatMap(Chat::jid);
        boolean isOfChat = chat.isPresent()
                && (chat.equals(directory.jid(call.number("jid_row_id")))
                        || chat.equals(directory.jid(call.number("group_jid_row_id"))));
        return isOfChat && message.number("from_me").equals(call.number("from_me"));
    }
}
