package org.taniq.base.html;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.taniq.base.html.TextRun.Kind;

final class HtmlPageTest {
    private static List<String> words(String html, Kind kind) {
        return runs(html).stream()
                .filter(run -> run.kind() == kind)
                .map(TextRun::text)
                .toList();
    }

    private static List<TextRun> runs(String html) {
        return HtmlPage.of(html.getBytes(UTF_8), "").runs();
    }

    @Test
    void wordsStandWhereTheSourceHasThem() {
        var html = "<!doctype html><title>Sitə</title><p>Salam 😀 <b>Aygün</b>, necəsən?</p><p>A&amp;B</p>";
        byte[] bytes = html.getBytes(UTF_8);
        var found = HtmlPage.of(bytes, "").runs().stream()
                .map(run -> new String(bytes, run.from(), run.to() - run.from(), UTF_8))
                .toList();
        assertEquals(List.of("Sitə", "Salam 😀 ", "Aygün", ", necəsən?", "A&amp;B"), found);
    }

    @Test
    void whatHtmlHidesIsKnownToBeHidden() {
        var html = """
                <p>a</p><p hidden>b</p><div style="color:red; DISPLAY : none">c<i>d</i></div>
                <template>e</template><noscript>f</noscript><dialog>g</dialog><dialog open>h</dialog>
                <p hidden>i<p>j<span style='visibility:hidden'>k</span>l<script>m</script><style>n</style>""";
        assertEquals(List.of("a", "h", "j", "l"), words(html, Kind.SHOWN));
        assertEquals(List.of("b", "c", "d", "e", "f", "g", "i", "k"), words(html, Kind.HIDDEN));
    }

    @Test
    void whatIsFoldedOrStandsForAFilmIsHidden() {
        var html = "<details><summary>a</summary>b<p>c</p></details><details open>d</details><div popover>e</div>"
                + "<video src=x>f</video><p style='display:none;display:block'>g</p><p style='display:block;display:none'>h</p>"
                + "<p style=\"background:url('display:none')\">i</p>";
        assertEquals(List.of("a", "d", "g", "i"), words(html, Kind.SHOWN));
        assertEquals(List.of("b", "c", "e", "f", "h"), words(html, Kind.HIDDEN));
    }

    /// Otherwise whoever sends a page could choose that we read something else than people see.
    @Test
    void anEncodingThatNoBrowserReadsIsNone() {
        byte[] page = "<p>söz</p>".getBytes(UTF_8);
        for (var name : List.of("cp037", "csISO2022JP", "UTF-32", "x-UTF-16LE-BOM", "IBM1047", "hz-gb-2312")) {
            assertEquals("söz", first(page, name), name);
        }
    }

    @Test
    void whatStandsInsteadOfPicturesAndInFieldsIsKept() {
        var html = "<meta property='og:description' content='yazı'><meta name=viewport content=w><img alt='şəkil'>"
                + "<input value=ad><input type=hidden value=token><input type=password value=gizli>"
                + "<a title=ipucu aria-label=etiket>x</a>";
        assertEquals(List.of("yazı", "şəkil", "ad", "ipucu", "etiket"), words(html, Kind.BESIDE));
        byte[] bytes = html.getBytes(UTF_8);
        for (var run : runs(html)) {
            assertEquals(run.text(), new String(bytes, run.from(), run.to() - run.from(), UTF_8));
        }
    }

    @Test
    void blocksBeginLinesAndBlanksAreOne() {
        var gaps = runs("<p>a  b</p>c<br>d <i>e</i><i>f</i>").stream()
                .map(run -> run.gap() + ":" + run.text())
                .toList();
        assertEquals(List.of("LINE:a b", "LINE:c", "LINE:d", "SPACE:e", "NONE:f"), gaps);
    }

    @Test
    void anEncodingIsToldByItsMarkTheSenderThePageOrItsBytes() {
        var word = "<p>Привет</p>";
        var cyrillic = Charset.forName("windows-1251");
        assertEquals("Привет", first(word.getBytes(cyrillic), "windows-1251"));
        assertEquals("Привет", first(("<meta charset=windows-1251>" + word).getBytes(cyrillic), ""));
        assertEquals("Привет", first(("\uFEFF" + word).getBytes(UTF_8), "windows-1251"));
        assertEquals("Привет", first(("\uFEFF" + word).getBytes(StandardCharsets.UTF_16LE), ""));
        assertEquals("Привет", first(word.getBytes(UTF_8), "no-such-charset"));
        assertEquals("café", first("<p>café</p>".getBytes(StandardCharsets.ISO_8859_1), ""));
    }

    @Test
    void placesAreRightInEveryEncoding() {
        for (var name : List.of("windows-1251", "UTF-16LE", "Shift_JIS", "GB18030", "UTF-8")) {
            var charset = Charset.forName(name);
            byte[] bytes = ("<p>" + "x".repeat(100) + "<b>Ж</b>" + "я".repeat(100) + "<i>конец</i>").getBytes(charset);
            for (var run : HtmlPage.of(bytes, name).runs()) {
                assertEquals(run.text(), new String(bytes, run.from(), run.to() - run.from(), charset), name);
            }
        }
    }

    private static String first(byte[] bytes, String charset) {
        return HtmlPage.of(bytes, charset).runs().getFirst().text();
    }

    /// Letters of base64 are letters, too.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p>%s</p>",
                "<p>data:image/png;%s</p>",
                "<p>src=\"data:image/png;%s</p>",
                "<p>&lt;img src=\"data:image/png;%s</p>",
                "<p>url(data:image/png;%s</p>",
                "<img alt='data:image/png;%s'>",
                "<img alt=\"<img src='data:image/png;%s\">",
                "<img alt=\"style='url(data:image/png;%s\">",
                "<img src='a.png' alt=' src=data:image/png;%s'>",
                "<style>a{}</style><p>url(data:image/png;%s</p>",
                "<!-- <a title=' --><p>' src=data:image/png;%s</p>"
            })
    void wordsThatReadLikeAPictureAreWords(String page) {
        String typed = "base64," + "SeniOldureceyem".repeat(100);
        var said = runs(page.formatted(typed)).stream().map(TextRun::text).toList();
        assertTrue(said.stream().anyMatch(words -> words.endsWith(typed)), said.toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<img src='data:image/png;%s'>",
                "<IMG class=x SRC = \"data:image/png;charset=a;%s\">",
                "<img src=data:image/png;%s>",
                "<img srcset=\"data:image/png;%s 1x, data:image/png;%s 2x\">",
                "<link rel='icon' href=\"data:image/png;%s\">",
                "<p style=\"background: url('data:image/png;%s')\">",
                "<style>a{background:url(data:image/png;%s)}</style>",
                "<script>var a='data:image/png;%s'</script>"
            })
    void picturesAreLeftOutWhereverAPageHasThem(String page) {
        byte[] bytes =
                (page.replace("%s", "base64," + "iVBORw0KGgo/+A".repeat(600_000)) + "<p>sonra</p>").getBytes(UTF_8);
        var read = HtmlPage.of(bytes, "");
        assertTrue(read.isWhole());
        assertEquals("sonra", read.runs().getLast().text());
    }

    @Test
    void manyQuotesTakeNoLongTime() {
        var page = "<p a=\"" + "x".repeat(1 << 20) + "\"" + " \"".repeat(1 << 18) + ">";
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> HtmlPage.of(page.getBytes(UTF_8), ""));
    }

    @Test
    void picturesInsideOfAPageCountForNothing() {
        var picture = "iVBORw0KGgo/+A".repeat(900_000);
        byte[] bytes = ("<p>əvvəl<img src='data:image/png;base64," + picture + "'>sonra").getBytes(UTF_8);
        var page = HtmlPage.of(bytes, "");
        assertTrue(page.isWhole());
        var last = page.runs().getLast();
        assertEquals("sonra", new String(bytes, last.from(), last.to() - last.from(), UTF_8));
    }

    @Test
    void aPageWithoutEndIsReadUpToItsBoundAndSaysSo() {
        for (var endless : List.of("<b>", "<div>", "<table>x", "<p a=1 b=2>x", "</p>", "<a><div>")) {
            byte[] bytes = ("<p>first" + endless.repeat(400_000)).getBytes(UTF_8);
            var page = HtmlPage.of(bytes, "");
            assertFalse(page.isWhole(), endless);
            assertTrue(page.readTo() > 0 && page.readTo() < bytes.length, endless);
            assertEquals("first", page.runs().getFirst().text().substring(0, 5));
        }
    }

    @Test
    void noBytesBreakIt() {
        var random = new Random(7);
        var pieces = List.of(
                "<p",
                " hidden",
                ">",
                "</",
                "<!--",
                "-->",
                "<script>",
                "&#",
                "&amp",
                "\0",
                "<table>",
                "\uD83D",
                "'",
                "\"",
                "=",
                "<svg>",
                "]]>",
                "<select>",
                "<textarea>",
                "x");
        for (int i = 0; i < 2_000; i++) {
            var html = new StringBuilder();
            random.ints(30, 0, pieces.size()).forEach(piece -> html.append(pieces.get(piece)));
            byte[] bytes = html.toString().getBytes(UTF_8);
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            for (var run : HtmlPage.of(bytes, "").runs()) {
                assertTrue(run.from() >= 0 && run.from() <= run.to() && run.to() <= bytes.length);
            }
        }
    }

    @Test
    void aPageInsideOfAPageIsRead() {
        assertEquals(
                List.of("əvvəl", "içəridə", "sonra"),
                words("əvvəl<iframe srcdoc=\"&lt;p&gt;içəridə&lt;!-- x --&gt;\"></iframe>sonra", Kind.SHOWN));
        assertEquals(List.of("içəridə"), words("<iframe hidden srcdoc='<p>içəridə'></iframe>", Kind.HIDDEN));
        assertEquals(
                List.of("üçüncü"),
                words("<iframe srcdoc=\"<iframe srcdoc='<p>üçüncü'></iframe>\"></iframe>", Kind.SHOWN));
    }

    @Test
    void aPageInAnAddressIsRead() {
        var words = "<p>gizli deyil" + " söz".repeat(800);
        var packed = Base64.getEncoder().encodeToString(words.getBytes(UTF_8));
        var shown = words("<iframe src='data:text/html;charset=utf-8;base64," + packed + "'></iframe>", Kind.SHOWN);
        assertTrue(shown.getFirst().startsWith("gizli deyil söz söz"), shown.toString());
        assertEquals(
                List.of("salam dünya"),
                words("<iframe src='data:text/plain;charset=utf-8,salam%20d%C3%BCnya'></iframe>", Kind.SHOWN));
        assertEquals(List.of("aç"), words("<a href='data:text/html;charset=utf-8,<b>aç'>x</a>", Kind.BESIDE));
        assertEquals(List.of(), words("<a href='data:image/png;base64,AAAA'>x</a>", Kind.BESIDE));
    }

    @Test
    void manyPagesInsideOfOneTakeNoTime() {
        var page = "<iframe srcdoc='<p>a'></iframe>".repeat(80_000);
        var runs = assertTimeoutPreemptively(Duration.ofSeconds(20), () -> runs(page));
        assertTrue(runs.size() >= 80_000);
    }

    @Test
    void theTitleOfADrawingIsNoTitleOfThePage() {
        var page = "<title>səhifə</title><svg><title>şəkil</title><text>söz</text></svg>";
        assertEquals(List.of("səhifə"), words(page, Kind.TITLE));
        assertEquals(List.of("şəkil", "söz"), words(page, Kind.SHOWN));
    }
}
