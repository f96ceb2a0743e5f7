package org.taniq.read.metahtml;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/// The words of an element as they stand there, with the ends of its lines.
final class PageText {
    /// What stands for a picture, and what is shown beside something.
    static final List<String> DESCRIBING = List.of("alt", "title", "aria-label", "placeholder");

    private static final List<String> LEADING = List.of("href", "src");
    private static final String BESIDE = "[alt], [title], [aria-label], [placeholder], [href], [src]";

    private final StringBuilder text = new StringBuilder();

    private PageText() {}

    static String of(Element element) {
        var words = new PageText();
        words.join(element);
        return words.text.toString().strip();
    }

    /// One after another, in lines.
    static String of(List<Element> elements) {
        return String.join("\n", elements.stream().map(PageText::of).toList()).strip();
    }

    /// The same, and behind it what stands beside in the elements: descriptions, and addresses of what is elsewhere.
    static String whole(List<Element> elements) {
        var lines =
                Stream.concat(Stream.of(of(elements)), elements.stream().flatMap(element -> beside(element).stream()));
        return lines.filter(line -> !line.isEmpty()).collect(Collectors.joining("\n"));
    }

    /// Descriptions, and addresses of what is elsewhere, in an element; not those that are its words.
    static List<String> beside(Element element) {
        var beside = new ArrayList<String>();
        for (var each : element.select(BESIDE)) {
            String own = each.ownText().strip();
            DESCRIBING.stream().map(name -> each.attr(name).strip()).forEach(beside::add);
            LEADING.stream()
                    .map(name -> each.attr(name).strip())
                    .filter(address -> Links.isElsewhere(address) && !address.startsWith("data:"))
                    .filter(address -> !address.equals(own))
                    .forEach(beside::add);
        }
        beside.removeIf(String::isEmpty);
        return beside;
    }

    private void join(Element element) {
        for (Node child : element.childNodes()) {
            if (child instanceof TextNode words) {
                add(words);
            } else if (child instanceof Element inner) {
                inner(inner);
            }
        }
    }

    /// Blanks with the end of a line are how a page is laid out, not what somebody wrote.
    private void add(TextNode words) {
        String all = words.getWholeText();
        if (!all.isBlank() || all.indexOf('\n') < 0) {
            text.append(all);
        }
    }

    private void inner(Element inner) {
        boolean isLine = isLine(inner);
        if (isLine || inner.normalName().equals("br")) {
            endLine(inner.normalName().equals("br"));
        }
        join(inner);
        if (isLine) {
            endLine(false);
        }
    }

    private static boolean isLine(Element element) {
        return element.isBlock()
                || element.normalName().equals("td")
                || element.normalName().equals("li");
    }

    /// An element begins on a line of its own; `<br>` always ends one.
    private void endLine(boolean isWritten) {
        if (isWritten || !text.isEmpty() && text.charAt(text.length() - 1) != '\n') {
            text.append('\n');
        }
    }
}
