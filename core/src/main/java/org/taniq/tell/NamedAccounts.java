package org.taniq.tell;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
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

/// Who bears which account, as all records of a case say it: of those who wrote, and of whom a detail names together
/// with an account. Whoever has a name withheld has these withheld, too: a number leads to a person as well.
///
/// A chat is nobody's account: both people of a chat of two are said to be in it. An address of mail is one only where
/// nobody else writes under it: platforms and lists write in the names of many.
///
/// @param unread readings that could not be read, and so name nobody here
record NamedAccounts(Set<Bearer> bearers, List<Pointer> unread) {
    /// Who has more names than this is no one person.
    private static final int MOST_NAMES = 8;

    /// A name and an account, each as a source writes it; neither is empty.
    record Bearer(String name, String id) {
        /// What is longer is no name, but words in which one stands.
        private static final int LONGEST_NAME = 100;

        private static final int LONGEST_ID = 300;

        private boolean canBe() {
            return name.length() <= LONGEST_NAME && id.length() <= LONGEST_ID && !id.contains("://");
        }
    }

    /// What is withheld with a name.
    ///
    /// @param ids of accounts that bear it
    /// @param names other ones of these accounts
    record Found(Set<String> ids, Set<String> names) {}

    static NamedAccounts in(Unlocked vault) throws IOException {
        var bearers = new LinkedHashSet<Bearer>();
        var unread = new ArrayList<Pointer>();
        for (var reading : vault.readings()) {
            try {
                vault.trees()
                        .rows(
                                reading,
                                Schema.RECORDS,
                                (_, row) -> ofRow(row).filter(Bearer::canBe).forEach(bearers::add));
            } catch (Trouble damaged) {
                unread.add(reading.pointer());
            }
        }
        return new NamedAccounts(bearers, unread);
    }

    /// The accounts that bear a withheld name, or are named themselves, and every name of these.
    Found of(Withholding withholding) {
        var names = new HashMap<String, Set<String>>();
        for (var bearer : bearers) {
            names.computeIfAbsent(WithheldAccounts.key(bearer.id), _ -> new LinkedHashSet<>())
                    .add(bearer.name);
        }
        var found = new Found(new LinkedHashSet<>(), new LinkedHashSet<>());
        for (var bearer : bearers) {
            var all = names.getOrDefault(WithheldAccounts.key(bearer.id), Set.of());
            if (isOfOne(bearer.id, all, withholding)
                    && all.stream().anyMatch(name -> withholding.withholdsBearer(name, bearer.id))) {
                found.ids.add(bearer.id);
                found.names.addAll(all);
            }
        }
        return found;
    }

    private static boolean isOfOne(String id, Set<String> names, Withholding withholding) {
        return WithheldAccounts.isMail(id)
                ? names.stream().allMatch(name -> withholding.withholdsBearer(name, id))
                : names.size() <= MOST_NAMES;
    }

    private static Stream<Bearer> ofRow(List<Json> row) {
        return Stream.concat(bearer(Records.value(row, "actorName"), Records.value(row, "actorId")), ofDetails(row));
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
        var within = new ArrayList<Json.Obj>();
        for (var detail : Records.details(row)) {
            details.put(detail.name(), detail.value());
            within.addAll(detail.value().objects());
        }
        return Stream.concat(besideEachOther(details), within.stream().flatMap(NamedAccounts::ofObject));
    }

    private static Stream<Bearer> besideEachOther(SequencedMap<String, Json> details) {
        return details.entrySet().stream()
                .flatMap(detail -> bearer(detail.getValue(), details.getOrDefault(detail.getKey() + "Id", Json.NULL)));
    }

    private static Stream<Bearer> ofObject(Json.Obj object) {
        return Stream.concat(besideEachOther(object.members()), beside(object.members()));
    }

    /// Each name with each account beside it, as far as their members are called so.
    private static Stream<Bearer> beside(Map<String, Json> members) {
        return UnlessAsked.accounts().stream()
                .filter(members::containsKey)
                .flatMap(account -> UnlessAsked.names().stream()
                        .filter(members::containsKey)
                        .flatMap(name -> bearer(
                                members.getOrDefault(name, Json.NULL), members.getOrDefault(account, Json.NULL))));
    }
}
