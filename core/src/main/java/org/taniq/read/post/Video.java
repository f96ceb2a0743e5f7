package org.taniq.read.post;

import java.io.IOException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import org.taniq.base.Json;
import org.taniq.base.When;
import org.taniq.base.json.Rewind;
import org.taniq.read.record.Actor;
import org.taniq.read.record.Detail;
import org.taniq.read.record.Draft;
import org.taniq.read.record.Fields;
import org.taniq.read.record.Handing;
import org.taniq.read.record.Input;
import org.taniq.read.record.JsonPass;
import org.taniq.read.record.JsonReading;
import org.taniq.read.record.Twice;

/// What yt-dlp noted of a video: members of the file that are no lists, which stand before its comments and behind.
/// What stands behind damage is said of the video, but decides nothing: neither who published it nor where it stood.
final class Video implements JsonReading.Format {
    /// What becomes the words of its record.
    private static final Set<String> WORDS = Set.of("title", "description");

    private static final int MOST = 512;
    private static final long MOST_CHARACTERS = 2 << 20;

    private final SequencedMap<String, Json> members = new LinkedHashMap<>();
    private final SequencedMap<String, Json> behind = new LinkedHashMap<>();
    private final Set<String> lists = new HashSet<>();
    private long left = MOST_CHARACTERS;

    private Video() {}

    static Video of(Input input) throws IOException {
        var video = new Video();
        try (var bytes = input.bytes().open()) {
            new JsonReading(new Rewind(bytes), video, Handing.toNobody(input)).run();
        }
        return video;
    }

    @Override
    public Set<String> openers() {
        return Comment.OPENERS;
    }

    @Override
    public String around(String opener) {
        return Comment.AROUND;
    }

    @Override
    public void read(JsonPass pass) throws IOException {
        var walk = pass.walk();
        if (!walk.isObject()) {
            pass.frame();
            return;
        }
        pass.enter();
        while (walk.hasNext()) {
            if (walk.isArray()) {
                list(pass);
            } else if (walk.isObject()) {
                pass.frame();
            } else {
                member(pass);
            }
        }
    }

    /// Its name may be damaged: it is told by what stands in it.
    private void list(JsonPass pass) throws IOException {
        String name = pass.walk().name();
        pass.enter();
        if (pass.walk().hasNext()) {
            if (pass.item().value().filter(Comment::isOne).isPresent()) {
                lists.add(name);
            }
            while (pass.walk().hasNext()) {
                pass.frame();
            }
        }
    }

    private void member(JsonPass pass) throws IOException {
        String name = pass.walk().name();
        var value = pass.item().value();
        var kept = value.map(one -> one instanceof Json.Str(var text) ? Json.of(Detail.cut(text)) : one);
        left -= name.length() + kept.map(Fields::text).orElse("").length();
        if (kept.isPresent() && left > 0 && members.size() + behind.size() < MOST) {
            put(name, kept.get(), pass.isWhole() ? members : behind);
        }
    }

    private static void put(String name, Json value, SequencedMap<String, Json> all) {
        String free = name;
        for (int again = 2; all.containsKey(free); again++) {
            free = name + "#" + again;
        }
        all.put(free, value);
    }

    /// Whether it holds comments, whatever its name.
    boolean isList(String name) {
        return name.equals("comments") || lists.contains(name);
    }

    /// Whether what stands under this name is said of the video.
    boolean says(String name) {
        return members.containsKey(name) || behind.containsKey(name);
    }

    /// Under which name its words stand that the record of the video stands for; empty where it has none.
    String carrier() {
        if (!words("description").isEmpty()) {
            return "description";
        }
        return says("title") ? "title" : "";
    }

    String words(String name) {
        return text(name).isEmpty() ? text(behind, name) : text(name);
    }

    /// A text or a number that surely belongs to it; empty where there is none.
    String text(String name) {
        return text(members, name);
    }

    private static String text(SequencedMap<String, Json> all, String name) {
        return Fields.text(all.getOrDefault(name, Json.NULL));
    }

    String address() {
        return text("webpage_url");
    }

    /// Who published it: a name and a number of the same.
    Actor publisher() {
        var channel = Draft.named(text("channel"), text("channel_id"));
        return channel.equals(Actor.UNSTATED) ? Draft.named(text("uploader"), text("uploader_id")) : channel;
    }

    /// When it was published.
    When published() {
        return text("timestamp").isEmpty() ? Clock.day(text("upload_date")) : Clock.seconds(text("timestamp"));
    }

    /// The site, in small letters; nothing where the file does not surely say it.
    Optional<String> site() {
        String site = text("extractor_key").isEmpty() ? text("extractor") : text("extractor_key");
        return Optional.of(site.toLowerCase(Locale.ROOT)).filter(name -> !name.isEmpty());
    }

    /// As one record.
    ///
    /// @param words of what stands at its place
    Draft draft(String words) {
        var draft = new Draft()
                .by(publisher())
                .called(text("id"))
                .stoodAt(address())
                .at(published())
                .words(words("title"))
                .words(words)
                .count("likes", text("like_count"))
                .count("views", text("view_count"))
                .count("comments", text("comment_count"));
        further(members, draft);
        further(behind, draft);
        return Twice.says(new Json.Obj(members)) ? draft.twice() : draft;
    }

    private static void further(SequencedMap<String, Json> all, Draft draft) {
        all.forEach((name, value) -> {
            if (!WORDS.contains(name)) {
                draft.member(name, value);
            }
        });
    }
}
