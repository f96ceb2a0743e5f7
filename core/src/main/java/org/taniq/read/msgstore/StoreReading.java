package org.taniq.read.msgstore;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    private final Store ahead;
    private final Loose loose;
    private final Quotes quotes;
    private final Calls calls;
    private final FirstLook look;
    private final Known known;
    private final Gaps gaps;
    private final Fit fit;
    private final long given;
    private final long highest;
    private long twice;
    private long late;
    private long apart;

    StoreReading(Input input, Sink sink, Source source, Room room) throws IOException {
        this.sink = sink;
        this.tally = new Tally(input.name());
        this.database = source.database();
        this.losses = new Losses(sink, tally);
        var shared = losses.ofFile(database);
        this.store = new Store(database, losses, shared);
        var budget = room.rows();
        this.loose = new Loose(budget);
        this.quotes = new Quotes(budget);
        var untold = Losses.untold();
        this.ahead = new Store(database, untold, shared);
        var directory = Directory.of(store, budget, this::nameless);
        this.fit = new Fit(directory);
        this.look = FirstLook.of(ahead, directory, room, budget);
        this.calls = Calls.of(ahead, loose, budget);
        var votes = Votes.of(store, ahead, budget, this::nameless);
        this.given = store.highestNumber();
        this.highest = Math.max(given, look.highest());
        boolean isSound = losses.isNone() && untold.isNone() && (given == 0 || highest == given);
        boolean isKnown = store.areAllUnderstood() && !directory.isFull();
        var all = Doubt.unless(source.doubt() == Doubt.NONE && isSound && isKnown);
        this.known = new Known(directory, input.beside(), new Answered(look, all), votes);
        this.gaps = new Gaps(all);
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
        var messages = store.inStep(fit);
        for (var next = messages.next(); next.isPresent(); next = messages.next()) {
            message(next.get());
        }
        rest();
        calls();
        gaps.end(given);
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
        } else if (message == 0) {
            take(Remains.alone(row, known)); // it names none
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
                } else if (!quotes.hold(row)) {
                    late++;
                    take(Remains.ofQuote(row, known, Remains.Why.APART));
                }
            });
            var answers = ahead.oldAnswers();
            if (answers.isPresent()) {
                answers.get().each(quotes::claim);
            }
        }
    }

    private void holdAddOns() throws IOException {
        var addOns = store.addOns(fit);
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
        var all = searched(fitting(rows.with(loose.take(rows.row()))));
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

    /// What was held for the message of this number; what cannot be of it is a record of its own.
    private InStep.Joined fitting(InStep.Joined all) throws IOException {
        var fitting = new ArrayList<Fields>();
        for (var row : all.loose()) {
            if (fit.ofLoose(all, row)) {
                fitting.add(row);
            } else if (Store.isCall(row)) {
                take(Call.of(row, known.directory()));
            } else {
                alone(row.apart());
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
            var ofOld = fit.areTwo(all) ? rest.loose() : List.<Fields>of();
            newMessage(ofOld.isEmpty() ? rest : rest.with(List.of()), before);
            rest = new InStep.Joined(all.row(), Map.of(), ofOld);
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
        return Remains.Why.gone(gaps.doubt());
    }

    private void newMessage(InStep.Joined all, Gaps.Gap before) throws IOException {
        var row = all.of(Store.NEW).orElseThrow();
        if (NewMessage.isPlaceholder(row)) {
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
        if (OldMessage.isPlaceholder(row)) {
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
        var found = quotes.of(row);
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
                take(Remains.ofQuote(row, known, quotes.isDisputed(quote.get()) ? Remains.Why.APART : gone(row.row())));
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
