package org.taniq.read.metahtml;

import java.util.List;
import java.util.stream.IntStream;
import org.jsoup.nodes.Element;

/// What a content is made of, in its order. In a message Meta writes an empty element, the words, what is shared with
/// them, files and who reacted, each in a `div` of its own, whether there is something in it or not.
///
/// @param all these, or the one in which all of it stands
record Parts(List<Element> all) {
    private static final int LEAST = 3;

    static Parts of(Element content) {
        var at = content;
        while (at.childrenSize() == 1 && at.child(0).normalName().equals("div") && !Elements.hasWords(at)) {
            at = at.child(0);
        }
        boolean isSeveral = at.childrenSize() > 1
                && !Elements.hasWords(at)
                && at.children().stream().allMatch(child -> child.normalName().equals("div"));
        return new Parts(isSeveral ? List.copyOf(at.children()) : List.of(at));
    }

    /// Whether it is built as Meta builds messages.
    boolean isTemplate() {
        return all.size() >= LEAST
                && all.stream().allMatch(Parts::isPlain)
                && all.getFirst().childNodeSize() == 0;
    }

    private static boolean isPlain(Element part) {
        return part.normalName().equals("div") && part.classNames().isEmpty();
    }

    /// The words of whoever wrote it, where it is sure which they are: those of the second part, or all of it.
    String main() {
        if (isTemplate()) {
            return words(1);
        }
        boolean isFirstAlone = others(0).isEmpty();
        return isFirstAlone ? words(0) : "";
    }

    /// All other words, which may be another's.
    List<String> beside() {
        return isTemplate() ? others(1) : main().isEmpty() ? others(-1) : List.of();
    }

    /// Links in the words and in what is shared with them, where Meta puts no files.
    List<Element> linksOfWords() {
        return (isTemplate() ? all.subList(1, 3) : List.<Element>of())
                .stream().flatMap(part -> part.select("[href]").stream()).toList();
    }

    /// Lines in what nobody typed into this message that are an address in the net or a place on the earth.
    List<Element> noted() {
        return (isTemplate() ? all.subList(2, all.size()) : List.<Element>of())
                .stream()
                        .flatMap(part -> part.getAllElements().stream())
                        .filter(element -> element.childrenSize() == 0 && !element.hasAttr("href"))
                        .filter(element -> Noted.isLine(PageText.of(element)))
                        .toList();
    }

    /// Words that stand where Meta puts what is shared.
    String shared() {
        return isTemplate() ? words(2) : "";
    }

    /// Whether a link to something elsewhere stands there, as in what is shared; in what is said of a call none does.
    boolean sharesLink() {
        return isTemplate()
                && all.get(2).select("a[href]").stream().anyMatch(link -> Links.isElsewhere(link.attr("href")));
    }

    private String words(int number) {
        return PageText.of(all.get(number));
    }

    private List<String> others(int but) {
        return IntStream.range(0, all.size())
                .filter(number -> number != but)
                .mapToObj(this::words)
                .filter(words -> !words.isEmpty())
                .toList();
    }
}
