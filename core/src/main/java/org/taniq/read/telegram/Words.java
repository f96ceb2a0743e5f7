package org.taniq.read.telegram;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.taniq.base.Json;
import org.taniq.read.record.Detail;
import org.taniq.read.record.Fields;

/// What somebody wrote: one text, or a list of texts and of stretches with a kind, such as a link whose address is
/// not in the words. Since 2022 an export says it twice.
///
/// @param text all of it, in order, as it stands first
/// @param again as it stands the second time, where that is something else
/// @param areTwo whether it does not say the same twice: Telegram writes no such thing
/// @param stretches those that are more than a text, also within one another
/// @param outermost of these only those that are in no other
record Words(String text, String again, boolean areTwo, List<Json.Obj> stretches, List<Json.Obj> outermost) {
    private static final Set<String> SAID_BY_ITS_WORDS = Set.of("type", "text");

    /// @param text the member `text`
    /// @param entities the member `text_entities`
    static Words of(Optional<Json> text, Optional<Json> entities) {
        var own = new ArrayList<Json.Obj>();
        var stretches = new ArrayList<Json.Obj>();
        String first = text.map(value -> Wording.joined(value, own)).orElse("");
        String second = entities.map(value -> Wording.joined(value, stretches)).orElse("");
        boolean isSaidTwice = text.isPresent() && !second.isEmpty();
        boolean differ = isSaidTwice && !first.equals(second);
        boolean areTwo = differ || isSaidTwice && !new HashSet<>(stretches).containsAll(own);
        var outermost = new ArrayList<Json.Obj>();
        entities.ifPresent(value -> outermost(value, outermost));
        if (areTwo || stretches.isEmpty()) {
            stretches.addAll(own);
            text.ifPresent(value -> outermost(value, outermost));
        }
        return new Words(text.isPresent() ? first : second, differ ? second : "", areTwo, stretches, outermost);
    }

    private static void outermost(Json value, List<Json.Obj> into) {
        switch (value) {
            case Json.Arr(var parts) -> parts.forEach(part -> outermost(part, into));
            case Json.Obj stretch -> into.add(stretch);
            case Json.Str _, Json.Num _, Json.Bool _, Json.Null _ -> {}
        }
    }

    /// The stretches that say more than their words do, each with those in it.
    List<Detail> details() {
        return outermost.stream()
                .distinct()
                .filter(stretch -> stretch.objects().stream().anyMatch(Words::saysMore))
                .map(stretch -> Renamed.detail("stretch", stretch))
                .toList();
    }

    private static boolean saysMore(Json.Obj stretch) {
        return !SAID_BY_ITS_WORDS.containsAll(stretch.members().keySet())
                || Known.MEMBERS.has("stretches", Fields.text(stretch.members().getOrDefault("type", Json.NULL)));
    }
}
