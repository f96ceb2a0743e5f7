package org.taniq.read.meta;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.taniq.base.Json;

/// Tells a post, comment or picture as none but Meta writes it. What a list is called counts only where other lists of
/// Meta, or of others, have the same shape.
///
/// @param list what it is called in which they stand; empty for none
/// @param isOfComments whether its name, or the folder, says that comments stand in it
record Kinds(String list, boolean isOfComments) {
    /// What Facebook shows in a post.
    private static final Set<String> SHOWN = Set.of("media", "external_context", "event", "poll", "note");

    /// Lists of Instagram's pictures until 2020, which lie in folders that are called so.
    private static final Set<String> PICTURES = Set.of("photos", "videos", "stories", "direct", "profile", "igtv");

    private static final List<String> MEMBERSHIPS = List.of("groups_joined", "groups_admined", "groups_administered");

    boolean is(Json value) {
        return isOfComments && (hasTexts(value) || Comment.of(value).isPresent())
                || list.equals("conversation") && isOldMessage(value)
                || isPost(value)
                || isPicture(value)
                || Members.of(value).list("media").stream().anyMatch(this::isPicture)
                || isLabelled(value)
                || isMembership(value)
                || list.startsWith("support_messages") && hasTime(value, "timestamp");
    }

    /// Whether members of a message, so far, are those of one.
    ///
    /// @param around members of what the list stands in, so far
    static boolean isMessage(Set<String> members, Set<String> around) {
        boolean isFacebook = members.contains("sender_name")
                && (members.contains("timestamp_ms")
                        || members.contains("timestamp") && around.contains("participants"));
        return isFacebook || isEncrypted(members, around);
    }

    /// Encrypted between phones.
    static boolean isEncrypted(Set<String> members, Set<String> around) {
        boolean isNamed = around.contains("participants") && around.contains("threadName");
        return members.containsAll(Set.of("senderName", "timestamp")) && (isNamed || members.contains("isUnsent"));
    }

    /// Of Instagram until 2020.
    private static boolean isOldMessage(Json value) {
        return !Members.of(value).peek("sender").isEmpty() && hasTime(value, "created_at");
    }

    private static boolean hasTime(Json value, String name) {
        return Moment.of(Members.of(value).left().getOrDefault(name, Json.NULL)).isPresent();
    }

    /// Of Facebook: a time, and in lists what was written or shown. What somebody searched or liked has a time and
    /// lists as well, but no post in them; what she saved or clicked is in a list of another name.
    private boolean isPost(Json value) {
        if (!hasTime(value, "timestamp")) {
            return false;
        }
        var post = Members.of(value);
        boolean isWritten = post.list("data").stream()
                .map(Members::of)
                .anyMatch(each -> !each.peek("post").isEmpty()
                        || each.left().get("comment") instanceof Json.Obj comment && hasTime(comment, "timestamp"));
        boolean isNamed = list.isEmpty() || Stream.of("post", "comment", "stor").anyMatch(list::contains);
        boolean isShown = post.list("attachments").stream()
                .flatMap(each -> Members.of(each).list("data").stream())
                .anyMatch(Kinds::isShown);
        return isWritten || isNamed && isShown;
    }

    private static boolean isShown(Json data) {
        return Members.of(data).left().entrySet().stream()
                .anyMatch(each -> SHOWN.contains(each.getKey()) && each.getValue() instanceof Json.Obj);
    }

    /// A picture, film or album: where the file lies, and when it was made; of a post in words alone the path is empty.
    private boolean isPicture(Json value) {
        var picture = Members.of(value);
        boolean hasPath =
                !picture.peek("uri").isEmpty() || !picture.peek("title").isEmpty();
        boolean isOld = PICTURES.contains(list) && picture.peek("path").startsWith(list + "/");
        return picture.left().containsKey("uri") && hasPath && hasTime(value, "creation_timestamp")
                || isOld && hasTime(value, "taken_at");
    }

    /// Of Instagram since 2021: a text and a time under names in the language of the account.
    private static boolean hasTexts(Json value) {
        var texts = Members.of(value);
        var parts = texts.left().getOrDefault("string_map_data", Json.NULL) instanceof Json.Obj(var members)
                ? List.copyOf(members.values())
                : texts.list("string_list_data");
        return parts.stream().anyMatch(part -> Members.of(part).left().containsKey("value"))
                && parts.stream().anyMatch(part -> hasTime(part, "timestamp"));
    }

    /// Since 2023, of whatever: values with labels in the language of the account.
    private static boolean isLabelled(Json value) {
        var members = Members.of(value);
        boolean isMetas = hasTime(value, "timestamp") || members.left().containsKey("fbid");
        return isMetas
                && members.list(Gathered.LABELLED).stream()
                        .map(each -> Members.of(each).left().keySet())
                        .anyMatch(names -> names.contains("label") || names.contains("dict"));
    }

    /// That the person came into a group, or looks after one.
    private boolean isMembership(Json value) {
        return MEMBERSHIPS.stream().anyMatch(list::startsWith) && hasTime(value, "timestamp");
    }
}
