package org.taniq.base.sqlite;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;
import org.taniq.base.Bytes;

/// The log beside a database (`-wal`; file format, 4): its frames up to the last commit whose sums are
/// right.
final class Wal implements Beside {
    private static final int HEAD = 32;
    private static final int FRAME = 24;
    private static final int LITTLE = 0x377F0682;
    private static final int BIG = 0x377F0683;
    private static final int VERSION = 3_007_000;

    private final Bytes.Cursor log;
    private final int pageSize;
    private Log told = new Log(Log.State.NONE, 0, 0, 0);
    private long pages;

    private final PageIndex frames;
    private int committed;
    private int read;

    private Wal(Bytes.Cursor log, int pageSize, PageIndex frames) {
        this.log = log;
        this.pageSize = pageSize;
        this.frames = frames;
    }

    /// @param log what is empty is no log
    /// @param most how many frames are used
    static Wal read(Bytes.Cursor log, int pageSize, int most) throws IOException {
        var wal = new Wal(log, pageSize, new PageIndex(most));
        if (log.size() > 0) {
            wal.read();
        }
        return wal;
    }

    private void read() throws IOException {
        var head = ByteBuffer.allocate(HEAD);
        var sum = new Sum(log.read(0, head) == HEAD && head.getInt(0) == LITTLE);
        var state = state(head.flip(), sum);
        long behind = 0;
        if (state == Log.State.APPLIED) {
            readFrames(head, sum);
            behind = finishedBehind(head.getLong(16));
        }
        long all = Math.min(Integer.MAX_VALUE, Math.ceilDiv(Math.max(0, log.size() - HEAD), FRAME + pageSize));
        read = frames.count();
        frames.keep(committed);
        told = new Log(behind > 0 ? Log.State.BROKEN : used(state), committed, all - committed, behind);
    }

    private Log.State used(Log.State state) {
        return committed == 0 && state == Log.State.APPLIED ? Log.State.EMPTY : state;
    }

    /// How many frames behind the right ones end a change and belong to this log by their salt, which SQLite changes
    /// when it begins to write over what is there. What a change wrote that was given up has no such end.
    private long finishedBehind(long salt) throws IOException {
        var head = ByteBuffer.allocate(FRAME);
        long finished = 0;
        for (long frame = frames.count(); log.read(at(frame), head.clear()) == FRAME; frame++) {
            finished += head.getInt(4) != 0 && head.getLong(8) == salt ? 1 : 0;
        }
        return finished;
    }

    private Log.State state(ByteBuffer head, Sum sum) {
        if (head.limit() < HEAD || head.getInt(0) != LITTLE && head.getInt(0) != BIG || head.getInt(4) != VERSION) {
            return Log.State.NOT_A_LOG;
        }
        sum.add(head.array(), 0, FRAME);
        if (!sum.is(head.getInt(24), head.getInt(28))) {
            return Log.State.DAMAGED;
        }
        return head.getInt(8) == pageSize ? Log.State.APPLIED : Log.State.OTHER_PAGES;
    }

    private void readFrames(ByteBuffer head, Sum sum) throws IOException {
        var frame = ByteBuffer.allocate(FRAME + pageSize);
        while (!frames.isFullFor(frames.count())
                && log.read(at(frames.count()), frame.clear()) == frame.capacity()
                && isRight(frame, head, sum)) {
            frames.add(Integer.toUnsignedLong(frame.getInt(0)), frames.count());
            if (frame.getInt(4) != 0) {
                committed = frames.count();
                pages = Integer.toUnsignedLong(frame.getInt(4));
            }
        }
    }

    private static boolean isRight(ByteBuffer frame, ByteBuffer head, Sum sum) {
        sum.add(frame.array(), 0, 8);
        sum.add(frame.array(), FRAME, frame.capacity() - FRAME);
        return frame.getInt(0) != 0
                && frame.getLong(8) == head.getLong(16)
                && sum.is(frame.getInt(16), frame.getInt(20));
    }

    private long at(long frame) {
        return HEAD + frame * (FRAME + pageSize);
    }

    @Override
    public Log told() {
        return told;
    }

    /// That finished changes of it cannot be read.
    @Override
    public Optional<Damage> damage() throws IOException {
        return told.behind() == 0
                ? Optional.empty()
                : Optional.of(new Damage(new Place(Place.In.LOG, 0, at(read), log.size()), Damage.Why.LOG));
    }

    @Override
    public boolean isApplied() {
        return committed > 0;
    }

    /// How many pages the database has after the last commit.
    @Override
    public long pages() {
        return pages;
    }

    /// Where in the log the newest bytes of a page begin, -1 where it has none.
    @Override
    public long find(long page) {
        long frame = frames.find(page);
        return frame < 0 ? -1 : at(frame) + FRAME;
    }

    /// Whether it has each of these pages.
    @Override
    public boolean hasAll(long from, long to) {
        return frames.hasAll(from, to);
    }

    @Override
    public void page(long at, ByteBuffer into) throws IOException {
        log.read(at, into);
    }

    @Override
    public void close() throws IOException {
        log.close();
    }

    /// The sums of a log, which go on from frame to frame.
    private static final class Sum {
        private final ByteOrder order;
        private int first;
        private int second;

        Sum(boolean isLittle) {
            order = isLittle ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
        }

        void add(byte[] bytes, int from, int length) {
            var words = ByteBuffer.wrap(bytes, from, length).order(order);
            while (words.hasRemaining()) {
                first += words.getInt() + second;
                second += words.getInt() + first;
            }
        }

        boolean is(int wantedFirst, int wantedSecond) {
            return first == wantedFirst && second == wantedSecond;
        }
    }
}
