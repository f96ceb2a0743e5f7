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
import org.taniq.read.record.Actor;

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
                continue;
            }
            var there = isBehind ? message.moved(put.length() - 1) : message;
            assertTrue(
                    isUnread(changed, there)
                            || heard.stream().anyMatch(each -> there.isSame(each) || isOf(each, there, bySender)),
                    () -> put + " at " + at + ": " + there + "\n" + heard + "\n" + pages.kept.unread);
        }
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
    void aPageThatIsCutOffGivesWhatPrecedes() throws IOException {
        String text = page(
                "Qrup",
                message(10, "04.08.2026 08:56:15 UTC+04:00", "Aytac", text("bir")),
                message(11, "04.08.2026 08:56:16 UTC+04:00", "Banu", text("iki")));
        int second = text.indexOf("message11");
        for (int at = second; at < text.length(); at += 3) {
            var heard = heard(text.substring(0, at));
            assertEquals("Aytac", heard.getFirst().who());
            assertEquals("bir", heard.getFirst().text());
        }
    }

    @Test
    void whatStandsBetweenMessagesIsNamed() throws IOException {
        String one = message(10, "04.08.2026 08:56:15 UTC+04:00", "Aytac", text("bir"));
        var ledger = pages.read(page("Qrup", one, "<div class=\"body\">\ngizli söz\n</div>", "başqa", one));
        assertEquals(Map.of("not-a-message", 2L), ledger.skippedReasons());
        assertEquals(2, ledger.records());
    }

    @Test
    void messagesWithinOneAnotherAreOfNobodyElse() throws IOException {
        String deep = "<div class=\"message default\">".repeat(3000)
                + message(10, "04.08.2026 08:56:15 UTC+04:00", "Aytac", text("bir"));
        pages.read(page("Qrup", deep));
        assertTrue(pages.kept.records.stream()
                .allMatch(record ->
                        record.actor().name().equals("Aytac") || record.actor().equals(Actor.UNSTATED)));
    }
}
