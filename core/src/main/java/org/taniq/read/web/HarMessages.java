package org.taniq.read.web;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.taniq.base.Json;
import org.taniq.base.html.TextRun;
import org.taniq.read.record.Fields;

/// What went to and fro over connections that stay open (WebSocket), as Chrome notes it: chats on the web come so.
final class HarMessages {
    private static final int MOST_TEXTS = 1 << 12;

    private HarMessages() {}

    /// The words of each, in their order; of JSON its texts.
    static List<String> of(List<Json> messages) {
        var words = new ArrayList<String>();
        for (var each : messages) {
            var message = Fields.of(each);
            boolean isText = message.number("opcode").orElse(1) == 1;
            if (isText && message.value("data") instanceof Json.Str(var data)) {
                words.addAll(words(data));
            }
        }
        return words;
    }

    private static List<String> words(String data) {
        var start = data.stripLeading();
        if (!start.startsWith("{") && !start.startsWith("[")) {
            return List.of(Secrets.inLines(data));
        }
        return JsonWords.of(data.getBytes(StandardCharsets.UTF_8), MOST_TEXTS).runs().stream()
                .map(TextRun::text)
                .toList();
    }
}
