package org.taniq.read.post;

import java.util.ArrayList;
import java.util.List;
import org.taniq.base.Json;
import org.taniq.read.record.Fields;

/// Texts in what YouTube hands to a browser: in one piece, in several, or as what is read out of a picture.
final class ChatText {
    private static final int DEEPEST = 16;

    private ChatText() {}

    static String of(Json value) {
        if (!(value instanceof Json.Obj object)) {
            return Fields.text(value);
        }
        if (object.members().get("simpleText") instanceof Json.Str(var text)) {
            return text;
        }
        if (object.members().get("runs") instanceof Json.Arr(var runs)) {
            var text = new StringBuilder();
            runs.forEach(run -> text.append(run(run)));
            return text.toString();
        }
        return path(value, List.of("accessibility", "accessibilityData", "label"));
    }

    private static String run(Json run) {
        if (!(run instanceof Json.Obj object)) {
            return Fields.text(run);
        }
        if (object.members().get("text") instanceof Json.Str(var text)) {
            return text;
        }
        var emoji = Fields.of(object.members().getOrDefault("emoji", Json.NULL));
        boolean isCustom = emoji.value("isCustomEmoji").equals(Json.of(true));
        var names = emoji.list("shortcuts");
        return isCustom && !names.isEmpty() ? Fields.text(names.getFirst()) : emoji.text("emojiId");
    }

    /// Parts of a text that say more than their words, such as a link.
    static List<Json> more(Json value) {
        return value instanceof Json.Obj object && object.members().get("runs") instanceof Json.Arr(var runs)
                ? runs.stream()
                        .filter(run -> !(run instanceof Json.Obj part)
                                || part.members().size() > 1
                                || !part.members().containsKey("text"))
                        .toList()
                : List.of();
    }

    /// All texts that stand in something, in their order.
    static List<String> all(Json value) {
        var texts = new ArrayList<String>();
        gather(value, texts, 0);
        return texts;
    }

    private static void gather(Json value, List<String> texts, int depth) {
        if (depth > DEEPEST) {
            return;
        }
        switch (value) {
            case Json.Obj(var members)
            when members.containsKey("simpleText") || members.containsKey("runs") -> texts.add(of(value));
            case Json.Obj(var members) -> members.values().forEach(each -> gather(each, texts, depth + 1));
            case Json.Arr(var items) -> items.forEach(each -> gather(each, texts, depth + 1));
            case Json.Str _, Json.Num _, Json.Bool _, Json.Null _ -> {}
        }
    }

    private static String path(Json value, List<String> names) {
        var here = value;
        for (var name : names) {
            here = here instanceof Json.Obj object ? object.members().getOrDefault(name, Json.NULL) : Json.NULL;
        }
        return Fields.text(here);
    }
}
