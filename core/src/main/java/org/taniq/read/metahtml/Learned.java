package org.taniq.read.metahtml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jsoup.nodes.Element;
import org.taniq.base.html.HtmlPage;

/// How blocks are built whose classes have names that are not known: three or more elements of the same name and
/// classes, each of a heading that is a name, a content that is made as Meta makes messages, and a time that is surely
/// one, each of these of the same name and classes, too, and no two of them alike. Which of two texts is the name of
/// who wrote the other could not be told by their order alone.
final class Learned {
    private static final int LEAST = 3;
    private static final int PARTS = 3;
    private static final int LONGEST_TIME = 200;

    private Learned() {}

    /// @param head the first bytes of a page
    static Optional<Layout> of(byte[] head) {
        var found = new LinkedHashMap<Layout, Integer>();
        for (var block : HtmlPage.of(head, "utf-8").document().body().select("*")) {
            layout(block).ifPresent(layout -> found.merge(layout, 1, Integer::sum));
        }
        return found.entrySet().stream()
                .filter(each -> each.getValue() >= LEAST)
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private static Optional<Layout> layout(Element block) {
        if (block.childrenSize() != PARTS || block.classNames().isEmpty()) {
            return Optional.empty();
        }
        List<Layout.Part> parts = new ArrayList<>();
        block.children().forEach(child -> parts.add(Layout.Part.as(child)));
        boolean areNamed = parts.stream().noneMatch(part -> part.classes().isEmpty());
        boolean areDifferent = parts.stream().distinct().count() == PARTS;
        boolean isTimed = areNamed
                && areDifferent
                && block.child(2).wholeText().length() < LONGEST_TIME
                && Moment.isTime(PageText.of(block.child(2)));
        return isTimed
                ? Optional.of(layout(block, parts)).filter(layout -> isMessage(Block.of(List.of(block), layout)))
                : Optional.empty();
    }

    private static boolean isMessage(Block block) {
        return block.isMessage() && block.isBuiltAsMessage() && !block.heading().isEmpty();
    }

    private static Layout layout(Element block, List<Layout.Part> parts) {
        return new Layout(
                Layout.Part.as(block),
                parts.get(0),
                parts.get(1),
                parts.get(2),
                Layout.Part.NONE,
                Layout.Part.NONE,
                Layout.Form.WITHIN);
    }
}
