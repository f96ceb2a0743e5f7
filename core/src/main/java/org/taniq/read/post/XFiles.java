package org.taniq.read.post;

import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import org.taniq.base.Json;
import org.taniq.read.record.Attachment;
import org.taniq.read.record.Draft;
import org.taniq.read.record.Fields;
import org.taniq.read.record.Input;

/// The files of one post or message: each lies in a folder of its kind, under the number of the post or message and the
/// last part of its address.
final class XFiles {
    private static final Pattern NUMBER = Pattern.compile("\\d{1,20}");
    private static final int MOST_VARIANTS = 100;

    private final String before;
    private final boolean isKnown;
    private final Input.Beside beside;

    /// @param id of the post or message
    XFiles(XKind kind, String id, Input.Beside beside) {
        this.before = kind.name() + "_media/" + id + "-";
        this.isKnown = NUMBER.matcher(id).matches();
        this.beside = beside;
    }

    /// One of several of a video.
    private record Variant(String url, long bitrate) {
        static Variant of(Json value) {
            var fields = Fields.of(value);
            return new Variant(fields.text("url"), fields.number("bitrate").orElse(-1));
        }
    }

    /// A picture, or a video, of which one of several was saved.
    void add(Json media, Draft draft) {
        var fields = Fields.of(media);
        var variants = Fields.of(fields.value("video_info")).peekList("variants").stream()
                .limit(MOST_VARIANTS)
                .map(Variant::of)
                .filter(variant -> variant.bitrate() >= 0)
                .toList();
        add(variants.isEmpty() ? fields.text("media_url_https") : saved(variants), draft);
    }

    /// The one that is there, else the best: X saves that one.
    private String saved(List<Variant> variants) {
        var best = Comparator.comparingLong(Variant::bitrate).reversed();
        return variants.stream()
                .sorted(best)
                .filter(variant -> beside.at(path(variant.url())) instanceof Attachment.Present)
                .findFirst()
                .or(() -> variants.stream().min(best))
                .map(Variant::url)
                .orElse("");
    }

    /// @param url the address from which it was saved
    void add(String url, Draft draft) {
        if (isKnown && !path(url).equals(before)) {
            draft.file(path(url), beside.at(path(url)));
        }
    }

    private String path(String url) {
        int query = url.indexOf('?');
        String address = query < 0 ? url : url.substring(0, query);
        return before + address.substring(address.lastIndexOf('/') + 1);
    }
}
