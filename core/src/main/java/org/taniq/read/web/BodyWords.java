package org.taniq.read.web;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.taniq.base.html.HtmlPage;
import org.taniq.base.html.PageCharset;
import org.taniq.base.html.TextRun;
import org.taniq.base.html.TextRun.Gap;
import org.taniq.base.html.TextRun.Kind;
import org.taniq.read.web.Words.Hindrance;

/// Reads the words of a body: of a page what its HTML shows, of JSON its texts, of plain text all. What a body is, its
/// bytes say: servers call it as they like.
final class BodyWords {
    private static final int SNIFFED = 2048;
    private static final int MOST_TEXTS = 1 << 18;

    /// Bytes of plain text from which come at least as many characters as are kept.
    private static final int MOST_PLAIN = 4 * WordsOf.MOST;

    private static final Pattern CHARSET = Pattern.compile("charset\\s*=\\s*[\"']?([\\w.:-]{1,40})");
    private static final Pattern PAGE = Pattern.compile("(?s)\\s*(?:<\\?xml.{0,200}?>\\s*)?(?:<!--.{0,500}?-->\\s*)*"
            + "<(?:!doctype\\s+html|html|head|body|title|meta|div|p|table|script|svg)[\\s>].*");

    /// Types that are instructions for a browser, and not words for a reader.
    private static final Set<String> CODE = Set.of(
            "application/javascript", "text/javascript", "application/x-javascript", "text/css", "application/wasm");

    private final byte[] body;
    private final String head;
    private final String type;
    private final String statedType;
    private final boolean isUnpacked;
    private final boolean isWhole;
    private final boolean mayHoldHead;

    private BodyWords(BodyBytes bytes, Body sent) {
        this.body = bytes.bytes();
        this.head = new String(body, 0, Math.min(body.length, SNIFFED), StandardCharsets.ISO_8859_1);
        this.isUnpacked = bytes.isUnpacked();
        this.isWhole = bytes.isWhole();
        this.type = sent.mediaType();
        this.statedType = sent.statedType().toLowerCase(Locale.ROOT);
        this.mayHoldHead = sent.mayHoldHead();
    }

    /// The words; where the reader of pages breaks down over hostile bytes, that is said.
    ///
    /// @param allowance how many bytes may still be read for words
    static Words of(Body sent, Allowance allowance) {
        if (sent.bytes().seen() == 0) {
            return Words.NONE;
        }
        try {
            var bytes = BodyBytes.of(sent);
            return words(bytes, sent, allowance).with(bytes.chunks());
        } catch (RuntimeException | StackOverflowError fault) {
            return Words.hindered(Hindrance.FAULT);
        }
    }

    private static Words words(BodyBytes bytes, Body sent, Allowance allowance) {
        if (bytes.isPacked()) {
            return Words.hindered(Hindrance.PACKED);
        }
        return allowance.take(bytes.bytes().length)
                ? new BodyWords(bytes, sent).words()
                : Words.hindered(Hindrance.TOO_MUCH);
    }

    private Words words() {
        boolean isJson = type.contains("json") && isText() && !charset().name().startsWith("UTF-16");
        if (isJson || JsonWords.is(body, head, isWhole)) {
            return json();
        }
        return isPage() ? page() : other();
    }

    private Words json() {
        var charset = jsonCharset();
        var found = JsonWords.of(body, charset, MOST_TEXTS);
        return WordsOf.runs(found.runs(), extent(charset.name(), isWhole && found.isWhole()));
    }

    /// JSON is UTF-8 (RFC 8259), unless it is not and another encoding is stated, as by older servers.
    private Charset jsonCharset() {
        return stated().isEmpty() || isNearlyUtf8(body) ? StandardCharsets.UTF_8 : PageCharset.of(body, stated());
    }

    /// Whether it is a type of instructions for a browser.
    static boolean isCode(String type) {
        return CODE.contains(type);
    }

    /// Whether bytes begin as a page does.
    static boolean beginsPage(byte[] bytes) {
        var head = new String(bytes, 0, Math.min(bytes.length, SNIFFED), StandardCharsets.ISO_8859_1);
        return PAGE.matcher(head.toLowerCase(Locale.ROOT)).matches();
    }

    private boolean isPage() {
        return type.contains("html")
                || type.contains("xml")
                || PAGE.matcher(head.toLowerCase(Locale.ROOT)).matches();
    }

    private Words page() {
        var page = HtmlPage.of(mayHoldHead ? Secrets.inLines(body) : body, stated());
        return WordsOf.runs(page.runs(), extent(page.charset(), isWhole && page.isWhole()));
    }

    private Words other() {
        if (isCode(type)) {
            return Words.hindered(Hindrance.PROGRAM);
        }
        if (isText()) {
            return plain();
        }
        boolean isSeenOrHeard = Set.of("image", "video", "audio", "font").contains(type.split("/", 2)[0]);
        return isSeenOrHeard ? Words.NONE : Words.hindered(Hindrance.NO_TEXT);
    }

    /// Whether it begins with nothing that no text has.
    private boolean isText() {
        return isText(new String(body, 0, Math.min(body.length, SNIFFED), charset()));
    }

    static boolean isText(String head) {
        return head.chars().noneMatch(c -> c < ' ' && c != '\n' && c != '\r' && c != '\t' && c != '\f');
    }

    private Words plain() {
        var charset = charset();
        boolean mayBeForm = charset.equals(StandardCharsets.UTF_8) || isAscii();
        boolean isForm = type.equals("application/x-www-form-urlencoded") || mayBeForm && FormText.is(body);
        var text = isForm ? FormText.of(body, MOST_PLAIN) : decoded(charset);
        text = mayHoldHead ? Secrets.inLines(text) : JsonWords.withoutSecrets(text);
        text = type.startsWith("multipart/") ? PartText.of(text) : text;
        boolean isAll = isWhole && body.length <= MOST_PLAIN;
        var run = new TextRun(text.strip(), 0, Math.min(body.length, MOST_PLAIN), Kind.SHOWN, Gap.LINE);
        return WordsOf.runs(run.text().isEmpty() ? List.of() : List.of(run), extent(charset.name(), isAll));
    }

    private boolean isAscii() {
        int at = 0;
        while (at < body.length && body[at] >= 0) {
            at++;
        }
        return at == body.length;
    }

    private String decoded(Charset charset) {
        var text = new String(body, 0, Math.min(body.length, MOST_PLAIN), charset);
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private Words.Extent extent(String charset, boolean whole) {
        return new Words.Extent(charset, isUnpacked, whole, Hindrance.NONE, "");
    }

    private String stated() {
        var found = CHARSET.matcher(statedType);
        return found.find() ? found.group(1) : "";
    }

    /// As of a page; a few wrong bytes do not make UTF-8 another encoding.
    private Charset charset() {
        var charset = PageCharset.of(body, stated());
        if (!stated().isEmpty() || !charset.name().equals("windows-1252")) {
            return charset;
        }
        return isNearlyUtf8(Arrays.copyOf(body, Math.min(body.length, SNIFFED))) ? StandardCharsets.UTF_8 : charset;
    }

    private static boolean isNearlyUtf8(byte[] bytes) {
        long broken = new String(bytes, StandardCharsets.UTF_8)
                .chars()
                .filter(c -> c == '\uFFFD')
                .count();
        long beyond = 0;
        for (byte each : bytes) {
            beyond += each < 0 ? 1 : 0;
        }
        return broken * 4 <= beyond;
    }
}
