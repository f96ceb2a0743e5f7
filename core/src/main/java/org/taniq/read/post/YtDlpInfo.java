package org.taniq.read.post;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import org.taniq.base.json.BrokenJson;
import org.taniq.base.json.JsonWalk;
import org.taniq.base.json.Mended;
import org.taniq.base.json.Rewind;
import org.taniq.read.record.Handing;
import org.taniq.read.record.Input;
import org.taniq.read.record.JsonReading;
import org.taniq.read.record.Ledger;
import org.taniq.read.record.Parser;
import org.taniq.read.record.Sink;

/// `….info.json` of yt-dlp: what a page says of a video, and, where they were asked for, the comments below it
/// (`yt_dlp/extractor/common.py`, `yt_dlp/extractor/youtube/_video.py`).
public final class YtDlpInfo implements Parser {
    /// Members that hardly any other program writes, and no other one two of.
    private static final Set<String> SIGNS = Set.of(
            "extractor",
            "extractor_key",
            "_version",
            "formats",
            "requested_formats",
            "automatic_captions",
            "webpage_url",
            "webpage_url_basename",
            "playable_in_embed");

    @Override
    public String name() {
        return "yt-dlp-info/1";
    }

    @Override
    public boolean mayKnow(String mediaType) {
        return mediaType.equals("application/json") || mediaType.startsWith("text/");
    }

    @Override
    public boolean knows(Input input) throws IOException {
        byte[] head = input.head();
        return isInfo(head, input.name().endsWith(".info.json") ? 1 : 2);
    }

    /// @param signs how many it must have beside `id` or `title`, of which one may be damaged
    private static boolean isInfo(byte[] head, int signs) throws IOException {
        var seen = new HashSet<String>();
        var mended = new Mended(new ByteArrayInputStream(head), 0);
        try (var walk = JsonWalk.of(mended, mended)) {
            if (!walk.isObject()) {
                return false;
            }
            walk.enter();
            while (!isInfo(seen, signs) && walk.hasNext()) {
                seen.add(walk.name());
                walk.skip();
            }
        } catch (BrokenJson end) {
            return isInfo(seen, signs);
        }
        return isInfo(seen, signs);
    }

    private static boolean isInfo(Set<String> seen, int signs) {
        return (seen.contains("id") || seen.contains("title"))
                && seen.stream().filter(SIGNS::contains).count() >= signs;
    }

    @Override
    public Ledger read(Input input, Sink sink) throws IOException {
        var handing = new Handing(input, sink);
        var video = Video.of(input);
        var comments = new YtDlpComments(video);
        try (var bytes = input.bytes().open()) {
            new JsonReading(new Rewind(bytes), comments, handing).run();
        }
        comments.warn(handing);
        return handing.ledger("yt-dlp-info");
    }
}
