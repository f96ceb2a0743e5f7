package org.taniq.read.metahtml;

import java.util.List;
import java.util.Optional;
import org.jsoup.nodes.Element;
import org.taniq.base.html.HtmlPage;

/// A stretch of a page as elements, whose tags are known to be in order.
final class Elements {
    private Elements() {}

    /// The elements of it beside one another; nothing where there are more of them than are read.
    static Optional<List<Element>> of(byte[] bytes) {
        var page = HtmlPage.of(bytes, "utf-8");
        var all = page.document().body().children();
        return page.isWhole() && !all.isEmpty() ? Optional.of(List.copyOf(all)) : Optional.empty();
    }
}
