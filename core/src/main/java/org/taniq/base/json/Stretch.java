package org.taniq.base.json;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;

/// JSON that programs write by hand, from some place on: from its beginning, or from behind a damaged place. There what
/// was around that place is put before it, so that its ends fit.
public final class Stretch {
    private static final int LOST = 16;

    private final Rewind bytes;
    private final Mended mended;
    private final JsonWalk walk;
    private final boolean isWhole;

    private Stretch(Rewind bytes, Mended mended, JsonWalk walk, boolean isWhole) {
        this.bytes = bytes;
        this.mended = mended;
        this.walk = walk;
        this.isWhole = isWhole;
    }

    /// From the first byte on.
    ///
    /// @throws BrokenJson if there is none
    public static Stretch whole(Rewind bytes) throws IOException {
        var mended = new Mended(bytes, 0);
        return new Stretch(bytes, mended, JsonWalk.of(mended, mended), true);
    }

    /// @param place where it begins, and in which line
    /// @param before what was around the place, such as `{"messages":[`
    /// @throws BrokenJson if there is none
    public static Stretch from(Rewind bytes, JsonWalk.Start place, String before) throws IOException {
        var mended = new Mended(bytes, place.at());
        byte[] around = before.getBytes(StandardCharsets.UTF_8);
        var origin = new JsonWalk.Origin() {
            @Override
            public long at(long there) {
                return mended.at(there - around.length);
            }

            @Override
            public long line() {
                return place.line();
            }
        };
        var all = new SequenceInputStream(new ByteArrayInputStream(around), mended);
        return new Stretch(bytes, mended, JsonWalk.of(all, origin), false);
    }

    /// A line of a text, which is in memory.
    ///
    /// @param place where it begins
    /// @throws BrokenJson if there is no value in it
    public static Stretch line(byte[] text, int length, JsonWalk.Start place) throws IOException {
        var bytes = Rewind.held(text, length, place);
        var mended = new Mended(bytes, place.at(), length);
        var origin = new JsonWalk.Origin() {
            @Override
            public long at(long there) {
                return mended.at(there);
            }

            @Override
            public long line() {
                return place.line();
            }
        };
        return new Stretch(bytes, mended, JsonWalk.of(mended, origin), false);
    }

    /// At its first value.
    public JsonWalk walk() {
        return walk;
    }

    /// Whether nothing stands before it, so that places in it are places in the file.
    public boolean isWhole() {
        return isWhole;
    }

    /// What stands before this place is not read again.
    public void forget(long before) {
        bytes.forget(before);
    }

    /// How many bytes before this one were no text.
    public long replaced(long at) {
        return mended.replacedBefore(at);
    }

    /// Whether a hole is in a value that was just read: so many zeros, or bytes that are no text, that it may reach
    /// from
    /// the middle of a text to the middle of another one, of which JSON says nothing.
    ///
    /// @param replacedBefore how many bytes before it were no text
    public boolean hasHole(Span value, long replacedBefore) {
        return replaced(value.to()) - replacedBefore >= LOST || bytes.zeroes(value.from(), value.to()) >= LOST;
    }
}
