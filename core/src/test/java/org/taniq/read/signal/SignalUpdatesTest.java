package org.taniq.read.signal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.taniq.read.signal.Signals.LEYLA;
import static org.taniq.read.signal.Signals.RAUF;
import static org.taniq.read.signal.Signals.bytes;
import static org.taniq.read.signal.Signals.detail;
import static org.taniq.read.signal.Signals.details;
import static org.taniq.read.signal.Signals.item;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.taniq.read.record.Activity;
import org.taniq.read.record.Actor;
import org.taniq.read.record.Mark;
import org.taniq.read.record.Verb;

/// What Signal itself noted in a chat, and what is sent besides words.
final class SignalUpdatesTest {
    private static final String AS_RAUF = "{\"id\":\"" + RAUF + "\",\"name\":\"Rauf İş\"}";
    private static final String AS_LEYLA = "{\"id\":\"" + LEYLA + "\",\"name\":\"Leyla\"}";

    private final Signals signals = new Signals();

    private Activity update(String json) throws IOException {
        signals.chat(item("\"updateMessage\":" + json));
        return signals.items().getFirst();
    }

    @Test
    void whatWasDoneInAGroupIsARecordEachWithWhoDidItToWhom() throws IOException {
        update("{\"groupChange\":{\"updates\":["
                + "{\"groupNameUpdate\":{\"updaterAci\":\"" + bytes(RAUF) + "\",\"newGroupName\":\"Aysel qəhbədir\"}},"
                + "{\"groupMemberRemovedUpdate\":{\"removerAci\":\"" + bytes(RAUF) + "\",\"removedAci\":\""
                + bytes(LEYLA) + "\"}},"
                + "{\"groupMemberLeftUpdate\":{\"aci\":\"" + bytes(LEYLA) + "\"}},"
                + "{\"groupInvitationRevokedUpdate\":{\"updaterAci\":\"" + bytes(RAUF)
                + "\",\"invitees\":[{\"inviteeAci\":\"" + bytes(LEYLA) + "\"}]}},"
                + "{\"groupHoloUpdate\":{\"updaterAci\":\"" + bytes(RAUF) + "\",\"what\":\"yeni söz\"}},{}]}}");
        var all = signals.items();
        assertEquals(6, all.size());
        assertEquals("Aysel qəhbədir", all.getFirst().object().text());
        assertEquals(
                List.of(
                        "\"subject-changed\"",
                        "\"removed\"",
                        "\"left\"",
                        "\"invitation-revoked\"",
                        "\"groupHoloUpdate\"",
                        ""),
                all.stream().map(record -> detail(record, "action")).toList());
        assertEquals(
                List.of(Verb.UPDATE, Verb.REMOVE, Verb.LEAVE, Verb.CREATE, Verb.CREATE, Verb.CREATE),
                all.stream().map(Activity::verb).toList());
        assertEquals(
                List.of("Rauf İş", "Rauf İş", "Leyla", "Rauf İş", "Rauf İş", ""),
                all.stream().map(record -> record.actor().name()).toList());
        all.forEach(record ->
                assertTrue(record.actor() instanceof Actor.App && record.marks().contains(Mark.SYSTEM)));
        assertEquals("\"" + RAUF + "\"", detail(all.get(1), "actedId"));
        assertEquals(AS_LEYLA, detail(all.get(1), "participant"));
        assertEquals(AS_LEYLA, detail(all.get(3), "participant"));
        assertEquals("yeni söz", all.get(4).object().text());
        assertEquals("\"unsupported\"", detail(all.get(5), "messageType"));
    }

    @Test
    void simpleUpdatesSayWhatHappened() throws IOException {
        assertEquals(
                "\"security-code-changed\"",
                detail(update("{\"simpleUpdate\":{\"type\":\"IDENTITY_UPDATE\"}}"), "action"));
        assertEquals(
                Verb.BLOCK, update("{\"simpleUpdate\":{\"type\":\"BLOCKED\"}}").verb());
        assertEquals("\"77\"", detail(update("{\"simpleUpdate\":{\"type\":77}}"), "action"));
        assertEquals("\"simpleUpdate\"", detail(update("{\"simpleUpdate\":{}}"), "action"));
        assertEquals("\"unsupported\"", detail(update("{}"), "messageType"));
        assertTrue(detail(update("{\"a\":{},\"b\":\"iki söz\"}"), "member").contains("iki söz"));
    }

    @Test
    void namesTimersAndNumbersAreKept() throws IOException {
        var name = update("{\"profileChange\":{\"previousName\":\"Rauf\",\"newName\":\"Sənin cəlladın\"}}");
        assertEquals("Sənin cəlladın", name.object().text());
        assertEquals("\"Rauf\"", detail(name, "oldValue"));
        assertEquals(
                "86400",
                detail(update("{\"expirationTimerChange\":{\"expiresInMs\":\"86400000\"}}"), "disappearsAfter"));
        assertEquals("0", detail(update("{\"expirationTimerChange\":{}}"), "disappearsAfter"));
        assertEquals(
                "\"+994501112233\"", detail(update("{\"threadMerge\":{\"previousE164\":\"994501112233\"}}"), "oldId"));
        var pinned = update("{\"pinMessage\":{\"targetSentTimestamp\":\"5\",\"authorId\":\"3\"}}");
        assertEquals("{\"message\":\"3:5\"}", detail(pinned, "refersTo"));
        assertEquals(
                "Kim?",
                update("{\"pollTerminate\":{\"targetSentTimestamp\":\"5\",\"question\":\"Kim?\"}}")
                        .object()
                        .text());
    }

    @Test
    void aCallSaysWhoBeganItAndHowItEnded() throws IOException {
        var call = update(
                "{\"individualCall\":{\"callId\":\"18446744073709551615\",\"type\":\"VIDEO_CALL\",\"direction\":\"INCOMING\",\"state\":\"MISSED\",\"startedCallTimestamp\":\"1767225600000\"}}");
        assertTrue(call.marks().contains(Mark.CALL));
        assertEquals("\"missed\"", detail(call, "howEnded"));
        assertEquals("\"INCOMING\"", detail(call, "callDirection"));
        assertEquals("true", detail(call, "videoCall"));
        assertEquals("\"2026-01-01T00:00:00Z\"", detail(call, "callStarted"));
        assertEquals("\"18446744073709551615\"", detail(call, "callId"));
        var ofGroup = update(
                "{\"groupCall\":{\"state\":\"RINGING\",\"ringerRecipientId\":\"2\",\"startedCallRecipientId\":\"3\",\"endedCallTimestamp\":\"1767225660000\"}}");
        assertEquals(AS_RAUF, detail(ofGroup, "rangBy"));
        assertEquals(AS_LEYLA, detail(ofGroup, "startedBy"));
        assertEquals("\"2026-01-01T00:01:00Z\"", detail(ofGroup, "callEnded"));
    }

    @Test
    void aPollHasItsWordsAndWhoVotedForWhat() throws IOException {
        signals.chat(item(
                "\"poll\":{\"question\":\"Kimi döyək?\",\"options\":[{\"option\":\"Ayseli\",\"votes\":[{\"voterId\":\"2\",\"voteCount\":1}]},"
                        + "{\"option\":\"heç kimi\"}],\"hasEnded\":true}"));
        var poll = signals.only();
        assertEquals("Kimi döyək?\nAyseli\nheç kimi", poll.object().text());
        assertTrue(poll.marks().contains(Mark.POLL));
        assertEquals("{\"answer\":\"Ayseli\",\"by\":" + AS_RAUF + ",\"count\":1}", detail(poll, "vote"));
        assertEquals("true", detail(poll, "closed"));
    }

    @Test
    void whatIsSentBesidesWordsKeepsItsWords() throws IOException {
        signals.chat(item(
                        "\"paymentNotification\":{\"amountMob\":\"1.5\",\"note\":\"susmaq üçün\",\"transactionDetails\":{\"transaction\":{\"status\":\"SUCCESSFUL\",\"receipt\":\"AAAA\"}}}")
                + item("\"giftBadge\":{\"receiptCredentialPresentation\":\"AAAA\",\"state\":\"OPENED\"}")
                + item(
                        "\"directStoryReplyMessage\":{\"textReply\":{\"text\":{\"body\":\"gördüm səni\"}},\"reactions\":[{\"emoji\":\"❤\",\"authorId\":\"3\",\"sentTimestamp\":\"1767225600000\"}]}")
                + item("\"directStoryReplyMessage\":{\"emoji\":\"🔪\"}")
                + item(
                        "\"contactMessage\":{\"contact\":{\"name\":{\"givenName\":\"Leyla\"},\"number\":[{\"value\":\"+994551112233\",\"type\":\"MOBILE\"}],\"address\":[{\"street\":\"Nizami 5\"}]}}")
                + item("\"viewOnceMessage\":{}"));
        var all = signals.items();
        assertEquals(
                List.of("susmaq üçün", "", "gördüm səni", "🔪", "Leyla\n+994551112233\nNizami 5", ""),
                all.stream().map(record -> record.object().text()).toList());
        assertEquals("\"1.5 MOB\"", detail(all.getFirst(), "paid"));
        assertEquals("[\"receipt\"]", detail(all.getFirst(), "keysLeftOut"));
        assertEquals(
                "{\"by\":" + AS_LEYLA + ",\"sign\":\"❤\",\"time\":\"2026-01-01T00:00:00Z\"}",
                detail(all.get(2), "reaction"));
        assertEquals(1L, all.get(2).counts().get("reactions"));
        assertEquals("\"\"", detail(all.get(4), "mainWords"));
        assertTrue(all.get(4).marks().contains(Mark.CONTACT));
        assertTrue(all.get(5).marks().contains(Mark.VIEW_ONCE));
        assertEquals(
                "omitted", all.get(5).object().attachments().getFirst().state().word());
    }

    @Test
    void whatElseIsSaidOfAMessageIsKept() throws IOException {
        signals.chat(
                item(
                        "\"sms\":true,\"expireStartDate\":\"1767225600000\",\"expiresInMs\":\"3600000\",\"pinDetails\":{\"pinnedAtTimestamp\":\"1767225600000\",\"pinNeverExpires\":true},"
                                + Signals.standard(
                                        "\"text\":{\"body\":\"bax\"},\"linkPreview\":[{\"url\":\"https://a.example\",\"title\":\"Başlıq\",\"description\":\"Təsvir\",\"date\":\"1767225600000\"}]")));
        var record = signals.only();
        assertEquals("bax", record.object().text());
        assertEquals("true", detail(record, "sms"));
        assertEquals("3600", detail(record, "disappearsAfter"));
        assertEquals("\"2026-01-01T00:00:00Z\"", detail(record, "timerStarted"));
        assertEquals("{\"time\":\"2026-01-01T00:00:00Z\"}", detail(record, "pinned"));
        assertEquals("\"Başlıq\"", detail(record, "linkTitle"));
        assertEquals("\"Təsvir\"", detail(record, "linkDescription"));
        assertEquals(1, details(record, "linkUrl").size());
    }
}
