package org.taniq.read.msgstore;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.taniq.base.Said;
import org.taniq.base.sqlite.Database;
import org.taniq.base.sqlite.Log;
import org.taniq.read.record.Actor;

/// What a person should know of a database before she relies on it.
final class Warnings {
    private final List<Said> all = new ArrayList<>();

    List<Said> all() {
        return List.copyOf(all);
    }

    void add(Said said) {
        all.add(said);
    }

    /// What became of the file beside the database.
    void ofLog(Database database, LogBeside beside) {
        switch (beside.kind()) {
            case NOTHING -> {
                if (database.header().usesLog()) {
                    add(Said.of("the database writes into a file beside it (its name and -wal), which is "
                            + "not here: what was written last may be missing; put both into a ZIP "
                            + "archive and add that as well"));
                }
            }
            case LOG -> ofLog(database.log());
            case JOURNAL -> ofJournal(database.log());
        }
        if (!beside.isWhole()) {
            add(Said.of(
                    "{file} beside the database is damaged, or larger than is read: what was written last may be missing",
                    "file",
                    beside.name()));
        }
        if (!beside.other().isEmpty()) {
            add(Said.of(
                    "{file} beside the database was not read: {other} was, and SQLite leaves one of them only",
                    Map.of("file", beside.other(), "other", beside.name())));
        }
    }

    private void ofLog(Log log) {
        switch (log.state()) {
            case APPLIED -> left(log);
            case BROKEN -> {
                left(log);
                add(Said.of(
                        "the -wal file beside the database is damaged: {n} changes behind that "
                                + "were finished and are not read; what was written last is missing",
                        "n",
                        log.behind()));
            }
            case NONE, EMPTY -> {}
            case ROLLED_BACK, OF_SEVERAL, NOT_A_LOG, DAMAGED, OTHER_PAGES ->
                add(Said.of("the -wal file beside the database is damaged or belongs to another one: "
                        + "it is not read, and what was written last may be missing"));
        }
    }

    private void left(Log log) {
        if (log.left() > 0) {
            add(Said.of(
                    "pages in the -wal file of changes that were not finished, which are not read: {n}",
                    "n",
                    log.left()));
        }
    }

    private void ofJournal(Log log) {
        switch (log.state()) {
            case ROLLED_BACK ->
                add(Said.of("a -journal file lies beside the database: a change was begun and not "
                        + "finished, and what was there before it is read"));
            case NONE, EMPTY, NOT_A_LOG -> {}
            case APPLIED, BROKEN, OF_SEVERAL, DAMAGED, OTHER_PAGES ->
                add(Said.of("a -journal file lies beside the database and cannot be used: a change "
                        + "was not finished, and messages can be missing or come twice"));
        }
    }

    void ofDatabase(Database database, Losses losses) throws IOException {
        if (losses.lost() > 0) {
            add(Said.of(
                    "damaged places of the database, where messages may be missing: {n}; of "
                            + "these where no table leads: {astray}",
                    Map.of("n", losses.lost(), "astray", losses.astray())));
        }
        if (losses.odd() > 0) {
            add(Said.of(
                    "places of the database that are not as SQLite writes them, and were read: {n}",
                    "n",
                    losses.odd()));
        }
        if (database.freePages() > 0) {
            add(Said.of(
                    "free pages of the database: {n}; they can still hold what was deleted, "
                            + "which is not looked for",
                    "n",
                    database.freePages()));
        }
    }

    void ofMessages(Gaps gaps, long vanishing) {
        if (gaps.missing() > 0) {
            add(ofGaps(gaps));
        }
        if (vanishing > 0) {
            add(Said.of(
                    "chats in which messages are set to disappear: {n}; there missing ones are to be expected",
                    "n",
                    vanishing));
        }
    }

    private static Said ofGaps(Gaps gaps) {
        return switch (gaps.doubt()) {
            case NONE ->
                Said.of(
                        "missing numbers of messages: {n} (places: {places}); messages or notices that somebody deleted,"
                                + " or that WhatsApp itself took away: the database does not say which",
                        Map.of("n", gaps.missing(), "places", gaps.places()));
            case SOME ->
                Said.of(
                        "numbers of messages that were not found: {n} (places: {places}); some of the database cannot be"
                                + " read, so this does not say that anything was deleted",
                        Map.of("n", gaps.missing(), "places", gaps.places()));
        };
    }

    /// @param isFull whether the newer table has more messages than are remembered
    void ofTables(Store store, long twice, boolean isFull) {
        if (store.repeated() > 0) {
            add(Said.of(
                    "tables that are there more than once, which WhatsApp does not do: {n}; "
                            + "the first of each was read",
                    "n",
                    store.repeated()));
        }
        if (store.unnamed() > 0) {
            add(Said.of(
                    "tables of which it cannot be read what their columns are: {n}; their "
                            + "rows are given as they are, without sender and time",
                    "n",
                    store.unnamed()));
        }
        if (twice > 0) {
            add(Said.of(
                    "messages that stand in the old and in the new table alike, and were read once: {n}", "n", twice));
        }
        if (isFull) {
            add(Said.of("more messages stand in two tables than are compared: some may come twice"));
        }
    }

    void ofVotes(boolean isFull) {
        if (isFull) {
            add(Said.of("there are more votes in polls than are read"));
        }
    }

    void ofPeople(Directory directory) {
        if (directory.owner() == Actor.UNSTATED) {
            add(Said.of("the database does not say whose phone it is: messages from it have no "
                    + "sender; ask for the number"));
        }
        if (directory.isFull()) {
            add(Said.of("there are more addresses than are read: some senders and chats are told by their row only"));
        }
    }

    /// @param late rows for which there was no room
    /// @param apart rows of which it is not known what they belong to
    void ofRest(Answered answered, long late, long apart) {
        if (apart > 0) {
            add(Said.of(
                    "rows of which damage leaves open to what they belong, and which are records of their own: {n}",
                    "n",
                    apart));
        }
        if (answered.deleted() > 0) {
            add(Said.of(
                    "answers that quote a message that was deleted: {n}; the detail `quoted` "
                            + "of each holds a copy of it",
                    "n",
                    answered.deleted()));
        }
        if (answered.missing() > 0) {
            add(Said.of(
                    "answers that quote a message that is not there: {n}; the detail `quoted` "
                            + "of each holds a copy of it",
                    "n",
                    answered.missing()));
        }
        if (late > 0) {
            add(Said.of(
                    "rows that were too many to hold for their messages, and are records of their own: {n}",
                    "n",
                    late));
        }
    }
}
