package org.taniq.tell;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.taniq.tell.Searched.NAME;
import static org.taniq.tell.Searched.assertRefused;
import static org.taniq.tell.Searched.hold;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Files in which a withheld name stands so that its bytes do not. The people are invented.
final class TextsTest {
    private static String units(String text) {
        var units = new StringBuilder();
        text.chars().forEach(unit -> units.append(String.format(java.util.Locale.ROOT, "\\u%04x", unit)));
        return units.toString();
    }

    private static String latin(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void inJsonANameIsFoundHoweverItsLettersAreWritten() throws IOException {
        assertTrue(hold("{\"sender\":\"" + units(NAME) + "\"}"));
        assertTrue(hold("{\"" + units(NAME) + "\":1}"), "in the name of a member");
        assertTrue(hold("{\"sender\":\"" + units(latin(NAME)) + "\"}"), "as Facebook and Instagram write it");
        assertTrue(hold("{\"text\":[\"Gül\",{\"bold\":\"narə\"}]}"), "over two strings");
        assertTrue(hold("{\"text\":\"" + base64("salam " + NAME) + "\"}"));
        assertFalse(hold("{\"sender\":\"" + units("Вугар") + "\",\"n\":[1,true,null]}"));
    }

    @Test
    void whatIsNotJsonAsItIsReadHereStays() {
        assertRefused("{\"longitude\":49.86,\"text\":\"salam\"}", "not JSON");
        assertRefused("{\"text\":\"salam", "not JSON");
        assertRefused("{\"a\":\"\u00ff\"}".getBytes(StandardCharsets.ISO_8859_1), "not all of it is text");
    }

    @Test
    void inPlainTextANameIsFoundHoweverItsLettersAreWritten() throws IOException {
        assertTrue(hold("window.part0 = [ \"" + units(NAME) + "\" ]"));
        assertTrue(hold("bax: &#1053;&#1072;&#1088;&#1075;&#1080;&#1079;"));
        assertTrue(hold("bax: &#x41D;&#x430;&#x440;&#x433;&#x438;&#x437;"));
        assertTrue(hold("bax: G&uuml;lnar&#601;"));
        assertTrue(hold("https://example.org/" + java.net.URLEncoder.encode(NAME, StandardCharsets.UTF_8)));
        assertTrue(hold("Subject: =?utf-8?B?" + base64(NAME) + "?="));
        assertTrue(hold("salam =D0=9D=D0=B0=D1=80=\r\n=D0=B3=D0=B8=D0=B7 salam"));
        assertTrue(hold(latin(NAME)));
        assertTrue(hold("salam\n"
                + base64("salam, necəsən, hamısı yaxşıdır? " + NAME + " də salam deyir, gözləyirəm")
                        .replaceAll("(.{20})", "$1\r\n")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bax: Gül<b>narə</b>",
                "bax: Gül<font color='red'>n</font>arə",
                "bax: Gül[b]narə[/b]",
                "bax: Gül&shy;narə, Gül&zwnj;narə",
                "bax: G&ZeroWidthSpace;ülnarə",
                "bax: G&amp;uuml;lnar&amp;#601;",
                "bax: Gül&lt;b&gt;narə&lt;/b&gt;",
                "eval \\x47\\xc3\\xbclnar\\xC9\\x99",
                "printf '\\107\\303\\274lnar\\311\\231'",
                "bax: G\\u{fc}lnar\\u{259}, \\U00000047\\U000000fc\\U0000006cnare",
                "bax: %2547%25C3%25BClnare",
                "bax: %25252547%252525C3%252525BClnare",
                "R8O8\nbG5h\ncsmZ\n",
                "bax: 47c3bc6c6e6172c999",
                "bax: 47 c3 bc 6c 6e 61 72 c9 99",
            })
    void whatIsCodeInAPlainTextIsUndone(String text) throws IOException {
        assertTrue(hold(text), text);
    }

    @Test
    void codeThatIsNotUndoneKeepsATextBack() {
        assertRefused("salam\nbegin 644 a.txt\n%07ES96P*\n \nend\n", "another file");
        assertRefused("salam\n=ybegin line=128 size=5 name=a\nx\n", "another file");
        assertRefused("bax: &Ncy;&acy;&rcy;&gcy;&icy;&zcy;", "another program");
        assertRefused("%" + "25".repeat(40) + "41", "another program");
    }

    @Test
    void codeInJsonKeepsItBackToo() throws IOException {
        assertRefused("{\"text\":\"bax: &Ncy;&acy;&rcy;&gcy;&icy;&zcy;\"}", "another program");
        assertTrue(hold("{\"text\":\"bax: Gül<b>narə</b>\"}"));
    }

    @Test
    @Tag("slow")
    @Timeout(60)
    void codeWithoutEndIsLookedThroughInTime() throws IOException {
        for (var part : java.util.List.of("41 ", "%25", "<a", "[b=", "&amp;", "\\101", "QUJD", "414243")) {
            assertFalse(hold("z" + part.repeat(300_000) + "4z"), part);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "05/11/2026, 20:41 - Vüqar: <Media omitted> [şəkil] a < b > c & d; 5 > 3",
                "https://example.org/?a=b&amp;c=d&hellip; 100% &mdash; R&D; \\o/ \\n",
                "sha256: 9f64fd4fd0812478030b946cf7ba1038dc80a98d3d0e839bf4dc25e8355d56be",
                "begin 6 gün əvvəl oldu",
            })
    void whatOnlyLooksLikeCodeLeaves(String text) throws IOException {
        assertFalse(hold(text), text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "windows-1251", "KOI8-R", "IBM866"})
    void inPlainTextANameIsFoundInEveryEncoding(String encoding) throws IOException {
        assertTrue(hold(("Это " + NAME + ", да").getBytes(Charset.forName(encoding))));
        assertFalse(hold("Это Вугар, да".getBytes(Charset.forName(encoding))));
    }

    @Test
    void utf16IsReadWithItsMarkAndStaysWithout() throws IOException {
        assertTrue(hold(("\uFEFF" + NAME).getBytes(StandardCharsets.UTF_16LE)));
        assertTrue(hold(("\uFEFF" + NAME).getBytes(StandardCharsets.UTF_16BE)));
        assertFalse(hold("\uFEFFsalam".getBytes(StandardCharsets.UTF_16LE)));
        assertRefused(NAME.getBytes(StandardCharsets.UTF_16LE), "only a part");
        byte[] later = ("a".repeat(9000) + "G\0ü\0l\0n\0a\0r\0ə\0").getBytes(StandardCharsets.UTF_8);
        assertRefused(later, "not all of it is text");
    }

    @Test
    void aTextWithoutTheNameLeaves() throws IOException {
        assertFalse(hold(""));
        assertFalse(hold("05/11/2026, 20:41 - Vüqar: salam, bal idi https://example.org/%D1%8F?a=b\n".repeat(3000)));
        assertFalse(hold("Sayın Vüqar".getBytes(Charset.forName("windows-1254"))));
    }

    @Test
    void whatCanHoldANameInCodeStays() throws IOException {
        assertRefused("From: a@example.org\nDate: x\nSubject: x\n\n" + base64(NAME), "message/rfc822");
        assertRefused("<html><p>&#1053;&#1072;", "text/html");
        assertRefused("<p>Нар<b>гиз</b></p><div>salam</div>", "text/html");
        assertRefused("{\\rtf1 \\'cd\\'e0\\'f0\\'e3\\'e8\\'e7}", "application/rtf");
        assertRefused("<?xml version='1.0'?><a>&#1053;</a>", "application/xml");
        assertRefused("<svg><text>&#1053;</text></svg>", "image/svg+xml");
        assertRefused("BEGIN:VCARD\nFN:x\n", "text/vcard");
        assertRefused("SQLite format 3\0", "application/vnd.sqlite3");
        assertRefused(new byte[] {1, 2, 3, 0, 5}, "application/octet-stream");
        assertTrue(Texts.isPacked("Rar!\u001A\u0007".getBytes(StandardCharsets.ISO_8859_1)));
        assertTrue(Texts.isPacked("7z\u00BC\u00AF'\u001C".getBytes(StandardCharsets.ISO_8859_1)));
        assertTrue(Texts.isPacked(gzip(NAME)));
    }

    @Test
    @Tag("slow")
    void whatIsWrittenBesideAPictureIsReadAndChanceIsNoName() throws IOException {
        var picture = new ByteArrayOutputStream();
        picture.write(new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF});
        var random = new byte[3_000_000];
        new java.util.Random(1).nextBytes(random);
        picture.write(random);
        assertFalse(hold(picture.toByteArray()), "Əli is not in three million bytes of chance");
        var behind = new ByteArrayOutputStream();
        picture.writeTo(behind);
        behind.write("\0\0<x:creator>Gülnarə</x:creator>".getBytes(StandardCharsets.UTF_8));
        assertTrue(hold(behind.toByteArray()));
        picture.write(("\0" + NAME + " " + NAME + "\0").getBytes(Charset.forName("windows-1251")));
        assertTrue(hold(picture.toByteArray()));
    }

    private static byte[] gzip(String text) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(out)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return out.toByteArray();
    }
}
