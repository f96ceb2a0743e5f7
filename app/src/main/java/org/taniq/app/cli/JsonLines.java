package org.taniq.app.cli;

import java.util.Locale;
import org.taniq.base.Json;

/// JSON for other programs that a person may see too: what would turn or hide text on a terminal is
/// escaped.
final class JsonLines {
    private JsonLines() {}

    /// The same value on one line.
    static String visible(Json json) {
        return visible(json.inOrder());
    }

    /// @param json JSON on one line
    static String visible(String json) {
        if (json.chars().noneMatch(JsonLines::isHidden)) {
            return json;
        }
        var out = new StringBuilder(json.length() + 16);
        json.chars()
                .forEach(c ->
                        out.append(isHidden(c) ? String.format(Locale.ROOT, "\\u%04x", c) : Character.toString(c)));
        return out.toString();
    }

    private static boolean isHidden(int c) {
        return Character.isISOControl(c)
                || c == 0x061C
                || c == 0x200E
                || c == 0x200F
                || c >= 0x2028 && c <= 0x202E
                || c >= 0x2066 && c <= 0x2069;
    }
}
