package org.taniq.seal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import org.taniq.base.Altered;
import org.taniq.base.Digest;
import org.taniq.base.Json;
import org.taniq.base.Said;
import org.taniq.base.age.Identity;

/// What is behind the leaves of trees of records, as it was sealed: rows as they stand in their blobs, or each with
/// its leaf made again.
public final class SealedTrees {
    private static final int LARGEST_ROWS = 64 << 20;

    private final Blobs blobs;
    private final KnownLeaves known;
    private final Identity identity;
    private final OpenedLogs logs;

    SealedTrees(Blobs blobs, KnownLeaves known, Identity identity, OpenedLogs logs) {
        this.blobs = blobs;
        this.known = known;
        this.identity = identity;
        this.logs = logs;
    }

    /// The seed of a tree of this statement.
    ///
    /// @throws Altered if the opening does not hold it
    Seed seed(Unlocked.Sealed statement, String field) throws Altered {
        var seed = statement.line().seeds().get(field);
        if (seed == null) {
            throw new Altered(Said.of(
                    "the opening of statement {statement} lacks a seed",
                    "statement",
                    statement.pointer().index()));
        }
        return seed;
    }

    /// Takes each leaf of a tree of records in order.
    @FunctionalInterface
    interface Each {
        void row(long index, RowMaker.Row row) throws IOException;
    }

    /// Takes each row of a tree of records in order; see [#rows].
    @FunctionalInterface
    public interface EachRow {
        void row(long index, List<Json> values) throws IOException;
    }

    /// Hands over the values of each leaf of a tree as they were sealed; a text is the list of its pieces.
    public void rows(Unlocked.Sealed statement, String field, EachRow each) throws IOException {
        long index = 0;
        for (var name : arrived(statement, field)) {
            for (var line : text(name).split("\n")) {
                each.row(index++, values(line));
            }
        }
    }

    /// As [#rows], of some leaves only.
    public void rows(Unlocked.Sealed statement, String field, SortedSet<Long> numbers, EachRow each)
            throws IOException {
        var made = made(statement, field, numbers);
        if (made.isPresent()) {
            for (var row : made.get().rows().entrySet()) {
                each.row(row.getKey(), row.getValue().kept());
            }
            return;
        }
        rows(statement, field, (number, values) -> {
            if (numbers.contains(number)) {
                each.row(number, values);
            }
        });
    }

    private record Made(Tree tree, SortedMap<Long, RowMaker.Row> rows) {}

    /// Some rows, from where they are said to stand; nothing where that is not known, or one of them is not the
    /// leaf that was sealed: where rows stand is not sealed, so all are needed then.
    private Optional<Made> made(Unlocked.Sealed statement, String field, SortedSet<Long> numbers) throws IOException {
        var known = known(statement, field);
        return known.isPresent() ? made(statement, field, numbers, known.get()) : Optional.empty();
    }

    private Optional<Made> made(
            Unlocked.Sealed statement, String field, SortedSet<Long> numbers, KnownLeaves.Known known)
            throws IOException {
        var maker = maker(statement, field);
        var made = new TreeMap<Long, RowMaker.Row>();
        var blobs = blobs(statement, field);
        for (int blob = 0; blob < blobs.size(); blob++) {
            long first = known.firsts().get(blob);
            var here = numbers.subSet(first, known.endOf(blob));
            if (!here.isEmpty()) {
                logs.refuseOnItsWay(statement, blobs.get(blob), this.blobs);
            }
            var lines = here.isEmpty() ? new String[0] : text(blobs.get(blob)).split("\n");
            for (long number : here) {
                var row = number - first < lines.length
                        ? Optional.of(maker.make(number, values(lines[(int) (number - first)])))
                        : Optional.<RowMaker.Row>empty();
                if (row.isEmpty() || !hash(row.get()).equals(known.tree().leafHash(number))) {
                    return Optional.empty();
                }
                made.put(number, row.get());
            }
        }
        return Optional.of(new Made(known.tree(), made));
    }

    private static Digest hash(RowMaker.Row row) {
        return row.opened().leaf().hash();
    }

    private RowMaker maker(Unlocked.Sealed statement, String field) throws Altered {
        return new RowMaker(Schema.named(leafOf(statement, field)), seed(statement, field));
    }

    private List<String> arrived(Unlocked.Sealed statement, String field) throws IOException {
        var names = blobs(statement, field);
        for (var name : names) {
            logs.refuseOnItsWay(statement, name, blobs);
        }
        return names;
    }

    private static List<String> blobs(Unlocked.Sealed statement, String field) {
        return statement.line().trees().getOrDefault(field, List.of());
    }

    private Optional<KnownLeaves.Known> known(Unlocked.Sealed statement, String field) throws IOException {
        String leaf = leafOf(statement, field);
        int blobs = blobs(statement, field).size();
        return known.of(statement.pointer().name(), blobs, leaf, statement.value(field));
    }

    private static String leafOf(Unlocked.Sealed statement, String field) {
        var schema = statement.opened().schema();
        return schema.fields().get(schema.slot(field)).leaf();
    }

    private static List<Json> values(String line) throws Altered {
        try {
            if (Json.parse(line) instanceof Json.Arr(List<Json> values)) {
                return values;
            }
            throw new Altered("a blob of records holds a line that is no record");
        } catch (IllegalArgumentException notJson) {
            throw new Altered("a blob of records holds a line that is not JSON");
        }
    }

    private String text(String blob) throws IOException {
        try (var in = blobs.open(blob, identity, LARGEST_ROWS)) {
            var bytes = new ByteArrayOutputStream();
            in.transferTo(bytes);
            return RawText.utf8(bytes.toByteArray());
        }
    }

    /// As [#rows], with each leaf made again, and the whole tree compared with what was sealed.
    ///
    /// @throws Altered if the rows do not lead to the sealed root
    Tree leaves(Unlocked.Sealed statement, String field, Each each) throws IOException {
        var maker = maker(statement, field);
        var tree = new Tree();
        rows(statement, field, (index, values) -> {
            var row = maker.make(index, values);
            tree.add(hash(row));
            each.row(index, row);
        });
        if (!RowMaker.tree(leafOf(statement, field), tree.root(), tree.size()).equals(statement.value(field))) {
            throw notSealed(statement);
        }
        return tree;
    }

    /// As [#leaves], of some leaves only; the tree is the whole one.
    Tree leaves(Unlocked.Sealed statement, String field, SortedSet<Long> numbers, Each each) throws IOException {
        var made = made(statement, field, numbers);
        if (made.isEmpty()) {
            return leaves(statement, field, (number, row) -> {
                if (numbers.contains(number)) {
                    each.row(number, row);
                }
            });
        }
        for (var row : made.get().rows().entrySet()) {
            each.row(row.getKey(), row.getValue());
        }
        return made.get().tree();
    }

    private static Altered notSealed(Unlocked.Sealed statement) {
        return new Altered(Said.of(
                "the records of statement {statement} are not those that were sealed",
                "statement",
                statement.pointer().index()));
    }
}
