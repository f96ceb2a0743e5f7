package org.taniq.read.record;

import java.util.Map;
import java.util.function.BiPredicate;
import java.util.regex.Pattern;
import org.taniq.base.Json;

/// Members that stand twice in one object, of which a program shows the one or the other. They are read as `from`,
/// `from#2` and so on.
public final class Twice {
    private static final Pattern AGAIN = Pattern.compile("(?s)(.*)#[0-9]+");

    private Twice() {}

    /// The name of a member as it stands in the source.
    public static String plain(String name) {
        var again = AGAIN.matcher(name);
        return again.matches() ? again.group(1) : name;
    }

    /// Whether a member stands there a second time, as something else.
    public static boolean says(Json message) {
        return says(message, (_, _) -> false);
    }

    /// The same.
    ///
    /// @param isUsual whether the program that writes such objects puts this value under this name a second time
    public static boolean says(Json message, BiPredicate<String, Json> isUsual) {
        return message.objects().stream().anyMatch(object -> isTwice(object, isUsual));
    }

    private static boolean isTwice(Json.Obj object, BiPredicate<String, Json> isUsual) {
        return object.members().entrySet().stream().anyMatch(member -> {
            String plain = plain(member.getKey());
            return isTwice(member, object.members()) && !isUsual.test(plain, member.getValue());
        });
    }

    private static boolean isTwice(Map.Entry<String, Json> member, Map<String, Json> all) {
        String plain = plain(member.getKey());
        boolean isAgain = !plain.equals(member.getKey()) && all.containsKey(plain);
        return isAgain && !member.getValue().equals(all.get(plain));
    }
}
