package org.taniq.read.post;

import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.taniq.base.Json;
import org.taniq.read.record.Actor;
import org.taniq.read.record.Detail;
import org.taniq.read.record.Draft;
import org.taniq.read.record.Fields;
import org.taniq.read.record.JsonPass;
import org.taniq.read.record.JsonReading;
import org.taniq.read.record.Mark;

/// Direct messages: a list of conversations, each with a list of messages and of what else happened in it.
final class XMessages implements JsonReading.Format {
    private static final String CONVERSATION = "dmConversation";
    private static final Set<String> EVENTS = Set.of(
            "messageCreate",
            "reactionCreate",
            "joinConversation",
            "participantsJoin",
            "participantsLeave",
            "conversationNameUpdate");

    private static final Set<String> OPENERS =
            Stream.concat(Stream.of(CONVERSATION), EVENTS.stream()).collect(Collectors.toUnmodifiableSet());

    /// The number of a group, or those of two people.
    private static final Pattern CONVERSATIONS = Pattern.compile("\\d{1,20}(-\\d{1,20})?");

    private final XKind kind;
    private final XReading reading;
    private String conversation = "";
    /// Messages of this conversation that came before its number.
    private long unplaced;

    XMessages(XKind kind, XReading reading) {
        this.kind = kind;
        this.reading = reading;
    }

    @Override
    public Set<String> openers() {
        return OPENERS;
    }

    @Override
    public String around(String opener) {
        return opener.equals(CONVERSATION) ? "[" : "[{\"dmConversation\":{\"messages\":[";
    }

    /// Behind damage nobody knows whether the conversation is still the same.
    @Override
    public void read(JsonPass pass) throws IOException {
        var walk = pass.walk();
        conversation = "";
        if (walk.isArray()) {
            pass.elements(this::one);
        } else {
            pass.section();
        }
    }

    private void one(JsonPass pass) throws IOException {
        if (pass.walk().isObject()) {
            entry(pass);
        } else {
            pass.section();
        }
    }

    private void entry(JsonPass pass) throws IOException {
        var walk = pass.walk();
        pass.enter();
        while (walk.hasNext()) {
            if (walk.name().equals(CONVERSATION) && walk.isObject()) {
                reading.count();
                conversation(pass);
            } else {
                pass.section();
            }
        }
    }

    private void conversation(JsonPass pass) throws IOException {
        var walk = pass.walk();
        conversation = "";
        unplaced = 0;
        pass.enter();
        while (walk.hasNext()) {
            if (walk.name().equals("messages") && walk.isArray()) {
                pass.elements(this::event);
            } else if (walk.name().equals("conversationId") && conversation.isEmpty() && !walk.isObject()) {
                id(pass);
            } else {
                pass.section();
            }
        }
        conversation = "";
    }

    private void id(JsonPass pass) throws IOException {
        var item = pass.item();
        conversation = item.value()
                .map(Fields::text)
                .filter(id -> CONVERSATIONS.matcher(id).matches())
                .orElse("");
        if (conversation.isEmpty()) {
            pass.none(item);
        } else {
            reading.early(unplaced);
            unplaced = 0;
        }
    }

    private void event(JsonPass pass) throws IOException {
        var item = pass.item();
        var draft = item.value().flatMap(this::of);
        if (draft.isPresent()) {
            unplaced += conversation.isEmpty() ? 1 : 0;
            draft.get().hand(pass, item);
        } else {
            pass.none(item);
        }
    }

    private Optional<Draft> of(Json value) {
        if (!(value instanceof Json.Obj object) || object.members().size() != 1) {
            return Optional.empty();
        }
        var only = object.members().firstEntry();
        if (!EVENTS.contains(only.getKey()) || !(only.getValue() instanceof Json.Obj)) {
            return Optional.empty();
        }
        var fields = Fields.of(only.getValue());
        return Optional.of(only.getKey().equals("messageCreate") ? message(fields) : notice(only.getKey(), fields));
    }

    private Draft message(Fields message) {
        String text = message.take("text")
                .map(value -> value instanceof Json.Str(var words) ? words : Fields.text(value))
                .orElse("");
        String id = message.text("id");
        var draft = new Draft()
                .by(reading.who(message.text("senderId")))
                .to(audience(message.text("recipientId")))
                .called(id)
                .at(Clock.iso(message.text("createdAt")))
                .words(text)
                .detail("conversation", conversation);
        message.peekList("urls").forEach(url -> draft.link(Fields.of(url).text("expanded")));
        var files = new XFiles(kind, id, reading.beside());
        message.peekList("mediaUrls").forEach(url -> files.add(Fields.text(url), draft));
        message.left().forEach((name, value) -> {
            if (!(value instanceof Json.Arr list) || !list.items().isEmpty()) {
                draft.member(name, value);
            }
        });
        return draft;
    }

    /// In a group nobody is the one to whom it is said, but the group.
    private Actor audience(String recipient) {
        if (!recipient.isEmpty()) {
            return reading.who(recipient);
        }
        return conversation.contains("-") ? Actor.UNSTATED : Draft.named("", conversation);
    }

    /// Who came, went, or gave the group a name: said by X, with the numbers of those whom it names as details.
    private Draft notice(String name, Fields event) {
        var draft = new Draft()
                .by(reading.who(first(event, "initiatingUserId", "senderId")))
                .to(audience(""))
                .at(Clock.iso(event.text("createdAt")))
                .mark(Mark.SYSTEM)
                .words(Detail.cut(event.text("name")))
                .detail("event", name)
                .detail("conversation", conversation);
        event.left().forEach(draft::member);
        return draft;
    }

    private static String first(Fields fields, String one, String other) {
        String text = fields.text(one);
        return text.isEmpty() ? fields.text(other) : text;
    }
}
