package org.taniq.read.telegram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.taniq.read.telegram.Telegrams.detail;
import static org.taniq.read.telegram.Telegrams.details;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.taniq.read.record.Attachment;
import org.taniq.read.record.Mark;

/// Every word that somebody can write is in the record's text, because that alone is searched and judged.
final class TelegramWordsTest {
    private final Telegrams telegrams = new Telegrams();

    private String text(String members) throws IOException {
        return telegrams.one(members).object().text();
    }

    @Test
    void aTextInStretchesIsOneTextAndTheAddressOfALinkIsRead() throws IOException {
        var record = telegrams.one("""
                "date":"2020-01-10T22:49:15","text":["Bax: ",{"type":"bold","text":"bura"},
                {"type":"text_link","text":" ","href":"https://example.org/x"}]""");
        assertEquals("Bax: bura \nhttps://example.org/x", record.object().text());
        assertEquals(
                "{\"address\":\"https://example.org/x\",\"kind\":\"text_link\",\"words\":\" \"}",
                detail(record, "stretch"));
        assertEquals("yalnız", text("\"text_entities\":[{\"type\":\"plain\",\"text\":\"yalnız\"}]"));
    }

    @Test
    void aTextThatItsStretchesContradictIsKeptTwiceAndMarked() throws IOException {
        var record =
                telegrams.one("\"text\":\"sevirəm\",\"text_entities\":[{\"type\":\"plain\",\"text\":\"öldürəcəm\"}]");
        assertEquals("sevirəm\nöldürəcəm", record.object().text());
        assertEquals(Set.of(Mark.LOOKALIKE), record.marks());
        var same = telegrams.one("\"text\":[\"a\",{\"type\":\"bold\",\"text\":\"b\"}],"
                + "\"text_entities\":[{\"type\":\"plain\",\"text\":\"a\"},{\"type\":\"bold\",\"text\":\"b\"}]");
        assertEquals("ab", same.object().text());
        assertEquals(Set.of(), same.marks());
    }

    @Test
    void theAddressOfALinkThatStandsInOneOfBothOnlyIsReadAndMarked() throws IOException {
        String link = "{\"type\":\"text_link\",\"text\":\"bura\",\"href\":\"https://example.org/x\"}";
        String plain = "{\"type\":\"plain\",\"text\":\"bura\"}";
        var record = telegrams.one("\"text\":[" + link + "],\"text_entities\":[" + plain + "]");
        assertEquals("bura\nhttps://example.org/x", record.object().text());
        assertEquals(
                "{\"address\":\"https://example.org/x\",\"kind\":\"text_link\",\"words\":\"bura\"}",
                detail(record, "stretch"));
        assertEquals(Set.of(Mark.LOOKALIKE), record.marks());
        assertEquals(
                Set.of(),
                telegrams
                        .one("\"text\":[" + link + "],\"text_entities\":[" + link + "]")
                        .marks());
    }

    @Test
    void whatStandsTwiceIsReadTwiceAndMarked() throws IOException {
        var from = telegrams.one("\"from\":\"Rauf\",\"from\":\"Aytac\",\"photo\":\"x.jpg\",\"photo\":\"photos/a.jpg\"");
        assertEquals("Rauf", from.actor().name());
        assertEquals("Aytac", from.object().text());
        assertEquals(
                "{\"name\":\"from#2\",\"value\":\"\\\"Aytac\\\"\"} & {\"name\":\"photo#2\",\"value\":\"\\\"photos/a.jpg\\\"\"}",
                detail(from, "member"));
        assertEquals(2, from.object().attachments().size());
        assertEquals(Set.of(Mark.LOOKALIKE), from.marks());
        var within = telegrams.one("\"todo_list\":{\"title\":\"bir\",\"title\":\"iki\"}");
        assertEquals("bir\niki", within.object().text());
        assertEquals(Set.of(Mark.LOOKALIKE), within.marks());
        var note = telegrams.notice("\"action\":\"send_webview_data\",\"text\":\"söz\",\"text\":\"\"");
        assertEquals(Set.of(Mark.SYSTEM), note.marks());
    }

    @Test
    void wordsInPlacesOfCodesAndNamesAreText() throws IOException {
        assertEquals("səni tapacam", text("\"new\":{\"type\":\"səni tapacam\",\"currency\":\"AZN\"}"));
        assertEquals("tapacam", text("\"new\":{\"author\":\"tapacam\"}"));
        assertEquals("ad\nson söz", text("\"invoice_information\":\"{\\\"title\\\":\\\"ad\\\"} son söz\""));
        assertEquals("bir yer", text("\"new_texts\":[\"bir \",{\"type\":\"bold\",\"text\":\"yer\"}]"));
    }

    @Test
    void whatIsHiddenCrossedOutOrQuotedIsADetailOnce() throws IOException {
        for (var kind : List.of("spoiler", "strikethrough", "blockquote", "code", "pre")) {
            String stretch = "{\"type\":\"" + kind + "\",\"text\":\"b\"}";
            var record = telegrams.one("\"text\":[\"a\"," + stretch + "],\"text_entities\":["
                    + "{\"type\":\"plain\",\"text\":\"a\"}," + stretch + "]");
            assertEquals("{\"kind\":\"" + kind + "\",\"words\":\"b\"}", detail(record, "stretch"), kind);
        }
    }

    @Test
    void whatIsWrittenAroundAMessageIsItsText() throws IOException {
        var places = Map.ofEntries(
                Map.entry(
                        "\"action\":\"send_star_gift\",\"gift_text\":[\"sö\",{\"type\":\"bold\",\"text\":\"z\"}]",
                        "söz"),
                Map.entry(
                        "\"contact_information\":{\"first_name\":\"söz\",\"last_name\":\"\",\"phone_number\":\"+994 50\"}",
                        "söz\n+994 50"),
                Map.entry(
                        "\"todo_list\":{\"title\":\"bir\",\"others_can_append\":false,\"answers\":[{\"text\":\"iki\",\"id\":1},{\"text\":[\"ü\",\"ç\"],\"id\":2}]}",
                        "bir\niki\nüç"),
                Map.entry(
                        "\"inline_bot_buttons\":[[{\"type\":\"url\",\"text\":\"bir\",\"data\":\"https://example.org\"}],[{\"type\":\"callback\",\"text\":\"iki\",\"dataBase64\":\"YQ\",\"data\":\"\",\"forward_text\":\"üç\"}]]",
                        "bir\nhttps://example.org\niki\nüç"),
                Map.entry("\"place_name\":\"bir\",\"address\":\"iki\"", "bir\niki"),
                Map.entry(
                        "\"media_type\":\"audio_file\",\"performer\":\"bir\",\"title\":\"iki\",\"mime_type\":\"audio/mpeg\"",
                        "bir\niki"),
                Map.entry(
                        "\"game_title\":\"bir\",\"game_description\":\"iki\",\"game_link\":\"https://t.me/x\"",
                        "bir\niki\nhttps://t.me/x"),
                Map.entry(
                        "\"invoice_information\":\"{\\n \\\"title\\\": \\\"bi\\\\\\\"r\\\",\\n \\\"amount\\\": 1\\n}\"",
                        "bi\"r"),
                Map.entry(
                        "\"giveaway_information\":{\"quantity\":1,\"additional_prize\":\"söz\",\"countries\":[\"AZ\"]}",
                        "söz"),
                Map.entry(
                        "\"file_name\":\"söz.pdf\",\"file\":\"(File not included. Change data exporting settings to download.)\"",
                        "söz.pdf"),
                Map.entry("\"Yeni üzv\":{\"x y\":[1,true,null,\"söz\"]}", "söz"));
        for (var place : places.entrySet()) {
            assertEquals(place.getValue(), text(place.getKey() + ",\"text\":\"\""), place.getKey());
        }
    }

    @Test
    void whatIsWrittenIntoANoticeIsItsText() throws IOException {
        var places = Map.of(
                "\"action\":\"edit_group_title\",\"title\":\"söz\"", "söz",
                "\"action\":\"topic_edit\",\"new_title\":\"söz\",\"new_icon_emoji_id\":5", "söz",
                "\"action\":\"edit_chat_theme\",\"emoticon\":\"🔪\"", "🔪",
                "\"action\":\"process_suggested_post\",\"rejected\":true,\"comment\":\"söz\"", "söz",
                "\"action\":\"todo_append_tasks\",\"items\":[{\"text\":\"bir\",\"id\":1},{\"text\":\"iki\",\"id\":2}]",
                        "bir\niki",
                "\"action\":\"poll_append_answer\",\"option\":\"söz\"", "söz",
                "\"information_text\":\"söz\"", "söz",
                "\"action\":\"send_webview_data\",\"text\":\"söz\"", "söz");
        for (var place : places.entrySet()) {
            var record = telegrams.notice(place.getKey() + ",\"text\":\"\"");
            assertEquals(place.getValue(), record.object().text(), place.getKey());
            assertTrue(record.marks().contains(Mark.SYSTEM));
        }
    }

    @Test
    void aPollsQuestionAndAnswersAreText() throws IOException {
        var poll = telegrams.one(
                "\"poll\":{\"question\":[\"Onu kim \",{\"type\":\"bold\",\"text\":\"tapar?\"}],\"answers\":[{\"text\":\"mən\",\"voters\":2}]},\"text\":\"\"");
        assertEquals(Set.of(Mark.POLL), poll.marks());
        assertEquals("Onu kim tapar?\nmən", poll.object().text());
        assertTrue(detail(poll, "poll").contains("\"voters\":2"));
    }

    @Test
    void aLongMessageIsReadWithItsTextsAndPictures() throws IOException {
        String nested = "{\"type\":\"quote\",\"blocks\":[".repeat(30) + "{\"type\":\"paragraph\",\"text\":\"dərin\"}"
                + "]}".repeat(30);
        var record = telegrams.one("""
                "rich_message":{"rtl":false,"part":false,"blocks":[
                {"type":"paragraph","text":{"type":"bold","text":["Bi",{"type":"italic","text":"r"}]}},
                {"type":"list","items":[{"text":"iki"}]},
                {"type":"table","rows":[[{"text":"üç"},{"text":"dörd"}]]},
                {"type":"photo","photo":"photos/a.jpg","caption":{"text":"beş","credit":"altı"}},
                {"type":"file","file":"(File unavailable, please try again later)","file_skip_reason":"unavailable"},
                NESTED]}""".replace("NESTED", nested));
        assertEquals("Bir\niki\nüç\ndörd\nbeş\naltı\ndərin", record.object().text());
        assertEquals(
                List.of(
                        new Attachment("photos/a.jpg", new Attachment.Present(3)),
                        new Attachment("", Attachment.State.OMITTED)),
                record.object().attachments());
    }

    @Test
    void whatNoLineKnowsIsKeptUnderItsOwnName() throws IOException {
        var record = telegrams.one("\"text\":\"a\",\"Yeni üzv\":{\"x y\":[1,true,null]},\"nothing\":null");
        assertEquals("{\"name\":\"Yeni üzv\",\"value\":\"{\\\"x y\\\":[1,true,null]}\"}", detail(record, "member"));
        assertFalse(details(record).containsKey("nothing"));
    }
}
