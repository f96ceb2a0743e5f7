package org.taniq.read.meta;

import java.util.Set;
import org.taniq.base.json.JsonWalk;

/// How a file is built.
enum Shape {
    /// One conversation: its messages, and beside them who takes part in it and what it is called.
    THREAD("meta-thread"),
    /// As [#THREAD], from the download of messages that are encrypted between phones.
    ENCRYPTED_THREAD("meta-thread-encrypted"),
    /// Lists of posts, comments or pictures; of Instagram until 2020 also of conversations.
    LISTS("meta-lists"),
    /// One post, comment or picture: what would be a list of one.
    ONE("meta-lists");

    /// Lists beside the messages of a conversation.
    private static final Set<String> BESIDE = Set.of("participants", "magic_words");

    private final String format;

    Shape(String format) {
        this.format = format;
    }

    /// The word in ledgers.
    String format() {
        return format;
    }

    boolean isThread() {
        return switch (this) {
            case THREAD, ENCRYPTED_THREAD -> true;
            case LISTS, ONE -> false;
        };
    }

    /// Whether the next member of a conversation says what it is, and is nothing that was said in it. Whatever a list
    /// of messages is called, it is one: a damaged name must not hide it.
    static boolean isFrame(JsonWalk walk) {
        return BESIDE.contains(walk.name()) || !walk.isArray() && !walk.name().equals("messages");
    }
}
