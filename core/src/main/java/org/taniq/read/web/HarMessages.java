package org.taniq.read.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.taniq.base.Json;
import org.taniq.base.html.TextRun;
import org.taniq.read.record.Fields;
import org.taniq.read.record.Twice;

/// What went to and fro over connections that stay open, as Chrome notes it: chats on the web come so.
final class HarMessages {
    private static final int MOST_TEXTS = 1 << 18;

    /// What programs put before JSON in a frame, such as `42` or `a`.
    private static final Pattern BEFORE_JSON = Pattern.compile("\\s{0,20}[\\w/,.-]{0,64}+(?=[\\[{])");

    private static final Pattern PASSWORD = Pattern.compile("(?im)^(passcode|password)\\s{0,3}:[^\\r\\n]*+");

    private HarMessages() {}

    /// How connections stay open.
    enum Kind {
        /// Both ways (WebSocket).
        SOCKET("_webSocketMessages", ""),
        /// From the server alone (server-sent events).
        EVENTS("_eventSourceMessages", "receive");

        private final String member;
        private final String usualType;

        Kind(String member, String usualType) {
            this.member = member;
            this.usualType = usualType;
        }

        /// Those that stand in this member of an entry.
        static Optional<Kind> of(String member) {
            return Stream.of(values())
                    .filter(kind -> kind.member.equals(member))
                    .findFirst();
        }
    }

    /// One of them as it stands there.
    record Frame(Json value, Kind kind) {}

    /// The words of one.
    ///
    /// @param direction which way it went, in a word; empty where that is not said
    /// @param time as stated
    /// @param words of JSON its texts
    /// @param isText whether it has words
    /// @param isWhole whether no word was left out
    record Message(String direction, String time, List<String> words, boolean isText, boolean isWhole) {}

    /// In their order.
    static List<Message> of(List<Frame> frames) throws IOException {
        var messages = new ArrayList<Message>();
        for (var frame : frames) {
            messages.add(message(frame));
        }
        return messages;
    }

    private static Message message(Frame frame) throws IOException {
        var fields = Fields.of(frame.value());
        var type = fields.text("type");
        var way = Map.of("send", "sent", "receive", "received")
                .getOrDefault(type.isEmpty() ? frame.kind().usualType : type, "");
        var time = Fields.text(fields.value("time"));
        if (fields.number("opcode").orElse(1) != 1) {
            return new Message(way, time, List.of(), false, true);
        }
        var words = new ArrayList<String>();
        boolean isWhole = true;
        for (var member : fields.left().entrySet()) {
            if (Twice.plain(member.getKey()).equals("data") && member.getValue() instanceof Json.Str(var data)) {
                isWhole &= words(data, words);
            }
        }
        return new Message(way, time, List.copyOf(words), true, isWhole);
    }

    /// @return whether none was left out
    private static boolean words(String data, List<String> words) throws IOException {
        var before = BEFORE_JSON.matcher(data);
        if (before.lookingAt()) {
            byte[] json = data.substring(before.end()).getBytes(StandardCharsets.UTF_8);
            if (JsonValues.first(json).to() == json.length) {
                if (before.group().codePoints().filter(Character::isLetter).count() > 1) {
                    words.add(before.group().strip());
                }
                var found = JsonWords.of(json, MOST_TEXTS);
                found.runs().stream().map(TextRun::text).map(HarMessages::shown).forEach(words::add);
                return found.isWhole();
            }
        }
        words.add(shown(withoutSecrets(data)));
        return true;
    }

    /// Of JSON wherever it begins in a text.
    private static String withoutSecrets(String text) {
        int from = 0;
        while (from < text.length() && text.charAt(from) != '{' && text.charAt(from) != '[') {
            from++;
        }
        return text.substring(0, from) + JsonWords.withoutSecrets(text.substring(from));
    }

    private static String shown(String text) {
        return PASSWORD.matcher(Secrets.inLines(text)).replaceAll("$1:" + Secrets.HIDDEN);
    }
}
