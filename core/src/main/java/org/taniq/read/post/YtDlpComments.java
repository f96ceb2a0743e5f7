package org.taniq.read.post;

import java.io.IOException;
import java.util.Map;
import java.util.Set;
import org.taniq.base.Json;
import org.taniq.base.Said;
import org.taniq.read.record.Fields;
import org.taniq.read.record.Handing;
import org.taniq.read.record.JsonPass;
import org.taniq.read.record.JsonReading;

/// The comments below a video, and the words of the video itself as one more record.
final class YtDlpComments implements JsonReading.Format {
    private final Video video;
    private boolean isVideoRead;
    private boolean hasList;
    private long comments;
    private long reckoned;

    YtDlpComments(Video video) {
        this.video = video;
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
            pass.section();
            return;
        }
        pass.enter();
        while (walk.hasNext()) {
            if (walk.isArray() && video.isList(walk.name())) {
                hasList = true;
                pass.elements(this::one);
            } else if (walk.isArray() || walk.isObject()) {
                pass.section();
            } else {
                member(pass);
            }
        }
    }

    private void one(JsonPass pass) throws IOException {
        var item = pass.item();
        if (item.value().orElse(Json.NULL) instanceof Json.Obj object && Comment.isOne(object)) {
            comment(pass, item, new Comment(object, video));
        } else {
            pass.none(item);
        }
    }

    private void comment(JsonPass pass, JsonPass.Item item, Comment comment) throws IOException {
        comments++;
        comment.draft().hand(pass, item);
        reckoned += comment.isReckoned() ? 1 : 0;
    }

    /// The video is one record, which stands where its description does, or its title where it has none.
    private void member(JsonPass pass) throws IOException {
        String carrier = video.carrier();
        if (!isVideoRead && pass.walk().name().equals(carrier)) {
            isVideoRead = true;
            video(pass);
        } else if (!carrier.isEmpty() && video.says(pass.walk().name())) {
            pass.frame();
        } else {
            pass.section();
        }
    }

    private void video(JsonPass pass) throws IOException {
        var item = pass.item();
        video.draft(item.value().map(YtDlpComments::words).orElse("")).hand(pass, item);
    }

    /// All of it, however long.
    private static String words(Json value) {
        return value instanceof Json.Str(var text) ? text : Fields.text(value);
    }

    void warn(Handing handing) {
        if (reckoned > 0) {
            handing.warn(Said.of(
                    "the times of {n} comments are not known: yt-dlp reckoned them back from words such as \"7 years"
                            + " ago\", which stand beside them",
                    "n",
                    reckoned));
        }
        if (handing.isDamaged()) {
            return; // what is not there may have been
        }
        var stated = Fields.asNumber(video.text("comment_count"));
        if (!hasList) {
            handing.warn(Said.of("the file holds no comments: yt-dlp writes them only where it is asked to"));
        } else if (stated.isPresent() && stated.getAsLong() > comments) {
            handing.warn(Said.of(
                    "the page counted {stated} comments, and the file holds {n}: that says nothing of why the others are"
                            + " not there",
                    Map.of("stated", stated.getAsLong(), "n", comments)));
        }
    }
}
