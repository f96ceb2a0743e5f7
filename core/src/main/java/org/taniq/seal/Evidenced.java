package org.taniq.seal;

import java.util.ArrayList;
import java.util.List;
import java.util.SequencedMap;
import org.taniq.base.Json;

/// What can be read in a value that came out of evidence: every text, number and member name at any depth. A
/// number can be a telephone number, and a name can be spread over several texts.
public final class Evidenced {
    private final List<String> words = new ArrayList<>();
    private final StringBuilder texts = new StringBuilder();
    private final StringBuilder values = new StringBuilder();

    private Evidenced() {}

    /// Each by itself, then the texts one behind the other, then the texts and numbers.
    public static List<String> words(List<Json> values) {
        var evidenced = new Evidenced();
        values.forEach(evidenced::gather);
        evidenced.words.add(evidenced.texts.toString());
        evidenced.words.add(evidenced.values.toString());
        return List.copyOf(evidenced.words);
    }

    private void gather(Json value) {
        switch (value) {
            case Json.Str(String text) -> {
                words.add(text);
                texts.append(text);
                values.append(text);
            }
            case Json.Num(long number) -> {
                words.add(Long.toString(number));
                values.append(number);
            }
            case Json.Arr(List<Json> items) -> items.forEach(this::gather);
            case Json.Obj(SequencedMap<String, Json> members) -> {
                words.addAll(members.sequencedKeySet());
                members.values().forEach(this::gather);
            }
            case Json.Bool _, Json.Null _ -> {}
        }
    }
}
