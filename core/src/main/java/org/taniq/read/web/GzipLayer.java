package org.taniq.read.web;

import java.io.Closeable;
import java.io.IOException;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.taniq.read.web.Member.End;

/// A file of gzip (RFC 1952): one member or, as archives should have, one for each record. Behind a damaged member it
/// goes on at the next one that begins as a record does. What unfolds too far ends.
final class GzipLayer implements Layer, Closeable {
    private static final int TRAILER = 8;

    private final Raw raw;
    private final Inflater inflater = new Inflater(true);
    private final CRC32 sum = new CRC32();
    private final MemberSearch search;
    private final Allowance unpacked;
    private Member member = Member.NONE;
    private boolean inside;
    private boolean begins;
    private boolean damaged;
    private boolean tooLarge;
    private long length;
    private long total;
    private long start;
    /// Where a member began whose checksum does not fit: its end may not be where it seems to be. -1 where it does.
    private long suspect = -1;

    /// How much may be read again: a file of nothing but damage must not be read for ever.
    private long again = 16L * Raw.KEPT;

    GzipLayer(Raw raw) {
        this(raw, new Allowance(4L << 30, 200));
    }

    /// @param unpacked how many bytes may come of it
    GzipLayer(Raw raw, Allowance unpacked) {
        this.raw = raw;
        this.unpacked = unpacked;
        this.search = new MemberSearch(raw, inflater);
    }

    /// Whether something packed begins here, or what begins here is neither that nor a record, and a packed one
    /// follows.
    static boolean isHere(Raw raw) throws IOException {
        int there = raw.ahead(Raw.KEPT);
        if (GzipHead.length(raw) >= 0) {
            return true;
        }
        return !RecordHead.begins(raw.buffer(), raw.index(), raw.index() + there) && follows(raw);
    }

    private static boolean follows(Raw raw) throws IOException {
        long here = raw.at();
        try (var layer = new GzipLayer(raw)) {
            return layer.search.isWithin(raw.ahead(Raw.KEPT));
        } finally {
            raw.back(here);
        }
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        begins = false;
        while (!damaged && !tooLarge) {
            if (!inside && !enter()) {
                return -1;
            }
            int got = inflate(into, from, length);
            if (got > 0) {
                return got;
            }
        }
        return -1;
    }

    /// @return whether there is a member
    private boolean enter() throws IOException {
        if (raw.ahead() <= 0) {
            return false;
        }
        start = raw.at();
        int head = GzipHead.length(raw);
        if (head < 0) {
            start = suspect >= 0 ? suspect : start;
            damaged = true;
            return false;
        }
        suspect = -1;
        raw.pass(head);
        begin();
        return true;
    }

    private void begin() {
        inflater.reset();
        sum.reset();
        length = 0;
        member = new Member(start, total);
        inside = true;
        begins = true;
    }

    private int inflate(byte[] into, int from, int most) throws IOException {
        int got = some(into, from, most);
        sum.update(into, from, got);
        length += got;
        total += got;
        tooLarge = !unpacked.upTo(raw.at()).take(got);
        if (inflater.finished()) {
            leave();
        } else if (damaged) {
            member.end(End.BROKEN);
        }
        return got;
    }

    private int some(byte[] into, int from, int most) throws IOException {
        int got = 0;
        while (got < most && !inflater.finished() && !damaged) {
            int there = Math.max(0, raw.ahead());
            inflater.setInput(raw.buffer(), raw.index(), there);
            long read = inflater.getBytesRead();
            long written = inflater.getBytesWritten();
            try {
                inflater.inflate(into, from + got, most - got);
            } catch (DataFormatException broken) {
                damaged = true;
            }
            int more = (int) (inflater.getBytesWritten() - written);
            raw.pass((int) (inflater.getBytesRead() - read));
            got += more;
            damaged |= more == 0 && !inflater.finished() && (there == 0 || inflater.needsDictionary());
        }
        return got;
    }

    private void leave() throws IOException {
        inside = false;
        if (raw.ahead(TRAILER) < TRAILER) {
            raw.pass(raw.ahead());
            member.end(End.BROKEN);
            return;
        }
        boolean isChanged = little(0) != sum.getValue() || little(4) != (length & 0xFFFF_FFFFL);
        member.end(isChanged ? End.CHANGED : End.WHOLE);
        raw.pass(TRAILER);
        suspect = isChanged ? start : -1;
    }

    private long little(int at) {
        long number = 0;
        for (int i = 3; i >= 0; i--) {
            number = number << 8 | raw.buffer()[raw.index() + at + i] & 0xFF;
        }
        return number;
    }

    @Override
    public boolean begins() {
        return begins;
    }

    @Override
    public Member member() {
        return member;
    }

    @Override
    public long packed() {
        return raw.at();
    }

    @Override
    public boolean isDamaged() {
        return damaged;
    }

    @Override
    public boolean isTooLarge() {
        return tooLarge;
    }

    @Override
    public boolean resume() throws IOException {
        damaged = false;
        inside = false;
        suspect = -1;
        long here = raw.at();
        if (again > here - start) {
            raw.back(start + 1);
            again -= here - raw.at();
        }
        return search.find();
    }

    @Override
    public void skip() throws IOException {
        tooLarge = false;
        inside = false;
        raw.skip();
    }

    @Override
    public void close() {
        inflater.end();
    }
}
