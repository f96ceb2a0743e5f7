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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.taniq.read.record.Activity;
import org.taniq.read.record.Actor;
import org.taniq.read.record.Mark;

/// Exports that somebody made or changed: no word of them vanishes, nobody is named whom they contradict, no key is
/// copied, and what comes of a line is no multiple of it.
final class HostileSignalTest {
    private static final String SAID = "\"standardMessage\":{\"text\":{\"body\":\"a\"}}";
    private static final String IN = "\"incoming\":{},";

    private final Signals signals = new Signals();

    @Test
    void partsThatLieOverOneAnotherAreNotCopiedAgainAndAgain() throws IOException {
        String body = "a".repeat(4_000_000);
        String range = "{\"length\":4000000,\"style\":\"SPOILER\"},";
        signals.chat(item(standard("\"text\":{\"body\":\"" + body + "\",\"bodyRanges\":[" + range.repeat(3000)
                + "{\"length\":3,\"style\":\"SPOILER\"}]}")));
        var stretches = details(signals.only(), "stretch");
        assertEquals(3001, stretches.size());
        assertTrue(stretches.stream().limit(3000).noneMatch(stretch -> stretch.contains("aaaa")));
        assertTrue(stretches.getLast().contains("\"aaa\""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"updateMessage\":{\"groupChange\":{\"updates\":[%s{}]}}",
                "\"revisions\":[%s{}],\"standardMessage\":{}"
            })
    void whatALineSaysOfItselfIsNotRepeatedInManyRecords(String members) throws IOException {
        String id = "x".repeat(65_000);
        signals.chat("{\"chatItem\":{\"chatId\":\"" + id + "\",\"authorId\":\"" + id + "\",\"dateSent\":\"" + id + "\","
                + members.replace("%s", "{},".repeat(20_000)) + "}}\n");
        var all = signals.items();
        assertEquals(1001, all.size());
        assertTrue(all.stream()
                        .mapToLong(record -> record.toJson().canonical().length())
                        .sum()
                < 3_000_000);
        var kept = all.stream()
                .filter(record -> details(record, "member").toString().contains(id))
                .toList();
        assertEquals(1, kept.size(), "what is too long to be a number is said once");
        assertTrue(details(kept.getFirst(), "member").size() > 10_000, "and what is too much, too");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"text\":{\"body\":[\"söz\"]}",
                "\"text\":{\"body\":\"a\",\"bodyRanges\":[{\"mentionAci\":[\"söz\"]}]}",
                "\"text\":{\"body\":\"a\",\"bodyRanges\":[{\"mentionAci\":\"söz\"}]}",
                "\"linkPreview\":[{\"title\":{\"a\":\"söz\"}}]",
                "\"quote\":{\"text\":{\"body\":[\"söz\"]}}",
                "\"attachments\":[{\"pointer\":{\"caption\":[\"söz\"]}}]",
                "\"attachments\":[{\"pointer\":{\"avatarUrl\":\"söz səni\"}}]",
            })
    void wordsInAnotherPlaceThanTheirsAreKept(String members) throws IOException {
        signals.chat(item(standard(members)));
        assertTrue(signals.only().toJson().canonical().contains("söz"), members);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"poll\":{\"question\":[\"söz\"],\"options\":[{\"option\":{\"a\":\"söz\"}}]}",
                "\"paymentNotification\":{\"note\":[\"söz\"]}",
                "\"updateMessage\":{\"groupChange\":{\"updates\":[{\"groupNameUpdate\":{\"newGroupName\":[\"söz\"]}}]}}",
                "\"updateMessage\":{\"groupChange\":{\"updates\":[{\"groupMemberLeftUpdate\":{\"aci\":\"söz\"}}]}}",
                "\"updateMessage\":{\"profileChange\":{\"previousName\":{\"a\":\"söz\"}}}",
                "\"directionless\":{\"text\":\"bir söz\"},\"standardMessage\":{}"
            })
    void wordsInAnotherPlaceThanTheirsAreKeptWhateverIsSent(String members) throws IOException {
        signals.chat(item(members));
        assertTrue(signals.only().toJson().canonical().contains("söz"), members);
    }

    @Test
    void wordsInAnotherPlaceOfAPersonAreKept() throws IOException {
        signals.read(Signals.HEADER
                + contact(
                        2,
                        RAUF,
                        "\"note\":[\"bir söz\"],\"nickname\":{\"given\":\"A\",\"given\":\"B\",\"x\":\"hədə\"},"
                                + "\"e164\":\"zəng\",\"profileGivenName\":[\"ad\"]"));
        String all = signals.kept.records.getLast().toJson().canonical();
        for (String word : List.of("bir söz", "\\\"B\\\"".replace("\\", ""), "hədə", "zəng", "ad")) {
            assertTrue(all.contains(word), word + " in " + all);
        }
    }

    @Test
    void oneWordOfAKindThatIsNotKnownIsText() throws IOException {
        signals.chat(item("\"newKindMessage\":{\"text\":\"Oldurecem\",\"more\":\"SUS\",\"count\":\"17\"}"));
        assertEquals("Oldurecem\nSUS", signals.only().object().text());
    }

    @Test
    void anAccountThatIsSaidTwiceNamesNobody() throws IOException {
        signals.read(Signals.HEADER + "{\"account\":{\"givenName\":\"Aysel\",\"givenName\":\"Rauf\"}}\n"
                + "{\"recipient\":{\"id\":\"1\",\"self\":{}}}\n" + item(10, 1, 5, "\"outgoing\":{}," + SAID));
        assertEquals(new Actor.Named("", "export:self"), last().actor());
    }

    @Test
    void ofTwoWhoAreSaidToBeTheOwnerNeitherIs() throws IOException {
        signals.read(Signals.HEADER + Signals.PEOPLE + "{\"recipient\":{\"id\":\"9\",\"self\":{}}}\n"
                + item(10, 1, 5, "\"outgoing\":{}," + SAID));
        assertEquals(new Actor.Named("", "export:1"), last().actor());
    }

    @Test
    void aChatThatIsSaidTwiceIsWithNobody() throws IOException {
        signals.read(Signals.HEADER + contact(2, RAUF, "\"note\":\"\"")
                + "{\"chat\":{\"id\":\"10\",\"recipientId\":\"2\",\"recipientId\":\"3\"}}\n" + said("a"));
        assertEquals(Actor.UNSTATED, last().audience());
    }

    /// In a chat with one person somebody else; a group; nobody said which way it went.
    @Test
    void whomTheExportContradictsWroteNothing() throws IOException {
        for (var message : List.of(
                item(10, 3, 5, IN + SAID),
                item(10, 1, 5, IN + SAID),
                item(11, 4, 5, IN + SAID),
                item(11, 2, 5, SAID),
                item(11, 2, 5, "\"directionless\":{}," + SAID))) {
            var ledger = signals.chat(message);
            assertEquals(Actor.UNSTATED, signals.only().actor(), message);
            assertTrue(signals.only().marks().contains(Mark.LOOKALIKE), message);
            assertEquals(1, ledger.warningsInEnglish().size(), message);
        }
        signals.chat(item(11, 3, 5, IN + SAID));
        assertEquals(new Actor.Named("Leyla", LEYLA), signals.only().actor());
    }

    @Test
    void ofAMessageWhoseEarlierFormIsOfSomebodyElseNobodyWroteEither() throws IOException {
        for (var other : List.of("\"chatId\":\"11\",\"authorId\":\"3\"", "\"chatId\":\"12\",\"authorId\":\"2\"")) {
            var ledger = signals.chat(item(
                    11, 2, 9, IN + "\"revisions\":[{" + other + ",\"dateSent\":\"8\"," + IN + SAID + "}]," + SAID));
            assertEquals(
                    List.of(Actor.UNSTATED, Actor.UNSTATED),
                    signals.items().stream().map(Activity::actor).toList());
            assertTrue(ledger.warningsInEnglish().getFirst().startsWith("2 messages say"), ledger.toString());
        }
    }

    @Test
    void aKeyIsLeftOutHoweverItIsSpelt() throws IOException {
        signals.read(Signals.HEADER
                + contact(2, RAUF, "\"profile_key\":\"gizliaciqdir\",\"IdentityKey\":\"gizliaciqdir\"")
                + "{\"recipient\":{\"id\":\"4\",\"group\":{\"master_key\":\"gizliaciqdir\"}}}\n"
                + "{\"account\":{\"svr_pin\":\"gizliaciqdir\",\"accountEntropyPool\":\"gizliaciqdir\"}}\n");
        for (var record : signals.kept.records) {
            assertTrue(!record.toJson().canonical().contains("gizliaciqdir"), record.toString());
        }
        assertEquals("[\"accountEntropyPool\",\"svr_pin\"]", detail(last(), "keysLeftOut"));
    }

    @Test
    void whereTheAuthorsWordsEndIsSaidHoweverMuchElseThereIs() throws IOException {
        signals.chat(item("\"contactMessage\":{\"contact\":{\"organization\":\"" + "söz ".repeat(1_300_000)
                + "\",\"profileKey\":\"AA==\"}}"));
        assertEquals("\"\"", detail(signals.only(), "mainWords"));
        assertEquals("[\"profileKey\"]", detail(signals.only(), "keysLeftOut"));
        assertTrue(Integer.parseInt(detail(signals.only(), "leftOut")) > 0);
    }

    @Test
    void votesForALongAnswerShareIt() throws IOException {
        String votes = "{},".repeat(60_000);
        signals.chat(item("\"poll\":{\"question\":\"q\",\"options\":[{\"option\":\"" + "ə".repeat(60_000)
                + "\",\"votes\":[" + votes + "{}]}]}"));
        var record = signals.only();
        long left = Long.parseLong(detail(record, "leftOut"));
        assertEquals(60_001, left + details(record, "vote").size());
    }

    @Test
    void longIdsAreNoIdsAndTakeNoRoom() throws IOException {
        String id = "-".repeat(65_000);
        signals.read(Signals.HEADER + contact(2, RAUF, "\"pni\":\"" + id + "\"")
                + "{\"recipient\":{\"id\":\"3\",\"contact\":{\"aci\":\"" + id + "\"}}}\n"
                + item(10, 3, 5, IN + SAID)
                + "{\"chat\":{\"id\":\"1\",\"recipientId\":\"" + id + "\",\"expirationTimerMs\":\"1000\"}}\n");
        assertEquals(
                new Actor.Named("", "export:3"), signals.kept.records.get(3).actor());
        assertTrue(last().toJson().canonical().contains(id));
    }

    private Activity last() {
        return signals.kept.records.getLast();
    }
}
