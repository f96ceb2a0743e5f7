package org.taniq.base.html;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;
import org.taniq.base.html.TextRun.Gap;
import org.taniq.base.html.TextRun.Kind;

/// Gathers the words of a page, going through it in its order.
final class PageWords implements NodeVisitor {
    private static final Pattern WHITE = Pattern.compile("[ \\t\\n\\r\\f]+");
    private static final Pattern IMPORTANT = Pattern.compile("!important\\s*$");
    private static final Pattern NO_DISPLAY = Pattern.compile("none(?:\\s*!important)?");
    private static final Pattern NOT_VISIBLE = Pattern.compile("(?:hidden|collapse)(?:\\s*!important)?");
    private static final Set<String> HIDING = Set.of(
            "template",
            "noscript",
            "noframes",
            "iframe",
            "datalist",
            "script",
            "style",
            "rp",
            "video",
            "audio",
            "object",
            "canvas");
    private static final Set<String> AS_WRITTEN = Set.of("pre", "textarea", "listing", "xmp", "plaintext");
    private static final Set<String> LINES = Set.of("br", "option", "optgroup", "td", "th", "summary", "textarea");
    private static final Set<String> BESIDE = Set.of("alt", "placeholder", "title", "aria-label", "label");
    /// Fields whose value nobody is shown.
    private static final Set<String> SECRET = Set.of("hidden", "password", "checkbox", "radio", "file", "image");
    private static final Pattern DESCRIBING =
            Pattern.compile("description|author|keywords|(?:og|twitter|article|profile):.{1,40}");

    /// Pages inside of one that are read as pages; of others the source stands beside the words.
    private static final int MOST_INNER = 1000;

    private final PageSource source;
    private final int around;
    private final List<TextRun> runs = new ArrayList<>();
    private int hiddenAt = -1;
    private int titleAt = -1;
    private int asWrittenAt = -1;
    private int inner;
    private Gap gap = Gap.LINE;

    /// @param around how many pages are around it
    PageWords(PageSource source, int around) {
        this.source = source;
        this.around = around;
    }

    List<TextRun> runs() {
        return runs;
    }

    @Override
    public void head(Node node, int depth) {
        if (node instanceof TextNode text) {
            words(text);
        } else if (node instanceof Element element) {
            enter(element, depth);
        }
    }

    @Override
    public void tail(Node node, int depth) {
        if (node instanceof Element element) {
            hiddenAt = depth == hiddenAt ? -1 : hiddenAt;
            titleAt = depth == titleAt ? -1 : titleAt;
            asWrittenAt = depth == asWrittenAt ? -1 : asWrittenAt;
            gap = gap.and(gap(element));
        }
    }

    private void enter(Element element, int depth) {
        var name = element.normalName();
        if (hiddenAt < 0 && isHidden(element, name)) {
            hiddenAt = depth;
        }
        if (titleAt < 0 && name.equals("title") && !isInDrawing(element)) {
            titleAt = depth;
        }
        if (asWrittenAt < 0 && AS_WRITTEN.contains(name)) {
            asWrittenAt = depth;
        }
        gap = gap.and(gap(element));
        for (var attribute : element.attributes()) {
            if (InnerPage.isIn(name, attribute.getKey(), attribute.getValue())) {
                inner(element, attribute, hiddenAt >= 0 && hiddenAt < depth || isPutAway(element));
            } else if (isBeside(element, name, attribute.getKey())) {
                beside(element, attribute.getKey(), attribute.getValue());
            }
        }
    }

    /// The title of a drawing, which is no title of the page.
    private static boolean isInDrawing(Element title) {
        return Optional.ofNullable(title.parent())
                .filter(parent -> !parent.normalName().equals("head"))
                .map(parent -> parent.closest("svg"))
                .isPresent();
    }

    private static Gap gap(Element element) {
        return element.isBlock() || LINES.contains(element.normalName()) ? Gap.LINE : Gap.NONE;
    }

    private static boolean isHidden(Element element, String name) {
        return HIDING.contains(name)
                || name.equals("dialog") && !element.hasAttr("open")
                || isFolded(element, name)
                || isPutAway(element);
    }

    private static boolean isPutAway(Element element) {
        return element.hasAttr("hidden") || element.hasAttr("popover") || isStyledAway(element.attr("style"));
    }

    /// What stands in a closed `details`, beside its summary.
    private static boolean isFolded(Element element, String name) {
        var around = Optional.ofNullable(element.parent());
        return !name.equals("summary")
                && around.filter(each -> each.normalName().equals("details") && !each.hasAttr("open"))
                        .isPresent();
    }

    /// Of several declarations the last one counts.
    private static boolean isStyledAway(String style) {
        if (style.isEmpty()) {
            return false;
        }
        var last = new HashMap<String, String>();
        for (var declaration : style.toLowerCase(Locale.ROOT).split(";")) {
            int colon = declaration.indexOf(':');
            if (colon > 0) {
                last.merge(
                        declaration.substring(0, colon).strip(),
                        declaration.substring(colon + 1).strip(),
                        (before, now) -> IMPORTANT.matcher(before).find()
                                        && !IMPORTANT.matcher(now).find()
                                ? before
                                : now);
            }
        }
        return NO_DISPLAY.matcher(last.getOrDefault("display", "")).matches()
                || NOT_VISIBLE.matcher(last.getOrDefault("visibility", "")).matches();
    }

    private static boolean isBeside(Element element, String name, String attribute) {
        return switch (name) {
            case "meta" -> attribute.equals("content") && describes(element);
            case "input" -> BESIDE.contains(attribute) || attribute.equals("value") && !isSecret(element);
            default -> BESIDE.contains(attribute);
        };
    }

    private static boolean isSecret(Element field) {
        return SECRET.contains(field.attr("type").toLowerCase(Locale.ROOT));
    }

    private static boolean describes(Element meta) {
        var name = (meta.attr("name") + meta.attr("property")).toLowerCase(Locale.ROOT);
        return DESCRIBING.matcher(name).matches();
    }

    private void beside(Element element, String attribute, String value) {
        var text = WHITE.matcher(value).replaceAll(" ").strip();
        if (!text.isEmpty()) {
            var range = element.attributes().sourceRange(attribute).valueRange();
            var place = source.stretch(range);
            var kind = hiddenAt >= 0 ? Kind.HIDDEN : Kind.BESIDE;
            runs.add(new TextRun(text, place.from(), place.to(), kind, Gap.LINE));
        }
    }

    /// A page inside of this one: all of it stands where the attribute does.
    private void inner(Element element, Attribute attribute, boolean isHidden) {
        boolean isShown = !isHidden && InnerPage.isShown(element.normalName(), attribute.getKey());
        var place = source.stretch(
                element.attributes().sourceRange(attribute.getKey()).valueRange());
        var before = Gap.LINE;
        for (var run :
                InnerPage.runs(attribute.getKey(), attribute.getValue(), inner++ < MOST_INNER ? around : MOST_INNER)) {
            boolean isSeen = isShown && run.kind() == Kind.SHOWN;
            var kind = isSeen ? Kind.SHOWN : isHidden || run.kind() == Kind.HIDDEN ? Kind.HIDDEN : Kind.BESIDE;
            runs.add(new TextRun(run.text(), place.from(), place.to(), kind, before.and(run.gap())));
            before = Gap.NONE;
        }
        gap = Gap.LINE;
    }

    private void words(TextNode node) {
        var raw = node.getWholeText();
        var shown = asWrittenAt >= 0 ? raw.replace("\r\n", "\n") : spaced(raw);
        if (shown.isEmpty()) {
            return;
        }
        if (asWrittenAt < 0 && shown.startsWith(" ")) {
            gap = gap.and(Gap.SPACE);
        }
        var text = asWrittenAt >= 0 ? shown : trimmed(shown);
        if (text.isEmpty()) {
            return;
        }
        var place = source.stretch(node.sourceRange());
        runs.add(new TextRun(text, place.from(), place.to(), kind(node), gap));
        gap = asWrittenAt < 0 && shown.endsWith(" ") ? Gap.SPACE : Gap.NONE;
    }

    /// With one blank for all that is white between two words. Most texts have nothing to be changed.
    private static String spaced(String raw) {
        boolean isBlank = false;
        for (int i = 0; i < raw.length(); i++) {
            char sign = raw.charAt(i);
            if (sign < ' ' || sign == ' ' && isBlank) {
                return WHITE.matcher(raw).replaceAll(" ");
            }
            isBlank = sign == ' ';
        }
        return raw;
    }

    private static String trimmed(String text) {
        int from = text.startsWith(" ") ? 1 : 0;
        return text.substring(from, text.endsWith(" ") ? Math.max(from, text.length() - 1) : text.length());
    }

    private Kind kind(TextNode node) {
        if (titleAt >= 0) {
            return Kind.TITLE;
        }
        boolean isFolded = Optional.ofNullable(node.parent())
                .filter(around -> around.normalName().equals("details") && !around.hasAttr("open"))
                .isPresent();
        return hiddenAt >= 0 || isFolded ? Kind.HIDDEN : Kind.SHOWN;
    }
}
