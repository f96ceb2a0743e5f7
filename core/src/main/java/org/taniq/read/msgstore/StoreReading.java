package org.taniq.read.msgstore;

import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.taniq.base.sqlite.Damage;
import org.taniq.base.sqlite.Database;
import org.taniq.read.record.Activity;
import org.taniq.read.record.Input;
import org.taniq.read.record.Ledger;
import org.taniq.read.record.Sink;
import org.taniq.read.record.Tally;
import org.taniq.read.record.Unread;

/// One database, from its first message to its last call: every row of a message becomes a record or is said to be
/// unread.
final class StoreReading {
    private final Sink sink;
    private final Tally tally;
    private final Database database;
    private final Losses losses;
    private final Store store;
    private final Loose loose;
    private final Loose quotes;
    private final Calls calls;
    private final FirstLook look;
    private final Known known;
    private final Gaps gaps;
    private final BitSet ofSeveral = new BitSet();
    private final long highest;
    private long twice;
    private long late;
    private long apart;

    /// The database, and what is known of it as a file.
    ///
    /// @param doubt whether all of the file is here, and of the one beside it
    record Source(Database database, Doubt doubt) {}

    StoreReading(Input input, Sink sink, Source source, Room room) throws IOException {
        this.sink = sink;
        this.tally = new Tally(input.name());
        this.database = source.database();
        this.losses = new Losses(sink, tally);
        this.store = new Store(database, losses, ofSeveral);
        var budget = room.rows();
        this.loose = new Loose(budget);
        this.quotes = new Loose(budget);
        tellDamage();
        var untold = Losses.untold();
        var ahead = new Store(database, untold, ofSeveral);
        var directory = Directory.of(store, budget, this::nameless);
        this.look = FirstLook.of(ahead, directory, room, budget);
        this.calls = Calls.of(ahead, loose, budget);
        var votes = Votes.of(store, ahead, budget, this::nameless);
        long given = store.highestNumber();
        this.highest = Math.max(given, look.highest());
        boolean isSound =
                losses.isNone() && untold.isNone() && ahead.unnamed() == 0 && (given == 0 || highest == given);
        var all = Doubt.unless(source.doubt() == Doubt.NONE && isSound);
        this.known = new Known(directory, input.beside(), new Answered(look, all), votes);
        this.gaps = new Gaps(all);
    }

    /// Of the file as a whole; what is damaged in a table is told with its rows.
    private void tellDamage() throws IOException {
        for (var damage : database.damages()) {
            losses.add(damage, where(damage));
        }
        for (var stray : database.strays()) {
            losses.add(stray, where(stray));
            if (stray.why() == Damage.Why.PAGE_TWICE) {
                ofSeveral.set((int) stray.place().page());
            }
        }
    }

    private Where where(Damage damage) {
        return new Where(damage.place(), database.log());
    }

    private void nameless(Fields row) throws IOException {
        apart++;
        take(Remains.nameless(row));
    }

    /// @param warnings what is known before
    Ledger run(Warnings warnings) throws IOException {
        holdApart();
        holdQuotes();
        holdAddOns();
        var messages = store.inStep();
        for (var next = messages.next(); next.isPresent(); next = messages.next()) {
            message(next.get());
        }
        rest();
        calls();
        gaps.end(store);
        warnings.ofDatabase(database, losses);
        warnings.ofMessages(gaps, known.directory().vanishing());
        warnings.ofTables(store, twice, look.both().isFull());
        warnings.ofVotes(known.votes().isCut());
        warnings.ofPeople(known.directory());
        warnings.ofRest(known.answered(), late, apart);
        return tally.ledger(WhatsAppMsgstore.FORMAT, "", warnings.all());
    }

    private void holdApart() throws IOException {
        for (var table : store.apart()) {
            table.each(row -> hold(Store.message(row), row));
        }
    }

    private void hold(long message, Fields row) throws IOException {
        if (row.isApart()) {
            alone(row);
        } else if (!loose.hold(message, row)) {
            late++;
            take(Remains.of(new InStep.Joined(message, Map.of(), List.of(row)), known, Remains.Why.APART));
        }
    }

    private void holdQuotes() throws IOException {
        var table = store.oldQuotes();
        if (table.isPresent()) {
            table.get().each(row -> {
                if (row.isApart()) {
                    alone(row);
                } else if (!quotes.hold(row.number("_id", row.row()), row)) {
                    late++;
                    take(Remains.ofQuote(row, known, Remains.Why.APART));
                }
            });
        }
    }

    private void holdAddOns() throws IOException {
        var addOns = store.addOns();
        for (var next = addOns.next(); next.isPresent(); next = addOns.next()) {
            var added = AddOn.whole(next.get());
            hold(Store.message(added), added);
        }
    }

    private void message(InStep.Joined rows) throws IOException {
        if (rows.isAlone()) {
            alone(rows.any());
            return;
        }
        var all = searched(withCalls(rows.with(loose.take(rows.row()))));
        if (!all.isEmpty()) {
            joined(all);
        }
    }

    /// A row of which it is not known what else belongs to it.
    private void alone(Fields row) throws IOException {
        apart++;
        var all = InStep.Joined.alone(row);
        if (row.isUnnamed()) {
            take(Remains.unnamed(row));
            return;
        }
        switch (row.table()) {
            case Store.NEW -> take(NewMessage.of(all, known, Gaps.Gap.NONE));
            case Store.OLD ->
                take(OldMessage.of(
                        row, new OldMessage.Besides(all.without(Store.OLD), Optional.empty(), Gaps.Gap.NONE), known));
            case Store.OLD_QUOTES -> take(Remains.ofQuote(row, known, Remains.Why.APART));
            case Store.SEARCH -> take(Remains.ofSearch(row));
            case Store.CALLS -> take(Call.of(row, known.directory()));
            default -> take(Remains.alone(row, known));
        }
    }

    /// A call that cannot be that of the message is a record of its own.
    private InStep.Joined withCalls(InStep.Joined all) throws IOException {
        var message = all.of(Store.NEW);
        var fitting = new ArrayList<Fields>();
        for (var row : all.loose()) {
            if (message.isEmpty() || !Store.isCall(row) || Fit.ofCall(message.get(), row, known.directory())) {
                fitting.add(row);
            } else {
                take(Call.of(row, known.directory()));
            }
        }
        return all.with(fitting);
    }

    /// Of the index for searching, only what no message of the same number has.
    private InStep.Joined searched(InStep.Joined all) throws IOException {
        var index = all.of(Store.SEARCH);
        var rest = all.without(Store.SEARCH);
        if (index.isPresent() && !SearchText.isOf(index.get().text("c0content"), rest)) {
            take(Remains.ofSearch(index.get()));
        }
        return rest;
    }

    private void joined(InStep.Joined all) throws IOException {
        boolean isNew = all.of(Store.NEW).isPresent();
        var old = all.of(Store.OLD);
        var before = isNew || old.isPresent() ? gaps.before(all.row()) : new Gaps.Gap(0, gaps.doubt());
        var rest = all.without(Store.OLD);
        if (isNew) {
            newMessage(rest, before);
            rest = new InStep.Joined(all.row(), Map.of(), List.of());
        }
        if (old.isPresent()) {
            old(old.get(), rest, before);
        } else if (!rest.isEmpty()) {
            remains(rest, gone(rest.row()));
        }
    }

    private Remains.Why gone(long message) {
        if (message <= 0 || message > highest) {
            return Remains.Why.APART; // no message ever had that number
        }
        return switch (gaps.doubt()) {
            case NONE -> Remains.Why.GONE;
            case SOME -> Remains.Why.UNREAD;
        };
    }

    private void newMessage(InStep.Joined all, Gaps.Gap before) throws IOException {
        var row = all.of(Store.NEW).orElseThrow();
        boolean isPlaceholder =
                row.is("chat_row_id", -1) && row.text("text_data").isEmpty() && row.number("timestamp", 0) <= 0;
        if (isPlaceholder) {
            placeholder(row, all.without(Store.NEW));
        } else {
            take(NewMessage.of(all, known, before));
        }
    }

    private void placeholder(Fields row, InStep.Joined rest) throws IOException {
        losses.unread(row.where(), Unread.Reason.ROW_PLACEHOLDER);
        if (!rest.isEmpty()) {
            remains(rest, Remains.Why.APART);
        }
    }

    private void old(Fields row, InStep.Joined rest, Gaps.Gap before) throws IOException {
        if (row.text("key_remote_jid").equals("-1") && row.text("data").isEmpty() && row.number("timestamp", 0) <= 0) {
            placeholder(row, rest);
            return;
        }
        var quoted = quoted(row);
        if (look.both().hasNew(row, quoted)) {
            twice++;
            losses.unread(row.where(), Unread.Reason.ROW_IN_BOTH_TABLES);
            if (!rest.isEmpty()) {
                remains(rest, Remains.Why.APART);
            }
            return;
        }
        take(OldMessage.of(row, new OldMessage.Besides(rest, quoted, before), known));
    }

    private Optional<Fields> quoted(Fields row) throws IOException {
        var found =
                row.number("quoted_row_id", 0) > 0 ? quotes.take(row.number("quoted_row_id", 0)) : List.<Fields>of();
        for (var more : found.stream().skip(1).toList()) {
            take(Remains.ofQuote(more, known, Remains.Why.APART));
        }
        return found.stream().findFirst();
    }

    /// Calls are told as calls, also where their message is gone.
    private void remains(InStep.Joined all, Remains.Why why) throws IOException {
        for (var row : all.loose()) {
            if (Store.isCall(row)) {
                take(Call.of(row, known.directory()));
            }
        }
        var rest =
                all.with(all.loose().stream().filter(row -> !Store.isCall(row)).toList());
        if (!rest.isEmpty()) {
            take(Remains.of(rest, known, why));
        }
    }

    /// What was held for messages that never came.
    private void rest() throws IOException {
        for (var message = loose.first(); message.isPresent(); message = loose.first()) {
            long row = message.get();
            remains(new InStep.Joined(row, Map.of(), loose.take(row)), gone(row));
        }
        for (var quote = quotes.first(); quote.isPresent(); quote = quotes.first()) {
            for (var row : quotes.take(quote.get())) {
                take(Remains.ofQuote(row, known, gone(row.row())));
            }
        }
    }

    private void calls() throws IOException {
        var table = store.calls();
        if (table.isPresent()) {
            table.get().each(row -> {
                if (row.isApart()) {
                    alone(row);
                } else if (!calls.has(row.row())) {
                    take(Call.of(row, known.directory()));
                }
            });
        }
    }

    private void take(Activity activity) throws IOException {
        tally.count(activity);
        sink.read(activity);
    }
}
