package org.taniq.read.metahtml;

import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/// The words of an element as they stand there, with the ends of its lines.
final class PageText {
    private final StringBuilder text = new StringBuilder();

    private PageText() {}

    static String of(Element element) {
        var words = new PageText();
        words.join(element);
        return words.text.toString().strip();
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
