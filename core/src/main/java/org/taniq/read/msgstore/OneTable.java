package org.taniq.read.msgstore;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.taniq.base.sqlite.Damage;
import org.taniq.base.sqlite.Database;
import org.taniq.base.sqlite.Log;
import org.taniq.base.sqlite.Place;
import org.taniq.base.sqlite.Row;
import org.taniq.base.sqlite.Rows;
import org.taniq.base.sqlite.Shared;
import org.taniq.base.sqlite.Table;

/// The rows of one table, one after the other; what is damaged among them is handed to [Losses]. Rows lie in the order
/// of their numbers: of two that do not, either may have had another number, and both stand apart, as does a row that
/// shares its bytes with another, and one whose number a page above it contradicts. Of a row that goes on where another
/// does too, not even the columns are believed.
final class OneTable {
    private final Table table;
    private final List<String> columns;
    private final Rows rows;
    private final Log log;
    private final Losses losses;
    private final Shared shared;
    private final boolean isUnderstood;
    private final Set<Place> unsure = new HashSet<>();
    private final Set<Place> mixed = new HashSet<>();
    private Optional<Fields> ahead = Optional.empty();
    private boolean isBegun;
    private long before = Long.MIN_VALUE;
    private long last = Long.MIN_VALUE;

    /// @param shared pages to which several tables lead: what stands there means nothing for sure
    OneTable(Database database, Table table, List<String> columns, Losses losses, Shared shared) {
        this.table = table;
        this.columns = columns;
        this.rows = database.rows(table, shared);
        this.log = database.log();
        this.losses = losses;
        this.shared = shared;
        this.isUnderstood = Columns.areUnderstood(table);
    }

    Optional<Fields> next() throws IOException {
        var row = isBegun ? ahead : met();
        isBegun = true;
        ahead = row.isPresent() ? met() : row;
        return row.map(this::placed);
    }

    private Optional<Fields> met() throws IOException {
        for (var found = rows.next(); found.isPresent(); found = rows.next()) {
            switch (found.get()) {
                case Row row -> {
                    return Optional.of(fields(row));
                }
                case Damage damage -> note(damage);
            }
        }
        return Optional.empty();
    }

    private void note(Damage damage) throws IOException {
        losses.add(damage, new Where(damage.place(), log));
        if (damage.why() == Damage.Why.SHARED || damage.why() == Damage.Why.ORDER) {
            unsure.add(damage.place());
        }
        if (damage.why() == Damage.Why.OVERFLOW_SHARED) {
            mixed.add(damage.place());
        }
    }

    private Fields fields(Row row) {
        var where = new Where(row.place(), log);
        boolean isSure = isUnderstood
                && row.stored().size() <= table.columns().size()
                && !shared.has(row.place())
                && !mixed.contains(row.place());
        mixed.clear();
        return isSure ? Fields.of(row, table.name(), columns, where) : Fields.unnamed(row, table.name(), where);
    }

    private Fields placed(Fields row) {
        boolean isInOrder = table.isNumbered()
                && row.row() > Math.max(before, last)
                && (ahead.isEmpty() || row.row() < ahead.get().row());
        before = row.row();
        boolean isUnsure = unsure.remove(row.where().place());
        unsure.removeIf(place ->
                ahead.filter(next -> next.where().place().equals(place)).isEmpty());
        if (isUnsure || !isInOrder) {
            return row.apart();
        }
        if (row.row() < 1 && Store.isOfMessages(row.table())) {
            losses.misfit(); // they are counted from 1
            return row.apart();
        }
        last = row.isApart() ? last : row.row();
        return row;
    }

    /// What is done with each row.
    @FunctionalInterface
    interface Taking {
        void take(Fields row) throws IOException;
    }

    void each(Taking taking) throws IOException {
        for (var row = next(); row.isPresent(); row = next()) {
            taking.take(row.get());
        }
    }
}
