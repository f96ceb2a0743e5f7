package org.taniq.read.eml;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.taniq.base.html.HtmlPage;
import org.taniq.base.html.TextRun;
import org.taniq.base.mime.MailCharset;
import org.taniq.base.mime.PartHead;
import org.taniq.read.record.Detail;

/// The words of a mail, as a person sees them: its plain parts, and of its HTML what is shown. Where both say the same,
/// it stands there once; white space alone makes no other words.
final class MailWords {
    static final int MOST = 1 << 20;
    private static final String BETWEEN = "\n\n";
    /// What is not longer may stand there twice.
    private static final int SHORT = 3;
    private static final int MOST_LINKS = 500;
    private static final int LONGEST_LINK = 2_000;
    private static final Pattern WHITE = Pattern.compile("[\\s\u00A0]+");

    private final StringBuilder text = new StringBuilder();
    private final Set<String> saidBefore = new HashSet<>();
    private final StringBuilder hidden = new StringBuilder();
    private final Set<String> links = new LinkedHashSet<>();
    private boolean cut;
    private boolean linksCut;

    /// @return whether some of its bytes are no text
    boolean add(PartHead head, byte[] bytes) {
        if (head.type().equals("text/html")) {
            return html(bytes, head.charset());
        }
        var decoded = MailCharset.decode(bytes, head.charset());
        append(decoded.text());
        return decoded.isBroken();
    }

    private boolean html(byte[] bytes, String charset) {
        var page = page(bytes, charset);
        cut |= !page.isWhole();
        var shown = new StringBuilder();
        for (var run : page.runs()) {
            if (run.kind() == TextRun.Kind.SHOWN) {
                gap(shown, run.gap()).append(run.text());
            } else if (hidden.length() < MOST) {
                gap(hidden, TextRun.Gap.LINE).append(run.text());
            } else {
                cut = true;
            }
        }
        page.document().select("a[href], area[href], form[action]").forEach(this::link);
        append(shown.toString());
        return !MailCharset.isRead(charset) || shown.indexOf("\uFFFD") >= 0;
    }

    /// Of the encodings of mail pages have all but that of Japan.
    private static HtmlPage page(byte[] bytes, String charset) {
        return MailCharset.isJapanese(charset)
                ? HtmlPage.of(MailCharset.decode(bytes, charset).text().getBytes(StandardCharsets.UTF_8), "utf-8")
                : HtmlPage.of(bytes, charset);
    }

    private static StringBuilder gap(StringBuilder text, TextRun.Gap gap) {
        if (!text.isEmpty()) {
            switch (gap) {
                case NONE -> {}
                case SPACE -> text.append(' ');
                case LINE -> text.append('\n');
            }
        }
        return text;
    }

    private void link(Element element) {
        var address = element.attr(element.normalName().equals("form") ? "action" : "href")
                .strip();
        if (address.isEmpty()) {
            return;
        }
        if (links.size() == MOST_LINKS) {
            linksCut = true;
        } else {
            links.add(Detail.cut(address, LONGEST_LINK));
        }
    }

    /// A mail within the mail begins.
    ///
    /// @return at which character of the text its words do
    int mail(String subject) {
        int at = text.isEmpty() ? 0 : text.length() + BETWEEN.length();
        append(subject);
        saidBefore.clear();
        return at;
    }

    private void append(String more) {
        var said = more.replace("\r\n", "\n").strip();
        if (said.isEmpty() || !saidBefore.add(WHITE.matcher(said).replaceAll("")) && said.length() > SHORT) {
            return;
        }
        if (!text.isEmpty()) {
            text.append(BETWEEN);
        }
        int room = Math.max(0, MOST - text.length());
        cut |= said.length() > room;
        int fits = Math.min(said.length(), room);
        boolean splits = fits > 0 && fits < said.length() && Character.isHighSurrogate(said.charAt(fits - 1));
        text.append(said, 0, splits ? fits - 1 : fits);
    }

    String text() {
        return text.toString();
    }

    boolean isCut() {
        return cut;
    }

    /// What a page has besides its words.
    List<Detail> details() {
        var details = new ArrayList<Detail>();
        links.forEach(link -> details.add(Detail.of("link", link)));
        if (linksCut) {
            details.add(Detail.of("moreLinksThan", MOST_LINKS));
        }
        if (!hidden.isEmpty()) {
            Detail.pieces(hidden.toString()).forEach(piece -> details.add(Detail.of("notShown", piece)));
        }
        return details;
    }
}
