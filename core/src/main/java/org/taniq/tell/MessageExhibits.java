package org.taniq.tell;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.taniq.base.Json;
import org.taniq.base.Said;
import org.taniq.base.Trouble;
import org.taniq.read.Records;
import org.taniq.seal.Assembly;
import org.taniq.seal.Pointer;
import org.taniq.seal.RawText;
import org.taniq.seal.ShownRow;
import org.taniq.seal.Unlocked;

/// The messages of a dossier: of each, everything is shown but what is withheld.
final class MessageExhibits {
    /// Of what was read out of a picture of which a part is withheld nothing else is shown: it may be words of it.
    private static final Set<String> ALWAYS = Set.of("type", "lines", "marks");

    /// Fields that are withheld where a name is in them; a time as it is written there can be any text.
    private static final Set<String> SEARCHED = Set.of("actorName", "actorId", "attachments", "published");

    /// Members of a time and of an attachment that hold words of ours, or a digest.
    private static final Set<String> OURS = Set.of("iso", "item", "kind", "rule", "state");

    private final Unlocked vault;
    private final Withholding withholding;
    private final Assembly assembly;
    private final Pages pages;
    private final Origins origins;
    private final Map<Pointer, Map<Long, List<Json>>> rows = new HashMap<>();

    MessageExhibits(Filling filling) {
        this.vault = filling.vault();
        this.withholding = filling.withholding();
        this.assembly = filling.assembly();
        this.pages = filling.pages();
        this.origins = filling.origins();
    }

    /// Reads the messages that are chosen, reading by reading.
    void load(List<Dossier.Choice> choices) throws IOException {
        for (var choice : choices) {
            if (choice instanceof Dossier.Choice.Message(var reading, var record)) {
                rows.computeIfAbsent(reading, _ -> new TreeMap<>()).put(record, List.of());
            }
        }
        for (var reading : rows.entrySet()) {
            var chosen = reading.getValue();
            vault.trees()
                    .rows(vault.statement(reading.getKey()), "records", new TreeSet<>(chosen.keySet()), chosen::put);
        }
    }

    /// Puts a message into the dossier.
    void message(Pointer reading, long record) throws IOException {
        var row = Objects.requireNonNull(rows.get(reading)).getOrDefault(record, List.of());
        if (row.isEmpty()) {
            throw new Trouble(Said.of(
                    "there is no record {record} in reading {reading}",
                    Map.of("record", record, "reading", reading.index())));
        }
        var source = source(reading);
        boolean seen = !isOfRedacted(reading);
        var withheld = seen ? withheldPieces(row) : all(row);
        var fields = new HashSet<>(ALWAYS);
        if (seen && withheld.isEmpty() || withheld.size() < Records.pieces(row).size()) {
            fields.add("text"); // of a text that is withheld whole, not even the number of words is shown
        }
        if (seen) {
            showUnlessWithheld(row, fields);
        }
        var exhibit = new Dossier.Choice.Message(reading, record);
        var further = Further.of(exhibit, row, withholding, seen && withheld.isEmpty() && fields.containsAll(SEARCHED));
        fields.addAll(further.fields());
        assembly.record(reading, record, new ShownRow(fields, withheld, further.withheld()));
        pages.message(new Pages.Message(reading, record, row, withheld, fields, further, source));
    }

    private static Set<Integer> all(List<Json> row) {
        return IntStream.range(0, Records.pieces(row).size()).boxed().collect(Collectors.toSet());
    }

    /// Whether it was read out of a picture of which a part is withheld: what stands there may be its words.
    private boolean isOfRedacted(Pointer reading) throws IOException {
        var read = new HashSet<Json>();
        for (var item : items(reading)) {
            read.addAll(pictures(item));
        }
        for (var picture : withholding.pictures()) {
            for (var digest : pictures(vault.statement(picture))) {
                if (read.contains(digest)) {
                    return true;
                }
            }
        }
        return false;
    }

    /// The digests of an item and of what it was made of, as far as they are pictures.
    private Set<Json> pictures(Unlocked.Sealed item) throws IOException {
        return origins.withAll(item).stream()
                .filter(each -> Records.text(each.value("mediaType")).startsWith("image/"))
                .map(each -> each.value("sha256"))
                .collect(Collectors.toSet());
    }

    /// A piece that is not Unicode may be a withheld name: it counts as one. So does what is one once a code is undone,
    /// as
    /// in an address that was copied.
    private Set<Integer> withheldPieces(List<Json> row) {
        var pieces = Records.pieces(row);
        var withheld = new HashSet<>(withholding.pieces(pieces));
        if (!withholding.withholdsNames() || !(Records.value(row, "text") instanceof Json.Arr(List<Json> stored))) {
            return withheld;
        }
        var names = new NameSearch(withholding);
        for (int i = 0; i < stored.size(); i++) {
            if (RawText.isBytes(stored.get(i)) || names.inText(pieces.get(i))) {
                withheld.add(i);
            }
        }
        var left = IntStream.range(0, pieces.size())
                .filter(i -> !withheld.contains(i))
                .mapToObj(pieces::get)
                .collect(Collectors.joining());
        return names.inText(left) ? all(row) : withheld;
    }

    private void showUnlessWithheld(List<Json> row, Set<String> fields) {
        var name = Records.value(row, "actorName");
        boolean isFree =
                withholding.isFree(List.of(name)) && withholding.isFree(List.of(Records.value(row, "actorId")));
        if (isFree && !withholding.withholdsSender(Records.text(name))) {
            fields.addAll(Set.of("actorName", "actorId"));
        }
        for (var field : List.of("attachments", "published")) {
            if (withholding.isFree(ofSource(Records.value(row, field)))) {
                fields.add(field);
            }
        }
    }

    /// Of a time or a file what its source wrote: a short name stands in our own words by chance.
    private static List<Json> ofSource(Json value) {
        return switch (value) {
            case Json.Obj(var members)
            when !RawText.isBytes(value) ->
                members.entrySet().stream()
                        .filter(member -> !OURS.contains(member.getKey()))
                        .map(Map.Entry::getValue)
                        .toList();
            case Json.Arr(var items) ->
                items.stream().flatMap(item -> ofSource(item).stream()).toList();
            case Json.Obj _, Json.Str _, Json.Num _, Json.Bool _, Json.Null _ -> List.of(value);
        };
    }

    /// The item that a reading read. Its statement is shown, and those of what was read together with it and of the
    /// archives around them.
    private Unlocked.Sealed source(Pointer reading) throws IOException {
        var items = items(reading);
        for (var item : items) {
            origins.add(item);
        }
        return items.getFirst();
    }

    private List<Unlocked.Sealed> items(Pointer reading) throws IOException {
        var items = new ArrayList<Unlocked.Sealed>();
        if (vault.statement(reading).value("items") instanceof Json.Arr(List<Json> pointers)) {
            for (var pointer : pointers) {
                items.add(vault.statement(Pointer.of(pointer)));
            }
        }
        return items;
    }
}
