package org.taniq.read.telegram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.taniq.read.telegram.Telegrams.detail;
import static org.taniq.read.telegram.Telegrams.details;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.taniq.read.record.Actor;
import org.taniq.read.record.Mark;
import org.taniq.read.record.Verb;

/// What the application notes has the one who acted, where it says so, and what was done.
final class TelegramNoticeTest {
    private final Telegrams telegrams = new Telegrams();

    @Test
    void aNoticeHasTheOneWhoActed() throws IOException {
        var invited = telegrams.notice("\"action\":\"invite_members\",\"members\":[\"Aytac\",null],\"text\":\"\"");
        assertEquals(new Actor.Named("Rauf", "user5"), invited.actor());
        assertEquals(Set.of(Mark.SYSTEM), invited.marks());
        assertEquals(Map.of("action", "invite_members", "members", "[\"Aytac\",null]"), details(invited));
        assertEquals(Verb.CREATE, invited.verb());
        assertEquals("", invited.object().text());
    }

    /// Who is concerned has no number here, and may only have the name of who acted.
    @Test
    void whoBearsTheNameOfWhoActedIsNotSaidToHaveComeOrGone() throws IOException {
        for (var action : List.of("invite_members", "remove_members")) {
            var record = telegrams.notice("\"action\":\"" + action + "\",\"members\":[\"Rauf\"]");
            assertEquals(Verb.CREATE, record.verb());
            assertEquals("[\"Rauf\"]", detail(record, "members"));
        }
    }

    @Test
    void whatWasDoneIsToldByTheTable() throws IOException {
        for (var action : List.of(
                "delete_group_photo",
                "topic_edit",
                "set_messages_ttl",
                "set_chat_wallpaper",
                "set_same_chat_wallpaper",
                "change_creator",
                "no_forwards_toggle",
                "edit_group_title")) {
            assertEquals(
                    Verb.UPDATE,
                    telegrams.notice("\"action\":\"" + action + "\"").verb(),
                    action);
        }
        assertEquals(
                Verb.DELETE, telegrams.notice("\"action\":\"clear_history\"").verb());
        assertEquals(
                Verb.JOIN, telegrams.notice("\"action\":\"join_group_by_link\"").verb());
        for (var action : List.of(
                "phone_call", "conference_call", "group_call", "group_call_scheduled", "invite_to_group_call")) {
            var call = telegrams.notice("\"action\":\"" + action + "\",\"duration_seconds\":5");
            assertEquals(Set.of(Mark.SYSTEM, Mark.CALL), call.marks(), action);
            assertEquals("5", detail(call, "durationSeconds"));
        }
        assertEquals(
                "86400", detail(telegrams.notice("\"action\":\"set_messages_ttl\",\"period\":86400"), "periodSeconds"));
    }

    @Test
    void aNoticeThatNamesNobodyHasNobody() throws IOException {
        for (var action : List.of("send_payment", "allow_sending_messages", "gift_code_prize", "giveaway_launch")) {
            var record = telegrams.only("\"type\":\"service\",\"action\":\"" + action + "\",\"text\":\"\"");
            assertEquals(Actor.UNSTATED, record.actor());
        }
        var near = telegrams.only(
                "\"type\":\"service\",\"action\":\"proximity_reached\",\"from\":\"Rauf\",\"from_id\":\"user5\","
                        + "\"to\":\"Aytac\",\"to_id\":\"user6\",\"distance\":100");
        assertEquals(new Actor.Named("Rauf", "user5"), near.actor());
        assertEquals(
                Map.of("action", "proximity_reached", "to", "Aytac", "toId", "user6", "distance", "100"),
                details(near));
    }

    @Test
    void aMessageThatTelegramCouldNotExportIsARecord() throws IOException {
        var record = telegrams.only("\"type\":\"unsupported\"");
        assertEquals("11", record.id());
        assertEquals(Map.of("messageType", "unsupported"), details(record));
        assertTrue(record.object().text().isEmpty());
    }
}
