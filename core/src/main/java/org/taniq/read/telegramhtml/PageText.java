package org.taniq.read.telegramhtml;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.taniq.base.Json;
import org.taniq.read.record.Detail;

/// What somebody wrote, as it stands in an element: line ends, and the addresses behind links, which are words, too.
final class PageText {
    /// Elements that say more than their words, and how details call that.
    private static final Map<String, String> KINDS =
            Map.of("s", "strikethrough", "blockquote", "blockquote", "code", "code", "pre", "pre");

    /// To another message of the chat.
    private static final Pattern WITHIN = Pattern.compile("(?:messages\\d*\\.html)?#go_to_message(-?\\d{1,18})");

    /// To what is no file of the export.
    private static final Pattern ELSEWHERE = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:|//|www\\.");

    private static final int MOST_STRETCHES = 1000;

    private final SequencedSet<String> lines = new LinkedHashSet<>();
    private final List<Detail> details = new ArrayList<>();
    private final List<String> files = new ArrayList<>();
    private int within;

    /// The words of an element alone.
    static String of(Element element) {
        var text = new StringBuilder();
        new PageText().join(element, text, new ArrayList<>());
        return text.toString().strip();
    }

    /// Adds the words of an element.
    void add(Element element) {
        var text = new StringBuilder();
        var addresses = new ArrayList<String>();
        join(element, text, addresses);
        add(text.toString().strip());
        addresses.forEach(this::add);
    }

    /// Adds words; not a second time what is there already.
    void add(String words) {
        if (!words.isEmpty()) {
            lines.add(words);
        }
    }

    private void join(Element element, StringBuilder text, List<String> addresses) {
        for (Node child : element.childNodes()) {
            if (child instanceof TextNode words) {
                text.append(words.getWholeText().replace("\n", ""));
            } else if (child instanceof Element inner) {
                inner(inner, text, addresses);
            }
        }
    }

    private void inner(Element inner, StringBuilder text, List<String> addresses) {
        int from = text.length();
        if (inner.normalName().equals("br") || inner.isBlock() && from > 0) {
            text.append('\n');
        }
        String kind = kind(inner);
        within += kind.isEmpty() ? 0 : 1;
        join(inner, text, addresses);
        within -= kind.isEmpty() ? 0 : 1;
        if (!kind.isEmpty()) {
            stretch(kind, within == 0 ? text.substring(from).strip() : "", inner.attr("href"), addresses);
        }
    }

    private static String kind(Element element) {
        if (element.hasClass("spoiler")) {
            return "spoiler";
        }
        return element.hasAttr("href") ? "text_link" : KINDS.getOrDefault(element.normalName(), "");
    }

    /// What stands within another stretch is said by that, but for the address of a link.
    private void stretch(String kind, String words, String address, List<String> addresses) {
        boolean isFile = !address.isEmpty()
                && !ELSEWHERE.matcher(address).lookingAt()
                && number(address).isEmpty();
        boolean isElsewhere = !address.isEmpty() && !isFile && !saysItself(address, words);
        if (isFile) {
            files.add(address);
        }
        if (isElsewhere) {
            addresses.add(address);
        }
        if (within == 0 && details.size() < MOST_STRETCHES && (isFile || isElsewhere || !kind.equals("text_link"))) {
            var said = Json.object().put("kind", isFile ? "custom_emoji" : kind).put("words", words);
            if (isFile || isElsewhere) {
                said.put(isFile ? "file" : "address", address);
            }
            details.add(new Detail("stretch", said.build()));
        }
    }

    private static boolean saysItself(String address, String words) {
        String name = words.startsWith("@") ? words.substring(1) : words;
        return address.equals(words)
                || number(address).isPresent()
                || address.equals("mailto:" + words)
                || address.equals("tel:" + words)
                || address.equals("https://t.me/" + name);
    }

    /// The number of the message to which a link leads.
    static Optional<String> number(Element link) {
        return number(link.attr("href"));
    }

    private static Optional<String> number(String address) {
        var to = WITHIN.matcher(address);
        return to.matches() ? Optional.of(to.group(1)) : Optional.empty();
    }

    /// Paths of files that stand in place of links: the pictures of emoji.
    List<String> files() {
        return files;
    }

    List<Detail> details() {
        return details;
    }

    String text() {
        return String.join("\n", lines);
    }
}
