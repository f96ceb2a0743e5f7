package org.taniq.read.signal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.taniq.read.signal.Signals.LEYLA;
import static org.taniq.read.signal.Signals.RAUF;
import static org.taniq.read.signal.Signals.contact;
import static org.taniq.read.signal.Signals.detail;
import static org.taniq.read.signal.Signals.details;
import static org.taniq.read.signal.Signals.item;
import static org.taniq.read.signal.Signals.said;
import static org.taniq.read.signal.Signals.standard;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.taniq.read.record.Actor;
import org.taniq.read.record.Mark;

/// Who is who in an export: nobody is ever taken for somebody else.
final class SignalPeopleTest {
    private final Signals signals = new Signals();

    private Actor author() {
        return signals.kept.records.getLast().actor();
    }

    @Test
    void whoIsDescribedBehindHisMessageIsKnown() throws IOException {
        signals.read(Signals.HEADER + contact(3, LEYLA, "\"profileGivenName\":\"Leyla\"") + said("a"));
        assertEquals(new Actor.Named("", "export:2"), author());
        var ledger = signals.read(Signals.HEADER + said("a") + contact(2, RAUF, "\"profileGivenName\":\"Rauf\""));
        assertEquals(new Actor.Named("Rauf", RAUF), signals.kept.records.get(1).actor());
        assertEquals(List.of(), ledger.warningsInEnglish());
    }

    @Test
    void ofTwoWithOneNumberNeitherIsBelieved() throws IOException {
        var ledger = signals.read(Signals.HEADER + Signals.PEOPLE + contact(2, LEYLA, "\"profileGivenName\":\"Leyla\"")
                + "{\"chat\":{\"id\":\"10\",\"recipientId\":\"3\"}}\n" + said("a"));
        assertEquals(new Actor.Named("", "export:2"), author());
        var message = signals.kept.records.getLast();
        assertEquals(Actor.UNSTATED, message.audience());
        assertEquals("\"10\"", detail(message, "chat"));
        assertEquals(1, ledger.warningsInEnglish().size());
    }

    @Test
    void whoStandsThereTwiceAlikeIsOne() throws IOException {
        signals.read(Signals.HEADER + Signals.PEOPLE + Signals.PEOPLE + said("a"));
        assertEquals(new Actor.Named("Rauf İş", RAUF), author());
    }

    @Test
    void whoIsSaidToBeTwoThingsIsNotKnown() throws IOException {
        for (var both : List.of(
                "\"contact\":{\"profileGivenName\":\"A\"},\"self\":{}",
                "\"contact\":{\"profileGivenName\":\"A\"},\"contact\":{\"profileGivenName\":\"B\"}",
                "\"contact\":{\"profileGivenName\":\"A\",\"profileGivenName\":\"B\"}",
                "\"robot\":{\"profileGivenName\":\"A\"}",
                "\"contact\":5")) {
            signals.read(Signals.HEADER + "{\"recipient\":{\"id\":\"2\"," + both + "}}\n" + said("a"));
            assertEquals(new Actor.Named("", "export:2"), author(), both);
        }
        signals.read(Signals.HEADER
                + contact(2, RAUF, "\"profileGivenName\":\"A\"").replace("}}}", "}},\"chat\":{\"id\":\"1\"}}")
                + said("a"));
        assertEquals(new Actor.Named("", "export:2"), author());
    }

    @Test
    void aMessageWithoutAnAuthorIsNobodys() throws IOException {
        signals.read(Signals.HEADER
                + Signals.PEOPLE
                + said("a").replace("\"authorId\":\"2\",", "").replace("\"chatId\":\"10\",", ""));
        assertEquals(Actor.UNSTATED, author());
        assertEquals("1767225600000", signals.kept.records.getLast().id());
    }

    @Test
    void aNameIsThatWhichSignalShows() throws IOException {
        for (var each : List.of(
                "\"nickname\":{\"given\":\"N\"},\"systemGivenName\":\"S\",\"profileGivenName\":\"P\"|N",
                "\"systemGivenName\":\"S\",\"systemFamilyName\":\"F\",\"profileGivenName\":\"P\"|S F",
                "\"profileGivenName\":\"P\",\"username\":\"u.01\"|P",
                "\"username\":\"u.01\",\"e164\":\"994501112233\"|u.01",
                "\"e164\":\"994501112233\"|+994501112233",
                "\"blocked\":true|")) {
            String[] both = each.split("\\|", -1);
            signals.read(Signals.HEADER + contact(2, RAUF, both[0]) + said("a"));
            assertEquals(new Actor.Named(both[1], RAUF), author());
        }
    }

    @Test
    void whoHasNoAccountHasHisTelephoneNumberAsId() throws IOException {
        signals.read(Signals.HEADER + "{\"recipient\":{\"id\":\"2\",\"contact\":{\"e164\":\"994501112233\"}}}\n"
                + said("a"));
        assertEquals(new Actor.Named("+994501112233", "+994501112233"), author());
    }

    @Test
    void whatIsKnownOfAPersonIsARecord() throws IOException {
        signals.read(
                Signals.HEADER
                        + contact(
                                2,
                                RAUF,
                                "\"e164\":\"994501112233\",\"blocked\":true,\"note\":\"hədələyən\",\"nickname\":{\"given\":\"N\"},"
                                        + "\"systemGivenName\":\"S\",\"profileGivenName\":\"P\",\"notRegistered\":{\"unregisteredTimestamp\":\"5\"}"));
        var person = signals.kept.records.getLast();
        assertEquals("N\nS\nP\n+994501112233\nhədələyən", person.object().text());
        assertEquals(new Actor.App(""), person.actor());
        assertEquals("\"person\"", detail(person, "kind"));
        assertEquals("\"P\"", detail(person, "profileName"));
        assertEquals("\"S\"", detail(person, "phoneBookName"));
        assertEquals("\"+994501112233\"", detail(person, "phone"));
        assertEquals("\"hədələyən\"", detail(person, "contactNote"));
        assertEquals("\"" + RAUF + "\"", detail(person, "account"));
        assertEquals("true", detail(person, "blocked"));
        assertEquals("[\"identityKey\",\"profileKey\"]", detail(person, "keysLeftOut"));
        assertTrue(detail(person, "member").contains("notRegistered"));
    }

    @Test
    void aGroupHasItsWordsAndWhoIsInItWithTheirLabels() throws IOException {
        signals.read(Signals.HEADER + Signals.PEOPLE);
        var group = signals.kept.records.get(5);
        assertEquals("Məhəllə\nbizim küçə", group.object().text());
        assertEquals("\"group\"", detail(group, "kind"));
        assertEquals(
                List.of(
                        "{\"id\":\"" + RAUF
                                + "\",\"label\":\"şef sənəm\",\"labelEmoji\":\"👑\",\"name\":\"Rauf İş\",\"role\":\"administrator\",\"status\":\"member\"}",
                        "{\"id\":\"" + LEYLA
                                + "\",\"name\":\"Leyla\",\"status\":\"banned\",\"time\":\"2025-12-31T16:53:20Z\"}"),
                details(group, "groupMember"));
    }

    @Test
    void otherRecipientsAndListsKeepTheirWords() throws IOException {
        signals.read(
                Signals.HEADER
                        + "{\"recipient\":{\"id\":\"7\",\"distributionList\":{\"distributionId\":\"AA==\",\"distributionList\":{\"name\":\"Yaxınlar\",\"memberRecipientIds\":[\"2\"]}}}}\n"
                        + "{\"recipient\":{\"id\":\"8\",\"callLink\":{\"rootKey\":\"AA==\",\"adminKey\":\"AA==\",\"name\":\"Görüş\"}}}\n"
                        + "{\"recipient\":{\"id\":\"9\",\"releaseNotes\":{}}}\n"
                        + "{\"chatFolder\":{\"name\":\"İş qovluğu\",\"includedRecipientIds\":[\"2\"]}}\n"
                        + "{\"notificationProfile\":{\"name\":\"Gecə\",\"emoji\":\"🌙\"}}\n"
                        + "{\"adHocCall\":{\"callId\":\"1\",\"recipientId\":\"8\",\"state\":\"GENERIC\",\"callTimestamp\":\"1767225600000\"}}\n"
                        + "{\"account\":{\"username\":\"aysel.01\",\"bioText\":\"mən buradayam\",\"usernameLink\":{\"entropy\":\"AA==\"}}}\n");
        assertEquals(
                List.of("Yaxınlar", "Görüş", "", "İş qovluğu", "Gecə\n🌙", "", "aysel.01\nmən buradayam"),
                signals.kept.records.stream()
                        .skip(1)
                        .map(record -> record.object().text())
                        .toList());
        assertEquals("[\"adminKey\",\"rootKey\"]", detail(signals.kept.records.get(2), "keysLeftOut"));
        assertTrue(signals.kept.records.get(6).marks().contains(Mark.CALL));
        assertEquals(
                new Actor.Named("Görüş", "export:8"),
                signals.kept.records.get(6).audience());
        assertEquals("[\"usernameLink\"]", detail(signals.kept.records.getLast(), "keysLeftOut"));
    }

    @Test
    void thatMessagesDisappearInAChatIsAWarning() throws IOException {
        String timer = "\"expirationTimerMs\":\"86400000\"";
        signals.read(Signals.HEADER + Signals.PEOPLE.replace("\"expireTimerVersion\":1", timer));
        assertEquals("86400", detail(signals.kept.records.get(6), "disappearsAfter"));
        String ofGroup = "\"snapshot\":{\"disappearingMessagesTimer\":{\"disappearingMessagesDuration\":5},";
        String once = item("\"updateMessage\":{\"expirationTimerChange\":{\"expiresInMs\":\"5000\"}}");
        for (var people : List.of(
                Signals.PEOPLE.replace("\"expireTimerVersion\":1", timer) + once,
                Signals.PEOPLE.replace("\"snapshot\":{", ofGroup),
                Signals.PEOPLE + once)) {
            assertEquals(
                    List.of("in 1 chats messages disappear after a time, or did once: Signal leaves every message that"
                            + " disappears out of the export"),
                    signals.read(Signals.HEADER + people).warningsInEnglish());
        }
        assertEquals(
                List.of(),
                signals.read(Signals.HEADER + Signals.PEOPLE + once.replace("5000", "0"))
                        .warningsInEnglish());
    }

    @Test
    void ofTwoWithOneAccountNeitherIsMentioned() throws IOException {
        signals.chat(contact(9, LEYLA, "\"profileGivenName\":\"Başqa\"")
                + item(standard("\"text\":{\"body\":\"\uFFFC\",\"bodyRanges\":[{\"mentionAci\":\""
                        + Signals.bytes(LEYLA) + "\"}]}")));
        assertEquals("{\"id\":\"" + LEYLA + "\",\"textFrom\":0}", detail(signals.kept.records.getLast(), "mentioned"));
    }

    @Test
    void theOwnersNameIsThatOfHerAccountUnlessThereAreTwo() throws IOException {
        String own = item(10, 1, 5, "\"outgoing\":{}," + standard("\"text\":{\"body\":\"a\"}"));
        signals.chat("{\"account\":{\"givenName\":\"Başqa\"}}\n" + own);
        assertEquals(new Actor.Named("", "export:self"), author());
    }
}
