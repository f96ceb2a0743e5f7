package org.taniq.read.eml;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.taniq.base.mime.LineStream;
import org.taniq.read.record.Spot;

/// Finds the mails of a mailbox, streamed: one is held at a time. A mail that states its length (`Content-Length`) has
/// that length where all before it state theirs, and another mail, or nothing, follows behind it; else it ends where
/// the next one begins.
final class MboxWalk {
    /// Bytes that are held of a mail; what is longer is cut.
    static final int MOST = 64 << 20;

    /// Bytes that may be looked at again because a length was wrong, besides twice what was read.
    private static final long AGAIN = 256L << 20;

    private final LineStream lines;
    private final Mails mails;
    private final int most;
    private byte[] held = new byte[1 << 16];
    private int size;
    private long at;
    private long line;
    private long count;
    private long again;
    private boolean usesLengths = true;
    /// Whether all mails before this one state their length: programs write it in all of them, or in none.
    private boolean allStateLengths = true;
    private long hidden;
    private Beginning first =
            new Beginning(new FromLine(FromLine.Form.NONE, ""), false, new Beginning.Behind(true, false, false, ""));
    private Open open = new Open(first, 0, 1, 0);
    private boolean isOpen;
    private boolean afterEmpty = true;

    /// Takes each mail as it is found.
    interface Mails {
        /// @param held others soon after
        void mail(byte[] held, Found mail) throws IOException;
    }

    /// A mail in the bytes that are held.
    ///
    /// @param from its first byte in them, behind its line of the mailbox
    /// @param to the byte after its last
    /// @param number how many stand before it
    /// @param inside lines within the length that it states with which other mails could begin
    /// @param isLookalike whether it begins otherwise than the first, or another seems to begin in it
    record Found(
            int from,
            int to,
            Spot.Lines spot,
            long number,
            String line,
            Inside inside,
            boolean isCut,
            boolean isLookalike) {}

    /// Lines within the length that a mail states with which other mails could begin.
    ///
    /// @param count how many
    /// @param first the first of them
    record Inside(long count, List<String> first) {
        static final Inside NONE = new Inside(0, List.of());
        private static final int MOST = 20;

        Inside with(String line) {
            var more = new ArrayList<>(first);
            if (more.size() < MOST) {
                more.add(line);
            }
            return new Inside(count + 1, more);
        }
    }

    /// @param most bytes that are held of a mail
    MboxWalk(LineStream lines, long at, int most, Mails mails) {
        this.lines = lines;
        this.at = at;
        this.most = most;
        this.mails = mails;
    }

    /// A line within a mail that another mail could begin with.
    private record Candidate(int index, long at, long line, boolean isAfterEmpty) {}

    /// The mail at hand.
    private static final class Open {
        private static final Candidate NONE = new Candidate(-1, 0, 0, false);
        private static final int MOST_DIGITS = 9;
        private static final String LENGTH = "content-length:";

        private final Beginning beginning;
        private final long at;
        private final long line;
        private final int begin;
        private boolean inHeader = true;
        private long declared = -1;
        private long end;
        private long until = -1;
        private Candidate candidate = NONE;
        private Inside inside = Inside.NONE;
        private boolean cut;
        private boolean holdsLookalike;

        Open(Beginning beginning, long at, long line, int begin) {
            this.beginning = beginning;
            this.at = at;
            this.line = line;
            this.begin = begin;
        }

        boolean hasCandidate() {
            return candidate.index >= 0;
        }

        /// @param behind the place behind the line
        /// @return whether the header ended
        boolean header(byte[] piece, long behind) {
            if (isEmpty(piece)) {
                inHeader = false;
                end = behind;
            } else if (declared < 0 && piece.length < 100) {
                var text = new String(piece, StandardCharsets.ISO_8859_1);
                if (text.regionMatches(true, 0, LENGTH, 0, LENGTH.length())) {
                    declared = number(text.substring(LENGTH.length()).strip());
                }
            }
            return !inHeader;
        }

        void usesLength() {
            until = declared < 0 ? -1 : end + declared;
        }

        private static long number(String digits) {
            boolean isNumber = !digits.isEmpty()
                    && digits.length() <= MOST_DIGITS
                    && digits.chars().allMatch(c -> c >= '0' && c <= '9');
            return isNumber ? Long.parseLong(digits) : -1;
        }
    }

    /// Reads to the end.
    void run() throws IOException {
        while (true) {
            while (lines.next()) {
                line += lines.beginsLine() ? 1 : 0;
                piece(Arrays.copyOf(lines.bytes(), lines.length()), lines.beginsLine());
            }
            if (!isOpen || !open.hasCandidate() || endsAsStated()) {
                break;
            }
            splitAtCandidate(new byte[0]);
        }
        end(line);
    }

    /// Whether lengths turned out to be wrong so often that they are not used any more.
    boolean leftLengthsAlone() {
        return !usesLengths;
    }

    /// How many mails state a length in which other mails seem to begin.
    long withOthersInside() {
        return hidden;
    }

    private void piece(byte[] piece, boolean begins) throws IOException {
        if (begins && (!isOpen || FromLine.mayBe(piece))) {
            var beginning = beginning(piece);
            if (!isOpen || beginning.isMail()) {
                begin(beginning, piece);
                return;
            }
            open.holdsLookalike |= beginning.isTyped();
        }
        take(piece, begins);
        afterEmpty = begins && isEmpty(piece);
    }

    private static boolean isEmpty(byte[] piece) {
        return piece.length == 1 && piece[0] == '\n' || piece.length == 2 && piece[0] == '\r';
    }

    private Beginning beginning(byte[] piece) throws IOException {
        var from = FromLine.of(piece, piece.length);
        boolean isApart = afterEmpty || isOpen && at - open.until <= 2 && endsAsStated();
        return new Beginning(from, isApart, Beginning.Behind.of(lines.ahead(Beginning.AHEAD)));
    }

    private void begin(Beginning beginning, byte[] piece) throws IOException {
        if (isOpen && at < open.until) {
            if (!open.hasCandidate()) {
                open.candidate = new Candidate(size, at, line, beginning.isAfterEmpty());
            }
            open.inside = open.inside.with(beginning.line().text());
            take(piece, true);
        } else if (isOpen && open.hasCandidate() && !endsAsStated()) {
            splitAtCandidate(piece);
        } else {
            end(line - 1);
            first = count == 0 ? beginning : first;
            open = new Open(beginning, count == 0 ? 0 : at, line, piece.length);
            isOpen = true;
            hold(piece);
            at += piece.length;
            afterEmpty = false;
        }
    }

    private void take(byte[] piece, boolean begins) throws IOException {
        if (size + piece.length > most) {
            if (open.hasCandidate()) {
                splitAtCandidate(piece);
                return;
            }
            open.cut = true;
            open.until = -1;
        } else if (!open.cut) {
            hold(piece);
        }
        at += piece.length;
        if (begins && open.inHeader && open.header(piece, at) && usesLengths && allStateLengths) {
            open.usesLength();
        }
    }

    private void hold(byte[] piece) {
        if (size + piece.length > held.length) {
            held = Arrays.copyOf(held, Math.min(most, Math.max(2 * held.length, size + piece.length)));
        }
        System.arraycopy(piece, 0, held, size, piece.length);
        size += piece.length;
    }

    /// Whether nothing but empty lines stands between the stated end and here.
    private boolean endsAsStated() {
        if (open.until < 0 || at < open.until) {
            return false;
        }
        for (int i = size - (int) (at - open.until); i < size; i++) {
            if (i < 0 || held[i] != '\n' && held[i] != '\r') {
                return false;
            }
        }
        return true;
    }

    /// The length was wrong: the mail ends where the next one seemed to begin, and reading goes on from there.
    private void splitAtCandidate(byte[] piece) throws IOException {
        var candidate = open.candidate;
        var tail = Arrays.copyOfRange(held, candidate.index, size + piece.length);
        System.arraycopy(piece, 0, tail, tail.length - piece.length, piece.length);
        again += tail.length;
        usesLengths &= again <= AGAIN + 2 * at;
        open.candidate = Open.NONE;
        open.inside = Inside.NONE;
        size = candidate.index;
        at = candidate.at;
        line = candidate.line - 1;
        afterEmpty = candidate.isAfterEmpty;
        end(line);
        lines.back(tail, 0, tail.length);
    }

    /// @param last the number of its last line
    private void end(long last) throws IOException {
        if (isOpen) {
            boolean isLookalike =
                    count > 0 && open.beginning.isLookalike(first) || open.hasCandidate() || open.holdsLookalike;
            var spot = new Spot.Lines(open.at, at, open.line, Math.max(open.line, last));
            var from = open.beginning.line().text();
            mails.mail(
                    held,
                    new Found(Math.min(open.begin, size), size, spot, count, from, open.inside, open.cut, isLookalike));
            hidden += open.inside.count() > 0 ? 1 : 0;
            allStateLengths &= open.declared >= 0;
            count++;
        }
        isOpen = false;
        size = 0;
    }
}
