package org.taniq.read.msgstore;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Whether a row can belong to the message of its number: a single wrong bit makes another number of it, which nothing
/// else shows where a table has few rows.
///
/// @param directory who is who, and which chat is which
record Fit(Directory directory) {
    private static final long REACTION = 56;
    private static final long VOTE = 67;

    /// Of tables of which only messages of some types have a row, these types; one that was deleted may still have it.
    private static final Map<String, Set<Long>> TYPES = Map.of(
            "message_location", Set.of(5L, 16L, 92L),
            "message_poll", Set.of(66L, 106L),
            "message_group_invite", Set.of(24L),
            "message_album", Set.of(99L),
            "message_call_log", Set.of(Words.NOTICE, 10L, 90L),
            "message_view_once_media", Set.of(42L, 43L, 82L));

    /// Those of the rows under one number that cannot belong to its message.
    List<Fields> misfits(Map<String, Fields> rows) {
        var misfits = new ArrayList<>(
                rows.values().stream().filter(row -> !isOf(rows, row)).toList());
        var quotedMedia = Optional.ofNullable(rows.get("message_quoted_media"));
        var quoted = Optional.ofNullable(rows.get("message_quoted")).filter(row -> !misfits.contains(row));
        if (!messages(rows).isEmpty() && quoted.isEmpty()) {
            quotedMedia.filter(row -> !misfits.contains(row)).ifPresent(misfits::add);
        }
        return misfits;
    }

    private boolean isOf(Map<String, Fields> rows, Fields beside) {
        var messages = messages(rows);
        return messages.contains(beside)
                || (messages.size() < 2 || isSame(messages.getFirst(), messages.getLast()))
                        && messages.stream().allMatch(message -> of(message, beside));
    }

    /// Those of both tables, or what was added later.
    private static List<Fields> messages(Map<String, Fields> rows) {
        return Stream.of(Store.NEW, Store.OLD, Store.ADD_ON)
                .flatMap(table -> Optional.ofNullable(rows.get(table)).stream())
                .toList();
    }

    /// Whether a row of the newer table and one of the older are the same message.
    boolean isSame(Fields message, Fields old) {
        return MessageKey.of(message, message.name("key_id"), directory).mayBe(MessageKey.ofOld(old));
    }

    private boolean of(Fields message, Fields beside) {
        long type = type(message);
        boolean isUnknown = Words.type(type).isEmpty();
        return switch (beside.table()) {
            case "message_revoked" -> Words.isDeleted(type) || isUnknown;
            case "message_system",
                    "message_system_group",
                    "message_system_number_change",
                    "message_system_block_contact",
                    "message_system_value_change" -> type == Words.NOTICE || isUnknown;
            case "message_quoted" -> isOneChat(message, beside, "parent_message_chat_row_id");
            case "message_add_on_reaction" -> type != VOTE;
            case "message_add_on_poll_vote" -> type != REACTION;
            default ->
                isOneChat(message, beside, "chat_row_id")
                        && (isUnknown
                                || Words.isDeleted(type)
                                || TYPES.getOrDefault(beside.table(), Set.of(type))
                                        .contains(type));
        };
    }

    private static long type(Fields message) {
        return switch (message.table()) {
            case Store.OLD ->
                message.is("status", OldMessage.NOTICE) ? Words.NOTICE : message.number("media_wa_type", 0);
            case Store.ADD_ON -> message.number("message_add_on_type", 0);
            default -> message.number("message_type", 0);
        };
    }

    /// Also where one of them names none.
    private boolean isOneChat(Fields message, Fields beside, String column) {
        if (message.table().equals(Store.OLD)) {
            String chat = message.text("key_remote_jid");
            String other = directory.address(beside.number(column));
            return chat.isEmpty() || other.isEmpty() || chat.equals(other);
        }
        long chat = message.number("chat_row_id", 0);
        long other = beside.number(column, 0);
        return chat <= 0 || other <= 0 || chat == other;
    }

    /// Whether the two tables have different messages of this number.
    boolean areTwo(InStep.Joined all) {
        var messages = messages(all.rows());
        return messages.size() > 1 && !isSame(messages.getFirst(), messages.getLast());
    }

    /// Whether what was held for the message of a number can be of it: a call of its chat, a reaction to what stands
    /// there. Where there are two such messages, only what the older tables have, which is of the older.
    boolean ofLoose(InStep.Joined all, Fields row) {
        if (areTwo(all)) {
            return row.table().equals("messages_vcards") || row.table().equals("missed_call_logs");
        }
        return messages(all.rows()).stream().limit(1).allMatch(message -> ofLoose(message, row));
    }

    private boolean ofLoose(Fields message, Fields row) {
        return switch (row.table()) {
            case Store.CALLS -> ofCall(message, row);
            case Store.ADD_ON -> isOneChat(message, row, "chat_row_id");
            default -> true;
        };
    }

    /// Whether the call stands in the chat of the message, and came from the same side.
    private boolean ofCall(Fields message, Fields call) {
        boolean isOld = message.table().equals(Store.OLD);
        String chat = isOld ? message.text("key_remote_jid") : directory.address(message.number("chat_row_id"));
        boolean isOfChat = Stream.of("jid_row_id", "group_jid_row_id")
                .flatMap(column -> directory.jid(call.number(column)).stream())
                .anyMatch(jid -> jid.raw().equals(chat));
        return isOfChat && message.number(isOld ? "key_from_me" : "from_me").equals(call.number("from_me"));
    }
}
