package org.taniq.read.web;

import java.util.Arrays;
import org.taniq.read.web.StatedDigest.Result;

/// The content of one record while it goes by: its digests, its head of HTTP, and of its body as much as is read for
/// words.
final class Content {
    /// How much of a body is kept to read its words.
    static final int MOST = 16 << 20;

    private static final int LARGEST_HEAD = 1 << 18;

    private final RecordHead head;
    private final Running block;
    private final Running asStored;
    private final Running unchunked;
    private final Kept start = new Kept(4 * LARGEST_HEAD);
    private final LineEnds last = new LineEnds(this::taken);
    private final Kept body = new Kept(MOST);
    private final Chunks chunks;
    private HttpHead http = HttpHead.NONE;
    private boolean isChunked;
    private boolean inBody;
    private long lookAt;
    private long headSize;
    private Result blockResult = Result.NOT_CHECKED;

    Content(RecordHead head) {
        this.head = head;
        this.block = new Running(head.fields().first("warc-block-digest"));
        this.asStored = new Running(head.fields().first("warc-payload-digest"));
        this.unchunked = new Running(head.fields().first("warc-payload-digest"));
        this.chunks = new Chunks(unchunked::take);
        if (!head.isHttp()) {
            begin(0);
        }
    }

    void take(byte[] bytes, int from, int length) {
        last.take(bytes, from, length);
    }

    private void taken(byte[] bytes, int from, int length) {
        block.take(bytes, from, length);
        if (inBody) {
            payload(bytes, from, length);
            return;
        }
        start.take(bytes, from, length);
        if (start.seen() >= lookAt) {
            look(false);
        }
    }

    /// Nothing more comes.
    ///
    /// @param isEarly whether it ended before its length; the empty lines behind it are not its own then
    void end(boolean isEarly) {
        if (isEarly) {
            last.leave();
        } else {
            last.end();
        }
        if (!inBody) {
            look(true);
        }
        blockResult = block.result();
    }

    /// Looks for the end of the head, the less often the longer it is.
    private void look(boolean isAll) {
        byte[] seen = start.bytes();
        var end = HeadLines.end(seen, 0, seen.length);
        if (end.isEmpty() && !isAll && seen.length < LARGEST_HEAD) {
            lookAt = 2L * seen.length;
            return;
        }
        int to = end.orElse(isAll ? seen.length : 0);
        var found = HttpHead.of(Arrays.copyOf(seen, to));
        http = found.isOne() ? found : HttpHead.NONE;
        int body = found.isOne() ? to : 0;
        begin(body);
        payload(seen, body, seen.length - body);
    }

    private void begin(long at) {
        inBody = true;
        headSize = at;
        isChunked = http.low("transfer-encoding").contains("chunked");
    }

    private void payload(byte[] bytes, int from, int length) {
        asStored.take(bytes, from, length);
        if (isChunked) {
            chunks.take(bytes, from, length);
        }
        body.take(bytes, from, length);
    }

    /// As the server, or else the archive, names it.
    String statedType() {
        return http.isOne() ? http.fields().first("content-type") : head.isHttp() ? "" : archiveType();
    }

    private String archiveType() {
        return head.fields().first("content-type");
    }

    /// What its words are read from.
    Body forWords() {
        var coding = http.low("content-encoding").strip();
        return new Body(body, statedType(), coding, isChunked, mayHoldHead());
    }

    /// Whether lines of a head of HTTP, or what a program was told, can stand among the words.
    private boolean mayHoldHead() {
        return head.isHttp() ? !http.isOne() : head.isOfProgram();
    }

    HttpHead http() {
        return http;
    }

    Result block() {
        return blockResult;
    }

    String blockDigest() {
        return block.stated();
    }

    /// Whether its digest says that this is all of it.
    boolean isProven() {
        return blockResult == Result.MATCHES;
    }

    String payloadDigest() {
        return asStored.stated();
    }

    /// Of the payload as it is stored, or without the lengths of its chunks: programs do either. The latter says
    /// nothing of what stands behind them or between them.
    Result payload() {
        var stored = asStored.result();
        if (!isChunked || stored != Result.DIFFERS) {
            return stored;
        }
        var within = unchunked.result();
        return within == Result.MATCHES && !chunks.isWhole() ? Result.NOT_CHECKED : within;
    }

    Kept body() {
        return body;
    }

    /// Where in the content the payload begins.
    long headSize() {
        return headSize;
    }
}
