package org.taniq.read.post;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.taniq.base.json.BrokenJson;
import org.taniq.base.json.JsonWalk;
import org.taniq.base.json.Mended;
import org.taniq.read.record.Handing;
import org.taniq.read.record.Input;
import org.taniq.read.record.Ledger;
import org.taniq.read.record.LineReading;
import org.taniq.read.record.Parser;
import org.taniq.read.record.Sink;

/// `….live_chat.json` of yt-dlp: the chat beside a stream, a line of JSON for what happened in it
/// (`yt_dlp/downloader/youtube_live_chat.py`).
public final class YtDlpChat implements Parser {
    private static final int LOOKED_AT = 8;

    @Override
    public String name() {
        return "yt-dlp-chat/1";
    }

    @Override
    public boolean mayKnow(String mediaType) {
        return mediaType.equals("application/json") || mediaType.startsWith("text/");
    }

    /// One line of the first few is enough, if more of them are not of another form: one may be damaged, and one may be
    /// typed into something else.
    @Override
    public boolean knows(Input input) throws IOException {
        byte[] head = input.head();
        int from = 0;
        int lines = 0;
        int ofChat = 0;
        int others = 0;
        while (lines < LOOKED_AT && from < head.length) {
            int end = end(head, from);
            lines++;
            ofChat += isChat(new ByteArrayInputStream(head, from, end - from)) ? 1 : 0;
            others += end == from || head[from] == '{' ? 0 : 1;
            from = end + 1;
        }
        return ofChat > others;
    }

    private static int end(byte[] head, int from) {
        int end = from;
        while (end < head.length && head[end] != '\n') {
            end++;
        }
        return end;
    }

    private static boolean isChat(InputStream line) throws IOException {
        var mended = new Mended(line, 0);
        try (var walk = JsonWalk.of(mended, mended)) {
            return walk.isObject() && isChat(walk);
        } catch (BrokenJson none) {
            return false;
        }
    }

    private static boolean isChat(JsonWalk walk) throws IOException {
        walk.enter();
        while (walk.hasNext()) {
            if (walk.name().equals(ChatLine.REPLAY) && walk.isObject()) {
                return true;
            }
            walk.skip();
        }
        return false;
    }

    @Override
    public Ledger read(Input input, Sink sink) throws IOException {
        var handing = new Handing(input, sink);
        try (var bytes = input.bytes().open()) {
            new LineReading(bytes, handing, new ChatLine()).run();
        }
        return handing.ledger("yt-dlp-chat");
    }
}
