package org.taniq.read.metahtml;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.regex.Pattern;

/// Whether tags are as Meta writes them: each ended, in order. Whoever reads a page to look at it repairs it, and so
/// hides words or gives them to another message: here one wrong sign is enough for none of it to be believed.
final class Balance {
    private static final Pattern TAG = Pattern.compile(
            "<(/?)([a-z][a-z0-9]{0,20})(?:\\s[a-z_:][A-Za-z0-9_:.-]{0,40}(?:=\"[^\"<]*+\")?){0,64}+\\s?(/?)>");

    private static final Pattern STYLE =
            Pattern.compile("<(style|script)(?:\\s[^<>\"]*+(?:\"[^\"<]*+\"[^<>\"]*+)*+)?>");
    private static final Pattern NO_TAG = Pattern.compile("<[!/A-Za-z](?!(?:[^<>\"]|\"[^\"<]*+\")*+>)");

    private static final Set<String> EMPTY =
            Set.of("br", "img", "hr", "input", "source", "track", "wbr", "meta", "link", "base", "col");

    /// Elements in which words are no words of the page; Meta writes none of them into blocks.
    private static final Set<String> HIDING = Set.of(
            "script",
            "style",
            "template",
            "noscript",
            "iframe",
            "noembed",
            "noframes",
            "xmp",
            "plaintext",
            "textarea",
            "title",
            "select",
            "html",
            "head",
            "body",
            "frameset");

    private static final int DEEPEST = 500;

    private final Deque<String> open = new ArrayDeque<>();
    private State state = State.OPEN;
    private int end;

    /// What is known of the first element.
    enum State {
        /// More of it must follow.
        OPEN,
        /// It has its end.
        ENDED,
        /// A tag is none, or ends what is not open.
        WRONG
    }

    static Balance of(String text, int from) {
        var balance = new Balance();
        balance.add(text, from);
        return balance;
    }

    /// Whether every `<` begins a tag.
    static boolean areTags(String text) {
        var tag = TAG.matcher(text);
        for (int at = text.indexOf('<'); at >= 0; at = text.indexOf('<', tag.end())) {
            if (!tag.region(at, text.length()).lookingAt() || HIDING.contains(tag.group(2)) && !isFrame(tag.group(2))) {
                return false;
            }
        }
        return true;
    }

    /// `</body></html>`
    private static boolean isFrame(String name) {
        return name.equals("body") || name.equals("html");
    }

    /// Whether every tag before the first block has its end, and so have styles and programs: otherwise they swallow
    /// words. It is made of other tags than blocks are.
    static boolean areTagsOfHead(String text) {
        var style = STYLE.matcher(text);
        int from = 0;
        while (style.find(from)) {
            int end = text.indexOf("</" + style.group(1), style.end());
            if (end < 0 || NO_TAG.matcher(text).region(from, style.start()).find()) {
                return false;
            }
            from = end;
        }
        return !NO_TAG.matcher(text).region(from, text.length()).find();
    }

    State state() {
        return state;
    }

    /// The place behind the end of the first element, in the text that was added last.
    int end() {
        return end;
    }

    /// Goes on, from this place of a text.
    void add(String text, int from) {
        var tag = TAG.matcher(text);
        for (int at = text.indexOf('<', from); at >= 0 && state == State.OPEN; at = text.indexOf('<', end)) {
            tag.region(at, text.length());
            if (!tag.lookingAt() || HIDING.contains(tag.group(2)) || open.size() > DEEPEST) {
                state = State.WRONG;
                return;
            }
            end = tag.end();
            one(tag.group(2), !tag.group(1).isEmpty(), !tag.group(3).isEmpty() || EMPTY.contains(tag.group(2)));
        }
    }

    private void one(String name, boolean isEnd, boolean isEmpty) {
        if (isEnd && (open.isEmpty() || !open.pop().equals(name))) {
            state = State.WRONG;
        } else if (!isEnd && !isEmpty) {
            open.push(name);
        } else if (isEnd && open.isEmpty()) {
            state = State.ENDED;
        }
    }
}
