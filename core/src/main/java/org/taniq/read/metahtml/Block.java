package org.taniq.read.metahtml;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;

/// The parts of a block: who, what, when, and whatever else there is, of which nobody knows whose it is.
final class Block {
    private static final int LONGEST_NAME = 1 << 12;

    /// What can stand in a name.
    private static final Set<String> IN_NAME = Set.of("div", "span", "font", "br", "b", "wbr");

    private final Layout layout;
    private final List<Element> headings = new ArrayList<>();
    private final List<Element> contents = new ArrayList<>();
    private final List<Element> times = new ArrayList<>();
    private boolean hasOthers;

    private Block(Layout layout) {
        this.layout = layout;
    }

    /// @param elements the block, and what belongs to it behind it
    static Block of(List<Element> elements, Layout layout) {
        var block = new Block(layout);
        switch (layout.form()) {
            case WITHIN -> elements.forEach(element -> block.within(element, false));
            case BEHIND -> block.behind(elements);
        }
        return block;
    }

    private static boolean saysSomething(Element element) {
        return element.hasText()
                || !element.select("[src], [href], [alt], [title], [aria-label]")
                        .isEmpty();
    }

    /// Elements without a class that only hold the parts are looked into.
    private void within(Element element, boolean isWrapped) {
        hasOthers |= Elements.hasWords(element);
        for (var child : element.children()) {
            if (layout.time().is(child)) {
                times.add(child);
            } else if (layout.heading().is(child)) {
                headings.add(child);
            } else if (layout.content().is(child)) {
                contents.add(child);
            } else if (!isWrapped && child.classNames().isEmpty() && holdsParts(child)) {
                within(child, true);
            } else {
                hasOthers |= saysSomething(child);
            }
        }
    }

    private boolean holdsParts(Element wrapper) {
        return wrapper.children().stream()
                .anyMatch(
                        child -> layout.heading().is(child) || layout.content().is(child));
    }

    /// `<div class="message"><div class="message_header"><span class="user">`
    private void behind(List<Element> elements) {
        var message = elements.getFirst();
        boolean isHeader = message.childrenSize() == 1 && layout.header().is(message.child(0));
        hasOthers |= !isHeader || Elements.hasWords(message) || Elements.hasWords(message.child(0));
        for (var inner : isHeader ? message.child(0).children() : List.<Element>of()) {
            if (layout.heading().is(inner)) {
                headings.add(inner);
            } else if (layout.time().is(inner)) {
                times.add(inner);
            } else {
                hasOthers |= inner.hasText();
            }
        }
        elements.stream().skip(1).filter(Block::saysSomething).forEach(contents::add);
    }

    /// Whether it says once who, what and when, as a message does; who can be left out.
    boolean isMessage() {
        boolean isOnce = layout.form() == Layout.Form.BEHIND || contents.size() <= 1;
        return !hasOthers && times.size() == 1 && headings.size() <= 1 && isOnce && isName();
    }

    private boolean isName() {
        return heading().length() <= LONGEST_NAME
                && headings.stream()
                        .flatMap(heading -> heading.getAllElements().stream().skip(1))
                        .allMatch(inner -> IN_NAME.contains(inner.normalName()));
    }

    /// Whether it only says something of the conversation: who takes part, that it waits for an answer.
    boolean isNotice() {
        return !hasOthers
                && times.isEmpty()
                && !headings.isEmpty()
                && contents.stream().noneMatch(Block::saysSomething);
    }

    /// Whether it has one time at most and nothing of which nobody knows what it is.
    boolean isPost() {
        return !hasOthers && times.size() <= 1 && headings.size() <= 1 && contents.size() <= 1;
    }

    /// Whether other blocks stand only in its content, and no part of its own does: where an end is lost, a block holds
    /// those that follow it.
    boolean isSound() {
        return isPost() && contents.stream().allMatch(this::isSound);
    }

    private boolean isSound(Element content) {
        var own = new ArrayDeque<>(content.children());
        while (!own.isEmpty()) {
            var next = own.pop();
            if (layout.time().is(next) || layout.heading().is(next)) {
                return false;
            }
            if (!layout.block().is(next)) {
                own.addAll(next.children());
            }
        }
        return true;
    }

    /// Who wrote, or what was done; empty where nothing stands there.
    String heading() {
        return headings.stream().map(PageText::of).findFirst().orElse("");
    }

    /// What stands above it, and what was written.
    List<Element> all() {
        return Stream.concat(headings.stream(), contents.stream()).toList();
    }

    List<Element> contents() {
        return contents;
    }

    /// Its time as it is written; empty where there is none or there are several.
    String time() {
        return times.size() == 1 ? PageText.of(times.getFirst()) : "";
    }

    /// Where it stood on the web: the link of its time.
    Optional<String> address() {
        return times.stream()
                .flatMap(time -> time.select("a[href]").stream())
                .map(link -> link.attr("href"))
                .filter(Links::isElsewhere)
                .findFirst();
    }

    /// Whether its content is built as that of a message is: an empty element, the words, and what comes with them.
    boolean isBuiltAsMessage() {
        return layout.form() == Layout.Form.BEHIND
                || contents.size() == 1 && Parts.of(contents.getFirst()).isTemplate();
    }
}
