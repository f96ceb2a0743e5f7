package org.taniq.read.metahtml;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.taniq.read.record.Spot;

/// A page, cut where a block begins: at a tag of its own. Meta writes `<` as `&lt;` in everything that people write,
/// in attributes too, so that nobody can type such a tag. However long the page is, one segment of it is kept.
final class Segments {
    /// Bytes of one segment; Facebook takes 63,206 characters in a post.
    static final int LARGEST = 4 << 20;

    private static final int LONGEST_TAG = 1024;
    private static final int PIECE = 1 << 16;

    private final InputStream in;
    private final Layout layout;
    private final byte[] piece = new byte[PIECE];
    private int at;
    private int end;
    private long place;
    private long line = 1;

    private byte[] kept = new byte[PIECE];
    private int size;
    private boolean isWhole = true;
    private int tag = -1;
    private long from;
    private long first = 1;
    private Begin begin = Begin.NONE;

    Segments(InputStream in, Layout layout) {
        this.in = in;
        this.layout = layout;
    }

    /// With what a segment begins.
    enum Begin {
        NONE,
        BLOCK,
        THREAD
    }

    /// What stands from one beginning to the next.
    ///
    /// @param text its bytes, each as a character
    /// @param from where it begins
    /// @param to where the next one begins
    /// @param first its first line
    /// @param last the line in which the next one begins
    /// @param isWhole whether no bytes were left out because there are too many
    /// @param isLast whether the page ends behind it
    record Segment(
            Begin begin, String text, long from, long to, long first, long last, boolean isWhole, boolean isLast) {

        /// Bytes of it.
        byte[] bytes(int start, int stop) {
            return text.substring(start, stop).getBytes(StandardCharsets.ISO_8859_1);
        }

        Spot spot(int start, int stop) {
            return new Spot.Lines(from + start, from + stop, lineOf(start), lineOf(Math.max(start, stop - 1)));
        }

        /// From here to where the next one begins.
        Spot rest(int start) {
            long begins = lineOf(start);
            return new Spot.Lines(from + start, to, begins, Math.max(begins, last));
        }

        /// These, which follow one another, as one.
        static Segment of(List<Segment> all) {
            var one = all.getFirst();
            var last = all.getLast();
            var text = new StringBuilder();
            all.forEach(each -> text.append(each.text));
            boolean isWhole = all.stream().allMatch(Segment::isWhole);
            return new Segment(
                    one.begin, text.toString(), one.from, last.to, one.first, last.last, isWhole, last.isLast);
        }

        private long lineOf(int offset) {
            return first
                    + text.substring(0, offset)
                            .chars()
                            .filter(each -> each == '\n')
                            .count();
        }
    }

    /// The next one; none behind the end.
    Optional<Segment> next() throws IOException {
        while (at < end || fill()) {
            byte next = piece[at++];
            keep(next);
            if (next == '<') {
                tag = size - 1;
            }
            var begins = next == '>' ? begins() : Begin.NONE;
            if (begins != Begin.NONE) {
                int length = size - tag;
                if (place - length > from) {
                    return Optional.of(cut(length, begins));
                }
                begin = begins;
            }
            tag = next == '>' ? -1 : tag;
        }
        return place == from ? Optional.empty() : Optional.of(cut(0, Begin.NONE));
    }

    private boolean fill() throws IOException {
        at = 0;
        end = Math.max(0, in.read(piece));
        return end > 0;
    }

    /// Of a segment that is too large only as much is kept as a tag can be long.
    private void keep(byte next) {
        if (size == LARGEST) {
            isWhole = false;
            drop();
        }
        if (size == kept.length) {
            kept = Arrays.copyOf(kept, 2 * size);
        }
        kept[size++] = next;
        place++;
        line += next == '\n' ? 1 : 0;
    }

    private void drop() {
        int keptFrom = Math.max(0, tag >= 0 && size - tag < LONGEST_TAG ? tag : size);
        System.arraycopy(kept, keptFrom, kept, 0, size - keptFrom);
        size -= keptFrom;
        tag = tag >= keptFrom ? 0 : -1;
    }

    private Begin begins() {
        if (tag < 0 || size - tag > LONGEST_TAG) {
            return Begin.NONE;
        }
        String written = new String(kept, tag, size - tag, StandardCharsets.ISO_8859_1);
        return layout.isBlock(written) ? Begin.BLOCK : layout.isThread(written) ? Begin.THREAD : Begin.NONE;
    }

    /// @param length of the tag with which the next one begins
    private Segment cut(int length, Begin next) {
        int stop = size - length;
        String text = isWhole ? new String(kept, 0, stop, StandardCharsets.ISO_8859_1) : "";
        boolean isLast = next == Begin.NONE;
        var segment = new Segment(begin, text, from, place - length, first, line, isWhole, isLast);
        System.arraycopy(kept, stop, kept, 0, length);
        kept = kept.length > PIECE && length < PIECE ? Arrays.copyOf(kept, PIECE) : kept;
        size = length;
        tag = -1;
        isWhole = true;
        begin = next;
        from = place - length;
        first = line;
        return segment;
    }
}
