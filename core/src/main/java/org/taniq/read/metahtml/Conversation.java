package org.taniq.read.metahtml;

import java.util.Optional;
import java.util.regex.Pattern;
import org.taniq.read.record.Actor;
import org.taniq.read.record.Draft;

/// In what messages stand, as the page and its path say it.
///
/// @param title what it is called; of two people the export calls it as the one who did not make the export
/// @param isPerson whether that may be a person, or a list of them; a group can be called as a person is
/// @param id the path by which the export calls it: `inbox/aytac_123`
/// @param folder in which it lies; empty where that is not known
record Conversation(String title, boolean isPerson, String id, String folder) {
    /// One of which nothing is known.
    static final Conversation UNSTATED = new Conversation("", true, "", "");

    private static final Pattern PART = Pattern.compile("(?:.*/)?message(?:_(\\d{1,6}))?\\.html", Pattern.DOTALL);

    /// `…/messages/inbox/aytac_123/message_1.html`; in 2018 `messages/aytac_123/message.html`
    private static final Pattern IN_FOLDER =
            Pattern.compile("(?:.*/)?messages/(?:([^/]+)/)?([^/]+)/message(?:_\\d{1,6})?\\.html", Pattern.DOTALL);

    private static final int LONGEST = 512;

    static Conversation of(String title, boolean isPerson, String path) {
        String called = within(title);
        var lies = IN_FOLDER.matcher(path);
        if (!lies.matches()) {
            return new Conversation(called, isPerson, "", "");
        }
        return lies.group(1) == null
                ? new Conversation(called, isPerson, within(lies.group(2)), "")
                : new Conversation(
                        called, isPerson, within(lies.group(1) + "/" + lies.group(2)), within(lies.group(1)));
    }

    private static String within(String text) {
        return text.length() <= LONGEST
                ? text
                : text.substring(0, Character.isHighSurrogate(text.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST);
    }

    /// Whether a page lies where Meta puts the parts of a conversation, and not where it puts what people sent.
    static boolean isIn(String path) {
        var lies = IN_FOLDER.matcher(path);
        return lies.matches() && !Layout.isOfFiles(lies.group(2));
    }

    /// The part with newer messages.
    static Optional<String> partBefore(String path) {
        var part = PART.matcher(path);
        int number = part.matches() && part.group(1) != null ? Integer.parseInt(part.group(1)) : 1;
        return number > 1 ? Optional.of("message_" + (number - 1) + ".html") : Optional.empty();
    }

    /// To whom somebody writes here; by name alone to others than herself: whoever made the export is not among the
    /// names.
    Actor audience(String sender) {
        return isPerson && !title.equals(sender) ? People.listed(title, id) : Draft.named("", id);
    }

    /// What it is called, where that is no person; else empty.
    String called() {
        return isPerson ? "" : title;
    }
}
