package org.taniq.read.web;

import java.io.IOException;
import java.io.InputStream;
import org.taniq.read.record.Input;

/// Reads ahead of a record, in a stream of its own: whether it ends where it says, and whether the checksum of its
/// member fits. So much in all; behind that neither is known.
final class Ahead {
    private static final long MOST = 2L << 30;
    /// Empty lines behind a record: two as it should be, and a few.
    private static final int MOST_BLANKS = 16;

    private final Input input;
    private final boolean isPacked;
    private final Allowance forEnds = new Allowance(MOST, 0);
    private final Allowance forSums = new Allowance(MOST, 0);

    /// Whether a record or the end follows at a place.
    enum Ending {
        YES,
        NO,
        /// It lies behind damage, or too much was read before.
        UNKNOWN
    }

    /// What is done with the unpacked bytes from a place on.
    @FunctionalInterface
    private interface Look<T> {
        T at(Layer layer) throws IOException;
    }

    Ahead(Input input, boolean isPacked) {
        this.input = input;
        this.isPacked = isPacked;
    }

    /// @param from where to begin
    /// @param end the place in what is unpacked
    Ending ending(Member from, long end, Form form) throws IOException {
        if (!forEnds.take(from.packed())) {
            return Ending.UNKNOWN;
        }
        return look(from.packed(), layer -> ending(new Window(layer), end - from.at(), form));
    }

    private Ending ending(Window window, long end, Form form) throws IOException {
        while (window.at() < end) {
            int there = window.ahead();
            if (there <= 0) {
                return window.layer().isDamaged() || window.layer().isTooLarge() ? Ending.UNKNOWN : Ending.NO;
            }
            int step = (int) Math.min(there, end - window.at());
            if (!forEnds.take(step)) {
                return Ending.UNKNOWN;
            }
            window.pass(step);
        }
        return follows(window, form);
    }

    private static Ending follows(Window window, Form form) throws IOException {
        int blanks = 0;
        while (window.ahead() > 0 && blanks < MOST_BLANKS && isBlank(window)) {
            window.pass(1);
            blanks++;
        }
        int there = Math.min(window.ahead(Window.VIEW), Window.VIEW);
        if (there <= 0) {
            return window.layer().isDamaged() ? Ending.UNKNOWN : Ending.YES;
        }
        boolean isNext = form.head(window.buffer(), window.index(), window.index() + there)
                .isPresent();
        return blanks > 0 && isNext ? Ending.YES : Ending.NO;
    }

    private static boolean isBlank(Window window) {
        byte next = window.buffer()[window.index()];
        return next == '\n' || next == '\r';
    }

    /// How this member ends; open where that is not known.
    Member.End end(Member member) throws IOException {
        if (member.end() != Member.End.OPEN || !forSums.take(member.packed())) {
            return member.end();
        }
        return look(member.packed(), this::end);
    }

    private Member.End end(Layer layer) throws IOException {
        var piece = new byte[1 << 16];
        int got = layer.read(piece, 0, piece.length);
        var first = layer.member();
        while (got > 0 && first.end() == Member.End.OPEN && forSums.take(got)) {
            got = layer.read(piece, 0, piece.length);
        }
        return first.end();
    }

    /// Whether one member follows on the other from here to the end. What lies inside of a damaged member does not: the
    /// rest of that one stands behind it.
    boolean isInStep(long from) throws IOException {
        return forSums.take(from) && look(from, this::isInStep);
    }

    private boolean isInStep(Layer layer) throws IOException {
        var piece = new byte[1 << 16];
        int got = layer.read(piece, 0, piece.length);
        while (got > 0 && forSums.take(got)) {
            got = layer.read(piece, 0, piece.length);
        }
        return got <= 0
                && !layer.isDamaged()
                && !layer.isTooLarge()
                && layer.member().end() != Member.End.BROKEN;
    }

    private <T> T look(long from, Look<T> look) throws IOException {
        try (InputStream in = input.bytes().open()) {
            in.skipNBytes(from);
            var raw = new Raw(in);
            if (!isPacked) {
                return look.at(new PlainLayer(raw));
            }
            try (var layer = new GzipLayer(raw)) {
                return look.at(layer);
            }
        }
    }
}
