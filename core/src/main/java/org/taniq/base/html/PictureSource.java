package org.taniq.base.html;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// Where a page that was saved as one file has its pictures: in the attributes that name them, and in its styles and
/// scripts. What somebody wrote into a page may read like a picture and is none: it stands in no such attribute.
///
/// Tags and attributes are told as browsers do it (HTML Living Standard, 13.2.5): a quoted value goes to its quote.
final class PictureSource {
    private static final Set<String> OF_PICTURES = Set.of("src", "srcset", "poster");
    private static final Set<String> LINKED = Set.of("<link", "<image", "<use");
    private static final Set<String> LINKS = Set.of("href", "xlink:href");
    private static final int LONGEST_NAME = 64;
    private static final int LONGEST = 4096;

    private static final String TYPE = "data:(?!text/|application/xhtml)[^,\"'()<>\\s]{0,100}+$";
    private static final Pattern ALONE = Pattern.compile("(?i)(?:^|,)\\s*+" + TYPE);
    private static final Pattern URL = Pattern.compile("(?i)url\\(\\s{0,9}+(?:[\"']|&quot;)?" + TYPE);
    private static final Pattern TEXT = Pattern.compile("(?i)data:(?:text/|application/xhtml)[^,]{0,100}+$");

    private final byte[] bytes;
    private Inside inside = Inside.PAGE;
    private int tag;
    private int value;
    private byte quote;

    private enum Inside {
        PAGE,
        TAG,
        QUOTED,
        COMMENT,
        STYLE,
        SCRIPT
    }

    PictureSource(byte[] bytes) {
        this.bytes = bytes;
    }

    /// Goes past a byte: each in its order, but those of pictures, which say nothing of this.
    void pass(int at) {
        byte b = bytes[at];
        switch (inside) {
            case PAGE -> open(at);
            case TAG -> passInTag(b, at);
            case QUOTED -> inside = b == quote ? Inside.TAG : Inside.QUOTED;
            case COMMENT -> inside = b == '-' && stands("-->", at) ? Inside.PAGE : Inside.COMMENT;
            case STYLE -> inside = b == '<' && stands("</style", at) ? Inside.PAGE : Inside.STYLE;
            case SCRIPT -> inside = b == '<' && stands("</script", at) ? Inside.PAGE : Inside.SCRIPT;
        }
    }

    private void open(int at) {
        if (bytes[at] == '<' && stands("<!--", at)) {
            inside = Inside.COMMENT;
        } else if (bytes[at] == '<' && at + 1 < bytes.length && Character.isLetter(bytes[at + 1])) {
            inside = Inside.TAG;
            tag = at;
            value = at;
        }
    }

    private void passInTag(byte b, int at) {
        if (b == '>') {
            inside = isTag("<style") ? Inside.STYLE : isTag("<script") ? Inside.SCRIPT : Inside.PAGE;
        } else if (b == '=' || b <= ' ' && bytes[value] != '=') {
            value = at;
        } else if ((b == '"' || b == '\'') && isBehindEquals(at)) {
            inside = Inside.QUOTED;
            quote = b;
        }
    }

    private boolean isBehindEquals(int at) {
        return bytes[value] == '='
                && at - value < LONGEST_NAME
                && text(value + 1, at).isBlank();
    }

    private boolean stands(String text, int at) {
        int to = at + text.length();
        return to <= bytes.length && text(at, to).equalsIgnoreCase(text);
    }

    private boolean isTag(String name) {
        int behind = tag + name.length();
        return stands(name, tag) && (behind == bytes.length || !Character.isLetterOrDigit(bytes[behind]));
    }

    /// Whether what stands before this byte says that a picture follows in base64.
    boolean isAt(int at) {
        return switch (inside) {
            case PAGE, COMMENT -> false;
            case TAG, QUOTED -> isPicture(name(), text(Math.max(value + 1, at - LONGEST), at));
            case STYLE -> URL.matcher(before(at)).find();
            case SCRIPT -> !TEXT.matcher(before(at)).find();
        };
    }

    /// @param before what stands before in the value
    private boolean isPicture(String attribute, String before) {
        String said = before.strip();
        String unquoted = inside == Inside.QUOTED && !said.isEmpty() ? said.substring(1) : said;
        if (attribute.equals("style")) {
            return URL.matcher(unquoted).find();
        }
        boolean isLinked = LINKS.contains(attribute) && LINKED.stream().anyMatch(this::isTag);
        return (isLinked || OF_PICTURES.contains(attribute))
                && ALONE.matcher(unquoted).find();
    }

    /// Of the attribute whose value this is.
    private String name() {
        String before = text(Math.max(tag, value - LONGEST_NAME), value).stripTrailing();
        int from = Math.max(before.lastIndexOf(' '), Math.max(before.lastIndexOf('\n'), before.lastIndexOf('\t')));
        return before.substring(from + 1).toLowerCase(Locale.ROOT);
    }

    private String before(int at) {
        return text(Math.max(0, at - LONGEST), at);
    }

    private String text(int from, int to) {
        return new String(Arrays.copyOfRange(bytes, from, to), StandardCharsets.ISO_8859_1);
    }
}
