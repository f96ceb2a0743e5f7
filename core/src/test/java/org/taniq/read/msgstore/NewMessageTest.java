package org.taniq.read.msgstore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.taniq.base.Bytes;
import org.taniq.base.When;
import org.taniq.read.Kept;
import org.taniq.read.Reading;
import org.taniq.read.record.Actor;
import org.taniq.read.record.Attachment;
import org.taniq.read.record.Mark;
import org.taniq.read.record.Thing;
import org.taniq.read.record.Verb;

/// Messages as they are stored since 2021. The people are invented.
final class NewMessageTest {
    @TempDir
    Path folder;

    private Made made(String... sql) throws IOException, InterruptedException {
        return Made.of(folder, Tables.NEW + String.join("", sql));
    }

    @Test
    void theSenderIsTheOneWhoIsNamedOrTheOtherOneOrTheOwner() throws IOException, InterruptedException {
        var made = made(
                "INSERT INTO message VALUES (1, 10, 0, 'A', 0, 1600000000123, 0, 'in a chat of two', 0, 0);",
                "INSERT INTO message VALUES (2, 11, 0, 'B', 2, 1600000001000, 0, 'in a group', 0, 0);",
                "INSERT INTO message VALUES (3, 11, 1, 'C', 0, 1600000002000, 0, 'my own', 13, 0);",
                "INSERT INTO message VALUES (4, 11, 0, 'D', 0, 1600000003000, 0, 'by nobody', 0, 0);",
                "INSERT INTO message VALUES (5, 11, 0, 'E', 99, 1600000004000, 0, 'by a row that is gone', 0, 0);");
        assertEquals(
                List.of("994501112233@s.whatsapp.net", "994504445566@s.whatsapp.net", "Nar", "", ""), made.actors());
        assertEquals("+994501112233", made.records().getFirst().actor().name());
        assertEquals(
                new Actor.Named("Block 4", "120363@g.us"), made.records().get(1).audience());
        assertEquals("99", Made.detail(made.row("message", 5), "senderRow"));
        assertEquals(
                "2020-09-13T12:26:40.123Z (1600000000123)",
                made.records().getFirst().published().source());
        assertEquals(
                "2020-09-13T12:26:40.123Z",
                assertInstanceOf(When.Exact.class, made.records().getFirst().published())
                        .instant()
                        .toString());
    }

    @Test
    void aHiddenAddressHasANumberOnlyWhereTheDatabaseKnowsIt() throws IOException, InterruptedException {
        var hidden = "INSERT INTO message VALUES (1, 11, 0, 'A', 4, 1600000000000, 0, 'hidden', 0, 0);";
        assertEquals(
                new Actor.Named("", "777@lid"),
                made(hidden).records().getFirst().actor());
        var known = Made.of(
                java.nio.file.Files.createDirectory(folder.resolve("known")),
                Tables.NEW + hidden + "INSERT INTO jid_map VALUES (4, 2, 0);");
        assertEquals(
                new Actor.Named("+994504445566", "777@lid"),
                known.records().getFirst().actor());
    }

    @Test
    void aMessageOfAChatThatIsGoneIsReadAllTheSame() throws IOException, InterruptedException {
        var made = made("INSERT INTO message VALUES (1, 55, 0, 'A', 2, 1600000000000, 0, 'still here', 0, 0);");
        assertEquals(List.of("still here"), made.texts());
        assertEquals("55", Made.detail(made.records().getFirst(), "chatRow"));
    }

    @Test
    void aTimeThatIsNoneIsUnknownAndTheMessageIsNot() throws IOException, InterruptedException {
        var made = made(
                "INSERT INTO message VALUES (1, 10, 0, 'A', 0, 0, 0, 'never', 0, 0);",
                "INSERT INTO message VALUES (2, 10, 0, 'B', 0, 9223372036854775807, 0, 'too late', 0, 0);",
                "INSERT INTO message VALUES (3, 10, 0, 'C', 0, 'noon', 0, 'a word', 0, 0);");
        assertEquals(List.of("never", "too late", "a word"), made.texts());
        assertTrue(made.records().stream().allMatch(record -> record.published() instanceof When.Unknown));
        assertEquals("9223372036854775807", made.records().get(1).published().source());
    }

    @Test
    void aMessageDeletedForEveryoneKeepsItsSenderItsTimeAndWhichItWas() throws IOException, InterruptedException {
        var made = made(
                "INSERT INTO message VALUES (1, 11, 0, 'REVOCATION', 2, 1600000000000, 15, NULL, 0, 0);",
                "INSERT INTO message_revoked VALUES (1, 'THREAT', NULL, 1600000060000);");
        var deleted = made.row("message", 1);
        assertEquals(Verb.DELETE, deleted.verb());
        assertEquals(Set.of(Mark.DELETED), deleted.marks());
        assertEquals(new Thing.Tombstone(""), deleted.object());
        assertEquals("994504445566@s.whatsapp.net", deleted.actor().id());
        assertEquals("\"THREAT\"", Made.detail(deleted, "revokedId"));
        assertEquals("\"2020-09-13T12:27:40Z\"", Made.detail(deleted, "deleted"));
    }

    @Test
    void anAnswerKeepsACopyOfWhatWasDeletedAfterwardsAndIsNotTakenForItsWriter()
            throws IOException, InterruptedException {
        var made = made(
                "INSERT INTO message VALUES (1, 11, 0, 'REVOCATION', 2, 1600000000000, 15, NULL, 0, 0);",
                "INSERT INTO message_revoked VALUES (1, 'THREAT', NULL, 1600000060000);",
                "INSERT INTO message VALUES (2, 11, 1, 'ANSWER', 0, 1600000030000, 0, 'stop it', 0, 0);",
                "INSERT INTO message_quoted VALUES (2, 11, 11, 0, 2, 'THREAT', 1600000000000, 0, 'I know where you live');",
                "INSERT INTO message VALUES (3, 11, 0, 'LATER', 2, 1600000090000, 0, 'what?', 0, 0);",
                "INSERT INTO message_quoted VALUES (3, 11, 11, 1, NULL, 'ANSWER', 1600000030000, 0, 'stop it');");
        var answer = made.row("message", 2);
        assertEquals("stop it", answer.object().text());
        assertEquals("THREAT", answer.inReplyTo());
        assertEquals(
                "{\"id\":\"THREAT\",\"by\":\"994504445566@s.whatsapp.net\",\"time\":\"2020-09-13T12:26:40Z\","
                        + "\"text\":\"I know where you live\"}",
                Made.detail(answer, "quoted"));
        assertEquals("true", Made.detail(answer, "quotedDeleted"));
        assertEquals("", Made.detail(answer, "quotedMissing"));
        assertEquals("", Made.detail(made.row("message", 3), "quotedMissing"));
        assertTrue(made.warns("answers that quote a message that was deleted: 1"));
        assertFalse(made.warns("that is not there"));
    }

    @Test
    void anAnswerToAMessageThatIsNotThereSaysSo() throws IOException, InterruptedException {
        var made = made(
                "INSERT INTO message VALUES (1, 11, 0, 'ANSWER', 2, 1600000030000, 0, 'stop it', 0, 0);",
                "INSERT INTO message_quoted VALUES (1, 11, 11, 0, 1, 'GONE', 1600000000000, 0, 'words');",
                "INSERT INTO message VALUES (2, 11, 0, 'EARLY', 2, 1600000040000, 0, 'yes', 0, 0);",
                "INSERT INTO message_quoted VALUES (2, 11, 11, 0, 1, 'BEHIND', 1600000000000, 0, 'words');",
                "INSERT INTO message VALUES (3, 11, 0, 'BEHIND', 1, 1600000000000, 0, 'words', 0, 0);");
        assertEquals("true", Made.detail(made.row("message", 1), "quotedMissing"));
        assertEquals("", Made.detail(made.row("message", 2), "quotedMissing"));
        assertTrue(made.warns("answers that quote a message that is not there: 1"));
    }

    @Test
    void anAnswerToWhatWasEditedOrToAStatusIsNoAnswerToNothing() throws IOException, InterruptedException {
        var made = made(
                "INSERT INTO message VALUES (1, 10, 0, 'EDITED', 0, 1600000000000, 0, 'new words', 0, 0);",
                "INSERT INTO message_edit_info VALUES (1, 'BEFORE', 1600000005000, 1600000005000);",
                "INSERT INTO message VALUES (2, 10, 1, 'ANSWER', 0, 1600000006000, 0, 'so', 0, 0);",
                "INSERT INTO message_quoted VALUES (2, 10, 10, 0, 0, 'BEFORE', 1600000000000, 0, 'old words');",
                "INSERT INTO message VALUES (3, 10, 1, 'TOSTATUS', 0, 1600000007000, 0, 'nice', 0, 0);",
                "INSERT INTO message_quoted VALUES (3, 12, 10, 0, 1, 'STATUS', 1600000000000, 0, 'my day');");
        assertEquals(List.of("new words", "so", "nice"), made.texts());
        assertEquals("", Made.detail(made.row("message", 2), "quotedMissing"));
        assertEquals("", Made.detail(made.row("message", 3), "quotedMissing"));
        assertFalse(made.warns("answers that quote"));
    }

    @Test
    void whoDeletesAsAnAdministratorIsNotTheOneWhoWrote() throws IOException, InterruptedException {
        var made = made(
                "INSERT INTO message VALUES (1, 11, 0, 'A', 2, 1600000000000, 64, NULL, 0, 0);",
                "INSERT INTO message_revoked VALUES (1, 'B', 1, 1600000061000);",
                "INSERT INTO message VALUES (2, 11, 0, 'C', 2, 1600000000000, 64, NULL, 0, 0);",
                "INSERT INTO message VALUES (3, 11, 0, 'D', 2, 1600000000000, 15, NULL, 0, 0);",
                "INSERT INTO message_revoked VALUES (3, 'E', 0, 1600000061000);");
        assertEquals(List.of("994501112233@s.whatsapp.net", "", "994504445566@s.whatsapp.net"), made.actors());
        assertEquals("\"994504445566@s.whatsapp.net\"", Made.detail(made.row("message", 1), "writtenBy"));
        assertEquals("\"994504445566@s.whatsapp.net\"", Made.detail(made.row("message", 2), "writtenBy"));
        assertEquals("", Made.detail(made.row("message", 3), "writtenBy"));
        assertEquals(Verb.DELETE, made.row("message", 1).verb());
    }

    @Test
    void whetherTheOwnerWroteMustBeSaid() throws IOException, InterruptedException {
        var made = made(
                "INSERT INTO jid VALUES (-1, '999', 's.whatsapp.net', 0, 0, 0, '999@s.whatsapp.net');",
                "INSERT INTO jid VALUES (0, '888', 's.whatsapp.net', 0, 0, 0, '888@s.whatsapp.net');",
                "INSERT INTO message VALUES (1, 10, 2, 'A', 1, 1600000000000, 0, 'two', 0, 0);",
                "INSERT INTO message VALUES (2, 11, 0, 'B', -1, 1600000000000, 0, 'minus one', 0, 0);",
                "INSERT INTO message VALUES (3, 11, 0, 'C', 0, 1600000000000, 0, 'zero', 0, 0);",
                "INSERT INTO message VALUES (4, 10, 0, 'D', 77, 1600000000000, 0, 'somebody else', 0, 0);",
                "INSERT INTO message VALUES (5, 12, 0, 'E', 0, 1600000000000, 0, 'a status', 0, 0);");
        assertEquals(List.of("", "", "", "", ""), made.actors());
        assertEquals("2", Made.detail(made.row("message", 1), "fromMeNumber"));
        assertEquals("\"994501112233@s.whatsapp.net\"", Made.detail(made.row("message", 1), "namedId"));
    }

    @Test
    void aQuotationIsByTheOwnerOrBySomebodyElse() throws IOException, InterruptedException {
        var made = made(
                "INSERT INTO message VALUES (1, 10, 0, 'A', 0, 1600000000000, 0, 'a', 0, 0);",
                "INSERT INTO message_quoted VALUES (1, 10, 10, 1, 1, 'X', 1600000000000, 0, 'mine');",
                "INSERT INTO message VALUES (2, 10, 0, 'B', 0, 1600000000000, 0, 'b', 0, 0);",
                "INSERT INTO message_quoted VALUES (2, 10, 10, 2, 1, 'Y', 1600000000000, 0, 'whose?');");
        assertTrue(Made.detail(made.row("message", 1), "quoted").contains("\"fromMe\":true"));
        assertFalse(Made.detail(made.row("message", 1), "quoted").contains("\"by\""));
        assertFalse(Made.detail(made.row("message", 2), "quoted").contains("\"by\""));
    }

    @Test
    void aCallThatHasAMessageIsOneRecord() throws IOException, InterruptedException {
        var made = made(
                "INSERT INTO message VALUES (1, 10, 0, 'A', 0, 1600000000000, 90, NULL, 0, 0);",
                "INSERT INTO message_call_log VALUES (1, 7);",
                "INSERT INTO call_log VALUES (7, 1, 0, 'CALL7', 1600000000000, 1, 63, 5, 0, 0);",
                "INSERT INTO message_call_log VALUES (5, 8);",
                "INSERT INTO call_log VALUES (8, 1, 0, 'CALL8', 1600000001000, 0, 0, 2, 0, 0);",
                "INSERT INTO call_log VALUES (9, 1, 0, 'CALL9', 1600000002000, 0, 0, 2, 0, 0);");
        assertEquals("63", Made.detail(made.row("message", 1), "seconds"));
        assertEquals("\"answered\"", Made.detail(made.row("message", 1), "howEnded"));
        assertEquals(
                List.of("A", "CALL8", "CALL9"),
                made.records().stream()
                        .map(record -> record.id())
                        .filter(id -> !id.isEmpty())
                        .toList());
    }

    @Test
    void onlyTheWholePathOfAFileMeansIt() throws IOException, InterruptedException {
        var media = "INSERT INTO message_media VALUES (%d, 10, %s, 3, 0, NULL, %s, NULL, NULL, NULL);";
        var made = made(
                "INSERT INTO message VALUES (1, 10, 0, 'A', 0, 1600000000000, 1, NULL, 0, 0);",
                media.formatted(1, "'Media/WhatsApp Images/IMG-1.jpg'", "NULL"),
                "INSERT INTO message VALUES (2, 10, 0, 'B', 0, 1600000000000, 9, NULL, 0, 0);",
                media.formatted(2, "NULL", "'secret.pdf'"),
                "INSERT INTO message VALUES (3, 10, 0, 'C', 0, 1600000000000, 9, NULL, 0, 0);",
                media.formatted(3, "'/storage/emulated/0/WhatsApp/Media/WhatsApp Documents/plan.pdf'", "NULL"));
        var archive = ArchivedStoreTest.zip(Map.of(
                "a/msgstore.db", java.nio.file.Files.readAllBytes(made.file()),
                "b/IMG-1.jpg", new byte[] {1},
                "b/secret.pdf", new byte[] {2},
                "c/Media/WhatsApp Documents/plan.pdf", new byte[] {3}));
        var kept = new Kept();
        Reading.of("phone.zip", Bytes.of(archive), _ -> kept);
        assertEquals(
                List.of("missing", "missing", "present"),
                kept.records.stream()
                        .map(record ->
                                record.object().attachments().getFirst().state().word())
                        .toList());
        assertEquals(
                "secret.pdf",
                kept.records.get(1).object().attachments().getFirst().name());
    }

    @Test
    void aPlaceholderTakesNothingAwayThatStandsBesideIt() throws IOException, InterruptedException {
        var made = made(
                "INSERT INTO message VALUES (1, -1, 0, '-1', NULL, NULL, NULL, NULL, NULL, NULL);",
                "INSERT INTO message_media VALUES (1, 10, NULL, 1, 0, NULL, NULL, 'hidden words', NULL, NULL);");
        assertEquals(List.of("hidden words"), made.texts());
        assertEquals(List.of("row-placeholder"), made.skipped());
        assertEquals("", Made.detail(made.records().getFirst(), "messageMissing"));
    }

    @Test
    void aFileIsNamedWithItsHashAndItsCaption() throws IOException, InterruptedException {
        var made = made(
                "INSERT INTO message VALUES (1, 10, 0, 'A', 0, 1600000000000, 1, NULL, 0, 1);",
                "INSERT INTO message_media VALUES (1, 10, 'Media/WhatsApp Images/IMG-1.jpg', 0, 2048, 'image/jpeg',"
                        + " NULL, 'look', 'aGFzaA==', x'00');",
                "INSERT INTO message VALUES (2, 10, 0, 'B', 0, 1600000000000, 42, NULL, 0, 0);",
                "INSERT INTO message_media VALUES (2, 10, NULL, 0, 0, 'image/jpeg', NULL, NULL, NULL, NULL);");
        var picture = made.row("message", 1);
        assertEquals("look", picture.object().text());
        assertEquals(
                List.of(new Attachment("IMG-1.jpg", Attachment.State.MISSING)),
                picture.object().attachments());
        assertEquals("2048", Made.detail(picture, "fileSize"));
        assertEquals("\"aGFzaA==\"", Made.detail(picture, "fileHash"));
        assertEquals("\"picture\"", Made.detail(picture, "kind"));
        assertEquals(Set.of(Mark.FORWARDED), picture.marks());
        assertEquals(Set.of(Mark.VIEW_ONCE), made.row("message", 2).marks());
    }

    @Test
    void reactionsVotesCardsAndMentionsStandWithTheirMessage() throws IOException, InterruptedException {
        var made = made(
                "INSERT INTO message VALUES (1, 11, 0, 'A', 2, 1600000000000, 66, 'Who?', 0, 0);",
                "INSERT INTO message_poll VALUES (1, NULL, 1, 0);",
                "INSERT INTO message_poll_option VALUES (5, 1, '', 'Ann', 1), (6, 1, '', 'Bob', 0);",
                "INSERT INTO message_add_on VALUES (1, 11, 0, 'V', 1, 1, 1600000005000, 0, 67);",
                "INSERT INTO message_add_on_poll_vote VALUES (1, 1600000005001);",
                "INSERT INTO message_add_on_poll_vote_selected_option VALUES (1, 1, 5);",
                "INSERT INTO message_add_on VALUES (2, 11, 1, 'R', 0, 1, 1600000006000, 0, 56);",
                "INSERT INTO message_add_on_reaction VALUES (2, 'x', 1600000006001);",
                "INSERT INTO message_add_on VALUES (3, 11, 0, 'P', 2, 1, 1600000007000, 0, 79);",
                "INSERT INTO message VALUES (2, 11, 0, 'B', 2, 1600000009000, 4, NULL, 0, 0);",
                "INSERT INTO message_vcard VALUES (1, 2, 'BEGIN:VCARD');",
                "INSERT INTO message_mentions VALUES (1, 2, 1), (2, 2, 98);");
        var poll = made.row("message", 1);
        assertEquals("Who?\nAnn\nBob", poll.object().text());
        assertEquals(Set.of(Mark.POLL), poll.marks());
        assertEquals(
                "{\"by\":\"994501112233@s.whatsapp.net\",\"time\":\"2020-09-13T12:26:45.001Z\",\"answers\":[\"Ann\"]}",
                Made.detail(poll, "vote"));
        assertEquals(
                "{\"fromMe\":true,\"time\":\"2020-09-13T12:26:46.001Z\",\"sign\":\"x\"}",
                Made.detail(poll, "reaction"));
        assertTrue(Made.detail(poll, "addOn").contains("\"addOnType\":79"));
        var card = made.row("message", 2);
        assertEquals("BEGIN:VCARD", card.object().text());
        assertEquals(Set.of(Mark.CONTACT), card.marks());
        assertEquals("\"994501112233@s.whatsapp.net\"", Made.detail(card, "mentioned"));
        assertEquals("98", Made.detail(card, "mentionedRow"));
    }

    @Test
    void whatTheApplicationNotedSaysWhoActedUponWhom() throws IOException, InterruptedException {
        var made = made(
                "INSERT INTO message VALUES (1, 11, 1, 'A', 2, 1600000000000, 7, '', 6, 0);",
                "INSERT INTO message_system VALUES (1, 14);",
                "INSERT INTO message_system_chat_participant VALUES (1, 1), (1, 4);",
                "INSERT INTO message VALUES (2, 10, 1, 'B', 0, 1600000001000, 7, '', 6, 0);",
                "INSERT INTO message_system VALUES (2, 58);",
                "INSERT INTO message_system_block_contact VALUES (2, 1);",
                "INSERT INTO message VALUES (3, 10, 0, 'C', 1, 1600000002000, 7, '', 6, 0);",
                "INSERT INTO message_system VALUES (3, 10);",
                "INSERT INTO message_system_number_change VALUES (3, 1, 2);",
                "INSERT INTO message VALUES (4, 10, 0, 'D', 0, 1600000003000, 7, '', 6, 0);",
                "INSERT INTO message_system VALUES (4, 4711);");
        var removed = made.row("message", 1);
        assertEquals(Verb.REMOVE, removed.verb());
        assertEquals(new Actor.App("+994504445566"), removed.actor());
        assertEquals("\"994504445566@s.whatsapp.net\"", Made.detail(removed, "actedId"));
        assertEquals(Map.of(), made.ledger().bySender());
        assertEquals(
                List.of("\"994501112233@s.whatsapp.net\"", "\"777@lid\""),
                removed.details().stream()
                        .filter(detail -> detail.name().equals("participant"))
                        .map(detail -> detail.value().inOrder())
                        .toList());
        assertEquals(Verb.BLOCK, made.row("message", 2).verb());
        assertEquals(new Actor.App(""), made.row("message", 2).actor());
        assertEquals("\"994504445566@s.whatsapp.net\"", Made.detail(made.row("message", 3), "newId"));
        assertEquals(Verb.CREATE, made.row("message", 4).verb());
        assertEquals("4711", Made.detail(made.row("message", 4), "actionType"));
        assertEquals("", Made.detail(made.row("message", 4), "action"));
    }

    @Test
    void anActionThatIsNotKnownForSureHasNoWord() throws IOException, InterruptedException {
        var made = made(
                "INSERT INTO message VALUES (1, 11, 0, 'A', 2, 1600000000000, 7, '', 6, 0);",
                "INSERT INTO message_system VALUES (1, 4);",
                "INSERT INTO message VALUES (2, 11, 0, 'B', 2, 1600000000000, 7, '', 6, 0);",
                "INSERT INTO message_system VALUES (2, 57);",
                "INSERT INTO message VALUES (3, 11, 0, 'C', 2, 1600000000000, 7, '', 6, 0);",
                "INSERT INTO message_system VALUES (3, 67);");
        assertTrue(made.records().stream().allMatch(record -> record.verb() == Verb.CREATE));
        assertEquals("\"was-added\"", Made.detail(made.row("message", 1), "action"));
        assertEquals("", Made.detail(made.row("message", 2), "action"));
        assertEquals("", Made.detail(made.row("message", 3), "action"));
    }

    @Test
    void aTypeThatNobodyKnowsKeepsItsNumberAndItsWords() throws IOException, InterruptedException {
        var made = made("INSERT INTO message VALUES (1, 10, 0, 'A', 0, 1600000000000, 4242, 'words', 0, 0);");
        assertEquals(List.of("words"), made.texts());
        assertEquals("4242", Made.detail(made.records().getFirst(), "messageType"));
        assertEquals("", Made.detail(made.records().getFirst(), "kind"));
    }

    @Test
    void callsAreRecordsOfTheirOwn() throws IOException, InterruptedException {
        var made = made(
                "INSERT INTO call_log VALUES (1, 1, 0, 'CALL1', 1600000000000, 1, 0, 2, 0, 0);",
                "INSERT INTO call_log VALUES (2, 1, 1, 'CALL2', 1600000001000, 0, 63, 9, 3, 0);");
        var missed = made.row("call_log", 1);
        assertEquals(Set.of(Mark.CALL), missed.marks());
        assertEquals("994501112233@s.whatsapp.net", missed.actor().id());
        assertEquals("\"not-answered\"", Made.detail(missed, "howEnded"));
        assertEquals("true", Made.detail(missed, "videoCall"));
        var own = made.row("call_log", 2);
        assertEquals("Nar", own.actor().name());
        assertEquals("120363@g.us", own.audience().id());
        assertEquals("9", Made.detail(own, "callResult"));
        assertFalse(Made.details(own).containsKey("howEnded"));
    }

    @Test
    void theRowThatWhatsAppPutsFirstIsNoMessage() throws IOException, InterruptedException {
        var made = made(
                "INSERT INTO message VALUES (1, -1, 0, '-1', NULL, NULL, NULL, NULL, NULL, NULL);",
                Tables.message(2, "A", "hello"));
        assertEquals(List.of("hello"), made.texts());
        assertEquals(List.of("row-placeholder"), made.skipped());
        assertFalse(made.warns("missing numbers of messages"));
    }

    @Test
    void whatIsLeftOfAMessageWhoseRowIsGoneIsARecord() throws IOException, InterruptedException {
        var made = made(
                Tables.message(1, "A", "hello"),
                "INSERT INTO message_media VALUES (2, 10, 'Media/IMG-2.jpg', 1, 0, NULL, NULL, 'caption', NULL, NULL);",
                "INSERT INTO message_vcard VALUES (1, 9, 'BEGIN:VCARD');",
                "INSERT INTO message_ftsv2_content VALUES (1, 'hello', '', '');",
                "INSERT INTO message_ftsv2_content VALUES (3, 'i will find you', '', '');",
                Tables.message(4, "B", "bye"));
        assertEquals(List.of("hello", "caption", "", "bye", "BEGIN:VCARD"), made.texts());
        assertEquals("true", Made.detail(made.row("message_media", 2), "messageMissing"));
        assertEquals("\"i will find you\"", Made.detail(made.row("message_ftsv2_content", 3), "searchText"));
        assertEquals("9", Made.detail(made.row("message_vcard", 1), "messageRow"));
        assertEquals("2", Made.detail(made.row("message", 4), "missingBefore"));
    }

    @Test
    void missingNumbersAreCountedAndNotCalledDeleted() throws IOException, InterruptedException {
        var made = made(
                Tables.message(1, "A", "one"),
                Tables.message(5, "B", "two"),
                Tables.message(9, "C", "three"),
                "DELETE FROM message WHERE _id = 9;",
                "UPDATE chat SET ephemeral_expiration = 86400 WHERE _id = 10;");
        assertEquals("3", Made.detail(made.row("message", 5), "missingBefore"));
        assertTrue(made.warns("missing numbers of messages: 7 (places: 2)"));
        assertTrue(made.warns("chats in which messages are set to disappear: 1;"));
    }

    @Test
    void theDatabaseMayNotSayWhosePhoneItIs() throws IOException, InterruptedException {
        var made = made(
                "DELETE FROM props;", "INSERT INTO message VALUES (1, 10, 1, 'A', 0, 1600000000000, 0, 'mine', 0, 0);");
        assertEquals(Actor.UNSTATED, made.records().getFirst().actor());
        assertEquals("true", Made.detail(made.records().getFirst(), "fromMe"));
        assertTrue(made.warns("does not say whose phone it is"));
    }

    @Test
    void everySenderIsCountedAlsoOneWithoutANumber() throws IOException, InterruptedException {
        var made = made(
                "INSERT INTO message VALUES (1, 11, 0, 'A', 4, 1600000000000, 0, 'a', 0, 0);",
                "INSERT INTO message VALUES (2, 11, 0, 'B', 2, 1600000000000, 0, 'b', 0, 0);");
        assertEquals(
                Map.of("777@lid", 1L, "+994504445566 (994504445566@s.whatsapp.net)", 1L),
                made.ledger().bySender());
        assertEquals("2020-09-13T12:26:40Z", made.ledger().first());
    }

    @Test
    void onlyAHiddenAddressHasAnotherBehindIt() throws IOException, InterruptedException {
        var made = made(
                "INSERT INTO message VALUES (1, 11, 0, 'A', 1, 1600000000000, 0, 'by number', 0, 0);",
                "INSERT INTO message VALUES (2, 11, 0, 'B', 4, 1600000001000, 0, 'hidden', 0, 0);",
                "INSERT INTO jid_map VALUES (1, 2, 0), (4, 3, 0);");
        assertEquals(
                List.of(
                        new Actor.Named("+994501112233", "994501112233@s.whatsapp.net"),
                        new Actor.Named("", "777@lid")),
                made.records().stream().map(record -> record.actor()).toList());
    }

    @Test
    void aHiddenAddressWithTwoNumbersHasNone() throws IOException, InterruptedException {
        var made = Made.of(
                folder,
                Tables.NEW.replace("jid_map (lid_row_id INTEGER PRIMARY KEY", "jid_map (lid_row_id INTEGER")
                        + "INSERT INTO message VALUES (1, 11, 0, 'A', 4, 1600000000000, 0, 'hidden', 0, 0);"
                        + "INSERT INTO jid_map VALUES (4, 1, 0), (4, 2, 0);");
        assertEquals(new Actor.Named("", "777@lid"), made.records().getFirst().actor());
    }

    @Test
    void aCallWithAMessageStillSaysWhoAndWhen() throws IOException, InterruptedException {
        var made = made(
                "INSERT INTO message VALUES (1, 10, 0, 'A', 0, 1600000000000, 90, NULL, 0, 0);",
                "INSERT INTO message_call_log VALUES (1, 7);",
                "INSERT INTO call_log VALUES (7, 1, 0, 'CALL7', 1600000000500, 1, 63, 5, 0, 0);");
        assertEquals(
                "{\"id\":\"CALL7\",\"by\":\"994501112233@s.whatsapp.net\",\"time\":\"2020-09-13T12:26:40.500Z\"}",
                Made.detail(made.row("message", 1), "call"));
    }

    @Test
    void aCallThatIsNotSurelyThatOfTheMessageIsARecordOfItsOwn() throws IOException, InterruptedException {
        var made = made(
                "INSERT INTO message VALUES (1, 10, 0, 'A', 0, 1600000000000, 90, NULL, 0, 0);",
                "INSERT INTO message VALUES (2, 10, 0, 'B', 0, 1600000001000, 90, NULL, 0, 0);",
                "INSERT INTO message VALUES (3, 10, 0, 'C', 0, 1600000002000, 90, NULL, 0, 0);",
                "INSERT INTO message_call_log VALUES (1, 7), (2, 7), (3, 9);",
                "INSERT INTO call_log VALUES (7, 1, 0, 'CALL7', 1600000000000, 1, 63, 5, 0, 0);",
                "INSERT INTO call_log VALUES (8, 1, 0, 'CALL8', 1600000001000, 1, 64, 5, 0, 0);",
                "INSERT INTO call_log VALUES (9, 2, 0, 'CALL9', 1600000002000, 1, 65, 5, 0, 0);");
        assertTrue(made.records().stream()
                .filter(record -> record.place().equals(org.taniq.read.record.Place.row("message", 3))
                        || record.place().equals(org.taniq.read.record.Place.row("message", 1)))
                .noneMatch(record -> Made.details(record).containsKey("call")));
        assertEquals(
                Set.of("A", "B", "C", "CALL7", "CALL8", "CALL9"),
                made.records().stream().map(record -> record.id()).collect(java.util.stream.Collectors.toSet()));
        assertEquals(
                "994504445566@s.whatsapp.net",
                made.records().stream()
                        .filter(record -> record.id().equals("CALL9"))
                        .findFirst()
                        .orElseThrow()
                        .actor()
                        .id());
    }

    /// Who sends a message chooses its id.
    @Test
    void aDeletionInAnotherChatOrFromTheOtherSideDeletesNothingHere() throws IOException, InterruptedException {
        var made = made(
                "INSERT INTO message VALUES (1, 11, 0, 'SAME', 2, 1600000000000, 15, NULL, 0, 0);",
                "INSERT INTO message VALUES (2, 10, 0, 'SAME', 0, 1600000001000, 0, 'still here', 0, 0);",
                "INSERT INTO message VALUES (3, 10, 1, 'ANSWER', 0, 1600000002000, 0, 'so', 0, 0);",
                "INSERT INTO message_quoted VALUES (3, 10, 10, 0, 0, 'SAME', 1600000001000, 0, 'still here');",
                "INSERT INTO message VALUES (4, 11, 0, 'ANOTHER', 1, 1600000003000, 0, 'my own', 0, 0);",
                "INSERT INTO message_quoted VALUES (4, 11, 11, 1, 0, 'SAME', 1600000001000, 0, 'from me');",
                "INSERT INTO message VALUES (5, 11, 0, 'THIRD', 1, 1600000004000, 0, 'gone', 0, 0);",
                "INSERT INTO message_quoted VALUES (5, 11, 11, 0, 2, 'SAME', 1600000000000, 0, 'the threat');");
        assertEquals("", Made.detail(made.row("message", 3), "quotedDeleted"));
        assertEquals("", Made.detail(made.row("message", 4), "quotedDeleted"));
        assertEquals("true", Made.detail(made.row("message", 5), "quotedDeleted"));
    }

    /// By which number the index for searching names its messages nobody has said.
    @Test
    void wordsOfTheIndexAreNotSaidOfAMessageForItsNumber() throws IOException, InterruptedException {
        var made = made(
                "INSERT INTO message VALUES (1, 10, 0, 'A', 0, 1600000000000, 1, NULL, 0, 0);",
                "INSERT INTO message_ftsv2_content VALUES (1, 'i will find you', '', '');",
                "INSERT INTO message VALUES (2, 10, 0, 'B', 0, 1600000001000, 0, 'Görüşərik, SABAH!', 0, 0);",
                "INSERT INTO message_ftsv2_content VALUES (2, 'gorusərik sabah', '', '');",
                "INSERT INTO message VALUES (3, 10, 0, 'C', 0, 1600000002000, 0, 'new words', 0, 0);",
                "INSERT INTO message_ftsv2_content VALUES (3, 'old words', '', '');",
                "INSERT INTO message_ftsv2_content VALUES (4, 'nobody knows whose', '', '');");
        assertEquals("", Made.detail(made.row("message", 1), "searchText"));
        assertEquals(
                List.of("\"i will find you\"", "\"old words\"", "\"nobody knows whose\""),
                made.records().stream()
                        .map(record -> Made.detail(record, "searchText"))
                        .filter(words -> !words.isEmpty())
                        .toList());
        assertEquals("", Made.detail(made.row("message_ftsv2_content", 4), "messageMissing"));
    }
}
