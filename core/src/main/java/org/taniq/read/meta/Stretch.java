package org.taniq.read.meta;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import org.taniq.base.json.JsonWalk;
import org.taniq.base.json.Mended;
import org.taniq.base.json.Rewind;
import org.taniq.base.json.Span;

/// A file from some place on: from its beginning, or from behind a damaged place. There what was around that place is
/// put before it, so that its ends fit.
final class Stretch {
    private final Rewind bytes;
    private final Mended mended;
    private final JsonWalk walk;

    private Stretch(Rewind bytes, Mended mended, JsonWalk walk) {
        this.bytes = bytes;
        this.mended = mended;
        this.walk = walk;
    }

    /// From the first byte on.
    static Stretch whole(Rewind bytes) throws IOException {
        var mended = new Mended(bytes, 0);
        return new Stretch(bytes, mended, JsonWalk.of(mended, mended));
    }

    /// @param before what was around the place, such as `{"messages":[`
    static Stretch from(Rewind bytes, Resume place, String before) throws IOException {
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
        return new Stretch(bytes, mended, JsonWalk.of(all, origin));
    }

    JsonWalk walk() {
        return walk;
    }

    /// What stands before this place is not read again.
    void forget(long before) {
        bytes.forget(before);
    }

    /// How many bytes of a value that was just read are zero.
    long zeroes(Span value) {
        return bytes.zeroes(value.from(), value.to());
    }

    /// How many bytes before this one were no text.
    long replaced(long at) {
        return mended.replacedBefore(at);
    }
}
