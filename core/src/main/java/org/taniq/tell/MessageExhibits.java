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
        var further = Further.of(row, withholding, seen && withheld.isEmpty() && fields.containsAll(SEARCHED));
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

    /// A piece that is not Unicode may be a withheld name: it counts as one.
    private Set<Integer> withheldPieces(List<Json> row) {
        var withheld = new HashSet<>(withholding.pieces(Records.pieces(row)));
        if (withholding.withholdsNames() && Records.value(row, "text") instanceof Json.Arr(List<Json> pieces)) {
            for (int i = 0; i < pieces.size(); i++) {
                if (RawText.isBytes(pieces.get(i))) {
                    withheld.add(i);
                }
            }
        }
        return withheld;
    }

    private void showUnlessWithheld(List<Json> row, Set<String> fields) {
        String sender = Records.text(Records.value(row, "actorName"));
        String id = Records.text(Records.value(row, "actorId"));
        boolean bytes =
                RawText.isBytes(Records.value(row, "actorName")) || RawText.isBytes(Records.value(row, "actorId"));
        boolean unsearchable = bytes && withholding.withholdsNames();
        if (!unsearchable && !withholding.withholdsSender(sender) && !withholding.contains(id)) {
            fields.addAll(Set.of("actorName", "actorId"));
        }
        for (var field : List.of("attachments", "published")) {
            if (withholding.isFree(List.of(Records.value(row, field)))) {
                fields.add(field);
            }
        }
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
