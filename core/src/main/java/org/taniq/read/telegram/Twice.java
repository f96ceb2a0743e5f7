package org.taniq.read.telegram;

import java.util.Map;
import java.util.regex.Pattern;
import org.taniq.base.Json;

/// Members that stand twice in one object, of which a program shows the one or the other. They are read as `from`,
/// `from#2` and so on.
final class Twice {
    private static final Pattern AGAIN = Pattern.compile("(?s)(.*)#[0-9]+");

    private Twice() {}

    /// The name of a member as it stands in the source.
    static String plain(String name) {
        var again = AGAIN.matcher(name);
        return again.matches() ? again.group(1) : name;
    }

    /// Whether a member stands there a second time, as something else. Telegram itself writes `text` twice into one
    /// kind of notice, and the second one is empty.
    static boolean says(Json.Obj message) {
        return message.objects().stream().anyMatch(Twice::isTwice);
    }

    private static boolean isTwice(Json.Obj object) {
        return object.members().entrySet().stream().anyMatch(member -> isTwice(member, object.members()));
    }

    private static boolean isTwice(Map.Entry<String, Json> member, Map<String, Json> all) {
        String plain = plain(member.getKey());
        boolean isAgain = !plain.equals(member.getKey()) && all.containsKey(plain);
        return isAgain && !member.getValue().equals(all.get(plain)) && !isEmptyText(plain, member.getValue());
    }

    private static boolean isEmptyText(String name, Json value) {
        return name.equals("text") && value.equals(Json.of(""));
    }
}
