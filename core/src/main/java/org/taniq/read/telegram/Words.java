package org.taniq.read.telegram;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.taniq.base.Json;
import org.taniq.read.record.Detail;

/// What somebody wrote: one text, or a list of texts and of stretches with a kind, such as a link whose address is
/// not in the words. Since 2022 an export says it twice.
///
/// @param text all of it, in order, as it stands first
/// @param again as it stands the second time, where that is something else: Telegram writes no such thing
/// @param stretches those that are more than a text
record Words(String text, String again, List<Json.Obj> stretches) {
    private static final Set<String> SAID_BY_ITS_WORDS = Set.of("type", "text");

    /// @param text the member `text`
    /// @param entities the member `text_entities`
    static Words of(Optional<Json> text, Optional<Json> entities) {
        var own = new ArrayList<Json.Obj>();
        var stretches = new ArrayList<Json.Obj>();
        String first = text.map(value -> Wording.joined(value, own)).orElse("");
        String second = entities.map(value -> Wording.joined(value, stretches)).orElse("");
        boolean isTwice = text.isPresent() && !second.isEmpty() && !first.equals(second);
        if (isTwice || stretches.isEmpty()) {
            stretches.addAll(own);
        }
        return new Words(text.isPresent() ? first : second, isTwice ? second : "", stretches);
    }

    /// The stretches that say more than their words do.
    List<Detail> details() {
        return stretches.stream()
                .filter(Words::saysMore)
                .map(stretch -> Detail.of("stretch", stretch.inOrder()))
                .toList();
    }

    private static boolean saysMore(Json.Obj stretch) {
        return !SAID_BY_ITS_WORDS.containsAll(stretch.members().keySet())
                || Tables.members()
                        .has("stretches", Fields.text(stretch.members().getOrDefault("type", Json.NULL)));
    }
}
