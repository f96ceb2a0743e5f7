package org.taniq.read.telegramhtml;

import java.util.ArrayDeque;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;

/// Whether the tags of a message are as Telegram writes them. Whoever reads a page to look at it repairs it, and so
/// hides words or gives them to another message: here one wrong sign is enough for none of it to be believed.
final class Tags {
    private static final Pattern TAG =
            Pattern.compile("<(/?)([a-z][a-z0-9]{0,20})(?: [a-z_:-]{0,40} ?= ?\"(?:[^\"<\n]|<br>)*+\")*+ ?(/?)>");

    private static final Set<String> EMPTY = Set.of("br", "img", "hr", "input", "source");
    private static final int DEEPEST = 500;

    private Tags() {}

    /// The place behind the end of the first element; nothing where a tag is no tag, or has no end.
    static OptionalInt end(String text) {
        var open = new ArrayDeque<String>();
        var tag = TAG.matcher(text);
        for (int at = text.indexOf('<'); at >= 0; at = text.indexOf('<', tag.end())) {
            tag.region(at, text.length());
            if (!tag.lookingAt() || open.size() > DEEPEST) {
                return OptionalInt.empty();
            }
            boolean isEnd = !tag.group(1).isEmpty();
            if (isEnd && (open.isEmpty() || !open.pop().equals(tag.group(2)))) {
                return OptionalInt.empty();
            }
            if (!isEnd && tag.group(3).isEmpty() && !EMPTY.contains(tag.group(2))) {
                open.push(tag.group(2));
            }
            if (isEnd && open.isEmpty()) {
                return OptionalInt.of(tag.end());
            }
        }
        return OptionalInt.empty();
    }
}
