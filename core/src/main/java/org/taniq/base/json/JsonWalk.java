package org.taniq.base.json;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Optional;
import java.util.Set;
import org.taniq.base.Json;

/// Goes through one JSON text in UTF-8 from its beginning to its end. The next value is passed over, read
/// whole, or entered; then the values in it are next, one after the other. Takes the memory of the values
/// that are read whole, whatever the size of the text. A control character that stands in a string as it is, is
/// read as such; a string, name, number or nesting beyond what any export holds counts as no JSON.
public final class JsonWalk implements Closeable {
    /// Arrays and objects around each other in the text; what is read whole may have fewer.
    private static final int MAX_DEPTH = 1 << 17;
    /// Characters of one string or number; what is read whole may have fewer.
    private static final int LONGEST = 16 << 20;

    private static final int LONGEST_NAME = 1 << 16;

    private static final int MARK = 3;
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .disable(JsonFactory.Feature.CHARSET_DETECTION)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_DEPTH)
                    .maxStringLength(LONGEST)
                    .maxNumberLength(LONGEST)
                    .maxNameLength(LONGEST_NAME)
                    .build())
            .build();

    private final JsonParser in;
    private final Lines lines;
    private final int skipped;
    private final Origin origin;
    private final Deque<Around> around = new ArrayDeque<>();

    /// An array or object that was entered, and which of its values is next.
    private static final class Around {
        private final boolean isArray;
        private String name = "";
        private long index = -1;

        private Around(boolean isArray) {
            this.isArray = isArray;
        }

        private String step() {
            return isArray ? Long.toString(index) : name.replace("~", "~0").replace("/", "~1");
        }
    }

    /// Where a text comes from that is not walked through as it stands, but changed on its way, or from its middle.
    public interface Origin {
        /// Nothing was changed.
        Origin ITSELF = at -> at;

        /// Where the byte at this place stood, for places not far behind what was read last.
        long at(long place);

        /// The line in which the text begins.
        default long line() {
            return 1;
        }
    }

    private JsonWalk(Lines lines, int skipped, Origin origin) throws IOException {
        this.in = JSON.createParser(lines);
        this.lines = lines;
        this.skipped = skipped;
        this.origin = origin;
    }

    /// At the one value of this text.
    ///
    /// @throws BrokenJson if there is none
    public static JsonWalk of(InputStream text) throws IOException {
        return of(text, Origin.ITSELF);
    }

    /// At the one value of this text, with the places of its origin.
    ///
    /// @throws BrokenJson if there is none
    public static JsonWalk of(InputStream text, Origin origin) throws IOException {
        var bytes = new PushbackInputStream(text, MARK);
        byte[] head = bytes.readNBytes(MARK);
        boolean marked = Arrays.equals(head, BYTE_ORDER_MARK);
        if (!marked) {
            bytes.unread(head);
        }
        if (isWide(head)) {
            throw new BrokenJson(origin.line());
        }
        var walk = new JsonWalk(new Lines(bytes), marked ? MARK : 0, origin);
        if (!walk.next()) {
            throw walk.broken();
        }
        return walk;
    }

    /// UTF-16, UTF-32, or no text: its places would be counted wrongly.
    private static boolean isWide(byte[] head) {
        for (byte each : head) {
            if (each == 0) {
                return true;
            }
        }
        return head.length > 1 && Set.of(0xFEFF, 0xFFFE).contains((head[0] & 0xFF) << Byte.SIZE | head[1] & 0xFF);
    }

    /// Whether the next value is an object.
    public boolean isObject() {
        return in.hasToken(JsonToken.START_OBJECT);
    }

    /// How many arrays and objects were entered and not left.
    public int depth() {
        return around.size();
    }

    /// Whether the next value is an array.
    public boolean isArray() {
        return in.hasToken(JsonToken.START_ARRAY);
    }

    /// Goes into the array or object that is next: [#hasNext] tells what is there.
    public void enter() {
        if (!isObject() && !isArray()) {
            throw new IllegalStateException("nothing to go into");
        }
        around.push(new Around(isArray()));
    }

    /// Comes to the next value in what was entered last, or leaves it where there is none. The one before must have
    /// been read, passed over or left.
    public boolean hasNext() throws IOException {
        var inside = around.element();
        next();
        if (in.hasToken(JsonToken.END_OBJECT) || in.hasToken(JsonToken.END_ARRAY)) {
            around.pop();
            return false;
        }
        if (inside.isArray) {
            inside.index++;
        } else {
            inside.name = in.currentName();
            next();
        }
        return true;
    }

    /// The name of the member that is next; empty where it is no member.
    public String name() {
        return around.isEmpty() ? "" : around.element().name;
    }

    /// The next value as a JSON Pointer (RFC 6901).
    public String pointer() {
        var pointer = new StringBuilder();
        around.descendingIterator().forEachRemaining(each -> pointer.append('/').append(each.step()));
        return pointer.toString();
    }

    /// Passes over the next value.
    public void skip() throws IOException {
        try {
            in.skipChildren();
            in.finishToken();
        } catch (JacksonException broken) {
            throw broken(broken);
        }
    }

    /// Reads the next value whole; see [WholeValue] for what JSON can say and the result cannot. Nothing where it is
    /// larger or deeper than that can be; it is passed over then.
    public Optional<Json> value() throws IOException {
        try {
            return WholeValue.of(in);
        } catch (JacksonException broken) {
            throw broken(broken);
        }
    }

    /// Where the next value begins.
    public Start start() {
        var here = in.currentTokenLocation();
        return new Start(place(here), line(here));
    }

    /// The beginning of a value.
    public record Start(long at, long line) {}

    /// What was walked through since.
    public Span since(Start start) {
        var here = in.currentLocation();
        return new Span(start.at(), place(here), start.line(), line(here));
    }

    private long place(JsonLocation here) {
        return origin.at(here.getByteOffset() + skipped);
    }

    private long line(JsonLocation here) {
        return origin.line() + lines.endsBefore(here.getByteOffset());
    }

    /// @return whether there is something
    private boolean next() throws IOException {
        try {
            boolean there = in.nextToken() != null;
            if (!there && !around.isEmpty()) {
                throw broken();
            }
            return there;
        } catch (JacksonException broken) {
            throw broken(broken);
        }
    }

    private BrokenJson broken(JacksonException why) {
        return why instanceof StreamConstraintsException ? BrokenJson.tooLarge(line(in.currentLocation())) : broken();
    }

    private BrokenJson broken() {
        return new BrokenJson(line(in.currentLocation()));
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
