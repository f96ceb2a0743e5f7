package org.taniq.read.web;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Optional;
import org.taniq.base.Json;
import org.taniq.base.json.BrokenJson;
import org.taniq.base.json.JsonWalk;

/// The value with which a text begins that should hold one.
///
/// @param value `null` where there is none that can be read
/// @param to where it ends; what stands behind it, blanks aside, is not of it
record JsonValues(Json value, int to) {
    static JsonValues first(byte[] text) throws IOException {
        try (var walk = JsonWalk.of(new ByteArrayInputStream(text))) {
            var start = walk.start();
            var value = walk.value().orElse(Json.NULL);
            return new JsonValues(
                    value, behindBlanks(text, (int) walk.since(start).to()));
        } catch (BrokenJson none) {
            return new JsonValues(Json.NULL, 0);
        }
    }

    /// The only value; nothing where there is none, or more stands behind it.
    static Optional<Json.Obj> only(byte[] text) throws IOException {
        var first = first(text);
        return first.value() instanceof Json.Obj object && first.to() == text.length
                ? Optional.of(object)
                : Optional.empty();
    }

    private static int behindBlanks(byte[] text, int from) {
        int at = from;
        while (at < text.length && " \t\r\n".indexOf(text[at]) >= 0) {
            at++;
        }
        return at == text.length ? at : from;
    }
}
