package org.taniq.read.metahtml;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.taniq.base.html.HtmlPage;
import org.taniq.read.record.Unread;

/// A stretch of a page as elements, whose tags are known to be in order.
final class Elements {
    private Elements() {}

    /// The elements of it beside one another; nothing where there are more of them than are read, or where they cannot
    /// stand in a page so.
    static Optional<List<Element>> of(byte[] bytes) {
        var page = HtmlPage.of(bytes, "utf-8");
        var all = page.document().body().children();
        boolean isAll = page.isWhole() && !all.isEmpty() && !hasOthers(page.document());
        return isAll ? Optional.of(List.copyOf(all)) : Optional.empty();
    }

    /// Why a stretch is not read.
    static Unread.Reason whyNot(byte[] bytes) {
        return HtmlPage.of(bytes, "utf-8").isWhole() ? Unread.Reason.NO_MESSAGE : Unread.Reason.TOO_LARGE;
    }

    private static boolean hasOthers(Document page) {
        return page.head().childNodeSize() > 0 || hasWords(page.body());
    }

    /// Whether words stand in an element and in none within it.
    static boolean hasWords(Element element) {
        return element.childNodes().stream().anyMatch(child -> child instanceof TextNode text && !text.isBlank());
    }

    /// Elements of a kind, none of which stands in another of them: this one, or those within it.
    static List<Element> outermost(Element element, Predicate<Element> kind) {
        var found = new ArrayList<Element>();
        outermost(element, kind, found);
        return found;
    }

    private static void outermost(Element element, Predicate<Element> kind, List<Element> found) {
        if (kind.test(element)) {
            found.add(element);
        } else {
            element.children().forEach(child -> outermost(child, kind, found));
        }
    }
}
