package org.taniq.read.msgstore;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;

/// Goes through tables whose rows are numbered alike, all at once: for each number, what each of them has. Two rows of
/// each are in memory. What stands apart ([Standing]) comes by itself: nothing is left out.
final class InStep {
    private final List<Ahead> tables = new ArrayList<>();
    private final Queue<Fields> misfits = new ArrayDeque<>();
    private final Losses losses;
    private final Fit fit;

    private static final class Ahead {
        private final OneTable table;
        private Optional<Fields> next;

        private Ahead(OneTable table) throws IOException {
            this.table = table;
            this.next = table.next();
        }

        private boolean is(long row) {
            return next.isPresent() && next.get().row() == row;
        }

        private boolean isApart() {
            return next.isPresent() && next.get().isApart();
        }

        private Fields take() throws IOException {
            var taken = next.orElseThrow();
            next = table.next();
            return taken;
        }
    }

    InStep(List<OneTable> tables, Losses losses, Fit fit) throws IOException {
        this.losses = losses;
        this.fit = fit;
        for (var table : tables) {
            this.tables.add(new Ahead(table));
        }
    }

    /// What the tables have under the lowest number that comes next, or a row that stands apart.
    Optional<Joined> next() throws IOException {
        if (!misfits.isEmpty()) {
            return Optional.of(Joined.alone(misfits.remove()));
        }
        for (var table : tables) {
            if (table.isApart()) {
                return Optional.of(Joined.alone(table.take()));
            }
        }
        return lowest();
    }

    private Optional<Joined> lowest() throws IOException {
        var lowest = tables.stream()
                .flatMap(table -> table.next.stream())
                .mapToLong(Fields::row)
                .min();
        if (lowest.isEmpty()) {
            return Optional.empty();
        }
        var rows = new HashMap<String, Fields>();
        for (var table : tables) {
            if (table.is(lowest.getAsLong())) {
                var row = table.take();
                rows.put(row.table(), row);
            }
        }
        for (var misfit : fit.misfits(rows)) {
            rows.remove(misfit.table());
            misfits.add(misfit.apart());
            losses.misfit();
        }
        return Optional.of(new Joined(lowest.getAsLong(), rows, List.of()));
    }

    /// What there is under one number.
    ///
    /// @param rows by table, at most one of each
    /// @param loose rows of tables that can have several for it
    record Joined(long row, Map<String, Fields> rows, List<Fields> loose) {
        Joined {
            rows = Map.copyOf(rows);
            loose = List.copyOf(loose);
        }

        static Joined alone(Fields row) {
            return new Joined(row.row(), Map.of(row.table(), row), List.of());
        }

        /// Whether it is one row to which nothing else belongs for sure.
        boolean isAlone() {
            return rows.size() == 1 && any().isApart();
        }

        Optional<Fields> of(String table) {
            return Optional.ofNullable(rows.get(table));
        }

        Joined without(String table) {
            var rest = new HashMap<>(rows);
            rest.remove(table);
            return new Joined(row, rest, loose);
        }

        Joined with(List<Fields> more) {
            return new Joined(row, rows, more);
        }

        boolean isEmpty() {
            return rows.isEmpty() && loose.isEmpty();
        }

        /// Any of its rows, to say where it stands.
        Fields any() {
            return rows.values().stream()
                    .min((a, b) -> a.table().compareTo(b.table()))
                    .orElseGet(loose::getFirst);
        }
    }
}
