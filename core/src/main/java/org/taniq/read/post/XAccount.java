package org.taniq.read.post;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.taniq.base.Json;
import org.taniq.base.json.BrokenJson;
import org.taniq.base.json.JsonWalk;
import org.taniq.base.json.Mended;
import org.taniq.base.json.Rewind;
import org.taniq.read.record.Actor;
import org.taniq.read.record.Draft;
import org.taniq.read.record.Fields;
import org.taniq.read.record.Input;
import org.taniq.read.record.Twice;

/// Whose archive it is, as `account.js` says, which lies beside each file of it. One that says something twice says
/// nothing: a browser shows the last of two names.
///
/// @param name with `@` before it
/// @param id empty where nobody says
record XAccount(String name, String id) {
    private static final XAccount UNKNOWN = new XAccount("", "");
    private static final int LONGEST_HEAD = 256;

    static XAccount beside(Input.Beside beside) throws IOException {
        return value(beside, "account.js")
                .filter(Json.Arr.class::isInstance)
                .map(Json.Arr.class::cast)
                .filter(list -> list.items().size() == 1)
                .map(list -> list.items().getFirst())
                .filter(entry -> entry instanceof Json.Obj object && !Twice.says(object))
                .map(entry -> of(member(entry, "account")))
                .orElse(UNKNOWN);
    }

    private static XAccount of(Json account) {
        var fields = Fields.of(account);
        String name = fields.text("username");
        return new XAccount(name.isEmpty() ? "" : "@" + name, fields.text("accountId"));
    }

    Actor actor() {
        return Draft.named(name, id);
    }

    /// How many entries `manifest.js` counts in a file.
    static OptionalLong counted(Input.Beside beside, String global) throws IOException {
        var types = value(beside, "manifest.js")
                .map(all -> member(all, "dataTypes"))
                .orElse(Json.NULL);
        if (types instanceof Json.Obj object) {
            for (var type : object.members().values()) {
                for (var file : items(member(type, "files"))) {
                    var fields = Fields.of(file);
                    if (fields.text("globalName").equals(global)) {
                        return fields.number("count");
                    }
                }
            }
        }
        return OptionalLong.empty();
    }

    private static List<Json> items(Json value) {
        return value instanceof Json.Arr(var items) ? items : List.of();
    }

    private static Json member(Json value, String name) {
        return value instanceof Json.Obj object ? object.members().getOrDefault(name, Json.NULL) : Json.NULL;
    }

    /// What a file beside it assigns to a name; nothing where it is damaged or too large.
    private static Optional<Json> value(Input.Beside beside, String name) throws IOException {
        var content = beside.open(name);
        if (content.isEmpty()) {
            return Optional.empty();
        }
        try (var bytes = content.get().open()) {
            var text = new Rewind(bytes);
            int passed = 0;
            for (int next = text.read(); next >= 0 && next != '='; next = text.read()) {
                passed++;
            }
            if (passed > LONGEST_HEAD) {
                return Optional.empty();
            }
            var mended = new Mended(text, 0);
            return JsonWalk.of(mended, mended).value();
        } catch (BrokenJson damaged) {
            return Optional.empty();
        }
    }
}
