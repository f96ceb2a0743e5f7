package org.taniq.read.meta;

import java.util.List;
import java.util.Optional;
import org.taniq.base.Json;

/// What one person wrote, as the source names it.
///
/// @param words empty where the source names none as hers, which is not to say that there are none; in messages also
///     what the platform wrote in her place
/// @param author empty where nobody is named: that does not say who it was
/// @param audience a group, or to whom she wrote; empty where there is none
record Written(String words, String author, String audience) {
    private static final List<String> AUTHOR = List.of("sender_name", "senderName", "sender", "author");
    /// With what the name of a second member of one name ends.
    static final String SECOND = "#2";

    private static final List<String> WORDS = List.of("content", "text", "post", "comment", "message");

    /// Of what says twice who wrote, what or when, nobody knows which is true of the other: two messages may have
    /// become
    /// one.
    private static boolean isSecond(String name) {
        return name.endsWith(SECOND) && isOfMessage(name.substring(0, name.length() - SECOND.length()));
    }

    private static boolean isOfMessage(String name) {
        return AUTHOR.contains(name) || WORDS.contains(name) || Saying.TIMES.contains(name);
    }

    /// Takes it out of a message, a post or a comment.
    static Written of(Members members) {
        boolean areTwo = members.left().keySet().stream().anyMatch(Written::isSecond);
        var author = areTwo ? Optional.<String>empty() : members.text(AUTHOR);
        var words = members.text(WORDS);
        var audience = Optional.<String>empty();
        if (author.isEmpty() && !areTwo && members.left().containsKey("to")) {
            author = members.text(List.of("from"));
            audience = members.text(List.of("to"));
        }
        for (var each : members.list("data")) {
            var part = Members.of(each);
            var comment = Members.of(part.left().getOrDefault("comment", Json.NULL));
            words = words.or(() -> part.text(WORDS)).or(() -> comment.text(WORDS));
            author = author.or(() -> comment.text(AUTHOR));
            audience = audience.or(() -> comment.text(List.of("group")));
        }
        return new Written(words.orElse(""), author.orElse(""), audience.orElse(""));
    }
}
