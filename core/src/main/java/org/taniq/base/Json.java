package org.taniq.base;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/// A JSON value as sealed data needs it: I-JSON (RFC 7493) with integers only, read strictly and written
/// canonically (RFC 8785). A fraction, an exponent, a duplicate member, a lone surrogate or an integer
/// beyond ±(2^53−1) is refused; such a number is written as a decimal string.
public sealed interface Json {

    long MAX_INTEGER = (1L << 53) - 1;

    /// An object; members keep the order in which they were put or read. [#canonical] sorts them.
    record Obj(SequencedMap<String, Json> members) implements Json {
        public Obj {
            members = java.util.Collections.unmodifiableSequencedMap(new LinkedHashMap<>(members));
        }

        public Optional<Json> get(String name) {
            return Optional.ofNullable(members.get(name));
        }
    }

    /// An array.
    record Arr(List<Json> items) implements Json {
        public Arr {
            items = List.copyOf(items);
        }
    }

    /// A string without lone surrogates.
    record Str(String value) implements Json {
        public Str {
            JsonWriter.refuseLoneSurrogates(value);
        }
    }

    /// An integer within ±(2^53−1).
    record Num(long value) implements Json {
        public Num {
            if (value > MAX_INTEGER || value < -MAX_INTEGER) {
                throw new IllegalArgumentException("integer beyond 2^53-1: write it as a decimal string");
            }
        }
    }

    /// `true` or `false`.
    record Bool(boolean value) implements Json {}

    /// `null`: the value is known to be absent.
    record Null() implements Json {}

    /// The one `null`; nobody makes another, so the two classes are never initialised by two threads
    /// crosswise.
    @SuppressWarnings("ClassInitializationDeadlock")
    Json NULL = new Null();

    static Json of(String value) {
        return new Str(value);
    }

    static Json of(long value) {
        return new Num(value);
    }

    static Json of(boolean value) {
        return new Bool(value);
    }

    static Json of(List<? extends Json> items) {
        return new Arr(List.copyOf(items));
    }

    /// The string as JSON, or `null` where it is empty: the sealed way to say "none".
    static Json orNull(String value) {
        return value.isEmpty() ? NULL : new Str(value);
    }

    static Json strings(List<String> values) {
        return new Arr(values.stream().map(Json::of).toList());
    }

    /// An object, member by member.
    static Builder object() {
        return new Builder();
    }

    /// Reads one JSON value and nothing after it but white space.
    ///
    /// @throws JsonException if the text is not such JSON, with the place
    static Json parse(String text) {
        return new JsonReader(text).document();
    }

    /// Whether [#parse] reads this value again: it is not nested too deep and has not too many values.
    default boolean isReadable() {
        return JsonReader.reads(this);
    }

    /// RFC 8785: members sorted by UTF-16 code units, no white space, shortest escapes.
    default String canonical() {
        var out = new StringBuilder();
        JsonWriter.write(this, out, JsonWriter.Order.SORTED);
        return out.toString();
    }

    /// As [#canonical], but members in the order in which they were put.
    default String inOrder() {
        var out = new StringBuilder();
        JsonWriter.write(this, out, JsonWriter.Order.AS_PUT);
        return out.toString();
    }

    /// Every object in this value, itself among them, each before those inside it.
    default List<Obj> objects() {
        var found = new ArrayList<Obj>();
        gather(this, found);
        return found;
    }

    private static void gather(Json value, List<Obj> found) {
        switch (value) {
            case Obj object -> {
                found.add(object);
                object.members().values().forEach(member -> gather(member, found));
            }
            case Arr(List<Json> items) -> items.forEach(item -> gather(item, found));
            case Str _, Num _, Bool _, Null _ -> {}
        }
    }

    /// Puts members one by one; a name may be put once.
    final class Builder {
        private final SequencedMap<String, Json> members = new LinkedHashMap<>();

        private Builder() {}

        public Builder put(String name, Json value) {
            if (members.put(name, value) != null) {
                throw new IllegalArgumentException("member put twice: " + name);
            }
            return this;
        }

        public Builder put(String name, String value) {
            return put(name, Json.of(value));
        }

        public Builder put(String name, long value) {
            return put(name, Json.of(value));
        }

        public Builder put(String name, boolean value) {
            return put(name, Json.of(value));
        }

        public Builder put(String name, Map<String, Long> counts) {
            var inner = object();
            counts.forEach(inner::put);
            return put(name, inner.build());
        }

        public Obj build() {
            return new Obj(members);
        }
    }

    /// A text is not the JSON that is asked for.
    final class JsonException extends IllegalArgumentException {
        private static final long serialVersionUID = 1;

        private final transient Said said;

        JsonException(Said what, int at) {
            this(Said.of("{what} at character {at}", Map.of("what", what, "at", at)));
        }

        private JsonException(Said said) {
            super(said.toString());
            this.said = said;
        }

        /// Why a text was refused.
        public static Said why(IllegalArgumentException refused) {
            return refused instanceof JsonException json
                    ? json.said
                    : Said.of("something in it has another form than it must have");
        }
    }
}
