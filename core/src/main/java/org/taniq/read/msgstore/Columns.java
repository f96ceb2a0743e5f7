package org.taniq.read.msgstore;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.taniq.base.sqlite.Column;
import org.taniq.base.sqlite.Table;

/// Which columns of which tables are read: those with words first, which are cut last ([Fields]). A column that a
/// version does not have says nothing.
final class Columns {
    static final List<String> MESSAGE = List.of(
            "text_data",
            "chat_row_id",
            "from_me",
            "key_id",
            "sender_jid_row_id",
            "status",
            "broadcast",
            "recipient_count",
            "origination_flags",
            "origin",
            "timestamp",
            "received_timestamp",
            "receipt_server_timestamp",
            "message_type",
            "starred");

    static final List<String> OLD_MESSAGE = List.of(
            "data",
            "media_caption",
            "media_name",
            "_id",
            "key_remote_jid",
            "key_from_me",
            "key_id",
            "status",
            "timestamp",
            "media_mime_type",
            "media_wa_type",
            "media_size",
            "media_hash",
            "media_duration",
            "latitude",
            "longitude",
            "remote_resource",
            "received_timestamp",
            "receipt_server_timestamp",
            "recipient_count",
            "origin",
            "quoted_row_id",
            "forwarded",
            "edit_version",
            "starred",
            "media_url");

    /// What a message has one row of at most, mostly numbered as the message is.
    static final Map<String, List<String>> BESIDE = Map.ofEntries(
            Map.entry(
                    "message_media",
                    List.of(
                            "media_caption",
                            "media_name",
                            "file_path",
                            "chat_row_id",
                            "file_size",
                            "file_length",
                            "mime_type",
                            "file_hash",
                            "original_file_hash",
                            "enc_file_hash",
                            "media_duration",
                            "width",
                            "height",
                            "page_count",
                            "message_url")),
            Map.entry("message_revoked", List.of("revoked_key_id", "admin_jid_row_id", "revoke_timestamp")),
            Map.entry("message_edit_info", List.of("original_key_id", "edited_timestamp", "sender_timestamp")),
            Map.entry("message_forwarded", List.of("forward_score")),
            Map.entry(
                    "message_quoted",
                    List.of(
                            "text_data",
                            "chat_row_id",
                            "parent_message_chat_row_id",
                            "from_me",
                            "sender_jid_row_id",
                            "key_id",
                            "timestamp",
                            "message_type")),
            Map.entry("message_quoted_media", List.of("media_caption", "media_name", "file_path", "mime_type")),
            Map.entry("message_system", List.of("action_type")),
            Map.entry("message_system_group", List.of("is_me_joined")),
            Map.entry("message_system_number_change", List.of("old_jid_row_id", "new_jid_row_id")),
            Map.entry("message_system_block_contact", List.of("is_blocked")),
            Map.entry("message_system_value_change", List.of("old_data")),
            Map.entry(
                    "message_location",
                    List.of(
                            "place_name",
                            "place_address",
                            "chat_row_id",
                            "latitude",
                            "longitude",
                            "url",
                            "live_location_share_duration",
                            "live_location_final_latitude",
                            "live_location_final_longitude",
                            "live_location_final_timestamp")),
            Map.entry("message_text", List.of("description", "page_title", "url")),
            Map.entry("message_ephemeral", List.of("duration", "expire_timestamp")),
            Map.entry("message_view_once_media", List.of("state")),
            Map.entry("message_poll", List.of("selectable_options_count", "end_time")),
            Map.entry("message_group_invite", List.of("group_name", "group_jid_row_id", "expiration")),
            Map.entry("message_call_log", List.of("call_log_row_id")),
            Map.entry("message_album", List.of("image_count", "video_count")),
            Map.entry(Store.SEARCH, List.of("c0content")));

    /// What a message can have several rows of.
    static final Map<String, List<String>> SEVERAL = Map.of(
            "message_vcard", List.of("vcard"),
            "messages_vcards", List.of("vcard"),
            "message_system_chat_participant", List.of("user_jid_row_id"),
            "message_mentions", List.of("jid_row_id"),
            "message_poll_option", List.of("option_name", "vote_total"),
            "missed_call_logs", List.of("video_call"));

    /// What these tables had in every version. Where one of it is not there, damage has changed what the schema says
    /// of the table, and any column may be another one.
    private static final Map<String, List<String>> ALWAYS = Map.ofEntries(
            Map.entry(
                    Store.NEW,
                    List.of(
                            "chat_row_id",
                            "from_me",
                            "key_id",
                            "sender_jid_row_id",
                            "timestamp",
                            "message_type",
                            "text_data")),
            Map.entry(
                    Store.OLD,
                    List.of(
                            "key_remote_jid",
                            "key_from_me",
                            "key_id",
                            "status",
                            "data",
                            "timestamp",
                            "media_wa_type",
                            "remote_resource")),
            Map.entry(Store.OLD_QUOTES, List.of("key_remote_jid", "key_from_me", "key_id", "data")),
            Map.entry("jid", List.of("user", "server")),
            Map.entry("chat", List.of("jid_row_id", "subject")),
            Map.entry("chat_list", List.of("key_remote_jid")),
            Map.entry("jid_map", List.of("lid_row_id", "jid_row_id")),
            Map.entry("props", List.of("key", "value")),
            Map.entry("call_log", List.of("jid_row_id", "from_me", "timestamp")),
            Map.entry("message_media", List.of("file_path")),
            Map.entry("message_revoked", List.of("revoked_key_id")),
            Map.entry("message_edit_info", List.of("original_key_id")),
            Map.entry("message_quoted", List.of("from_me", "sender_jid_row_id", "key_id", "text_data")),
            Map.entry("message_system", List.of("action_type")),
            Map.entry("message_location", List.of("latitude", "longitude")),
            Map.entry("message_vcard", List.of("message_row_id", "vcard")),
            Map.entry("messages_vcards", List.of("message_row_id", "vcard")),
            Map.entry("message_poll_option", List.of("message_row_id", "option_name")),
            Map.entry(Store.ADD_ON, List.of("parent_message_row_id", "from_me", "sender_jid_row_id")),
            Map.entry("message_add_on_reaction", List.of("reaction")),
            Map.entry(
                    "message_add_on_poll_vote_selected_option",
                    List.of("message_add_on_row_id", "message_poll_option_id")),
            Map.entry("message_system_chat_participant", List.of("message_row_id", "user_jid_row_id")),
            Map.entry("message_system_number_change", List.of("old_jid_row_id", "new_jid_row_id")),
            Map.entry("message_system_block_contact", List.of("is_blocked")),
            Map.entry("message_mentions", List.of("message_row_id", "jid_row_id")),
            Map.entry("message_call_log", List.of("call_log_row_id")),
            Map.entry("missed_call_logs", List.of("message_row_id")),
            Map.entry("message_text", List.of("description", "page_title")),
            Map.entry("message_quoted_media", List.of("mime_type")),
            Map.entry(Store.SEARCH, List.of("c0content")));

    private Columns() {}

    /// Whether it is known what stands in which column.
    static boolean areUnderstood(Table table) {
        return !table.columns().isEmpty() && known(table) == always(table).size();
    }

    /// Whether more than half of the columns are there that such a table always has; or what they are cannot be told.
    static boolean mayBe(Table table) {
        return table.columns().isEmpty() || 2 * known(table) > always(table).size();
    }

    private static List<String> always(Table table) {
        return ALWAYS.getOrDefault(table.name().toLowerCase(Locale.ROOT), List.of());
    }

    private static long known(Table table) {
        var there = table.columns().stream().map(Column::name).toList();
        return always(table).stream()
                .filter(column -> there.stream().anyMatch(column::equalsIgnoreCase))
                .count();
    }
}
