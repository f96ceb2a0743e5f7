package org.taniq.read.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.regex.Pattern;
import org.taniq.base.Json;
import org.taniq.read.record.Detail;
import org.taniq.read.record.Fields;

/// What somebody else noted in JSON, without what is secret in it: as a text that is no longer than a detail holds.
final class Discreet {
    private static final Pattern SECRET = Pattern.compile("(?is).*(?:cookie|authoriz).*");

    private static final int LONGEST_NAME = 200;

    /// What each value counts besides its characters.
    private static final int EACH = 4;

    private int room = Detail.LONGEST;

    private Discreet() {}

    /// @param name under which it stands
    static String text(String name, Json value) {
        var shown = new Discreet().shown(name, value);
        return Detail.cut(shown instanceof Json.Str(var text) ? text : shown.inOrder());
    }

    private Json shown(String name, Json value) {
        room -= EACH;
        return switch (value) {
            case Json.Str(var text) -> Json.of(shown(name, text));
            case Json.Arr(var items) -> {
                var shown = new ArrayList<Json>();
                for (int i = 0; i < items.size() && room > 0; i++) {
                    shown.add(shown(name, items.get(i)));
                }
                yield Json.of(shown);
            }
            case Json.Obj object -> shown(name, object);
            case Json.Num _, Json.Bool _, Json.Null _ -> isSecret(name, "") ? Json.of(Secrets.HIDDEN) : value;
        };
    }

    private String shown(String name, String text) {
        var some = Detail.cut(text);
        room -= some.length();
        return isSecret(name, some)
                ? Secrets.HIDDEN
                : Secrets.inLines(Secrets.inAddresses(JsonWords.withoutSecrets(some)));
    }

    /// What is secret is so whatever the names are in it. A `value` beside a `name` is called so.
    private Json shown(String name, Json.Obj object) {
        var called = Fields.text(Fields.of(object).value("name"));
        boolean isSecret = isSecret(name, "");
        var shown = new LinkedHashMap<String, Json>();
        for (var member : object.members().entrySet()) {
            if (room <= 0) {
                break;
            }
            room -= member.getKey().length();
            boolean isValue = !called.isEmpty() && member.getKey().startsWith("value");
            var own = isValue ? judged(called) : member.getKey();
            shown.put(member.getKey(), shown(isSecret ? name : own, member.getValue()));
        }
        return new Json.Obj(shown);
    }

    /// A line of a head can be secret that is none in a form.
    private static String judged(String called) {
        boolean isSecret = Secrets.in(new RecordHead.Field(called, "")).equals(Secrets.HIDDEN);
        return isSecret ? "cookie" : called;
    }

    private static boolean isSecret(String name, String text) {
        if (name.length() > LONGEST_NAME) {
            return false;
        }
        return Secrets.hides(name, text) || SECRET.matcher(name).matches();
    }
}
