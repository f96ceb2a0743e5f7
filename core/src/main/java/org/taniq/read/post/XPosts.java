package org.taniq.read.post;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.taniq.base.Json;
import org.taniq.read.record.Actor;
import org.taniq.read.record.Draft;
import org.taniq.read.record.Fields;
import org.taniq.read.record.JsonPass;
import org.taniq.read.record.JsonReading;
import org.taniq.read.record.Mark;
import org.taniq.read.record.Verb;

/// Posts, long posts and likes: a list of them, each within an object of its kind or as it is.
final class XPosts implements JsonReading.Format {
    private static final Set<String> OPENERS =
            Set.of("tweet", "noteTweet", "like", "edit_info", "retweeted", "created_at", "tweetId", "noteTweetId");

    private static final List<String> WRAPPERS = List.of("tweet", "noteTweet", "like");
    private static final Pattern REPOST = Pattern.compile("(?s)RT (@\\w{1,32})\\b.*");

    private final XKind kind;
    private final XReading reading;

    XPosts(XKind kind, XReading reading) {
        this.kind = kind;
        this.reading = reading;
    }

    @Override
    public Set<String> openers() {
        return OPENERS;
    }

    @Override
    public String around(String opener) {
        return "[";
    }

    @Override
    public void read(JsonPass pass) throws IOException {
        if (pass.walk().isArray()) {
            pass.elements(this::one);
        } else {
            pass.section();
        }
    }

    private void one(JsonPass pass) throws IOException {
        var item = pass.item();
        var draft = item.value()
                .filter(Json.Obj.class::isInstance)
                .map(Json.Obj.class::cast)
                .flatMap(object ->
                        draft(object, pass.isWhole() ? reading.account().actor() : Actor.UNSTATED));
        if (draft.isEmpty()) {
            pass.none(item);
            return;
        }
        reading.count();
        draft.get().hand(pass, item);
    }

    /// @param bare whose it is where no object of its kind is around it: one that stands in a post could be of somebody
    ///     else, so behind damage nobody's
    private Optional<Draft> draft(Json.Obj object, Actor bare) {
        var wrapper = WRAPPERS.stream()
                .filter(name -> object.members().get(name) instanceof Json.Obj)
                .findFirst();
        var post = Fields.of(wrapper.map(name -> object.members().getOrDefault(name, Json.NULL))
                .orElse(object));
        var own = wrapper.isPresent() ? reading.account().actor() : bare;
        var draft = switch (kind.word()) {
            case "like" -> like(post);
            case "note" -> note(post, own);
            default -> post(post, own);
        };
        if (wrapper.isPresent() && draft.isPresent()) {
            var beside = Fields.of(object);
            beside.take(wrapper.get());
            beside.left().forEach(draft.get()::member);
        }
        return draft;
    }

    private Optional<Draft> post(Fields post, Actor own) {
        String text = first(post, "full_text", "text");
        String id = first(post, "id_str", "id");
        if (text.isEmpty() && id.isEmpty()) {
            return Optional.empty();
        }
        var draft = new Draft().by(user(post).orElse(own)).called(id).words(text);
        draft.at(Clock.twitter(post.text("created_at")));
        answer(post, draft);
        draft.count("likes", post.text("favorite_count"));
        draft.count("shares", post.text("retweet_count"));
        var repost = REPOST.matcher(text);
        if (repost.matches()) {
            reading.repost();
            draft.verb(Verb.ANNOUNCE).detail("repostOf", repost.group(1));
        }
        if (post.has("deleted_at") || kind.isDeleted()) {
            draft.mark(Mark.DELETED);
        }
        addresses(post, draft);
        files(post, id, draft);
        rest(post, draft);
        return Optional.of(draft);
    }

    private static void answer(Fields post, Draft draft) {
        draft.answers(first(post, "in_reply_to_status_id_str", "in_reply_to_status_id"));
        String name = post.text("in_reply_to_screen_name");
        draft.to(Draft.named(
                name.isEmpty() ? "" : "@" + name, first(post, "in_reply_to_user_id_str", "in_reply_to_user_id")));
    }

    /// Posts as other programs save them say whose they are.
    private static Optional<Actor> user(Fields post) {
        var user = Fields.of(post.value("user"));
        String name = user.text("screen_name");
        String id = first(user, "id_str", "id");
        return name.isEmpty() && id.isEmpty()
                ? Optional.empty()
                : Optional.of(Draft.named(name.isEmpty() ? "" : "@" + name, id));
    }

    private Optional<Draft> note(Fields note, Actor own) {
        var core = Fields.of(note.take("core").orElse(Json.NULL));
        String id = note.text("noteTweetId");
        String text = text(core.take("text"));
        if (text.isEmpty() && id.isEmpty()) {
            return Optional.empty();
        }
        var draft = new Draft().by(own).called(id).words(text).at(Clock.iso(note.text("createdAt")));
        if (kind.isDeleted()) {
            draft.mark(Mark.DELETED);
        }
        core.left().forEach(draft::member);
        rest(note, draft);
        return Optional.of(draft);
    }

    /// What the account liked was written by somebody else, of whom nothing stands here.
    private Optional<Draft> like(Fields like) {
        String id = like.text("tweetId");
        String text = text(like.take("fullText"));
        if (text.isEmpty() && id.isEmpty()) {
            return Optional.empty();
        }
        var draft = new Draft().verb(Verb.LIKE).called(id).words(text).stoodAt(like.text("expandedUrl"));
        draft.detail("kind", "like").detail("likedBy", reading.account().id());
        rest(like, draft);
        return Optional.of(draft);
    }

    private static String text(Optional<Json> value) {
        return value.map(text -> text instanceof Json.Str(var words) ? words : Fields.text(text))
                .orElse("");
    }

    /// The first of these that is there; both are taken.
    private static String first(Fields fields, String one, String other) {
        String text = one.equals("full_text") && fields.value(one) instanceof Json.Str
                ? text(fields.take(one))
                : fields.text(one);
        if (!text.isEmpty()) {
            return text;
        }
        return fields.value(other) instanceof Json.Str ? text(fields.take(other)) : fields.text(other);
    }

    /// The addresses behind shortened ones.
    private static void addresses(Fields post, Draft draft) {
        for (var url : Fields.of(post.value("entities")).peekList("urls")) {
            draft.link(Fields.of(url).text("expanded_url"));
        }
    }

    private void files(Fields post, String id, Draft draft) {
        var media = Fields.of(post.value("extended_entities")).peekList("media");
        var all = media.isEmpty() ? Fields.of(post.value("entities")).peekList("media") : media;
        var files = new XFiles(kind, id, reading.beside());
        all.forEach(each -> files.add(each, draft));
    }

    private static void rest(Fields fields, Draft draft) {
        fields.left().forEach((name, value) -> {
            String word = XKind.KNOWN.word("details", name);
            if (word.isEmpty()) {
                draft.member(name, value);
            } else {
                draft.detail(word, Fields.text(value));
            }
        });
    }
}
