package org.taniq.read.telegram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.taniq.read.telegram.Telegrams.detail;
import static org.taniq.read.telegram.Telegrams.details;
import static org.taniq.read.telegram.Telegrams.knows;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.taniq.base.Json;
import org.taniq.base.When;
import org.taniq.read.record.Activity;
import org.taniq.read.record.Actor;
import org.taniq.read.record.Attachment;
import org.taniq.read.record.Detail;
import org.taniq.read.record.Fields;
import org.taniq.read.record.Mark;
import org.taniq.read.record.Verb;

/// What Telegram Desktop writes becomes records, and nothing of a message is lost. The people are invented.
final class TelegramJsonTest {
    private static final String NOT_INCLUDED = "\"(File not included. Change data exporting settings to download.)\"";

    private final Telegrams telegrams = new Telegrams();

    @Test
    void aMessageOfToday() throws IOException {
        var record = telegrams.one("""
                "date":"2024-01-10T22:49:15","date_unixtime":"1704912555","from":"Tofiq","from_id":"user42",
                "reply_to_message_id":9,"text":"gəlirəm","text_entities":[{"type":"plain","text":"gəlirəm"}]""");
        assertEquals(Verb.CREATE, record.verb());
        assertEquals(new Actor.Named("Tofiq", "user42"), record.actor());
        assertEquals(new Actor.Named("Aytac", "user7"), record.audience());
        assertEquals(
                new When.Exact("2024-01-10T18:49:15Z (1704912555)", Instant.ofEpochSecond(1704912555)),
                record.published());
        assertEquals("gəlirəm", record.object().text());
        assertEquals("9", record.inReplyTo());
        assertEquals("11", record.id());
        assertEquals("{\"path\":\"/messages/0\"}", record.place().json().canonical());
        assertEquals(Map.of("localTime", "2024-01-10T22:49:15"), details(record));
        assertTrue(record.details().contains(Detail.of("chatType", "personal_chat")));
        assertEquals(Set.of(), record.marks());
    }

    @Test
    void aMessageOf2020HasATimeWithoutAZone() throws IOException {
        var record = telegrams.one("\"date\":\"2020-01-10T22:49:15\",\"from\":null,\"from_id\":42,\"text\":\"salam\"");
        assertEquals(new Actor.Named("", "user42"), record.actor());
        assertEquals(
                new When.Local("2020-01-10T22:49:15", LocalDateTime.of(2020, 1, 10, 22, 49, 15), "", "ISO 8601"),
                record.published());
    }

    @Test
    void aMessageThatNeverWasEditedIsNotWhereverTheExportWasMade() throws IOException {
        for (var never : List.of("1970-01-01T04:00:00", "1969-12-31T16:00:00", "1970-01-01T14:00:00")) {
            assertEquals(
                    Set.of(),
                    telegrams.one("\"edited\":\"" + never + "\",\"text\":\"a\"").marks());
        }
        var edited = telegrams.one("\"date\":\"x\",\"edited\":\"2020-01-11T08:00:00\",\"text\":\"a\"");
        assertEquals(Set.of(Mark.EDITED), edited.marks());
        assertEquals(Map.of("edited", "2020-01-11T08:00:00"), details(edited));
        assertEquals(new When.Unknown("x", "not as Telegram writes it"), edited.published());
        assertEquals(Actor.UNSTATED, edited.actor());
    }

    @Test
    void aTimeThatTelegramDoesNotKnowIsNoTime() throws IOException {
        var none = new When.Unknown("0", "the message states no time");
        assertEquals(
                none,
                telegrams
                        .one("\"date\":\"1970-01-01T04:00:00\",\"date_unixtime\":\"0\"")
                        .published());
        assertEquals(
                new When.Unknown("1969-12-31T19:00:00", "the message states no time"),
                telegrams.one("\"date\":\"1969-12-31T19:00:00\"").published());
        for (var strange : List.of("999999999999999", "-5")) {
            assertEquals(
                    new When.Unknown(strange, "not a Unix time"),
                    telegrams.one("\"date_unixtime\":\"" + strange + "\"").published());
        }
        assertTrue(telegrams.one("\"date\":\"+999999999-01-01T00:00:00\"").published() instanceof When.Unknown);
    }

    @Test
    void firstAndLastAndTheSendersAreCounted() throws IOException {
        var ledger = telegrams.read("""
                {"name":"Qrup","type":"private_group","id":1,"messages":[
                {"id":1,"type":"message","date_unixtime":"1704912555","from":"Ann","from_id":"user1","text":"a"},
                {"id":2,"type":"message","date_unixtime":"1704912556","from":"Ann","from_id":"user2","text":"b"},
                {"id":3,"type":"message","date_unixtime":"1704912557","from":null,"from_id":"user3","text":"c"}]}""");
        assertEquals("2024-01-10T18:49:15Z", ledger.first());
        assertEquals("2024-01-10T18:49:17Z", ledger.last());
        assertEquals(Map.of("Ann (user1)", 1L, "Ann (user2)", 1L, "user3", 1L), ledger.bySender());
    }

    @Test
    void theNumbersOfOldExportsAreThoseOfToday() throws IOException {
        for (var old : Map.of("4294967338", "user42", "8589934634", "chat42", "12884901930", "channel42")
                .entrySet()) {
            var record = telegrams.one("\"from\":\"A\",\"from_id\":" + old.getKey() + ",\"text\":\"a\"");
            assertEquals(old.getValue(), record.actor().id());
        }
        assertEquals(
                "user5555555555",
                telegrams.one("\"from_id\":\"user5555555555\"").actor().id());
    }

    @Test
    void anAnswerToAnotherChatIsNoAnswerToAMessageOfThisOne() throws IOException {
        var record = telegrams.one("\"reply_to_message_id\":9,\"reply_to_peer_id\":\"channel5\",\"text\":\"a\"");
        assertEquals("", record.inReplyTo());
        assertEquals(Map.of("replyTo", "{\"message\":\"9\",\"peer\":\"channel5\"}"), details(record));
        assertEquals(
                "9",
                telegrams
                        .one("\"reply_to_message_id\":9,\"reply_to_peer_id\":\"user7\",\"text\":\"a\"")
                        .inReplyTo());
        assertEquals(
                "{\"peer\":\"channel5\"}",
                detail(telegrams.one("\"reply_to_peer_id\":\"channel5\",\"text\":\"a\""), "replyTo"));
        var pinned = telegrams.notice("\"action\":\"pin_message\",\"message_id\":4723");
        assertEquals("{\"message\":\"4723\"}", detail(pinned, "refersTo"));
    }

    @Test
    void filesAreThereOrTelegramSaysWhyNot() throws IOException {
        var record = telegrams.one(
                "\"photo\":\"photos/a.jpg\",\"file\":" + NOT_INCLUDED + ",\"thumbnail\":" + NOT_INCLUDED
                        + ",\"file_name\":\"pasport.pdf\",\"file_size\":12,\"mime_type\":\"application/pdf\",\"text\":\"\"");
        assertEquals(
                List.of(
                        new Attachment("photos/a.jpg", new Attachment.Present(3)),
                        new Attachment("pasport.pdf", Attachment.State.OMITTED)),
                record.object().attachments());
        assertEquals(
                Map.of(
                        "fileName", "pasport.pdf",
                        "fileSize", "12",
                        "mimeType", "application/pdf",
                        "notExported", "(File not included. Change data exporting settings to download.)"),
                details(record));
        var small = telegrams.one("\"file\":\"photos/a.jpg\",\"thumbnail\":\"photos/a.jpg_thumb.jpg\"");
        assertEquals(1, small.object().attachments().size());
        assertEquals("photos/a.jpg_thumb.jpg", detail(small, "thumbnail"));
    }

    @Test
    void aFileThatIsMissingIsAskedFor() throws IOException {
        var ledger = telegrams.read(
                Telegrams.alone("private_group", "1, \"type\": \"message\", \"photo\": \"photos/b.jpg\""));
        assertEquals(
                List.of("1 files that messages name are not beside the export: put its whole folder into a ZIP archive"
                        + " and add that"),
                ledger.warningsInEnglish());
    }

    @Test
    void whatCouldBeOpenedOnceIsMarked() throws IOException {
        var once = telegrams.one("\"self_destruct_period_seconds\":2147483647,\"width\":9,\"height\":9,\"text\":\"\"");
        assertEquals(Set.of(Mark.VIEW_ONCE), once.marks());
        assertEquals(
                List.of(new Attachment("", Attachment.State.OMITTED)),
                once.object().attachments());
        assertEquals("2147483647", detail(once, "selfDestructSeconds"));
        var own = telegrams.one("\"photo\":\"photos/a.jpg\",\"self_destruct_period_seconds\":30");
        assertEquals(Set.of(), own.marks());
    }

    @Test
    void whatWasForwardedOrIsAPlaceOrContactIsMarked() throws IOException {
        var forwarded = telegrams.one("\"forwarded_from\":null,\"forwarded_from_id\":\"user9\",\"text\":\"a\"");
        assertEquals(Set.of(Mark.FORWARDED), forwarded.marks());
        assertEquals(Map.of("forwardedFromId", "user9"), details(forwarded));
        var place = telegrams.one("\"location_information\":{\"latitude\":40.4093,\"longitude\":49.8671},"
                + "\"live_location_period_seconds\":60,\"text\":\"\"");
        assertEquals(Set.of(Mark.LOCATION), place.marks());
        assertTrue(detail(place, "member").contains("40.4093"), details(place)::toString);
        assertEquals("60", detail(place, "liveLocationSeconds"));
        assertEquals(Set.of(), telegrams.one("\"location_information\":null").marks());
        assertEquals(
                Set.of(Mark.CONTACT),
                telegrams.one("\"contact_information\":{\"first_name\":\"A\"}").marks());
    }

    @Test
    void reactionsAreCountedAndKept() throws IOException {
        var record = telegrams.one("""
                "text":"a","reactions":[{"type":"emoji","count":2,"emoji":"👍","recent":[
                {"from":"Ann","from_id":"user1","date":"2024-01-10T22:49:15"}]},{"type":"paid","count":3}]""");
        assertEquals(Map.of("reactions", 5L), record.counts());
        assertEquals(
                "{\"by\":[{\"account\":\"user1\",\"date\":\"2024-01-10T22:49:15\",\"name\":\"Ann\"}],"
                        + "\"count\":2,\"kind\":\"emoji\",\"sign\":\"👍\"} & {\"count\":3,\"kind\":\"paid\"}",
                detail(record, "reaction"));
        var other = telegrams.one("\"text\":\"a\",\"reactions\":[{\"count\":1,\"new\":[2]}]");
        assertEquals("{\"count\":1,\"new\":[2]}", detail(other, "reaction"));
        assertEquals("a", record.object().text());
    }

    @Test
    void ofAWholeAccountEveryChatIsReadAndEveryOtherListIsNamed() throws IOException {
        var ledger = telegrams.read("""
                {"about":"Here is the data you requested. Telegram",
                "personal_information":{"user_id":1},
                "sessions":{"list":[{"last_ip":"192.0.2.1"}]},
                "chats":{"about":"a","list":[
                {"name":"Bir","type":"personal_chat","id":1,"messages":[{"id":1,"type":"message","text":"a"}]},
                {"name":null,"type":"private_group","id":2,"messages":[{"id":2,"type":"message","text":"b"},17]}]},
                "left_chats":{"about":"b","list":[
                {"name":"Üç","type":"public_channel","id":3,"messages":[{"id":3,"type":"message","text":"c"}]}]}}""");
        assertEquals(3, ledger.records());
        assertEquals(
                List.of(
                        new Actor.Named("Bir", "user1"),
                        new Actor.Named("", "chat2"),
                        new Actor.Named("Üç", "channel3")),
                telegrams.kept.records.stream().map(Activity::audience).toList());
        assertEquals(Map.of("not-a-message", 1L, "section-not-read", 2L), ledger.skippedReasons());
        assertTrue(
                ledger.warningsInEnglish()
                        .contains("parts that hold no messages were not read: personal_information, sessions"),
                ledger.warningsInEnglish()::toString);
        var last = telegrams.kept.records.get(2);
        assertEquals(8, Telegrams.lines(last).first());
        assertEquals("/left_chats/list/0/messages/0", path(last));
    }

    private static String path(Activity record) {
        return record.place().json() instanceof Json.Obj place
                ? Fields.text(place.members().getOrDefault("path", Json.NULL))
                : "";
    }

    @Test
    void exportsOfTelegramAreKnownInEveryLanguageAndOthersAreNot() throws IOException {
        assertTrue(knows(Telegrams.alone("private_group", "1, \"type\": \"unsupported\"")));
        assertTrue(knows("{\"name\":\"A\",\"type\":\"personal_chat\",\"id\":1,\"messages\":[]}"));
        assertTrue(knows("{\"messages\":[{\"id\":1,\"type\":\"service\",\"date\":\"2020-01-10T22:49:15\"}]}"));
        assertTrue(knows("{\"about\":\"İstədiyiniz məlumat\",\"contacts\":{\"list\":[{\"first_name\":\"A"));
        assertFalse(knows("{\"about\":\"Remember: Telegram is ad free\"}"));
        assertFalse(knows(
                "{\"channel\":\"C1\",\"messages\":[{\"type\":\"message\",\"ts\":\"1704912555.1\",\"text\":\"a\"}]}"));
        assertFalse(
                knows("{\"id\":1,\"messages\":[{\"id\":1,\"type\":\"message\",\"date\":1704912555,\"file\":\"a\"}]}"));
        assertFalse(
                knows(
                        "{\"participants\":[],\"messages\":[{\"sender_name\":\"A\",\"timestamp_ms\":1,\"type\":\"Generic\"}]}"));
        assertFalse(knows("{\"messages\":[]}"));
        assertFalse(knows("[{\"type\":\"message\"}]"));
        assertFalse(knows("13/01/2024, 10:00 - Ann: hello"));
        assertFalse(knows(""));
    }

    /// Ids beyond 32 bits are of newer accounts, and not of older ones with something before them.
    @Test
    void whereNobodyIsNamedTheChatIsStillTheSame() throws IOException {
        telegrams.read(
                "{\"name\":\"Aytac\",\"type\":\"personal_chat\",\"id\":6123456789,\"messages\":["
                        + "{\"id\":5,\"type\":\"unsupported\"},{\"id\":6,\"type\":\"message\",\"from_id\":\"user6123456789\",\"text\":\"a\"}]}");
        assertEquals(
                List.of("user6123456789", "user6123456789"),
                telegrams.kept.records.stream()
                        .map(record -> record.audience().id())
                        .toList());
    }
}
