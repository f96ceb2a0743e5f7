package org.taniq.read.metahtml;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.taniq.base.Json;
import org.taniq.base.html.HtmlPage;
import org.taniq.base.html.TextRun;
import org.taniq.read.record.Detail;
import org.taniq.read.record.Draft;
import org.taniq.read.record.ExportFiles;
import org.taniq.read.record.Mark;

/// What stands before, between and behind blocks: words of the page itself, and whatever else it shows there.
///
/// @param shown where words and files stand; in the head of a page are styles and its own address
record Frame(HtmlPage page, Element shown) {
    private static final List<String> SHOWING = List.of("src", "href", "alt", "title", "aria-label", "placeholder");

    /// For whom, when and for which time Meta made the page.
    private static final String MADE = "aside[role=contentinfo]";

    private static final Pattern UTC = Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(?::\\d{2})?Z");

    static Frame ofHead(byte[] bytes) {
        var page = HtmlPage.of(bytes, "utf-8");
        return new Frame(page, page.document().body());
    }

    /// Bytes with which a file in UTF-16 would begin are none within a page.
    static Frame of(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        var page = HtmlPage.of(text.getBytes(StandardCharsets.UTF_8), "utf-8");
        return new Frame(page, page.document());
    }

    boolean saysNothing() {
        return words().isEmpty()
                && page.isWhole()
                && SHOWING.stream()
                        .noneMatch(name -> shown.select("[" + name + "]").stream()
                                .anyMatch(element -> !element.attr(name).isBlank()));
    }

    /// All words; what is no text in a head, styles and programs, is none.
    String words() {
        var words = new StringBuilder();
        for (var run : page.runs()) {
            words.append(run.gap() == TextRun.Gap.LINE && !words.isEmpty() ? "\n" : "")
                    .append(run.gap() == TextRun.Gap.SPACE ? " " : "")
                    .append(run.text());
        }
        return words.toString().strip();
    }

    String title() {
        Document document = page.document();
        return Layout.titles().stream()
                .flatMap(where -> document.select(where).stream())
                .map(PageText::of)
                .filter(title -> !title.isEmpty())
                .findFirst()
                .orElseGet(() -> document.title().strip());
    }

    /// Its words, addresses, files and times.
    void add(Draft draft, ExportFiles there) {
        Written.frame(draft, words(), shown, there);
        shown.select("time[datetime]").forEach(time -> draft.detail("statedTime", stated(time)));
        if (!page.isWhole()) {
            draft.mark(Mark.CUT);
        }
    }

    private static Json stated(Element time) {
        return Json.object()
                .put("date", Detail.cut(time.attr("datetime")))
                .put("asWritten", Detail.cut(PageText.of(time)))
                .build();
    }

    /// Whether it says in words for whom the page was made.
    boolean saysForWhom() {
        return shown.select(MADE).stream().anyMatch(Elements::hasWords);
    }

    /// From when to when the person asked for, in UTC; empty where it does not say that.
    List<String> span() {
        var times = shown.select(MADE + " > div > time[datetime]").eachAttr("datetime");
        boolean isSpan = times.size() == 2
                && times.stream().allMatch(time -> UTC.matcher(time).matches());
        return isSpan ? times : List.of();
    }
}
