package org.taniq.read.overlap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.taniq.read.Kept;

/// Two exports of several chats in formats that number their messages. The people are invented.
final class ChatsTest {

    private static String message(int id, String from, String text) {
        return "{\"id\":" + id + ",\"type\":\"message\",\"date\":\"2026-11-01T10:0" + id % 10
                + ":00\",\"date_unixtime\":\""
                + (1793520000 + 60 * id) + "\",\"from\":\"" + from + "\",\"from_id\":\"user" + from.length()
                + "\",\"text\":\"" + text + "\"}";
    }

    private static String chat(int id, String... messages) {
        return "{\"name\":\"Ev\",\"type\":\"private_group\",\"id\":" + id + ",\"messages\":[\n"
                + String.join(",\n", messages) + "]}";
    }

    private static String account(String... chats) {
        return "{\"about\":\"x\",\"chats\":{\"about\":\"y\",\"list\":[\n" + String.join(",\n", chats) + "]}}";
    }

    private static Chats chats(String json) throws IOException {
        var chats = Chats.of("telegram-json/1").orElseThrow();
        var records = Kept.of(json.getBytes(StandardCharsets.UTF_8)).records;
        IntStream.range(0, records.size()).forEach(i -> chats.add(i, records.get(i)));
        return chats;
    }

    private static String[] threats(String... last) {
        var lines = IntStream.range(1, 6)
                .mapToObj(i -> message(i, "Rauf", "söz " + i))
                .collect(Collectors.toList());
        lines.addAll(List.of(last));
        return lines.toArray(String[]::new);
    }

    @Test
    void eachChatIsComparedWithItselfAlone() throws IOException {
        var earlier = chats(account(chat(7, threats()), chat(8, threats(message(6, "Kamran", "başqa söz")))));
        var later = chats(account(chat(8, threats()), chat(7, threats(message(6, "Rauf", "yeni")))));
        assertEquals(List.of("chat7", "chat8"), List.copyOf(earlier.all().keySet()));
        var home = Overlap.compare(export(earlier, "chat7"), export(later, "chat7"));
        assertTrue(home.overlaps());
        assertEquals(1, home.later().get(Overlap.Fate.NEW));
        assertFalse(home.earlier().containsKey(Overlap.Fate.GONE));
    }

    private static Export export(Chats chats, String chat) {
        return java.util.Objects.requireNonNull(chats.all().get(chat));
    }

    @Test
    void aMessageIsTheSameByItsNumberAndChangedWhereItsWordsAre() throws IOException {
        var earlier = chats(chat(7, threats(message(6, "Rauf", "öldürəcəm"), message(7, "Rauf", "son"))));
        var later = chats(chat(7, threats(message(6, "Rauf", "zarafat idi"), message(7, "Rauf", "son"))));
        var compared = Overlap.compare(export(earlier, "chat7"), export(later, "chat7"));
        assertEquals(Overlap.Fate.CHANGED, compared.earlier(5));
        assertEquals(Overlap.Fate.SAME, compared.earlier(6));
    }

    @Test
    void aMessageThatIsGoneIsNamedByItsNumberInTheReadingNotInTheChat() throws IOException {
        var earlier = chats(account(
                chat(7, threats()), chat(8, threats(message(6, "Rauf", "öldürəcəm"), message(7, "Rauf", "son")))));
        var later = chats(account(chat(8, threats(message(7, "Rauf", "son")))));
        var compared = Overlap.compare(export(earlier, "chat8"), export(later, "chat8"));
        assertEquals(Overlap.Fate.GONE, compared.earlier(5));
        assertEquals(10, export(earlier, "chat8").number(5));
    }

    /// Of a file with words the text is the words: no line in it names the file.
    @Test
    void otherWordsUnderAPictureAreAChange() throws IOException {
        for (var edited : List.of("", ",\"edited\":\"2026-11-02T10:00:00\",\"edited_unixtime\":\"1793606400\"")) {
            var earlier = chats(chat(7, threats(photo("gəl", ""), message(7, "Rauf", "son"))));
            var later = chats(chat(7, threats(photo("gəlmə", edited), message(7, "Rauf", "son"))));
            var expected = edited.isEmpty() ? Overlap.Fate.CHANGED : Overlap.Fate.EDITED_SINCE;
            assertEquals(expected, earlier.compare("chat7", later).earlier(5), edited);
        }
    }

    private static String photo(String caption, String edited) {
        return message(6, "Rauf", caption).replace(",\"from\":", edited + ",\"photo\":\"photos/1.jpg\",\"from\":");
    }

    /// Deleted messages leave no trace there; another chat says that the export was made later.
    @Test
    void whatWasDeletedAtTheEndOfAChatIsGoneWhereAnotherChatGoesOn() throws IOException {
        var earlier = chats(account(chat(7, threats()), chat(8, threats(message(6, "Rauf", "öldürəcəm")))));
        var later = chats(account(chat(7, threats(message(9, "Rauf", "yeni"))), chat(8, threats())));
        assertTrue(earlier.endsBefore(later));
        assertEquals(Overlap.Fate.GONE, earlier.compare("chat8", later).earlier(5));
    }

    @Test
    void formatsThatShowAPartAreNotCompared() {
        for (var parser : List.of("yt-dlp-info/1", "youtube-takeout/1", "html/1", "whole-file/1", "")) {
            assertTrue(Chats.of(parser).isEmpty(), parser);
        }
        assertEquals("whatsapp-text", Chats.of("whatsapp-text/9").orElseThrow().family());
    }
}
