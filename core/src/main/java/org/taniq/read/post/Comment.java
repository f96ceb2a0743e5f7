package org.taniq.read.post;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Set;
import org.taniq.base.Json;
import org.taniq.base.When;
import org.taniq.read.record.Actor;
import org.taniq.read.record.Draft;
import org.taniq.read.record.Fields;

/// One comment below a video.
final class Comment {
    /// With what one begins.
    static final Set<String> OPENERS = Set.of("id", "author");

    static final String AROUND = "{\"comments\":[";

    private static final Set<String> FLAGS =
            Set.of("author_is_uploader", "author_is_verified", "is_favorited", "is_pinned");
    private static final String YOUTUBE = "youtube";
    private static final String ROOT = "root";

    private final Fields fields;
    private final Video video;
    private boolean isReckoned;

    Comment(Json.Obj object, Video video) {
        this.fields = Fields.of(object);
        this.video = video;
    }

    static boolean isOne(Json value) {
        var fields = Fields.of(value);
        boolean hasWords = fields.value("text") instanceof Json.Str || fields.value("html") instanceof Json.Str;
        return hasWords && (fields.holds("author") || fields.holds("author_id") || fields.holds("parent"));
    }

    /// Whether its time was reckoned back by yt-dlp.
    boolean isReckoned() {
        return isReckoned;
    }

    Draft draft() {
        String parent = fields.text("parent");
        var draft = new Draft()
                .by(Draft.named(fields.text("author"), fields.text("author_id")))
                .to(parent.equals(ROOT) ? video.publisher() : Actor.UNSTATED)
                .called(fields.text("id"))
                .stoodAt(video.address())
                .at(time())
                .words(words())
                .answers(parent.equals(ROOT) ? "" : parent)
                .count("likes", fields.text("like_count"))
                .count("dislikes", fields.text("dislike_count"));
        fields.left().forEach((name, value) -> {
            if (!FLAGS.contains(name) || !value.equals(Json.of(false))) {
                draft.member(name, value);
            }
        });
        return draft;
    }

    /// Some sites have their words with tags only.
    private String words() {
        String name = fields.value("text") instanceof Json.Str ? "text" : "html";
        return fields.take(name).orElse(Json.NULL) instanceof Json.Str(var words) ? words : "";
    }

    private When time() {
        String said = fields.text("_time_text");
        String number = fields.text("timestamp");
        boolean isTime = Clock.instant(number, Clock.Unit.SECONDS).isPresent();
        if (said.isEmpty() && !(isTime && isOfYouTube())) {
            return Clock.seconds(number);
        }
        if (said.isEmpty() && video.site().isEmpty()) {
            return new When.Unknown(
                    number, "yt-dlp reckons it on YouTube, and the file does not surely say which site it is");
        }
        isReckoned = true;
        return reckoned(said, number);
    }

    private boolean isOfYouTube() {
        return video.site().orElse(YOUTUBE).startsWith(YOUTUBE);
    }

    /// YouTube says how long ago a comment was written, in whole minutes to years, and yt-dlp subtracts that from the
    /// time at which it fetched the page: no time that could be relied on, and no day.
    private static When reckoned(String said, String number) {
        var day = Clock.instant(number, Clock.Unit.SECONDS)
                .map(at -> ": about " + LocalDate.ofInstant(at, ZoneOffset.UTC))
                .orElse("");
        String source = said.isEmpty() || number.isEmpty() ? said + number : said + " (" + number + ")";
        return new When.Unknown(source, "reckoned back by yt-dlp from words such as \"7 years ago\"" + day);
    }
}
