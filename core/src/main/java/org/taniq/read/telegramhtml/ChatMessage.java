package org.taniq.read.telegramhtml;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.taniq.base.Json;
import org.taniq.base.When;
import org.taniq.read.record.Activity;
import org.taniq.read.record.Actor;
import org.taniq.read.record.Attachment;
import org.taniq.read.record.Detail;
import org.taniq.read.record.Input;
import org.taniq.read.record.Mark;
import org.taniq.read.record.Place;
import org.taniq.read.record.Spot;
import org.taniq.read.record.Thing;
import org.taniq.read.record.Verb;

/// One message of a page, or one thing that the application noted there, as a record.
final class ChatMessage {
    private static final Pattern ID = Pattern.compile("message(-?\\d{1,18})");
    private static final int MAX_TEXT = 1 << 20;

    private final Element element;
    private final Input.Beside beside;
    private final PageText words = new PageText();
    private final List<Detail> details = new ArrayList<>();
    private final List<Attachment> files = new ArrayList<>();
    private final Set<Mark> marks = EnumSet.noneOf(Mark.class);
    private String inReplyTo = "";
    private String forwardedFrom = "";

    ChatMessage(Element element, Input.Beside beside) {
        this.element = element;
        this.beside = beside;
    }

    /// What is known of a message by what stands around it.
    ///
    /// @param sender who wrote it
    /// @param chat to whom one writes there
    /// @param day of what has no time of its own
    /// @param forwarded from whom the message before it was forwarded
    record Around(Actor sender, Actor chat, When day, String forwarded) {}

    /// Whether it has the form that Telegram gives a message: damage moves parts of one into another.
    boolean isWhole() {
        var bodies = children("body");
        return bodies.size() == 1
                && element.select("div.message").size() == 1
                && hasNoWords(element)
                && element.children().stream().allMatch(ChatMessage::isPart)
                && (isNotice() || isWhole(bodies.getFirst(), isJoined() ? 0 : 1));
    }

    private static boolean isPart(Element child) {
        return child.hasClass("body") || child.hasClass("userpic_wrap");
    }

    private static boolean isWhole(Element body, int names) {
        return hasNoWords(body)
                && children(body, "date").size() == 1
                && children(body, "from_name").size() == names
                && children(body, "from_name").stream().allMatch(ChatMessage::isName)
                && children(body, "text").size() <= 1
                && children(body, "forwarded").size() <= 2;
    }

    /// Telegram writes a name on one line, and no element into it but the end of a line.
    private static boolean isName(Element name) {
        boolean isFlat =
                name.children().stream().allMatch(inner -> inner.normalName().equals("br") || inner.hasClass("date"));
        String words = name.textNodes().stream().map(TextNode::getWholeText).collect(Collectors.joining());
        return isFlat && !words.strip().contains("\n");
    }

    private static boolean hasNoWords(Element of) {
        return of.childNodes().stream().noneMatch(child -> child instanceof TextNode text && !text.isBlank());
    }

    private List<Element> children(String name) {
        return children(element, name);
    }

    private static List<Element> children(Element of, String name) {
        return of.children().stream().filter(child -> child.hasClass(name)).toList();
    }

    /// The number that Telegram gave it; below 0 of the lines between messages; empty where there is none.
    String id() {
        var id = ID.matcher(element.id());
        return id.matches() ? id.group(1) : "";
    }

    boolean isNotice() {
        return element.hasClass("service");
    }

    /// Whether it is of whoever wrote the one before it.
    boolean isJoined() {
        return element.hasClass("joined");
    }

    /// Who stands above it; nobody where no name does.
    Optional<Actor> sender() {
        return children("body").stream()
                .flatMap(body -> children(body, "from_name").stream())
                .map(PageText::of)
                .filter(name -> !name.isEmpty())
                .<Actor>map(name -> new Actor.Named(name, ""))
                .findFirst();
    }

    /// All words of it.
    String said() {
        return PageText.of(element);
    }

    /// From whom it was forwarded; empty where that is not stated.
    String forwardedFrom() {
        return forwardedFrom;
    }

    Activity activity(Around around, Spot spot) {
        var body = children("body").getFirst();
        var published = isNotice() ? notice(body, around) : message(body, around);
        String text = text();
        return new Activity(
                        Verb.CREATE,
                        around.sender(),
                        around.chat(),
                        published,
                        new Thing.Note(text, files),
                        marks,
                        spot,
                        inReplyTo,
                        "",
                        Map.of(),
                        id(),
                        Place.UNSTATED,
                        List.of())
                .with(details);
    }

    private When notice(Element body, Around around) {
        marks.add(Mark.SYSTEM);
        words.add(body);
        body.select("a[href]")
                .forEach(link -> PageText.number(link)
                        .ifPresent(number -> details.add(new Detail(
                                "refersTo", Json.object().put("message", number).build()))));
        element.select("a.userpic_link[href]")
                .forEach(picture -> files.add(new Attachment(picture.attr("href"), beside.of(picture.attr("href")))));
        details.addAll(words.details());
        return around.day();
    }

    private When message(Element body, Around around) {
        var published = Moment.of(children(body, "date").getFirst().attr("title"));
        var forwarded = body.children().stream()
                .filter(child -> child.hasClass("forwarded") && child.hasClass("body"))
                .findFirst();
        content(body);
        forwarded.ifPresent(inner -> forwarded(inner, around));
        words.files().forEach(beside::of);
        details.addAll(words.details());
        return published;
    }

    private void content(Element body) {
        var media = new Media(beside, words);
        for (var child : body.children()) {
            if (child.hasClass("media_wrap")) {
                media.add(child);
            } else if (child.hasClass("reply_to")) {
                answers(child);
            } else if (child.hasClass("signature")) {
                details.add(Detail.of("signature", PageText.of(child)));
            } else if (child.hasClass("reactions")) {
                child.select("span.reaction").forEach(this::reaction);
            } else if (child.hasClass("bot_buttons_table")) {
                child.select("div.bot_button").forEach(this::button);
            } else if (!isFrame(child)) {
                words.add(child);
            }
        }
        details.addAll(media.details());
        files.addAll(media.files());
        marks.addAll(media.marks());
    }

    private void reaction(Element reaction) {
        var said = Json.object().put("sign", part(reaction, "emoji"));
        String count = part(reaction, "count");
        if (!count.isEmpty()) {
            said.put("count", count);
        }
        var people = reaction.select("[title]").stream()
                .map(person -> Json.of(person.attr("title")))
                .toList();
        if (!people.isEmpty()) {
            said.put("by", Json.of(people));
        }
        if (reaction.hasClass("active")) {
            said.put("chosen", true);
        }
        details.add(new Detail("reaction", said.build()));
    }

    private static String part(Element of, String name) {
        return of.select("span." + name).stream().map(PageText::of).findFirst().orElse("");
    }

    /// Of a bot, and not of who sent the message.
    private void button(Element button) {
        var said = Json.object().put("words", PageText.of(button));
        button.select("a").stream()
                .map(link -> link.attr(link.hasAttr("href") ? "href" : "onclick"))
                .filter(behind -> !behind.isEmpty())
                .findFirst()
                .ifPresent(behind -> said.put("value", behind));
        details.add(new Detail("button", said.build()));
    }

    /// What was taken by itself.
    private static boolean isFrame(Element child) {
        return child.hasClass("date")
                || child.hasClass("from_name")
                || child.hasClass("userpic_wrap")
                || child.hasClass("forwarded");
    }

    private void forwarded(Element inner, Around around) {
        marks.add(Mark.FORWARDED);
        var name = children(inner, "from_name").stream().findFirst();
        name.ifPresent(from -> {
            forwardedFrom = from.ownText().strip();
            children(from, "date").forEach(date -> details.add(Detail.of("forwardedAt", date.attr("title"))));
        });
        forwardedFrom = name.isEmpty() && isJoined() ? around.forwarded() : forwardedFrom;
        if (!forwardedFrom.isEmpty()) {
            details.add(Detail.of("forwardedFrom", forwardedFrom));
        }
        content(inner);
    }

    private void answers(Element reply) {
        var number = reply.select("a[href]").stream()
                .flatMap(link -> PageText.number(link).stream())
                .findFirst();
        inReplyTo = number.orElse("");
        if (number.isEmpty()) {
            details.add(Detail.of("replyTo", PageText.of(reply)));
        }
    }

    private String text() {
        String text = words.text();
        if (text.length() <= MAX_TEXT) {
            return text;
        }
        marks.add(Mark.CUT);
        return text.substring(0, Character.isHighSurrogate(text.charAt(MAX_TEXT - 1)) ? MAX_TEXT - 1 : MAX_TEXT);
    }
}
