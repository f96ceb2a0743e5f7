package org.taniq.read.metahtml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.taniq.read.metahtml.MetaPages.instagram;
import static org.taniq.read.metahtml.MetaPages.page;
import static org.taniq.read.metahtml.MetaPages.parts;
import static org.taniq.read.metahtml.MetaPages.said;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.taniq.read.record.Activity;
import org.taniq.read.record.Mark;
import org.taniq.read.record.Unread;

/// What is said of a message is never said of another one, wherever damage shows: bytes that are gone and left nothing
/// behind show nowhere. The people are invented.
final class MetaHtmlDamageTest {
    private static final String TIME = "Nov 05, 2026 9:14:3N pm";
    private static final List<String> SENDERS = List.of("Banu", "Rauf");

    private final MetaPages pages = new MetaPages();

    private static String whole() {
        return page(
                "Qrup",
                IntStream.range(0, 8).mapToObj(MetaHtmlDamageTest::block).toArray(String[]::new));
    }

    private static String block(int number) {
        return said(sender(number), time(number), "soz" + number);
    }

    private static String time(int number) {
        return TIME.replace("N", Integer.toString(number));
    }

    private static String sender(int number) {
        return SENDERS.get(number % 2);
    }

    private List<Activity> messages() {
        return pages.kept.records.stream()
                .filter(record -> record.object().text().startsWith("soz"))
                .toList();
    }

    /// Each message that begins before the damage and ends before it is read, and nobody has another's words.
    private void eachIsOfWhoWroteIt() {
        for (var record : pages.kept.records) {
            if (!record.actor().name().isEmpty() && record.object().text().matches("soz[0-7]")) {
                int number = record.object().text().charAt(3) - '0';
                assertEquals(sender(number), record.actor().name());
                assertEquals(time(number), record.published().source());
            }
        }
    }

    @Test
    void ofAPageThatIsCutOffWhatIsWholeIsReadAndTheRestIsNamed() throws IOException {
        var bytes = whole().getBytes(StandardCharsets.UTF_8);
        int first = whole().indexOf("</section>") + 10;
        for (int at = first; at < bytes.length - 20; at += 50) {
            var ledger = pages.read(MetaPages.AYTEN, Arrays.copyOf(bytes, at));
            long ended = new String(bytes, 0, at, StandardCharsets.UTF_8).split("</section>", -1).length - 1L;
            int cut = at;
            assertTrue(messages().size() >= ended, () -> "cut at " + cut);
            eachIsOfWhoWroteIt();
            boolean isNamed = !pages.kept.unread.isEmpty() || messages().size() == ended;
            assertTrue(isNamed, () -> "cut at " + cut);
            assertTrue(
                    ledger.warningsInEnglish().stream().anyMatch(said -> said.contains("has no end")),
                    () -> "cut at " + cut);
            assertTrue(pages.kept.unread.stream()
                    .allMatch(each ->
                            each.why() == Unread.Reason.BROKEN && each.spot().to() == cut));
        }
    }

    @Test
    void oneFlippedBitAnywhereChangesNoOtherMessage() throws IOException {
        var bytes = whole().getBytes(StandardCharsets.UTF_8);
        var there = places();
        int from = whole().indexOf("<section");
        int to = whole().indexOf("</main>");
        for (int at = from; at < to; at++) {
            var changed = bytes.clone();
            changed[at] ^= (byte) (1 << at % 7);
            pages.read(MetaPages.AYTEN, changed);
            int place = at;
            long hit = there.stream()
                    .filter(each -> each[0] <= place && place < each[1])
                    .count();
            assertTrue(messages().size() >= 8 - hit - 1, () -> "flipped at " + place);
            for (var each : there) {
                if (at >= each[1] || at < each[0]) {
                    isTheSame(each, place);
                }
            }
        }
    }

    private List<long[]> places() throws IOException {
        pages.read(whole());
        return messages().stream()
                .map(record -> new long[] {
                    record.spot().from(),
                    record.spot().to(),
                    (long) record.object().text().charAt(3) - '0'
                })
                .toList();
    }

    /// A message that the damage is not in is what it was, or stands in what is named or is of nobody.
    private void isTheSame(long[] message, int flipped) {
        int number = (int) message[2];
        boolean isRead = pages.kept.records.stream()
                .anyMatch(record -> record.spot().from() == message[0]
                        && record.object().text().equals("soz" + number)
                        && record.actor().name().equals(sender(number))
                        && record.published().source().equals(time(number)));
        boolean isUnread = pages.kept.unread.stream()
                .anyMatch(
                        each -> each.spot().from() <= message[0] && each.spot().to() >= message[1]);
        boolean isNobodys = pages.kept.records.stream()
                .anyMatch(record -> record.marks().contains(Mark.OTHER_SHAPE)
                        && record.actor().name().isEmpty()
                        && record.object().text().contains("soz" + number));
        assertTrue(isRead || isUnread || isNobodys, () -> "flipped at " + flipped + ", message " + number);
    }

    @Test
    void zerosAreDamageAndWhatFollowsIsRead() throws IOException {
        var bytes = whole().getBytes(StandardCharsets.UTF_8);
        int from = whole().indexOf("soz3") - 40;
        Arrays.fill(bytes, from, from + 60, (byte) 0);
        var ledger = pages.read(MetaPages.AYTEN, bytes);
        assertEquals(7, messages().size());
        assertEquals(1, ledger.skipped());
        assertEquals(Unread.Reason.HOLE, pages.kept.unread.getFirst().why());
    }

    @Test
    void zerosAcrossTwoMessagesMakeNoThirdOne() throws IOException {
        var bytes = whole().getBytes(StandardCharsets.UTF_8);
        int from = whole().indexOf("soz3");
        int to = whole().indexOf("soz4");
        Arrays.fill(bytes, from, to, (byte) 0);
        pages.read(MetaPages.AYTEN, bytes);
        assertEquals(6, messages().size());
        eachIsOfWhoWroteIt();
    }

    @Test
    void recordsAndUnreadAreAllOfThePage() throws IOException {
        var bytes = whole().getBytes(StandardCharsets.UTF_8);
        int at = whole().indexOf("</h2>", whole().indexOf("soz4"));
        bytes[at + 2] = 'x';
        var ledger = pages.read(MetaPages.AYTEN, bytes);
        assertEquals(9, ledger.records() + ledger.skipped());
        long next = whole().indexOf("<section");
        for (var place : pages.kept.places().subList(1, 9)) {
            assertEquals(next, place.from());
            next = place.to();
        }
        assertEquals(whole().indexOf("</main>"), next);
    }

    @Test
    void aPostWithoutItsEndIsUnreadAndThoseBehindItAreRead() throws IOException {
        String path = "your_instagram_activity/media/posts_1.html";
        String shared = instagram("Elçin", "Nov 05, 2025 9:14 pm", "<div>köhnə</div>");
        String outer = instagram("bir", "Nov 05, 2026 9:14 pm", "<div>" + shared + "</div>");
        pages.read(path, page("Posts", outer, instagram("iki", "Nov 05, 2026 9:15 pm", parts("x"))));
        assertEquals(List.of(": bir\nElçin\nköhnə\nNov 05, 2025 9:14 pm", ": iki\nx"), pages.heard());
        pages.read(
                path,
                page(
                        "Posts",
                        instagram("sıfır", "Nov 05, 2026 9:14 pm", parts("x")),
                        outer.replaceFirst("</div>$", ""),
                        instagram("iki", "Nov 05, 2026 9:15 pm", parts("x"))));
        assertTrue(pages.heard().contains(": iki\nx"), pages.heard()::toString);
        assertEquals(1, pages.kept.unread.size());
    }

    @Test
    void oneFlippedBitBeforeTheFirstMessageLosesNoWordsUnsaid() throws IOException {
        var bytes = whole().getBytes(StandardCharsets.UTF_8);
        int from = whole().indexOf("<title>");
        int to = whole().indexOf("<section");
        for (int at = from; at < to; at++) {
            var changed = bytes.clone();
            changed[at] ^= (byte) (1 << at % 8);
            pages.read(MetaPages.AYTEN, changed);
            assertEquals(8, messages().size());
            boolean isNamed = !pages.kept.unread.isEmpty();
            boolean isRead = pages.at(0).object().text().split("Qrup", -1).length == 3;
            assertTrue(isInTitle(at) || isNamed || isRead, "flipped at " + at);
        }
    }

    private static boolean isInTitle(int at) {
        int first = whole().indexOf("Qrup");
        int second = whole().indexOf("Qrup", first + 1);
        return at >= first && at < first + 4 || at >= second && at < second + 4;
    }

    /// As the docs say: nothing in the page shows it, so that nobody may say that it cannot be.
    @Test
    void bytesThatAreGoneBetweenTheWordsOfTwoShowNowhere() throws IOException {
        String page = whole();
        int from = page.indexOf("soz2") + 2;
        int to = page.indexOf("soz3") + 2;
        pages.read(page.substring(0, from) + page.substring(to));
        assertEquals(sender(2), pages.at(3).actor().name());
        assertEquals("soz3", pages.at(3).object().text());
        assertEquals(time(3), pages.at(3).published().source());
        assertEquals(List.of(), pages.kept.unread);
    }
}
