package org.taniq.read.metahtml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.taniq.read.metahtml.MetaPages.instagram;
import static org.taniq.read.metahtml.MetaPages.page;
import static org.taniq.read.metahtml.MetaPages.parts;
import static org.taniq.read.metahtml.MetaPages.said;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.taniq.read.record.Activity;
import org.taniq.read.record.Attachment;
import org.taniq.read.record.Input;
import org.taniq.read.record.Sink;
import org.taniq.read.record.Unread;

/// Pages made to harm. The people are invented.
final class HostileMetaHtmlTest {
    private static final String TIME = "Nov 05, 2026 9:14:33 pm";
    private static final Duration LONG = Duration.ofMinutes(2);

    private final MetaPages pages = new MetaPages();

    private static final class Counting implements Sink {
        private long records;
        private long unread;

        @Override
        public void read(Activity activity) {
            records++;
        }

        @Override
        public void unread(Unread place) {
            unread++;
        }
    }

    /// A beginning, the same so many times, and an end.
    private static final class Repeated extends InputStream {
        private final byte[] end;
        private final byte[] again;
        private byte[] now;
        private int left;
        private int at;
        private boolean isEnd;

        Repeated(byte[] begin, byte[] again, int times, byte[] end) {
            this.now = begin;
            this.again = again;
            this.left = times;
            this.end = end;
        }

        @Override
        public int read() {
            while (at == now.length && !isEnd) {
                isEnd = left == 0;
                now = left-- > 0 ? again : end;
                at = 0;
            }
            return at < now.length ? now[at++] & 0xFF : -1;
        }

        @Override
        public int read(byte[] into, int from, int most) {
            int first = read();
            if (first < 0 || most == 0) {
                return first < 0 ? -1 : 0;
            }
            into[from] = (byte) first;
            int more = Math.min(most - 1, now.length - at);
            System.arraycopy(now, at, into, from + 1, more);
            at += more;
            return more + 1;
        }
    }

    /// The same block so many times, never held at once.
    private static Input many(String block, int times) {
        String whole = page("Banu", said("Banu", TIME, "a"), "HERE");
        var parts = whole.split("HERE", 2);
        byte[] bytes = block.getBytes(StandardCharsets.UTF_8);
        Input.Content content = () -> new Repeated(
                parts[0].getBytes(StandardCharsets.UTF_8), bytes, times, parts[1].getBytes(StandardCharsets.UTF_8));
        return new Input(MetaPages.AYTEN, content, _ -> Attachment.State.MISSING);
    }

    private static Counting count(Input input) {
        return assertTimeoutPreemptively(LONG, () -> {
            var counting = new Counting();
            new MetaHtml().read(input, counting);
            return counting;
        });
    }

    @Test
    @Tag("slow")
    void fiftyThousandMessagesOfOnePageAreRead() {
        var counting = count(many(said("Rauf", TIME, "salam"), 50_000));
        assertEquals(50_002, counting.records);
        assertEquals(0, counting.unread);
    }

    @Test
    void messagesWithoutAnEndAreNamedOneByOne() {
        var counting = count(many("<section class=\"_a6-g\"><div><h2 class=\"_a6-h\">a</h2>", 100_000));
        assertEquals(2, counting.records);
        assertEquals(100_000, counting.unread);
    }

    @Test
    void blocksWithinOneAnotherTakeNoLongerThanBesideOneAnother() throws IOException {
        String open = "<div class=\"_a6-g\"><div class=\"_a6-p\">".repeat(50_000);
        String path = "media/posts_1.html";
        assertTimeoutPreemptively(LONG, () -> pages.read(path, page("x", instagram("a", TIME, "<div>b</div>"), open)));
        assertEquals(": a\nb", pages.heard().getFirst());
        assertEquals(50_000, pages.kept.unread.size());
        String closed = open + "</div></div>".repeat(50_000);
        assertTimeoutPreemptively(
                LONG, () -> pages.read(path, page("x", instagram("a", TIME, "<div>b</div>"), closed)));
        assertEquals(": a\nb", pages.heard().getFirst());
    }

    @Test
    void whatIsTooLargeIsNamedAndTheNextIsRead() throws IOException {
        String large = "x".repeat(5 << 20);
        pages.read(page("Banu", said("Banu", TIME, "a"), said("Banu", TIME, large), said("Rauf", TIME, "b")));
        assertEquals(List.of("Banu: a", "Rauf: b"), pages.heard());
        assertEquals(Unread.Reason.TOO_LARGE, pages.kept.unread.getFirst().why());
        assertEquals(1, pages.kept.unread.size());
    }

    @Test
    void depthAttributesAndNamesAreBounded() {
        String deep = "<div>".repeat(100_000) + "a" + "</div>".repeat(100_000);
        String many = "<div " + "a=\"b\" ".repeat(100_000) + "></div>";
        String tag = "<div class=\"" + "y".repeat(2 << 20) + "\">";
        String name = "B".repeat(1 << 20);
        assertTimeoutPreemptively(
                LONG,
                () -> pages.read(page(
                        "Banu",
                        said("Banu", TIME, "a"),
                        said("Rauf", TIME, deep),
                        said("Rauf", TIME, many),
                        said("Rauf", TIME, tag),
                        said(name, TIME, "c"),
                        said("Rauf", "5".repeat(1 << 20), "d"),
                        said("Rauf", TIME, "<b>x</b>".repeat(100_000)))));
        assertEquals("Banu: a", pages.heard().getFirst());
        assertEquals(3, pages.kept.unread.size());
        assertTrue(pages.kept.records.stream()
                .allMatch(record -> record.actor().name().length() < 5000));
        assertEquals("Rauf: d", pages.heard().get(2));
    }

    @Test
    void manyLinksFilesAndReactionsAreBounded() {
        var links = new StringBuilder();
        var files = new StringBuilder();
        for (int i = 0; i < 20_000; i++) {
            links.append("<a href=\"https://a.example/").append(i).append("\">x</a>");
            files.append("<img src=\"photos/").append(i).append(".jpg\" />");
        }
        String reactions = "<ul class=\"_a6-q\">" + "<li>❤Banu</li>".repeat(20_000) + "</ul>";
        assertTimeoutPreemptively(
                LONG,
                () -> pages.read(page(
                        "Banu",
                        said("Banu", TIME, "a"),
                        MetaPages.message("Rauf", TIME, parts("b" + links, "", files.toString(), reactions)))));
        assertEquals(1000, pages.at(2).object().attachments().size());
        assertEquals(20_000, pages.at(2).counts().get("reactions"));
    }

    @Test
    void longValuesAndManyEndsTakeNoLongTime() throws IOException {
        String row = "<div><table><tr><td>a</td><td>" + "1".repeat(1 << 20) + "g</td></tr></table></div>";
        String ends = "</div>".repeat(200_000) + " ".repeat(1 << 20);
        assertTimeoutPreemptively(
                LONG,
                () -> pages.read(
                        "media/posts_1.html",
                        page("x", instagram("a", TIME, "<div>b</div>"), instagram("c", TIME, row), ends)));
        assertEquals(2, pages.heard().size());
        assertTimeoutPreemptively(
                LONG, () -> pages.read(page("Banu", said("Banu", TIME, "a"), ends, said("Banu", TIME, "b"))));
        assertEquals(List.of("Banu: a", "Banu: b"), pages.heard());
    }

    @Test
    void whatStandsWithinOneAnotherIsKeptOnce() throws IOException {
        String words = "söz ".repeat(1 << 18);
        String films = "<video>".repeat(400) + words + "</video>".repeat(400);
        String lists = "<ul class=\"_a6-q\"><li>".repeat(200) + words + "</li></ul>".repeat(200);
        assertTimeoutPreemptively(
                LONG,
                () -> pages.read(
                        page("Banu", said("Banu", TIME, "a"), said("Rauf", TIME, films), said("Rauf", TIME, lists))));
        assertEquals(
                1,
                pages.at(2).details().stream()
                        .filter(detail -> detail.name().equals("notShown"))
                        .count());
        assertEquals(1, pages.at(3).counts().get("reactions"));
    }

    @Test
    void addressesThatAreTheirOwnBeginningTakeNoLongTime() throws IOException {
        String words = "a:".repeat(1 << 20);
        String links = "<a href=\"" + "a:".repeat(1 << 14) + "b\">x</a>";
        assertTimeoutPreemptively(
                LONG,
                () -> pages.read(
                        page("Banu", said("Banu", TIME, "a"), MetaPages.message("Rauf", TIME, parts(words, links)))));
        assertEquals("Rauf", pages.at(2).actor().name());
    }

    @Test
    void manyEndsOfOneTagTakeNoLongTime() throws IOException {
        String signs = ("<" + ">".repeat(1000)).repeat(3_000);
        String said = said("Banu", TIME, "a");
        assertTimeoutPreemptively(
                Duration.ofSeconds(60), () -> pages.read(page("Banu", said, signs, said, signs, said, signs)));
        assertEquals(List.of("Banu: a", "Banu: a", "Banu: a"), pages.heard());
        assertEquals(3, pages.kept.unread.size());
    }

    @Test
    void manyPartsOfOneCellOrReactionTakeNoLongTime() throws IOException {
        String cell = "<tr><td>" + "a<br>".repeat(100_000) + "<div>söz</div></td></tr>";
        String path = "your_instagram_activity/comments/post_comments_1.html";
        String block =
                "<div class=\"_a6-g\"><div class=\"_a6-p\"><table>%s<tr><td>Vaxt</td><td>05 noy 2026 21:14</td></tr>"
                        + "</table></div></div>";
        assertTimeoutPreemptively(LONG, () -> pages.read(path, page("x", block.formatted(""), block.formatted(cell))));
        assertEquals("söz", pages.at(2).object().text());
        String spans = "<ul class=\"_a6-q\"><li>❤<span>" + "<span>(a)</span>".repeat(100_000) + "</span></li></ul>";
        assertTimeoutPreemptively(
                LONG, () -> pages.read(page("Banu", said("Banu", TIME, "a"), said("Rauf", TIME, spans))));
        assertEquals(1, pages.at(2).counts().get("reactions"));
    }

    @Test
    void picturesInThePageAreBoundedAndCounted() throws IOException {
        String pictures = "<img src=\"data:image/png,x\" />".repeat(1500);
        pages.read(page("Banu", said("Banu", TIME, "a"), MetaPages.message("Rauf", TIME, parts("", pictures))));
        assertEquals(1000, pages.at(2).object().attachments().size());
        assertEquals(
                500,
                pages.at(2).details().stream()
                        .filter(detail -> detail.name().equals("fileLeftOut"))
                        .count());
    }
}
