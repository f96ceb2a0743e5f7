package org.taniq.base.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.taniq.base.Json;
import org.taniq.base.Text;

/// One value of foreign JSON as [Json] says it. A number with a fraction or an exponent, or beyond ±(2^53−1), becomes
/// the text that stands there; half of a surrogate pair becomes U+FFFD; of several members of one name
/// the first keeps it, and the others are called `name#2`, `name#3`: a second one must not hide what the first said.
final class WholeValue {
    private static final int MAX_DEPTH = 256;
    private static final int MAX_VALUES = 1 << 18;
    private static final long MAX_CHARACTERS = 8 << 20;

    private final JsonParser in;
    private int values;
    private long characters;

    private WholeValue(JsonParser in) {
        this.in = in;
    }

    /// The value at which the parser is; afterwards it is at its end.
    static Optional<Json> of(JsonParser in) throws IOException {
        return new WholeValue(in).read(0);
    }

    private Optional<Json> read(int depth) throws IOException {
        values++;
        return switch (in.currentToken()) {
            case START_OBJECT -> object(depth + 1);
            case START_ARRAY -> array(depth + 1);
            case VALUE_STRING -> text(in.getText()).map(Json::of);
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> text(in.getText()).map(WholeValue::number);
            case VALUE_TRUE -> Optional.of(Json.of(true));
            case VALUE_FALSE -> Optional.of(Json.of(false));
            case VALUE_NULL -> Optional.of(Json.NULL);
            case NOT_AVAILABLE, END_OBJECT, END_ARRAY, FIELD_NAME, VALUE_EMBEDDED_OBJECT ->
                throw new IllegalStateException("not at a value");
        };
    }

    private Optional<Json> object(int depth) throws IOException {
        var members = new LinkedHashMap<String, Json>();
        var again = new HashMap<String, Integer>();
        boolean fits = depth <= MAX_DEPTH;
        while (in.nextToken() != JsonToken.END_OBJECT) {
            var name = text(in.currentName());
            in.nextToken();
            var value = fits ? read(depth) : passed();
            fits = fits && name.isPresent() && value.isPresent() && values <= MAX_VALUES;
            if (fits) {
                members.put(free(name.orElseThrow(), members.keySet(), again), value.orElseThrow());
            }
        }
        return fits ? Optional.of(new Json.Obj(members)) : Optional.empty();
    }

    /// @param again how often each name was there before, where more than once
    private static String free(String name, Set<String> taken, Map<String, Integer> again) {
        String free = name;
        while (taken.contains(free)) {
            free = name + "#" + again.merge(name, 2, (before, _) -> before + 1);
        }
        return free;
    }

    private Optional<Json> array(int depth) throws IOException {
        var items = new ArrayList<Json>();
        boolean fits = depth <= MAX_DEPTH;
        while (in.nextToken() != JsonToken.END_ARRAY) {
            var value = fits ? read(depth) : passed();
            fits = fits && value.isPresent() && values <= MAX_VALUES;
            value.filter(_ -> values <= MAX_VALUES).ifPresent(items::add);
        }
        return fits ? Optional.of(Json.of(items)) : Optional.empty();
    }

    private Optional<Json> passed() throws IOException {
        in.skipChildren();
        return Optional.empty();
    }

    private Optional<String> text(String text) {
        characters += text.length();
        return characters <= MAX_CHARACTERS ? Optional.of(Text.whole(text)) : Optional.empty();
    }

    private static Json number(String text) {
        try {
            var number = Json.of(Long.parseLong(text));
            return number.canonical().equals(text) ? number : Json.of(text);
        } catch (IllegalArgumentException noSafeInteger) {
            return Json.of(text);
        }
    }
}
