package org.taniq.read.telegram;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.taniq.base.json.JsonWalk;
import org.taniq.base.json.Mended;
import org.taniq.base.json.Rewind;
import org.taniq.base.json.Span;
import org.taniq.read.record.Mark;

/// An export from some place on: from its beginning, or from behind a damaged place. There what was around that place
/// is put before it, so that its ends fit.
final class Stretch {
    private final Mended mended;
    private final JsonWalk walk;
    private final boolean isWhole;

    private Stretch(Mended mended, JsonWalk walk, boolean isWhole) {
        this.mended = mended;
        this.walk = walk;
        this.isWhole = isWhole;
    }

    /// From the first byte on.
    static Stretch whole(Rewind bytes) throws IOException {
        var mended = new Mended(bytes, 0);
        return new Stretch(mended, JsonWalk.of(mended, mended), true);
    }

    /// @param before what was around the place, such as `{"messages":[`
    static Stretch from(Rewind bytes, Resume place, String before) throws IOException {
        var mended = new Mended(bytes, place.at());
        byte[] around = before.getBytes(StandardCharsets.US_ASCII);
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
        return new Stretch(mended, JsonWalk.of(all, origin), false);
    }

    JsonWalk walk() {
        return walk;
    }

    /// Whether nothing stands before it, so that places in it are places in the export.
    boolean isWhole() {
        return isWhole;
    }

    /// What is peculiar about the bytes of a value that was just read.
    Set<Mark> marks(Span value, long replacedBefore) {
        return replaced(value.to()) > replacedBefore ? Set.of(Mark.NOT_TEXT) : Set.of();
    }

    /// How many bytes before this one were no text.
    long replaced(long at) {
        return mended.replacedBefore(at);
    }
}
