package org.taniq.base.html;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// A page that stands in an attribute of another one: in `srcdoc`, or in an address that is a page itself (RFC 2397).
final class InnerPage {
    /// In how many pages around it one is read as a page.
    private static final int DEEPEST = 3;

    private static final Pattern ADDRESS = Pattern.compile(
            "(?is)\\s*data:((?:text/(?:html|plain)|application/xhtml\\+xml)(?:;[^,;]{0,100}){0,5}?)(;\\s*base64)?,(.*)");
    private static final Pattern CHARSET = Pattern.compile("(?i)charset=([\\w.:-]{1,40})");

    /// Attributes whose page a browser shows, and those it follows where somebody clicks.
    private static final Map<String, Set<String>> SHOWN = Map.of(
            "iframe", Set.of("srcdoc", "src"),
            "frame", Set.of("src"),
            "embed", Set.of("src"),
            "object", Set.of("data"));

    private static final Map<String, Set<String>> FOLLOWED = Map.of("a", Set.of("href"), "area", Set.of("href"));

    private InnerPage() {}

    static boolean isShown(String element, String attribute) {
        return SHOWN.getOrDefault(element, Set.of()).contains(attribute);
    }

    /// Whether a page can stand in it.
    static boolean isIn(String element, String attribute, String value) {
        boolean mayHold = isShown(element, attribute)
                || FOLLOWED.getOrDefault(element, Set.of()).contains(attribute);
        return mayHold && (attribute.equals("srcdoc") || ADDRESS.matcher(value).matches());
    }

    /// The words of it; its source as it stands where it lies too deep.
    static List<TextRun> runs(String attribute, String value, int depth) {
        if (depth >= DEEPEST) {
            return List.of(new TextRun(value, 0, 0, TextRun.Kind.BESIDE, TextRun.Gap.LINE));
        }
        return attribute.equals("srcdoc")
                ? HtmlPage.within(value.getBytes(StandardCharsets.UTF_8), "UTF-8", depth + 1)
                : address(value, depth);
    }

    private static List<TextRun> address(String value, int depth) {
        var address = ADDRESS.matcher(value);
        if (!address.matches()) {
            return List.of();
        }
        var charset = CHARSET.matcher(address.group(1));
        byte[] bytes = Optional.ofNullable(address.group(2)).isPresent()
                ? unpacked(address.group(3))
                : unescaped(address.group(3));
        return HtmlPage.within(bytes, charset.find() ? charset.group(1) : "", depth + 1);
    }

    private static byte[] unpacked(String base64) {
        var letters = base64.replaceAll("%2[bB]", "+").replaceAll("%2[fF]", "/").replaceAll("[^A-Za-z0-9+/]", "");
        int whole = letters.length() % 4 == 1 ? letters.length() - 1 : letters.length();
        return Base64.getDecoder().decode(letters.substring(0, whole));
    }

    private static byte[] unescaped(String escaped) {
        byte[] from = escaped.getBytes(StandardCharsets.UTF_8);
        var to = new byte[from.length];
        int size = 0;
        for (int at = 0; at < from.length; at++) {
            int value = from[at] == '%' && at + 2 < from.length
                    ? Character.digit(from[at + 1], 16) << 4 | Character.digit(from[at + 2], 16)
                    : -1;
            to[size++] = value >= 0 ? (byte) value : from[at];
            at += value >= 0 ? 2 : 0;
        }
        return Arrays.copyOf(to, size);
    }
}
