package org.taniq.read.meta;

import java.util.List;
import java.util.regex.Pattern;
import org.taniq.base.Json;
import org.taniq.read.record.Actor;
import org.taniq.read.record.Detail;

/// In what messages stand.
///
/// @param title what it is called; of two people the export calls it as the one who did not make the export
/// @param id the path by which the export calls it
/// @param people who take part; none where not all of their names are stated
/// @param folder in which it lies; empty where that is not known
/// @param kind how the export says it
record Conversation(String title, String id, List<String> people, String folder, Kind kind) {
    /// None, or one of which nothing is known.
    static final Conversation UNSTATED = new Conversation("", "", List.of(), "", Kind.FILE);

    /// How an export says a conversation.
    enum Kind {
        /// A file, which has a title: without one it is damaged.
        FILE,
        /// One of a list, without a title.
        LISTED
    }

    /// `…/inbox/aytac_123/message_1.json`
    private static final Pattern IN_FOLDER =
            Pattern.compile("(?:.*/)?messages/([^/]+)/[^/]+/message_\\d+\\.json", Pattern.DOTALL);

    private static final Pattern NUMBER = Pattern.compile("_\\d{1,18}$");

    /// Characters of what is written into every record.
    private static final int LONGEST = 512;

    /// Names of people that are written into every record where it has no title.
    private static final int MOST = 10;

    /// @param frame what the file says of the conversation
    /// @param path where the file lies in the archive
    static Conversation of(Json frame, String path) {
        var members = Members.of(new Repair().of(frame));
        String title =
                name(members.text(List.of("title", "threadName", "thread_name")).orElse(""));
        String id = name(members.text("thread_path"));
        var people =
                members.list("participants").stream().map(Conversation::person).toList();
        boolean isSaidTwice = frame instanceof Json.Obj(var said)
                && said.keySet().stream().anyMatch(name -> name.endsWith(Written.SECOND));
        var kind = path.isEmpty() ? Kind.LISTED : Kind.FILE;
        return isSaidTwice
                ? new Conversation("", "", List.of(), folder(id, path), kind)
                : new Conversation(title, id, people.contains("") ? List.of() : people, folder(id, path), kind);
    }

    private static String person(Json value) {
        return name(
                value instanceof Json.Str(String text)
                        ? text
                        : Members.of(value).text(List.of("name", "username")).orElse(""));
    }

    /// All of it is text of the conversation's own record.
    private static String name(String text) {
        return Saying.within(text, LONGEST);
    }

    /// Whether somebody was let in (`inbox`) or wrote as a stranger (`message_requests`, `filtered_threads`): the
    /// folder in the archive, else what the file says.
    private static String folder(String id, String path) {
        var lies = IN_FOLDER.matcher(path);
        if (lies.matches()) {
            return lies.group(1);
        }
        return id.contains("/") ? id.substring(0, id.indexOf('/')) : "";
    }

    /// To whom somebody writes here. Of two people each writes to the other one, although the export calls the
    /// conversation as one of them; nobody where it could be either.
    Actor audience(String sender) {
        String name = isOfTwo(sender) ? other(sender) : called();
        return name.isEmpty() && id.isEmpty() ? Actor.UNSTATED : new Actor.Named(name, id);
    }

    private boolean isOfTwo(String sender) {
        boolean isCalledAsOne = people.contains(title) || people.contains(person()) || title.equals(sender);
        return people.size() <= 2 && (title.isEmpty() ? kind == Kind.LISTED : isCalledAsOne);
    }

    /// The title without the number behind it in what is encrypted between phones.
    private String person() {
        return NUMBER.matcher(title).replaceFirst("");
    }

    private String other(String sender) {
        if (people.size() < 2) {
            return title.equals(sender) ? "" : title;
        }
        var others = people.stream().filter(name -> !name.equals(sender)).toList();
        return others.size() == 1 ? others.getFirst() : "";
    }

    private String called() {
        return title.isEmpty() && people.size() <= MOST ? name(String.join(", ", people)) : title;
    }

    /// What is said of it with each message.
    List<Detail> details() {
        return folder.isEmpty() ? List.of() : List.of(Detail.of("folder", folder));
    }
}
