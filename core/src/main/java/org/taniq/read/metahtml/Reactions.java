package org.taniq.read.metahtml;

import java.util.List;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.taniq.base.Json;
import org.taniq.read.record.Detail;
import org.taniq.read.record.Draft;

/// Lists of who reacted to a message and with what. They are taken out of it.
final class Reactions {
    /// A sign, and behind it the name of who reacted with it.
    private static final Pattern REACTION = Pattern.compile("(\\X)\\s*(.+)", Pattern.DOTALL);

    private static final Pattern IN_BRACKETS = Pattern.compile("\\s*\\((.*)\\)\\s*", Pattern.DOTALL);
    private static final Pattern SPACES = Pattern.compile("\\s+");

    private final Draft draft;
    private long all;

    private Reactions(Draft draft) {
        this.draft = draft;
    }

    static void take(List<Element> contents, Draft draft) {
        var reactions = new Reactions(draft);
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
        var time = item.select("span span").stream()
                .filter(span -> span.childrenSize() == 0
                        && IN_BRACKETS.matcher(span.text()).matches())
                .findFirst();
        time.ifPresent(Element::remove);
        String when = time.map(span -> IN_BRACKETS.matcher(span.text()).replaceFirst("$1"))
                .orElse("");
        all++;
        draft.detail("reaction", said(SPACES.matcher(PageText.of(item)).replaceAll(" "), when));
    }

    private static Json said(String words, String time) {
        var said = Json.object();
        var parted = REACTION.matcher(words);
        if (parted.matches() && !Character.isLetterOrDigit(parted.group(1).codePointAt(0))) {
            said.put("actor", Detail.cut(parted.group(2))).put("reaction", Detail.cut(parted.group(1)));
        } else {
            said.put("reaction", Detail.cut(words));
        }
        return time.isEmpty()
                ? said.build()
                : said.put("timestamp", Detail.cut(time)).build();
    }
}
