package org.taniq.read.telegramhtml;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.taniq.base.Json;
import org.taniq.read.record.Attachment;
import org.taniq.read.record.Detail;
import org.taniq.read.record.Input;
import org.taniq.read.record.Mark;

/// What stands in a message beside its words: files, and what Telegram shows in their form, such as a call, a place or
/// a contact.
final class Media {
    /// Words of Telegram's, in place of a name or of a file that was not exported.
    private static final Set<String> OWN_WORDS = Set.of(
            "Photo",
            "Sticker",
            "Animation",
            "Video file",
            "Video message",
            "Voice message",
            "Audio file",
            "File",
            "Location",
            "Live location",
            "Self-destructing photo",
            "Self-destructing video",
            "Unavailable, please try again later.",
            "Exceeds maximum size, change data exporting settings to download.",
            "Not included, change data exporting settings to download.");

    private static final Map<String, Mark> MARKS = Map.of(
            "media_call", Mark.CALL,
            "media_location", Mark.LOCATION,
            "media_live_location", Mark.LOCATION,
            "media_venue", Mark.LOCATION,
            "media_contact", Mark.CONTACT);

    /// Of what has no file of its own.
    private static final Set<String> WITHOUT_FILE =
            Set.of("media_call", "media_location", "media_live_location", "media_venue", "media_game", "media_invoice");

    /// Files that one message names at most; an album is several messages.
    private static final int MOST = 1000;

    private final Input.Beside beside;
    private final PageText words;
    private final List<Detail> details = new ArrayList<>();
    private final List<Attachment> files = new ArrayList<>();
    private int beyond;
    private final Set<Mark> marks = EnumSet.noneOf(Mark.class);

    Media(Input.Beside beside, PageText words) {
        this.beside = beside;
        this.words = words;
    }

    /// @param wrap the element with the class `media_wrap`
    void add(Element wrap) {
        for (var media : wrap.children()) {
            if (media.hasClass("media_poll")) {
                poll(media);
            } else if (media.hasClass("media")) {
                shown(media);
            } else {
                picture(media);
            }
        }
    }

    private void poll(Element poll) {
        marks.add(Mark.POLL);
        for (var part : poll.children()) {
            boolean isSaid = part.hasClass("question") || part.hasClass("answer");
            if (isSaid) {
                words.add(part);
            } else {
                details.add(Detail.of("shown", PageText.of(part)));
            }
        }
    }

    /// A picture, sticker or film with a small picture of it; without a file, words in a form that is not known.
    private void picture(Element media) {
        if (!media.hasAttr("href")) {
            words.add(media);
            return;
        }
        file(media.attr("href"), "");
        small(media);
        String shown = PageText.of(media);
        if (!shown.isEmpty()) {
            details.add(Detail.of("shown", shown));
        }
    }

    private void small(Element media) {
        for (var small : media.select("img[src]")) {
            beside.of(small.attr("src"));
            details.add(Detail.of("thumbnail", small.attr("src")));
        }
    }

    private void shown(Element media) {
        String title = part(media, "title");
        String description = part(media, "description");
        String kind = media.classNames().stream()
                .filter(name -> name.startsWith("media_"))
                .findFirst()
                .orElse("");
        if (MARKS.containsKey(kind)) {
            marks.add(MARKS.get(kind));
        }
        mark(title.startsWith("Self-destructing"), Mark.VIEW_ONCE);
        said(kind.equals("media_call") ? "" : title);
        said(description);
        if (kind.equals("media_contact")) {
            words.add(part(media, "status"));
        }
        details.add(new Detail("media", form(kind, title, description, part(media, "status"))));
        small(media);
        if (!WITHOUT_FILE.contains(kind) && !(kind.equals("media_contact") && !media.hasAttr("href"))) {
            file(media.attr("href"), OWN_WORDS.contains(title) ? "" : title);
        } else if (media.hasAttr("href")) {
            words.add(media.attr("href"));
        }
    }

    private void said(String text) {
        if (!OWN_WORDS.contains(text)) {
            words.add(text);
        }
    }

    private static Json form(String kind, String title, String description, String status) {
        var form = Json.object().put("kind", kind);
        Map.of("title", title, "description", description, "status", status).forEach((name, text) -> {
            if (!text.isEmpty()) {
                form.put(name, text);
            }
        });
        return form.build();
    }

    private static String part(Element media, String name) {
        var parts = media.select("div." + name);
        return parts.isEmpty() ? "" : PageText.of(parts.getFirst());
    }

    /// @param name of what has no path
    private void file(String path, String name) {
        if (files.size() == MOST) {
            beyond++;
            return;
        }
        files.add(
                path.isEmpty()
                        ? new Attachment(name, Attachment.State.OMITTED)
                        : new Attachment(path, beside.of(path)));
    }

    private void mark(boolean is, Mark mark) {
        if (is) {
            marks.add(mark);
        }
    }

    List<Detail> details() {
        if (beyond > 0) {
            details.add(Detail.of("filesLeftOut", beyond));
        }
        return details;
    }

    List<Attachment> files() {
        return files;
    }

    Set<Mark> marks() {
        return marks;
    }
}
