package org.taniq.read.metahtml;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.regex.Pattern;
import org.taniq.read.metahtml.Balance.State;
import org.taniq.read.metahtml.Segments.Begin;
import org.taniq.read.metahtml.Segments.Segment;

/// A page in parts. In lists of posts blocks stand within one another (what is shared, tables): such a block goes on
/// until it ends. Where it does not, it alone is damaged, and what begins behind it is read by itself; where that
/// happens over and over, those behind it are read as if none could hold another.
final class Pieces {
    /// Segments of one block.
    private static final int MOST = 256;

    /// Bytes of a page that are looked at again because blocks before them have no end.
    private static final long MOST_AGAIN = 64 << 20;

    /// What stands between blocks and says nothing.
    private static final Pattern FRAME = Pattern.compile("(?:</[a-z0-9]{1,20}>|\\s+)*+");

    private static final Pattern PARAGRAPH = Pattern.compile("\\s*<p[\\s>]");

    private final Segments segments;
    private final Layout layout;
    private final Nesting nesting;
    /// Segments that were looked at, for a block that has no end.
    private final Deque<Segment> waiting = new ArrayDeque<>();

    private final Queue<Piece> ready = new ArrayDeque<>();
    private long again;

    /// Whether blocks stand within one another.
    enum Nesting {
        MAY,
        NEVER
    }

    Pieces(InputStream in, Layout layout, Nesting nesting) {
        this.segments = new Segments(in, layout);
        this.layout = layout;
        this.nesting = nesting;
    }

    /// The next part; nothing behind the end.
    Optional<Piece> next() throws IOException {
        while (ready.isEmpty()) {
            boolean isTooOften = !waiting.isEmpty() && again > MOST_AGAIN;
            var next = take();
            if (next.isEmpty()) {
                return Optional.empty();
            }
            segment(next.get(), isTooOften ? Nesting.NEVER : nesting);
        }
        return Optional.of(ready.remove());
    }

    private Optional<Segment> take() throws IOException {
        return waiting.isEmpty() ? segments.next() : Optional.of(waiting.pop());
    }

    private void segment(Segment segment, Nesting may) throws IOException {
        if (!segment.isWhole()) {
            ready.add(Piece.all(Piece.Kind.WRONG, segment));
        } else if (segment.begin() != Begin.BLOCK) {
            var kind = segment.begin() == Begin.THREAD ? Piece.Kind.THREAD : Piece.Kind.BETWEEN;
            ready.add(Piece.all(kind, segment));
        } else {
            block(segment, may);
        }
    }

    private void block(Segment segment, Nesting may) throws IOException {
        var balance = Balance.of(segment.text(), 0);
        if (balance.state() == State.OPEN && may == Nesting.MAY) {
            group(segment, balance);
        } else {
            ended(segment, balance, 0);
        }
    }

    private void group(Segment first, Balance balance) throws IOException {
        var all = new ArrayList<>(List.of(first));
        int before = 0;
        int size = first.text().length();
        boolean goesOn = true;
        while (goesOn && balance.state() == State.OPEN && all.size() < MOST && size < Segments.LARGEST) {
            var next = take();
            goesOn = next.isPresent() && next.get().isWhole();
            if (goesOn) {
                before = size;
                size += next.get().text().length();
                balance.add(next.get().text(), 0);
            }
            next.ifPresent(all::add);
        }
        var whole = Segment.of(all);
        if (balance.state() == State.ENDED && isSound(whole, before + balance.end())) {
            ended(whole, balance, before);
        } else {
            ready.add(Piece.all(Piece.Kind.WRONG, first));
            all.subList(1, all.size()).reversed().forEach(waiting::push);
            again += size;
        }
    }

    private boolean isSound(Segment segment, int end) {
        return Elements.of(segment.bytes(0, end))
                .filter(elements -> Block.of(elements, layout).isSound())
                .isPresent();
    }

    private void ended(Segment segment, Balance balance, int before) {
        int end = balance.state() == State.ENDED ? before + balance.end() : -1;
        int stop = end >= 0 && layout.form() == Layout.Form.BEHIND ? paragraphs(segment.text(), end) : end;
        if (stop < 0) {
            ready.add(Piece.all(Piece.Kind.WRONG, segment));
            return;
        }
        ready.add(new Piece(Piece.Kind.BLOCK, segment, 0, stop));
        if (!isFrame(segment.text(), stop)) {
            ready.add(
                    new Piece(Piece.Kind.BETWEEN, segment, stop, segment.text().length()));
        }
    }

    private static boolean isFrame(String text, int from) {
        return FRAME.matcher(text).region(from, text.length()).matches();
    }

    /// Behind the paragraphs that follow; below 0 where one has no end.
    private static int paragraphs(String text, int from) {
        int stop = from;
        var paragraph = PARAGRAPH.matcher(text);
        while (paragraph.region(stop, text.length()).lookingAt()) {
            var balance = Balance.of(text, stop);
            if (balance.state() != State.ENDED) {
                return -1;
            }
            stop = balance.end();
        }
        return stop;
    }
}
