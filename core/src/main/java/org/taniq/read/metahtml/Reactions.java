package org.taniq.read.metahtml;

import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.taniq.base.Json;
import org.taniq.read.record.Detail;
import org.taniq.read.record.Draft;

/// Lists of who reacted to a message and with what. They are taken out of it.
final class Reactions {
    /// A sign, and behind it the name of who reacted with it.
    private static final Pattern REACTION = Pattern.compile("(\\X)\\s*(.+)", Pattern.DOTALL);

    private static final Pattern IN_BRACKETS = Pattern.compile("\\s*\\((.*)\\)\\s*", Pattern.DOTALL);
    private static final String JOINER = "\u200D";
    private static final Pattern SPACES = Pattern.compile("\\s+");

    private final Draft draft;
    private final Consumer<Element> going;
    private long all;

    private Reactions(Draft draft, Consumer<Element> going) {
        this.draft = draft;
        this.going = going;
    }

    /// @param going what is taken out of the page
    static void take(List<Element> contents, Draft draft, Consumer<Element> going) {
        var reactions = new Reactions(draft, going);
        contents.stream()
                .flatMap(content -> Elements.outermost(content, Layout::isReactions).stream())
                .forEach(reactions::list);
        if (reactions.all > 0) {
            draft.count("reactions", Long.toString(reactions.all));
        }
    }

    /// What is no item of the list stays.
    private void list(Element list) {
        var nodes = List.copyOf(list.childNodes());
        list.empty();
        list.appendChildren(nodes.stream().filter(node -> !isItem(node)).toList());
        nodes.stream().filter(Reactions::isItem).forEach(node -> item((Element) node));
    }

    private static boolean isItem(Node node) {
        return node instanceof Element element && element.normalName().equals("li");
    }

    /// `❤Aytən`, and since 2023 when.
    private void item(Element item) {
        going.accept(item);
        item.select("img[alt]").forEach(Reactions::say);
        String beside = String.join("\n", PageText.beside(item));
        var time = item.select("span span").stream()
                .filter(span -> span.childrenSize() == 0
                        && IN_BRACKETS.matcher(span.text()).matches())
                .findFirst();
        time.ifPresent(Element::remove);
        String when = time.map(span -> IN_BRACKETS.matcher(span.text()).replaceFirst("$1"))
                .orElse("");
        all++;
        var said = said(SPACES.matcher(PageText.of(item)).replaceAll(" "));
        draft.detail("reaction", withMore(said, when, beside));
    }

    /// A sign that is drawn.
    private static void say(Element picture) {
        picture.before(new TextNode(picture.attr("alt")));
        picture.removeAttr("alt");
    }

    private static Json.Builder said(String words) {
        var said = Json.object();
        var parted = REACTION.matcher(words);
        if (parted.matches() && isSign(parted.group(1))) {
            said.put("actor", Detail.cut(parted.group(2))).put("reaction", Detail.cut(parted.group(1)));
        } else {
            said.put("reaction", Detail.cut(words));
        }
        return said;
    }

    /// Where it joins what follows, it may be of the name, and all of it stands together.
    private static boolean isSign(String sign) {
        return !Character.isLetterOrDigit(sign.codePointAt(0)) && !sign.endsWith(JOINER);
    }

    private static Json withMore(Json.Builder said, String time, String beside) {
        if (!time.isEmpty()) {
            said.put("timestamp", Detail.cut(time));
        }
        if (!beside.isEmpty()) {
            said.put("notShown", Detail.cut(beside));
        }
        return said.build();
    }
}
