package org.taniq.read.telegram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.taniq.read.telegram.Telegrams.account;
import static org.taniq.read.telegram.Telegrams.alone;
import static org.taniq.read.telegram.Telegrams.chat;
import static org.taniq.read.telegram.Telegrams.details;
import static org.taniq.read.telegram.Telegrams.message;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Messages are called missing only where an honest export would have them.
final class TelegramGapsTest {
    private final Telegrams telegrams = new Telegrams();

    private static final String OWN =
            "of 1 groups or channels only your own messages seem to have been exported: what others wrote there may not be"
                    + " in it; export such a chat by itself";

    private static String missing(int n, int chats) {
        return n + " messages are missing between others, by their numbers (chats: " + chats
                + "): deleted by somebody or by a timer, written in another topic of the group, or"
                + " left out of the export";
    }

    @Test
    void whatIsMissingBetweenTheMessagesOfASupergroupIsCounted() throws IOException {
        var ledger = telegrams.read(account(
                chat(
                        "Bir",
                        "private_supergroup",
                        message(5, "A", "a"),
                        message(6, "B", "b"),
                        message(9, "A", "c"),
                        message(10, "B", "d")),
                chat("İki", "public_supergroup", message(1, "A", "a"), message(3, "B", "b"), message(4, "C", "c"))));
        assertEquals(List.of(missing(3, 2)), ledger.warningsInEnglish());
        assertEquals("2", details(telegrams.kept.records.get(2)).get("numbersSkipped"));
        assertEquals("[]", details(telegrams.kept.records.get(1)).values().toString());
    }

    @Test
    void numbersThatCountOverAllChatsOfAnAccountSayNothing() throws IOException {
        for (var type : List.of("personal_chat", "private_group", "bot_chat")) {
            assertEquals(
                    List.of(),
                    telegrams
                            .read(alone(type, message(5, "A", "a"), message(9, "B", "b"), message(20, "A", "c")))
                            .warnings());
        }
    }

    @Test
    void theNumbersOfAGroupBeforeItBecameASupergroupSayNothing() throws IOException {
        var ledger = telegrams.read(alone(
                "private_supergroup",
                message(-999_999_999, "A", "a"),
                message(-999_999_990, "B", "b"),
                message(3, "A", "c"),
                message(4, "B", "d"),
                message(7, "A", "e"),
                message(8, "B", "f")));
        assertEquals(List.of(missing(2, 1)), ledger.warningsInEnglish());
    }

    @Test
    void anExportOfOnesOwnMessagesMissesNone() throws IOException {
        var ledger =
                telegrams.read(account(chat("Qrup", "private_supergroup", message(5, "A", "a"), message(9, "A", "b"))));
        assertEquals(List.of(OWN), ledger.warningsInEnglish());
        assertEquals("3", details(telegrams.kept.records.get(1)).get("numbersSkipped"));
        telegrams.kept.records.clear();
        String left = account(chat(
                        "Qrup", "public_channel", message(5, "A", "a"), message(9, "B", "b"), message(12, "A", "c")))
                .replace("\"chats\":", "\"left_chats\":");
        assertEquals(List.of(OWN), telegrams.read(left).warningsInEnglish());
        assertEquals("[]", details(telegrams.kept.records.get(1)).values().toString());
    }

    @Test
    void anExportThatGoesOverToOnesOwnMessagesMissesNoneFromThereOn() throws IOException {
        var ledger = telegrams.read(alone(
                "private_supergroup",
                message(1, "A", "a"),
                message(3, "B", "b"),
                message(4, "A", "c"),
                message(50, "A", "d"),
                message(99, "A", "e")));
        assertEquals(List.of(missing(1, 1)), ledger.warningsInEnglish());
    }

    @Test
    void theRecordBehindAGapSaysSoAlsoWhereOthersWriteOnlyLater() throws IOException {
        telegrams.read(account(
                chat("Qrup", "private_supergroup", message(1, "A", "a"), message(5, "A", "b"), message(6, "B", "c"))));
        assertEquals("3", details(telegrams.kept.records.get(1)).get("numbersSkipped"));
    }

    @Test
    void aChannelByItselfMissesWhatWasDeleted() throws IOException {
        String post = ",\"type\":\"message\",\"from\":\"K\",\"from_id\":\"channel1\",\"text\":\"a\"";
        var ledger = telegrams.read(alone("public_channel", "1" + post, "4" + post));
        assertEquals(List.of(missing(2, 1)), ledger.warningsInEnglish());
    }

    @Test
    void whatCouldNotBeExportedOrReadIsNotMissing() throws IOException {
        var ledger = telegrams.read(alone(
                "private_supergroup",
                message(1, "A", "a"),
                "2,\"type\":\"unsupported\"",
                message(3, "B", "b"),
                "4,\"type\":\"message\",\"text\":[" + "0,".repeat(1 << 18) + "0]",
                message(5, "A", "c"),
                "6,\"type\": nope",
                message(7, "B", "d"),
                message(8, "A", "d")));
        assertTrue(
                ledger.warningsInEnglish().stream().noneMatch(said -> said.contains("missing")),
                ledger.warningsInEnglish()::toString);
        assertEquals(6, ledger.records());
    }
}
