package org.taniq.read.telegram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.taniq.read.telegram.Telegrams.account;
import static org.taniq.read.telegram.Telegrams.alone;
import static org.taniq.read.telegram.Telegrams.chat;
import static org.taniq.read.telegram.Telegrams.message;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.taniq.base.Bytes;
import org.taniq.read.Reading;
import org.taniq.read.record.Activity;
import org.taniq.read.record.Actor;
import org.taniq.read.record.Mark;
import org.taniq.read.record.Spot;
import org.taniq.read.record.Unread;

/// No message is lost because the JSON around it is broken, by Telegram Desktop itself, on the way, or by somebody.
final class TelegramDamageTest {
    private final Telegrams telegrams = new Telegrams();

    /// Where a record or a hole stands must be what is there.
    private static String cut(String text, long from, long to) {
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        return new String(bytes, (int) from, (int) (to - from), StandardCharsets.ISO_8859_1);
    }

    @Test
    void aControlCharacterAsTelegramWritesItIsOne() throws IOException {
        String text = alone("private_group", message(1, "A", "a\\x0Fb\u0001c\\qd\\\\x41"), message(2, "A", "z"));
        var ledger = telegrams.read(text);
        assertEquals(List.of("a\u000Fb\u0001c\\qd\\x41", "z"), telegrams.texts());
        assertEquals(0, ledger.skipped());
        var second = telegrams.kept.records.get(1).spot();
        assertTrue(cut(text, second.from(), second.to()).startsWith("{\n   \"id\": 2"));
        assertTrue(cut(text, second.from(), second.to()).endsWith("}"));
    }

    @Test
    void aLineSeparatorAsTelegramWritesItIsOneAndWhatIsNoTextIsMarked() throws IOException {
        var bytes = new ByteArrayOutputStream();
        String text = alone(
                "private_group",
                message(1, "A", "a\\u2028\u0080\u00A8b"),
                message(2, "A", "c\u00FFd"),
                message(3, "A", "e"));
        bytes.writeBytes(text.getBytes(StandardCharsets.ISO_8859_1));
        var ledger = telegrams.read(bytes.toByteArray());
        assertEquals(List.of("a\u2028b", "c\uFFFDd", "e"), telegrams.texts());
        assertEquals(
                List.of(false, true, false),
                telegrams.kept.records.stream()
                        .map(record -> record.marks().contains(Mark.NOT_TEXT))
                        .toList());
        assertTrue(ledger.warningsInEnglish().contains("1 records hold bytes that are no UTF-8"));
        var last = telegrams.kept.records.get(2).spot();
        assertTrue(cut(text, last.from(), last.to()).startsWith("{\n   \"id\": 3"));
    }

    private static final String UNQUOTED =
            "2,\n\"type\": \"message\",\n\"text\": \"s\",\n\"document_id\": video_files/sticker (2).webm";

    @Test
    void aMessageThatIsNoJsonIsAHoleAndTheNextOneIsRead() throws IOException {
        String text =
                alone("private_group", message(1, "A", "a"), UNQUOTED, message(3, "A", "c"), message(4, "A", "d"));
        var ledger = telegrams.read(text);
        assertEquals(List.of("a", "c", "d"), telegrams.texts());
        assertEquals(Map.of("damaged", 1L), ledger.skippedReasons());
        assertEquals(List.of("no JSON from line 17 on: read on from line 19"), ledger.warningsInEnglish());
        var hole = telegrams.kept.unread.getFirst().spot();
        assertTrue(cut(text, hole.from(), hole.to()).contains("sticker (2)"));
        var next = telegrams.kept.records.get(1);
        assertTrue(cut(text, next.spot().from(), next.spot().to()).startsWith("{\n   \"id\": 3"));
        assertEquals(19, Telegrams.lines(next).first());
        assertEquals("chat1", next.audience().id());
        assertEquals("null", next.place().json().canonical());
        assertEquals("", next.object().text().replace("c", ""));
    }

    @Test
    void damageInTheLastMessageOfAChatLeavesTheNextChatAsItIs() throws IOException {
        String text = account(
                chat("Bir", "private_group", message(1, "A", "a"), UNQUOTED),
                chat("İki", "private_group", UNQUOTED, message(5, "B", "e")),
                chat("Üç", "private_group", message(7, "C", "g")));
        telegrams.read(text);
        assertEquals(List.of("a", "e", "g"), telegrams.texts());
        assertEquals(
                List.of("Bir", "İki", "Üç"),
                telegrams.kept.records.stream()
                        .map(record -> record.audience().name())
                        .toList());
        assertEquals(2, telegrams.kept.unread.size());
    }

    private List<String> chatsOf(String text, String damaged, String damage) throws IOException {
        assertTrue(text.contains(damaged));
        telegrams.read(text.replace(damaged, damage));
        return telegrams.kept.records.stream()
                .map(record -> record.object().text() + " " + record.audience().name())
                .toList();
    }

    /// What was said to one person is never said to have been said to another.
    @Test
    void whereTheBeginningOfAChatIsLostItsMessagesAreInNoOther() throws IOException {
        String text = account(
                chat("Bir", "private_supergroup", message(1, "A", "a"), message(2, "A", "b")),
                chat("İki", "personal_chat", message(90, "B", "c"), message(95, "A", "d")));
        String between = text.substring(text.indexOf("\n    ]\n   },"), text.indexOf("    \"name\": \"İki\""));
        assertEquals(List.of("a Bir", "b Bir", "c ", "d "), chatsOf(text, between, between.replace("   {", "   x")));
        telegrams.kept.records.clear();
        String head = text.substring(text.indexOf("\"b\""), text.indexOf("\"c\""));
        assertEquals(List.of("a Bir", "d "), chatsOf(text, head, "\0".repeat(head.length())));
        telegrams.kept.records.clear();
        assertEquals(
                List.of("a ", "b ", "c İki", "d İki"), chatsOf(text, "  \"list\": [\n   {", "  \"list\": [\n   x"));
    }

    @Test
    void aSecondExportBehindTheFirstIsAnotherChat() throws IOException {
        String both = alone("personal_chat", message(1, "A", "a")) + "\n"
                + alone("personal_chat", message(2, "B", "b")).replace("Qrup", "Başqa");
        assertEquals(List.of("a Qrup", "b "), chatsOf(both, "Başqa", "Başqa"));
    }

    @Test
    void damageBeforeAChatsMessagesLosesNoneOfThem() throws IOException {
        String text = account(
                        chat("Bir", "private_group", message(1, "A", "a")),
                        chat("İki", "private_group", message(2, "B", "b")))
                .replace("    \"type\": \"private_group\",\n    \"id\": 516,\n", "    \"type\": oops,\n");
        telegrams.read(text);
        assertEquals(List.of("a", "b"), telegrams.texts());
        assertEquals("İki", telegrams.kept.records.get(1).audience().name());
        String section = account(chat("Bir", "private_group", message(1, "A", "a")))
                .replace(" \"chats\":", " \"other_data\": {\"a\": nope},\n \"chats\":");
        telegrams.kept.records.clear();
        telegrams.read(section);
        assertEquals(List.of("a"), telegrams.texts());
    }

    @Test
    void whatStandsBehindTheEndIsNamedAndMessagesThereAreRead() throws IOException {
        String text = alone("private_group", message(1, "A", "a"), message(2, "A", "b"));
        var trailing = telegrams.read(text + "\n {\"text\": \"sonra\"}\n");
        assertEquals(Map.of("broken-from-here", 1L), trailing.skippedReasons());
        var rest = telegrams.kept.unread.getLast().spot();
        assertEquals(text.length(), rest.from());
        assertTrue(trailing.warningsInEnglish().getFirst().contains("what stands behind it was not read"));
        telegrams.kept.records.clear();
        telegrams.read(text.replaceFirst("\n  \\},\n", "\n  }\n ]\n},\n"));
        assertEquals(List.of("a", "b"), telegrams.texts());
        assertEquals(0, telegrams.read(text + "\n \r\n").skipped());
    }

    @Test
    void ofAnExportThatIsCutOffWhatIsThereIsRead() throws IOException {
        String whole = alone("private_group", message(1, "A", "a"), message(2, "A", "b"), message(3, "A", "c"));
        String cut = whole.substring(0, whole.indexOf("\"c\"") + 2);
        var ledger = telegrams.read(cut);
        assertEquals(2, ledger.records());
        assertEquals(Map.of("broken-from-here", 1L), ledger.skippedReasons());
        var rest = (Spot.Lines) telegrams.kept.unread.getFirst().spot();
        assertEquals(cut.length(), rest.to());
        assertEquals(cut.lines().count(), rest.last());
        assertEquals(Unread.Reason.BROKEN, telegrams.kept.unread.getFirst().why());
    }

    @Test
    void ofAnExportThatIsCutOffInAnArchiveWhatIsThereIsReadToo() throws IOException {
        String whole = alone("private_group", message(1, "A", "a"), message(2, "A", "b"));
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("result.json"));
            zip.write(whole.substring(0, whole.length() - 20).getBytes(StandardCharsets.UTF_8));
        }
        var reading = Reading.of("x.zip", Bytes.of(out.toByteArray()), _ -> telegrams.kept);
        assertEquals(List.of("a"), telegrams.texts());
        assertEquals(Map.of("broken-from-here", 1L), reading.ledger().skippedReasons());
    }

    /// A hole from the middle of a text to the middle of another one, in the next chat: JSON sees one text.
    @Test
    void behindAHoleWithinTextsNothingIsSaidToAnyoneOfTheChatBefore() throws IOException {
        String text = account(
                chat("Bir", "private_group", message(1, "A", "alma" + "a".repeat(50))),
                chat("Iki", "private_group", message(2, "B", "heyva" + "b".repeat(50)), message(3, "B", "sirr")));
        for (char fill : List.of('\0', '\u00FF')) {
            telegrams.kept.records.clear();
            telegrams.kept.unread.clear();
            int from = text.indexOf("alma") + 9;
            int to = text.indexOf("heyva") + 9;
            String damaged = text.substring(0, from) + String.valueOf(fill).repeat(to - from) + text.substring(to);
            telegrams.read(damaged.getBytes(StandardCharsets.ISO_8859_1));
            assertEquals(List.of("sirr"), telegrams.texts());
            assertEquals("", telegrams.kept.records.getFirst().audience().name());
            assertEquals(1, telegrams.kept.unread.size());
        }
    }

    private static final List<String> PUT = List.of("\"", "{", "}", "[", "]", "\n", "\\", ",", "\0", "7", "x", "");

    /// A record as whoever relies on it sees it: who, what, where it stands, and to whom.
    private record Heard(Spot spot, Actor actor, String text, Actor audience) {
        static Heard of(Activity record) {
            return new Heard(record.spot(), record.actor(), record.object().text(), record.audience());
        }

        boolean isWithin(long from, long to) {
            return spot.from() >= from && spot.to() <= to;
        }

        Heard moved(long by) {
            var lines = (Spot.Lines) spot;
            return new Heard(
                    new Spot.Lines(lines.from() + by, lines.to() + by, lines.first(), lines.last()),
                    actor,
                    text,
                    audience);
        }

        Heard toNobody() {
            return new Heard(spot, actor, text, Actor.UNSTATED);
        }
    }

    private List<Heard> heard(String text) throws IOException {
        telegrams.kept.records.clear();
        telegrams.kept.unread.clear();
        telegrams.read(text);
        return telegrams.kept.records.stream().map(Heard::of).toList();
    }

    private boolean isUnread(Heard message) {
        long at = message.spot().from();
        for (var each : telegrams.kept.unread) {
            at = each.spot().from() <= at ? Math.max(at, each.spot().to()) : at;
        }
        return at >= message.spot().to();
    }

    /// Each message that the changed byte is not in is a record as before, to the same chat or to none that is named,
    /// or lies in what is said to be unread.
    @Test
    void oneWrongByteAnywhereChangesNoOtherMessage() throws IOException {
        String text = account(
                chat("Bir", "private_supergroup", message(1, "Aytac", "a"), message(2, "Banu", "b")),
                chat("Iki", "personal_chat", message(90, "Cavid", "c"), message(95, "Dilber", "d")),
                chat("Son", "private_group", message(97, "Elza", "e")));
        var whole = heard(text);
        assertEquals(5, whole.size());
        for (int at = 0; at < text.length(); at++) {
            for (var put : PUT) {
                oneWrongByte(text, at, put, whole);
            }
        }
    }

    private void oneWrongByte(String text, int at, String put, List<Heard> whole) throws IOException {
        int shift = put.length() - 1;
        var heard = heard(text.substring(0, at) + put + text.substring(at + 1));
        for (var message : whole) {
            if (message.isWithin(0, at) || message.spot().from() > at) {
                var there = message.spot().from() > at ? message.moved(shift) : message;
                assertTrue(
                        isUnread(there) || heard.stream().anyMatch(each -> isSame(each, there, text, at)),
                        () -> put + " at " + at + ": " + there + "\n" + heard + "\n" + telegrams.kept.unread);
            }
        }
        assertTrue(telegrams.kept.unread.size() <= 2, () -> put + " at " + at + telegrams.kept.unread);
    }

    /// A wrong letter in a chat's own name, kind or number makes another one, of which nobody can tell.
    private static boolean isSame(Heard one, Heard other, String text, int at) {
        boolean isHead = List.of("name", "type", "id").stream()
                .anyMatch(name -> text.lastIndexOf("\n    \"" + name, at) == text.lastIndexOf("\n", at));
        boolean isOfThatChat = isHead
                && other.spot().from() > at
                && text.indexOf("\n   }", at) > other.spot().from();
        var audience = isOfThatChat ? one.audience() : other.audience();
        var same = new Heard(other.spot(), other.actor(), other.text(), audience);
        return sameBytes(one, same) || sameBytes(one, same.toNobody());
    }

    private static boolean sameBytes(Heard one, Heard other) {
        return one.spot().from() == other.spot().from()
                && one.spot().to() == other.spot().to()
                && one.actor().equals(other.actor())
                && one.text().equals(other.text())
                && one.audience().equals(other.audience());
    }

    @Test
    void whatIsDamagedAgainAndAgainIsReadUpToABound() throws IOException {
        String[] messages = new String[10_100];
        for (int n = 0; n < messages.length; n++) {
            messages[n] = n + 1 + ",\n\"type\": oops";
        }
        String text = alone("private_group", messages);
        var ledger = telegrams.read(text);
        assertEquals(Map.of("broken-from-here", 1L, "damaged", 10_000L), ledger.skippedReasons());
        assertEquals(text.length(), telegrams.kept.unread.getLast().spot().to());
        assertEquals(
                telegrams.kept.unread.get(9_999).spot().to(),
                telegrams.kept.unread.getLast().spot().from());
        assertTrue(ledger.warningsInEnglish()
                .contains("the export is damaged in too many places: what stands behind it was not read"));
    }

    @Test
    void aPartThatNoExportHasIsNamed() throws IOException {
        String text = alone("private_group", message(1, "A", "a"));
        for (var name : List.of("nessages", "chats")) {
            var ledger = telegrams.read(text.replace("\"messages\"", "\"" + name + "\""));
            assertEquals(
                    List.of("1 parts were not read, because they have a name that no export of Telegram has: the first"
                            + " begins in line 5"),
                    ledger.warningsInEnglish());
            assertEquals(Map.of("section-not-read", 1L), ledger.skippedReasons());
        }
        var head = telegrams.read("{\"name\":[\"a\"],\"type\":{\"b\":1},\"messages\":[]}");
        assertEquals(Map.of("section-not-read", 2L), head.skippedReasons());
    }

    @Test
    void whatAChatIsCalledTwiceIsNamedAndTheFirstCounts() throws IOException {
        String text = alone("private_group", message(1, "A", "a"));
        var ledger = telegrams.read(text.replace(" \"name\": \"Qrup\",", " \"name\": \"Qrup\",\n \"name\": \"Ailə\","));
        assertEquals("Qrup", telegrams.kept.records.getFirst().audience().name());
        assertEquals(
                List.of("a chat's name, kind or number stands there twice, as something else (places: 1, the first in"
                        + " line 3): the file was changed, and what stands first was taken"),
                ledger.warningsInEnglish());
        assertEquals(Map.of("section-not-read", 1L), ledger.skippedReasons());
    }

    @Test
    void aTextLongerThanAnyLosesNoOther() throws IOException {
        for (int length : List.of((8 << 20) + 1, (16 << 20) + 1)) {
            telegrams.kept.records.clear();
            telegrams.kept.unread.clear();
            telegrams.read(alone(
                    "private_group", message(1, "A", "a"), message(2, "A", "x".repeat(length)), message(3, "A", "c")));
            assertEquals(List.of("a", "c"), telegrams.texts());
            assertEquals(1, telegrams.kept.unread.size());
        }
        telegrams.kept.records.clear();
        telegrams.read(alone(
                "private_group",
                "1, \"type\": \"message\", \"date\": " + "1".repeat(70_000),
                "2, \"type\": \"message\", \"n\": " + "[".repeat(600) + "]".repeat(600),
                message(3, "A", "c")));
        assertEquals(List.of("", "c"), telegrams.texts());
    }

    @Test
    void aTextLongerThanARecordsIsCutAndMarked() throws IOException {
        var ledger = telegrams.read(alone("private_group", message(1, "A", "x".repeat((1 << 20) + 1))));
        assertEquals(1 << 20, telegrams.texts().getFirst().length());
        assertTrue(telegrams.kept.records.getFirst().marks().contains(Mark.CUT));
        assertEquals(List.of("1 records are longer than 1 MiB of text and are cut"), ledger.warningsInEnglish());
    }

    @Test
    void whatIsNoObjectOrInAnotherEncodingIsUnread() throws IOException {
        assertEquals(
                Map.of("section-not-read", 1L), telegrams.read("[{\"id\":1}]").skippedReasons());
        for (var encoding : List.of(StandardCharsets.UTF_16, StandardCharsets.UTF_16LE)) {
            byte[] bytes = ("\uFEFF" + alone("private_group", message(1, "A", "a"))).getBytes(encoding);
            assertEquals(Map.of("broken-from-here", 1L), telegrams.read(bytes).skippedReasons());
        }
        byte[] chinese = {(byte) 0xFF, (byte) 0xFE, '{', '"'};
        assertEquals(Map.of("broken-from-here", 1L), telegrams.read(chinese).skippedReasons());
    }

    @Test
    void aMemberThatStandsTwiceHidesNothing() throws IOException {
        assertEquals(
                "ilk", telegrams.one("\"text\":\"ilk\",\"text\":\"\"").object().text());
        assertEquals(
                "ilk\nson",
                telegrams.one("\"text\":\"ilk\",\"text\":\"son\"").object().text());
    }
}
