package org.taniq.read.web;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.Set;

/// The unpacked bytes of an archive from here on, with a view ahead, and where in the file they come from.
final class Window {
    /// How far ahead can be seen: the largest head of a record.
    static final int VIEW = 1 << 16;

    private static final int PIECE = 1 << 15;

    private final Layer layer;
    private final byte[] buffer = new byte[2 * VIEW + PIECE];
    private final Deque<Piece> pieces = new ArrayDeque<>();
    private int at;
    private int end;
    private long base;
    private long packedEnd;
    private final Set<Member.End> ends = EnumSet.noneOf(Member.End.class);
    private Member last = Member.NONE;

    /// Some unpacked bytes, and the bytes of the file that they were unpacked from.
    private record Piece(long from, long to, long packedFrom, long packedTo, Member member, boolean begins) {}

    Window(Layer layer) {
        this.layer = layer;
    }

    /// The place of the next byte in what is unpacked.
    long at() {
        return base + at;
    }

    byte[] buffer() {
        return buffer;
    }

    int index() {
        return at;
    }

    Layer layer() {
        return layer;
    }

    /// How many bytes are seen from here on, one at least if there is one before the end or damage.
    int ahead() throws IOException {
        return ahead(1);
    }

    /// How many bytes are seen from here on, as many as are wanted if there are.
    int ahead(int wanted) throws IOException {
        if (end - at < wanted && buffer.length - at < wanted + PIECE) {
            System.arraycopy(buffer, at, buffer, 0, end - at);
            base += at;
            end -= at;
            at = 0;
        }
        boolean more = true;
        while (more && end - at < wanted) {
            more = fill();
        }
        return end - at;
    }

    private boolean fill() throws IOException {
        long packed = layer.packed();
        int got = layer.read(buffer, end, Math.min(PIECE, buffer.length - end));
        if (got <= 0) {
            return false;
        }
        long from = base + end;
        end += got;
        packedEnd = layer.packed();
        pieces.addLast(new Piece(from, from + got, packed, packedEnd, layer.member(), layer.begins()));
        return true;
    }

    /// Passes over bytes that were seen.
    void pass(int bytes) {
        long before = at();
        at += bytes;
        while (pieces.size() > 1 && pieces.element().to() < at()) {
            note(pieces.removeFirst(), before);
        }
        for (var piece : pieces) {
            if (piece.from() >= at()) {
                return;
            }
            note(piece, before);
        }
    }

    private void note(Piece piece, long before) {
        if (piece.to() > before && piece.member() != last) {
            ends.add(last.end());
            last = piece.member();
        }
    }

    /// Forgets which members were passed.
    void forget() {
        ends.clear();
        last = Member.NONE;
    }

    /// How the members ended that were passed, but for the last one.
    Set<Member.End> ends() {
        return ends;
    }

    /// The member that was passed last.
    Member last() {
        return last;
    }

    /// The nearest place before the next byte at which the file can be begun to be read.
    Member start() {
        if (layer instanceof PlainLayer) {
            return Member.ended(at(), at());
        }
        for (var piece : pieces) {
            if (at() < piece.to()) {
                return piece.member();
            }
        }
        return layer.member();
    }

    /// The byte of the file with which the next bytes begin, or some before it.
    long packedFrom() {
        if (layer instanceof PlainLayer) {
            return at();
        }
        for (var piece : pieces) {
            if (at() < piece.to()) {
                return piece.packedFrom();
            }
        }
        return layer.packed();
    }

    /// The byte of the file behind which nothing of what was passed lies.
    long packedTo() {
        if (layer instanceof PlainLayer) {
            return at();
        }
        for (var piece : pieces) {
            if (at() <= piece.to()) {
                return at() > piece.from() ? piece.packedTo() : piece.packedFrom();
            }
        }
        return layer.packed();
    }

    /// How many bytes are seen before a member of gzip begins; all, where none does.
    int beforeMember() {
        for (var piece : pieces) {
            if (piece.begins() && piece.from() > at()) {
                return (int) (piece.from() - at());
            }
        }
        return end - at;
    }

    /// Whether a member of gzip begins here.
    boolean isAtMember() {
        for (var piece : pieces) {
            if (piece.from() >= at()) {
                return piece.from() == at() && piece.begins();
            }
        }
        return false;
    }

    /// The byte of the file up to which it was unpacked.
    long packedEnd() {
        return packedEnd;
    }
}
