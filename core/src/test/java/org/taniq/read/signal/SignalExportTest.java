package org.taniq.read.signal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.taniq.read.signal.Signals.LEYLA;
import static org.taniq.read.signal.Signals.RAUF;
import static org.taniq.read.signal.Signals.bytes;
import static org.taniq.read.signal.Signals.detail;
import static org.taniq.read.signal.Signals.details;
import static org.taniq.read.signal.Signals.item;
import static org.taniq.read.signal.Signals.said;
import static org.taniq.read.signal.Signals.standard;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.taniq.base.When;
import org.taniq.read.record.Actor;
import org.taniq.read.record.Mark;
import org.taniq.read.record.Thing;
import org.taniq.read.record.Verb;

/// The plaintext export of Signal, made after Backup.proto and json/exporter.rs of libsignal.
final class SignalExportTest {
    private static final Actor AS_RAUF = new Actor.Named("Rauf İş", RAUF);

    private final Signals signals = new Signals();

    @Test
    void aMessageHasWhoWhenWhereAndWhat() throws IOException {
        var ledger = signals.chat(said("salam, sabah gəl"));
        var message = signals.only();
        assertEquals("salam, sabah gəl", message.object().text());
        assertEquals(AS_RAUF, message.actor());
        assertEquals(AS_RAUF, message.audience());
        assertTrue(message.published() instanceof When.Exact exact
                && exact.instant().toString().equals("2026-01-01T00:00:00Z")
                && exact.source().contains("1767225600000"));
        assertEquals("2:1767225600000", message.id());
        assertEquals("\"2026-01-01T00:00:01Z\"", detail(message, "received"));
        assertEquals(1, message.details().size());
        assertEquals(0, ledger.skipped());
        assertEquals(Signals.LISTED + 1, ledger.records());
        assertEquals(List.of(), ledger.warningsInEnglish());
        assertEquals("signal-export", ledger.format());
    }

    @Test
    void whatTheOwnerSentIsHersAndSaysWhatBecameOfIt() throws IOException {
        signals.chat(item(
                11,
                1,
                1767225600001L,
                "\"outgoing\":{\"dateReceived\":\"1767225600001\",\"sendStatus\":["
                        + "{\"recipientId\":\"2\",\"timestamp\":\"1767225660000\",\"read\":{\"sealedSender\":true}},"
                        + "{\"recipientId\":\"3\",\"failed\":{\"reason\":\"IDENTITY_KEY_MISMATCH\"}}]},"
                        + standard("\"text\":{\"body\":\"yaxşı\"}")));
        var message = signals.only();
        assertEquals(new Actor.Named("Aysel Quliyeva", "export:self"), message.actor());
        assertEquals(new Actor.Named("Məhəllə", "export:4"), message.audience());
        assertEquals("true", detail(message, "fromMe"));
        assertEquals(
                List.of(
                        "{\"status\":\"read\",\"time\":\"2026-01-01T00:01:00Z\",\"to\":{\"id\":\"" + RAUF
                                + "\",\"name\":\"Rauf İş\"}}",
                        "{\"status\":\"failed\",\"to\":{\"id\":\"" + LEYLA
                                + "\",\"name\":\"Leyla\"},\"why\":\"identity_key_mismatch\"}"),
                details(message, "sendStatus"));
    }

    @Test
    void quotedWordsAreNeverThoseOfWhoeverAnswers() throws IOException {
        String quote = "\"authorId\":\"3\",\"text\":{\"body\":\"ölüm sizə\"},\"type\":\"NORMAL\"";
        for (var sent : List.of("", "\"targetSentTimestamp\":\"1767220000000\",")) {
            signals.chat(item(standard("\"quote\":{" + sent + quote + "},\"text\":{\"body\":\"oxudum\"}")));
            var message = signals.only();
            assertEquals("oxudum", message.object().text());
            assertTrue(detail(message, "quoted").contains("\"text\":\"ölüm sizə\""), sent);
            assertTrue(detail(message, "quoted").contains("\"by\":{\"id\":\"" + LEYLA), sent);
            assertEquals(sent.isEmpty() ? "" : "3:1767220000000", message.inReplyTo());
        }
        signals.chat(item(standard("\"quote\":{" + quote + ",\"more\":\"başqa söz\"}")));
        assertEquals("", signals.only().object().text());
        assertTrue(detail(signals.only(), "member").contains("başqa söz"));
    }

    @Test
    void whoIsMentionedIsSaidWithThePlace() throws IOException {
        signals.chat(item(standard("\"text\":{\"body\":\"\\uFFFC, \\uFFFC get\",\"bodyRanges\":["
                + "{\"length\":1,\"mentionAci\":\"" + bytes(LEYLA) + "\"},"
                + "{\"start\":3,\"length\":1,\"mentionAci\":\"" + bytes("00000000-0000-4000-8000-00000000000f") + "\"},"
                + "{\"start\":5,\"length\":3,\"style\":\"SPOILER\"},{\"start\":0,\"length\":1,\"style\":\"BOLD\"}]}")));
        var message = signals.only();
        assertEquals("\uFFFC, \uFFFC get", message.object().text());
        assertEquals(
                List.of(
                        "{\"id\":\"" + LEYLA + "\",\"name\":\"Leyla\",\"textFrom\":0}",
                        "{\"id\":\"00000000-0000-4000-8000-00000000000f\",\"textFrom\":3}"),
                details(message, "mentioned"));
        assertEquals("{\"kind\":\"spoiler\",\"text\":\"get\",\"textFrom\":5}", detail(message, "stretch"));
    }

    @Test
    void earlierWordsAreRecordsOfTheirOwn() throws IOException {
        String first = "{\"chatId\":\"10\",\"authorId\":\"2\",\"dateSent\":\"1767225600000\",\"incoming\":{},"
                + standard("\"text\":{\"body\":\"səni öldürəcəm\"}") + "}";
        signals.chat(item(
                10,
                2,
                1767229200000L,
                "\"incoming\":{},\"revisions\":[" + first + "]," + standard("\"text\":{\"body\":\"zarafat idi\"}")));
        assertEquals(
                List.of("səni öldürəcəm", "zarafat idi"),
                signals.items().stream().map(record -> record.object().text()).toList());
        for (var record : signals.items()) {
            assertEquals(AS_RAUF, record.actor());
            assertTrue(record.marks().contains(Mark.EDITED));
        }
        assertEquals("\"2:1767229200000\"", detail(signals.items().getFirst(), "replacedBy"));
        assertEquals("\"2:1767225600000\"", detail(signals.items().getLast(), "originalId"));
        assertEquals("\"2026-01-01T01:00:00Z\"", detail(signals.items().getLast(), "edited"));
    }

    @Test
    void anEarlierFormOfSomebodyElseIsNobodys() throws IOException {
        var ledger = signals.chat(item("\"revisions\":[{\"authorId\":\"3\",\"dateSent\":\"5\","
                + standard("\"text\":{\"body\":\"a\"}") + "}]," + standard("\"text\":{\"body\":\"b\"}")));
        var earlier = signals.items().getFirst();
        assertEquals(Actor.UNSTATED, earlier.actor());
        assertTrue(earlier.marks().contains(Mark.LOOKALIKE));
        assertTrue(detail(earlier, "by").contains("Leyla"));
        assertEquals(1, ledger.warningsInEnglish().size());
    }

    @Test
    void aDeletedMessageIsATombstoneOfWhoeverDeletedIt() throws IOException {
        signals.chat(item("\"remoteDeletedMessage\":{}") + item("\"adminDeletedMessage\":{\"adminId\":\"3\"}"));
        var own = signals.items().getFirst();
        assertEquals(new Thing.Tombstone(""), own.object());
        assertEquals(AS_RAUF, own.actor());
        assertEquals(Verb.DELETE, own.verb());
        assertTrue(own.marks().contains(Mark.DELETED));
        var other = signals.items().getLast();
        assertEquals(new Actor.Named("Leyla", LEYLA), other.actor());
        assertTrue(detail(other, "writtenBy").contains(RAUF));
        assertEquals("true", detail(other, "byAdministrator"));
        assertEquals(new Thing.Tombstone(""), other.object());
    }

    @Test
    void aKindThatNobodyKnowsIsNoEmptyMessage() throws IOException {
        var ledger = signals.chat(item("\"holoMessage\":{\"text\":\"yeni söz\",\"masterKey\":\"" + Signals.KEY + "\"}")
                + item("\"sms\":true"));
        for (var record : signals.items()) {
            assertEquals(new Actor.App("Rauf İş"), record.actor());
            assertTrue(record.marks().contains(Mark.SYSTEM));
            assertEquals("\"unsupported\"", detail(record, "messageType"));
        }
        var first = signals.items().getFirst();
        assertEquals("yeni söz", first.object().text());
        assertEquals(
                "{\"name\":\"holoMessage\",\"value\":\"{\\\"text\\\":\\\"yeni söz\\\"}\"}", detail(first, "member"));
        assertEquals("[\"masterKey\"]", detail(first, "keysLeftOut"));
        assertEquals(1, ledger.warningsInEnglish().size());
    }

    @Test
    void aLineOfAnotherKindIsARecordAndAnEmptyOneIsUnread() throws IOException {
        var ledger =
                signals.chat("{\"holo\":{\"note\":\"bir söz\"}}\n{}\n[1]\n\n{\"stickerPack\":{\"packId\":\"AA==\"}}\n");
        assertEquals("bir söz", signals.only().object().text());
        assertEquals(Actor.App.class, signals.only().actor().getClass());
        assertEquals(Map.of("not-a-message", 2L, "blank-line", 1L, "section-not-read", 1L), ledger.skippedReasons());
        assertEquals(Signals.LISTED + 5, ledger.records() + ledger.skipped());
    }

    @Test
    void twoThingsInOneAreNobodys() throws IOException {
        signals.chat(item(standard("\"text\":{\"body\":\"bir söz\"}") + ",\"poll\":{\"question\":\"iki söz\"}")
                + "{\"chatItem\":{\"authorId\":\"2\"," + standard("\"text\":{\"body\":\"üç söz\"}")
                + "},\"chat\":{\"id\":\"99\",\"recipientId\":\"3\"}}\n"
                + said("a").replace("\"standardMessage\":", "\"authorId\":\"3\",\"standardMessage\":"));
        assertEquals(3, signals.items().size());
        signals.items().forEach(record -> assertFalse(record.actor() instanceof Actor.Named));
        assertTrue(signals.items().getFirst().object().text().contains("iki söz"));
        assertTrue(signals.items().get(1).object().text().contains("üç söz"));
        assertTrue(signals.items().getLast().marks().contains(Mark.LOOKALIKE));
    }

    @Test
    void whatSaysThatTheOwnerSentItAndSomebodyElseIsNobodys() throws IOException {
        var ledger = signals.chat(item(10, 2, 5, "\"outgoing\":{}," + standard("\"text\":{\"body\":\"a\"}"))
                + item(10, 1, 6, "\"incoming\":{}," + standard("\"text\":{\"body\":\"b\"}")));
        signals.items().forEach(record -> {
            assertEquals(Actor.UNSTATED, record.actor());
            assertTrue(record.marks().contains(Mark.LOOKALIKE));
            assertFalse(detail(record, "by").isEmpty());
        });
        assertEquals(
                List.of(
                        "2 messages say in one place that the owner of the account sent them and in another that somebody"
                                + " else did: nobody is named who wrote them"),
                ledger.warningsInEnglish());
    }

    @Test
    void keysAreNeverCopied() throws IOException {
        signals.chat(item(standard("\"attachments\":[{\"pointer\":{\"fileName\":\"a.jpg\",\"locatorInfo\":{\"key\":\""
                        + Signals.KEY + "\",\"localKey\":\"" + Signals.KEY + "\",\"plaintextHash\":\"" + bytes(RAUF)
                        + "\"}}}]"))
                + item("\"stickerMessage\":{\"sticker\":{\"packKey\":\"" + Signals.KEY + "\"}}")
                + item("\"giftBadge\":{\"receiptCredentialPresentation\":\"" + Signals.KEY
                        + "\",\"state\":\"OPENED\"}"));
        for (var record : signals.kept.records) {
            String all = record.toJson().canonical();
            assertFalse(all.contains(Signals.KEY), all);
            assertFalse(all.contains("4711"), all);
        }
        assertEquals("[\"mediaRootBackupKey\"]", detail(signals.kept.records.getFirst(), "keysLeftOut"));
        assertEquals("[\"profileKey\",\"svrPin\"]", detail(signals.kept.records.get(1), "keysLeftOut"));
        assertEquals("[\"key\",\"localKey\"]", detail(signals.items().getFirst(), "keysLeftOut"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{\"a\":\"backupTimeMs\"}\n",
                "{\"backupTimeMs\":\"1\",\"version\":\"1\",\"mediaRootBackupKey\":\"AA==\",\"words\":[\"salam\"]}\n",
                "{\"backupTimeMs\":\"1\",\"version\":\"1\",\"currentAppVersion\":\"x\"} salam, bu qeydimdir\n",
                "{\"backupTimeMs\":\"1\",\"version\":\"1\"}\n",
                "{\"backupTimeMs\":\"salam\",\"version\":\"1\",\"mediaRootBackupKey\":\"AA==\"}\n",
                "{\"backupTimeMs\":{},\"version\":\"1\",\"mediaRootBackupKey\":\"AA==\"}\n",
                "{\"account\":{}}\n{\"recipient\":{\"id\":\"1\",\"self\":{}}}\n"
            })
    void nothingElseIsAnExport(String text) throws IOException {
        assertFalse(Signals.knows(text));
        assertFalse(Signals.knows("\n" + Signals.HEADER));
        assertFalse(Signals.knows("salam\n" + Signals.HEADER + Signals.PEOPLE));
    }

    @Test
    void anExportIsKnownByItsFirstLine() throws IOException {
        assertTrue(Signals.knows(Signals.HEADER + Signals.PEOPLE));
        assertTrue(Signals.knows("\uFEFF" + Signals.HEADER));
        assertTrue(Signals.knows(Signals.HEADER.strip()));
        assertTrue(Signals.knows(Signals.HEADER.replace("\"version\"", "\"ofALaterProgram\":true,\"version\"")));
        assertTrue(Signals.knows(Signals.HEADER.replace("}\n", "} \r\n")));
        assertTrue(Signals.knows(Signals.HEADER.replace("\"version\":\"1\"", "\"version\":1")));
    }
}
