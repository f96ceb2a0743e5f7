package org.taniq.read.post;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.taniq.base.Json;
import org.taniq.read.record.Actor;
import org.taniq.read.record.Draft;
import org.taniq.read.record.Fields;
import org.taniq.read.record.Mark;
import org.taniq.read.record.Tables;
import org.taniq.read.record.Twice;
import org.taniq.read.record.Verb;

/// What happened in the chat beside a stream: somebody wrote, paid or became a member, or something was deleted.
final class ChatAction {
    private static final Tables KNOWN = Tables.read("/read/post/chat.yaml");
    private static final String USUAL = "addChatItemAction";

    /// What a message has; where one of their names is damaged, the others are there.
    private static final Set<String> OWN = Set.of("id", "message", "authorName", "authorExternalChannelId");

    private final List<Draft> drafts = new ArrayList<>();
    private final String kind;

    /// What somebody wrote, and what YouTube calls it.
    private record Message(String name, Json value) {}

    private ChatAction(Json.Obj action) {
        this.kind = action.members().keySet().stream()
                .filter(name -> name.endsWith("Action") || name.endsWith("Command"))
                .findFirst()
                .orElse("");
    }

    /// All that somebody wrote or took away in it, each by itself; nothing where it holds no words.
    static List<Draft> of(Json value) {
        if (!(value instanceof Json.Obj action)) {
            return List.of();
        }
        var one = new ChatAction(action);
        one.gather(action);
        return one.drafts;
    }

    private void gather(Json.Obj action) {
        var others = new LinkedHashMap<String, Json>();
        action.members().forEach((name, value) -> {
            if (KNOWN.has("deletions", Twice.plain(name))) {
                drafts.add(deletion(Twice.plain(name), value));
            } else {
                others.put(name, value);
            }
        });
        var messages = new ArrayList<Message>();
        var left = split(new Json.Obj(others), messages);
        messages.forEach(message -> drafts.add(draft(message)));
        if (drafts.isEmpty()) {
            notice(left).ifPresent(drafts::add);
        }
        if (!drafts.isEmpty()) {
            rest(Fields.of(left), drafts.getFirst());
        }
    }

    /// Takes out what somebody wrote: what is shown above the chat holds it further within.
    ///
    /// @return what is left and says something
    private static Json split(Json value, List<Message> messages) {
        return switch (value) {
            case Json.Obj(var members) -> {
                var left = new LinkedHashMap<String, Json>();
                members.forEach((name, each) -> split(name, each, messages).ifPresent(one -> left.put(name, one)));
                yield new Json.Obj(left);
            }
            case Json.Arr(var items) ->
                Json.of(items.stream().map(item -> split(item, messages)).toList());
            case Json.Str _, Json.Num _, Json.Bool _, Json.Null _ -> value;
        };
    }

    private static Optional<Json> split(String name, Json value, List<Message> messages) {
        if (isMessage(name, value)) {
            var within = new ArrayList<Message>();
            messages.add(new Message(Twice.plain(name), split(value, within)));
            messages.addAll(within);
            return Optional.empty();
        }
        var left = split(value, messages);
        boolean isEmpty = left instanceof Json.Obj(var members) && members.isEmpty();
        return isEmpty || KNOWN.has("silent", name) ? Optional.empty() : Optional.of(left);
    }

    private static boolean isMessage(String called, Json value) {
        String name = Twice.plain(called);
        return name.startsWith("liveChat")
                && name.endsWith("Renderer")
                && !name.contains("Ticker")
                && value instanceof Json.Obj item
                && OWN.stream().anyMatch(item.members()::containsKey);
    }

    /// Who deleted is not said: the author, a moderator or YouTube.
    private static Draft deletion(String name, Json value) {
        var fields = Fields.of(value);
        var draft = new Draft()
                .verb(Verb.DELETE)
                .gone()
                .answers(fields.text("targetItemId"))
                .detail("action", name);
        shown(fields, draft).forEach(draft::words);
        rest(fields, draft);
        return draft;
    }

    private Draft draft(Message message) {
        boolean isOfYouTube = KNOWN.has("system", message.name());
        var fields = Fields.of(message.value());
        var name = fields.take("authorName").map(ChatText::of).orElse("");
        var id = fields.text("authorExternalChannelId");
        var draft = new Draft()
                .by(isOfYouTube ? new Actor.App(name) : Draft.named(name, id))
                .called(fields.text("id"))
                .at(Clock.unix(fields.text("timestampUsec"), Clock.Unit.MICROS))
                .detail("kind", message.name());
        if (!kind.equals(USUAL)) {
            draft.detail("action", kind);
        }
        words(fields, "message", draft).forEach(draft::words);
        var shown = shown(fields, draft);
        if (isOfYouTube) {
            draft.mark(Mark.SYSTEM);
            shown.forEach(draft::words);
        } else {
            draft.shown(shown);
        }
        rest(fields, draft);
        return draft;
    }

    /// Words of which nobody is named as who wrote them, such as a poll.
    private Optional<Draft> notice(Json action) {
        var texts = ChatText.all(action);
        if (texts.isEmpty()) {
            return Optional.empty();
        }
        var draft = new Draft().mark(Mark.SYSTEM).detail("action", kind);
        texts.forEach(draft::words);
        return Optional.of(draft);
    }

    /// What YouTube shows beside the words of whoever wrote.
    private static List<String> shown(Fields fields, Draft draft) {
        return KNOWN.list("shown").stream()
                .flatMap(name -> words(fields, name, draft).stream())
                .toList();
    }

    private static List<String> words(Fields fields, String name, Draft draft) {
        var value = fields.take(name).orElse(Json.NULL);
        var all = ChatText.all(value);
        var texts = all.isEmpty() ? List.of(ChatText.of(value)) : all;
        if (texts.stream().allMatch(String::isEmpty)) {
            draft.member(name, value);
        }
        ChatText.more(value).forEach(run -> draft.detail("stretch", run.inOrder()));
        return texts;
    }

    private static void rest(Fields fields, Draft draft) {
        fields.left().forEach((name, value) -> further(name, value, draft));
    }

    /// What stands beside it.
    static void further(String name, Json value, Draft draft) {
        String word = KNOWN.word("details", name);
        String text = ChatText.of(value);
        if (word.isEmpty() || text.isEmpty()) {
            draft.member(name, value);
        } else {
            draft.detail(word, text);
        }
    }

    /// Whether it says nothing of anybody.
    static boolean isSilent(String name) {
        return KNOWN.has("silent", name);
    }
}
