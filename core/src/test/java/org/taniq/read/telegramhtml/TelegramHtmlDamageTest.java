package org.taniq.read.telegramhtml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.taniq.read.telegramhtml.Pages.day;
import static org.taniq.read.telegramhtml.Pages.joined;
import static org.taniq.read.telegramhtml.Pages.message;
import static org.taniq.read.telegramhtml.Pages.page;
import static org.taniq.read.telegramhtml.Pages.text;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.taniq.read.record.Activity;
import org.taniq.read.record.Mark;

/// What is said of a message is never said of another one, however the page is damaged. The people are invented.
final class TelegramHtmlDamageTest {
    private static final List<String> PUT = List.of("<", "\"", "/", "x");

    private final Pages pages = new Pages();

    /// A message as whoever relies on it sees it.
    private record Heard(long from, long to, String who, String when, String text) {
        static Heard of(Activity record) {
            return new Heard(
                    record.spot().from(),
                    record.spot().to(),
                    record.actor().name(),
                    record.published().source(),
                    record.object().text());
        }

        Heard moved(long by) {
            return new Heard(from + by, to + by, who, when, text);
        }

        boolean isSame(Heard other) {
            return from == other.from
                    && when.equals(other.when)
                    && text.equals(other.text)
                    && (who.equals(other.who) || other.who.isEmpty());
        }
    }

    private List<Heard> heard(String page) throws IOException {
        pages.read(page);
        return pages.kept.records.stream().map(Heard::of).toList();
    }

    @Test
    void oneWrongByteAnywhereChangesNoOtherMessage() throws IOException {
        String text = page(
                "Qrup",
                day(1, "4 August 2026"),
                message(10, "04.08.2026 08:56:15 UTC+04:00", "Aytac", text("bir")),
                joined(11, "04.08.2026 08:56:16 UTC+04:00", text("iki")),
                message(12, "04.08.2026 08:56:17 UTC+04:00", "Banu", text("alti")),
                joined(13, "04.08.2026 08:56:18 UTC+04:00", text("yeddi")));
        var whole = heard(text);
        assertEquals(List.of("Aytac", "Aytac", "Banu", "Banu"), pages.senders());
        int first = text.indexOf("<div class=\"page_body");
        int last = text.indexOf("</html>");
        for (int at = first; at < last; at++) {
            for (var put : PUT) {
                oneWrongByte(text, at, put, whole);
            }
        }
    }

    private void oneWrongByte(String text, int at, String put, List<Heard> whole) throws IOException {
        String changed = text.substring(0, at) + put + text.substring(at + 1);
        var heard = heard(changed);
        String bySender = senderStands(text, at);
        for (var message : whole) {
            boolean isBehind = message.from() > at;
            if (!isBehind && message.to() > at) {
                assertTrue(heard.stream().allMatch(each -> isNearly(each, message)), () -> put + " at " + at + heard);
                continue;
            }
            var there = isBehind ? message.moved(put.length() - 1) : message;
            assertTrue(
                    isUnread(changed, there)
                            || heard.stream().anyMatch(each -> there.isSame(each) || isOf(each, there, bySender)),
                    () -> put + " at " + at + ": " + there + "\n" + heard + "\n" + pages.kept.unread);
        }
    }

    /// Of the message that the wrong byte is in: one letter is another one, or the name, or it is not read.
    private static boolean isNearly(Heard each, Heard message) {
        boolean isIt = each.from() <= message.to() && message.from() <= each.to();
        return !isIt || isNear(letters(each.text()), message.text()) && isNear(letters(each.who()), message.who());
    }

    /// Without the blanks that stand around words in a page.
    private static String letters(String words) {
        return words.replaceAll("\\s", "");
    }

    private static boolean isNear(String one, String other) {
        String longer = one.length() > other.length() ? one : other;
        String shorter = longer.equals(one) ? other : one;
        int same = 0;
        while (same < shorter.length() && shorter.charAt(same) == longer.charAt(same)) {
            same++;
        }
        boolean isOther = shorter.length() == longer.length();
        int next = Math.min(same + 1, longer.length());
        String rest = shorter.substring(Math.min(isOther ? same + 1 : same, shorter.length()));
        return longer.substring(next).equals(rest);
    }

    /// A wrong letter within a name is another name, also of those that are joined to it.
    private static String senderStands(String text, int at) {
        int from = text.lastIndexOf("class=\"from_name\">", at);
        int to = text.indexOf("</div>", Math.max(0, from));
        return from >= 0 && at < to && at > from + 17
                ? text.substring(from + 18, to).strip()
                : "";
    }

    private static boolean isOf(Heard each, Heard there, String name) {
        return there.who().equals(name)
                && new Heard(there.from(), there.to(), each.who(), there.when(), there.text()).isSame(each);
    }

    /// Whether its words stand where it is said that something was not read.
    private boolean isUnread(String page, Heard message) {
        long from = page.indexOf(message.text(), (int) message.from());
        return from < message.to()
                && pages.kept.unread.stream()
                        .anyMatch(each -> each.spot().from() <= from
                                && each.spot().to() >= from + message.text().length());
    }

    @Test
    void ofAPageThatIsCutOffWhatIsWholeIsRead() throws IOException {
        String text = page(
                "Qrup",
                message(10, "04.08.2026 08:56:15 UTC+04:00", "Aytac", text("bir")),
                message(11, "04.08.2026 08:56:16 UTC+04:00", "Banu", text("onu tapacam demədim")));
        int second = text.indexOf("message11");
        for (int at = second; at < text.length() - 1; at += 3) {
            var heard = heard(text.substring(0, at));
            assertEquals(
                    "Aytac bir", heard.getFirst().who() + " " + heard.getFirst().text());
            assertTrue(heard.size() == 1 || heard.get(1).text().equals("onu tapacam demədim"), "cut at " + at);
            assertTrue(heard.size() == 2 || !pages.kept.unread.isEmpty(), "cut at " + at);
        }
        assertTrue(pages.read(text.substring(0, second)).warningsInEnglish().stream()
                .anyMatch(said -> said.contains("has no end")));
    }

    /// One wrong sign can make words to a tag that nobody sees.
    @Test
    void noWordsVanishFromAMessage() throws IOException {
        String time = "04.08.2026 08:56:15 UTC+04:00";
        for (var words : List.of(
                "amma<yox",
                "seni<sevirem amma gelme",
                "Sala<? onu tapacam<br>ikinci",
                "ba</xeyr yox<br>",
                "a<!-- b --> c",
                "a<b c>d")) {
            pages.read(page("Qrup", message(10, time, "Aytac", text(words)), joined(11, time, text("son"))));
            assertEquals(List.of("son"), pages.texts(), words);
            assertEquals(List.of(""), pages.senders(), words);
            assertEquals(1, pages.kept.unread.size(), words);
        }
    }

    @Test
    void whatStandsBetweenMessagesIsNamed() throws IOException {
        String one = message(10, "04.08.2026 08:56:15 UTC+04:00", "Aytac", text("bir"));
        var ledger = pages.read(page("Qrup", "önə", one, "<div class=\"body\">\ngizli söz\n</div>", one));
        assertEquals(Map.of("not-a-message", 2L), ledger.skippedReasons());
        assertEquals(2, ledger.records());
    }

    @Test
    void messagesWithinOneAnotherAreUnread() throws IOException {
        String deep = "     <div class=\"message service\" id=\"message5\">".repeat(3000) + "\n"
                + message(10, "04.08.2026 08:56:15 UTC+04:00", "Aytac", text("bir"));
        pages.read(page("Qrup", deep));
        assertEquals(List.of("Aytac"), pages.senders());
        assertEquals(1, pages.kept.unread.size());
    }

    private static String button(String words) {
        return """

                       <table class="bot_buttons_table">

                        <tbody>

                         <tr>

                          <td class="bot_button_row">

                           <div class="bot_button">

                            <a ="" onclick="return ShowTextCopied(&apos;Data: 1 | Type: callback&apos;);">

                             <div>
                WORDS
                             </div>

                            </a>

                           </div>

                          </td>

                         </tr>

                        </tbody>

                       </table>
                """.replace("WORDS", words);
    }

    private static final String CLOSE = "x</div></a></div></td></tr></tbody></table></div></div>";

    private static String forged(String before) {
        return CLOSE + before + "     <div class=\"message default clearfix\" id=\"message11\"><div class=\"body\">"
                + "<div class=\"pull_right date details\" title=\"04.08.2026 09:00:00 UTC+04:00\"></div>"
                + "<div class=\"from_name\">Rauf</div><div class=\"text\">səni öldürəcəm</div>"
                + "<table><tbody><tr><td><div><a><div>";
    }

    /// Telegram Desktop writes the words of a bot's button into the page as they are.
    @Test
    void whoHasABotCannotWriteMessagesOfOthers() throws IOException {
        String time = "04.08.2026 08:56:15 UTC+04:00";
        var plain = pages.read(page("Qrup", message(10, time, "Bot", text("a") + button("Bəli"))));
        assertEquals(List.of("a"), pages.texts());
        assertEquals(
                List.of("button {\"value\":\"return ShowTextCopied('Data: 1 | Type: callback');\",\"words\":\"Bəli\"}"),
                Pages.details(pages.kept.records.getFirst()));
        assertTrue(plain.warningsInEnglish().stream().anyMatch(said -> said.contains("buttons of bots")));
        pages.read(page(
                "Qrup",
                message(10, time, "Bot", text("a") + button(forged(""))),
                message(12, time, "Aytac", text("b"))));
        assertEquals(List.of("Bot", "Aytac"), pages.senders());
        pages.read(page("Qrup", message(10, time, "Bot", text("a") + button(forged("\n")))));
        assertTrue(pages.kept.records.stream()
                .allMatch(record ->
                        record.actor().name().equals("Bot") || record.marks().contains(Mark.LOOKALIKE)));
        assertTrue(pages.kept.records.stream()
                .anyMatch(record -> record.actor().name().equals("Rauf")));
    }
}
