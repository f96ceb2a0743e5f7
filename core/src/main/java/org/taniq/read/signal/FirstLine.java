package org.taniq.read.signal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.taniq.base.Json;
import org.taniq.base.json.BrokenJson;
import org.taniq.base.json.JsonWalk;
import org.taniq.base.json.Mended;
import org.taniq.read.record.Fields;

/// The first line of an export: which version wrote it, and when. Nothing that a person typed stands before it, in it
/// or behind it, and nothing but it tells that a file is an export.
final class FirstLine {
    static final String TIME = "backupTimeMs";

    private static final String VERSION = "version";
    private static final int LONGEST = 1 << 12;
    private static final Pattern NUMBER = Pattern.compile("\\d{1,19}");
    private static final Set<String> ONE_OF = Set.of("mediaRootBackupKey", "currentAppVersion");

    private FirstLine() {}

    /// Whether these bytes begin with one.
    static boolean isOfExport(byte[] head) throws IOException {
        int end = 0;
        while (end < head.length && end < LONGEST && head[end] != '\n') {
            end++;
        }
        var mended = new Mended(new ByteArrayInputStream(head, 0, end), 0);
        try (var walk = JsonWalk.of(mended, mended)) {
            var start = walk.start();
            boolean isFirst =
                    walk.isObject() && walk.value().filter(FirstLine::is).isPresent();
            return isFirst && isBlank(head, (int) walk.since(start).to(), end);
        } catch (BrokenJson none) {
            return false;
        }
    }

    private static boolean isBlank(byte[] head, int from, int to) {
        return IntStream.range(from, to).allMatch(at -> Character.isWhitespace(head[at]));
    }

    /// Whether this is one: it holds what it must, and nothing that holds more than itself. A later program may write
    /// more into it than the one that is known.
    static boolean is(Json value) {
        return value instanceof Json.Obj object
                && object.members().values().stream()
                        .noneMatch(each -> each instanceof Json.Obj || each instanceof Json.Arr)
                && isNumber(object, VERSION)
                && isNumber(object, TIME)
                && ONE_OF.stream().anyMatch(object.members()::containsKey);
    }

    private static boolean isNumber(Json.Obj object, String name) {
        return NUMBER.matcher(Fields.text(object.get(name))).matches();
    }
}
