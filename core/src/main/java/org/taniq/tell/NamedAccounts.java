package org.taniq.tell;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Stream;
import org.taniq.base.Json;
import org.taniq.base.Trouble;
import org.taniq.read.Records;
import org.taniq.seal.Pointer;
import org.taniq.seal.Schema;
import org.taniq.seal.Unlocked;

/// Who bears which account, as all records of a case say it: of writers, of chats and pages, and of whom a detail names
/// together with an id. Whoever has a name withheld has these withheld, too: a number leads to a person as well.
///
/// @param unread readings that could not be read, and so name nobody here
record NamedAccounts(Set<Bearer> bearers, List<Pointer> unread) {

    /// A name and an account, each as a source writes it; neither is empty.
    record Bearer(String name, String id) {}

    static NamedAccounts in(Unlocked vault) throws IOException {
        var bearers = new LinkedHashSet<Bearer>();
        var unread = new ArrayList<Pointer>();
        for (var reading : vault.readings()) {
            try {
                vault.trees()
                        .rows(reading, Schema.RECORDS, (_, row) -> ofRow(row).forEach(bearers::add));
            } catch (Trouble damaged) {
                unread.add(reading.pointer());
            }
        }
        return new NamedAccounts(bearers, unread);
    }

    /// The ids of accounts that bear such names, every name of these accounts, and every account that bears one of
    /// those. Not further: a name that many bear would lead to all of them.
    Set<String> of(Withholding withholding) {
        var ids = new LinkedHashSet<String>();
        var names = new LinkedHashSet<String>();
        bearers.stream().filter(each -> withholding.withholdsSender(each.name)).forEach(each -> ids.add(each.id));
        bearers.stream().filter(each -> ids.contains(each.id)).forEach(each -> names.add(each.name));
        bearers.stream().filter(each -> names.contains(each.name)).forEach(each -> ids.add(each.id));
        names.addAll(ids);
        return names;
    }

    /// The account of each name that is borne by one alone.
    Map<String, String> only() {
        var only = new HashMap<String, String>();
        var several = new HashSet<String>();
        for (var bearer : bearers) {
            var other = only.putIfAbsent(bearer.name, bearer.id);
            if (other != null && !other.equals(bearer.id)) {
                several.add(bearer.name);
            }
        }
        only.keySet().removeAll(several);
        return only;
    }

    private static Stream<Bearer> ofRow(List<Json> row) {
        return Stream.of(
                        bearer(Records.value(row, "actorName"), Records.value(row, "actorId")),
                        bearer(Records.value(row, "audienceName"), Records.value(row, "audienceId")),
                        ofDetails(row))
                .flatMap(bearers -> bearers);
    }

    private static Stream<Bearer> bearer(Json name, Json id) {
        return written(name).flatMap(said -> written(id).map(account -> new Bearer(said, account)));
    }

    /// What stands there that is not empty; a number as its digits.
    private static Stream<String> written(Json value) {
        return switch (value) {
            case Json.Str(String text) when !text.isBlank() -> Stream.of(text);
            case Json.Num(long number) -> Stream.of(Long.toString(number));
            case Json.Arr _, Json.Obj _, Json.Str _, Json.Bool _, Json.Null _ -> Stream.of();
        };
    }

    /// A detail by itself may be such a pair, and two beside each other, as `inviter` and `inviterId`.
    private static Stream<Bearer> ofDetails(List<Json> row) {
        var details = new LinkedHashMap<String, Json>();
        var within = new ArrayList<Json>();
        for (var detail : Records.details(row)) {
            details.put(detail.name(), detail.value());
            within.add(detail.value());
        }
        return Stream.concat(
                besideEachOther(details),
                within.stream().flatMap(value -> value.objects().stream()).flatMap(NamedAccounts::ofObject));
    }

    private static Stream<Bearer> besideEachOther(SequencedMap<String, Json> details) {
        return details.entrySet().stream()
                .flatMap(detail -> bearer(detail.getValue(), details.getOrDefault(detail.getKey() + "Id", Json.NULL)));
    }

    private static Stream<Bearer> ofObject(Json.Obj object) {
        return Stream.concat(besideEachOther(object.members()), beside(object));
    }

    /// Each text that is no id, with each id beside it.
    private static Stream<Bearer> beside(Json.Obj object) {
        var ids = UnlessAsked.ids();
        return object.members().entrySet().stream()
                .filter(member -> ids.contains(member.getKey()))
                .map(Map.Entry::getValue)
                .flatMap(id -> object.members().entrySet().stream()
                        .filter(member -> !ids.contains(member.getKey()) && member.getValue() instanceof Json.Str)
                        .flatMap(member -> bearer(member.getValue(), id)));
    }
}
