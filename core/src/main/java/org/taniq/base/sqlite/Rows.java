package org.taniq.base.sqlite;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Queue;

/// The rows of a table in the order in which they lie, which is that of their numbers unless damage says
/// otherwise; what is damaged comes where it was met. One row is in memory at a time.
///
/// Nothing in a page says of which table it is. Where damage leads to a page of another table, its rows
/// are given here, and it is noticed by their numbers or by [Database#strays] only; nothing either says
/// that a letter or digit inside a row was changed.
public final class Rows {
    private final Table table;
    private final Walk walk;
    private final Overflow overflow;
    private final Values values;
    private final Queue<Found> waiting = new ArrayDeque<>();
    private boolean isMoreTold;

    /// @param shared pages to which several lead
    Rows(Pages pages, Table table, Shared shared) {
        this.table = table;
        var reached = new BitSet();
        this.walk = new Walk(pages, table.tree(), reached);
        this.overflow = new Overflow(pages, reached, shared, waiting::add);
        this.values = new Values(pages.header().encoding());
    }

    /// The next row or damage; empty after the last one, for ever.
    ///
    /// @throws IOException if the bytes cannot be read; what they hold is never a reason
    public Optional<Found> next() throws IOException {
        while (waiting.isEmpty()) {
            var step = walk.next();
            if (step.isEmpty()) {
                return Optional.empty();
            }
            switch (step.get()) {
                case Cell cell -> take(cell);
                case Damage damage -> waiting.add(damage);
            }
        }
        return Optional.of(waiting.remove());
    }

    private void take(Cell cell) throws IOException {
        try {
            var stored = values.of(overflow.of(cell));
            waiting.add(new Row(table, cell, stored));
            checkCount(cell, stored);
        } catch (Unfit unfit) {
            waiting.add(cell.damage(unfit.why()));
        }
    }

    private void checkCount(Cell cell, List<Value> stored) {
        if (stored.size() > table.shape().stored() && table.shape() != Shape.UNKNOWN && !isMoreTold) {
            isMoreTold = true;
            waiting.add(cell.damage(Damage.Why.MORE_VALUES));
        }
    }
}
