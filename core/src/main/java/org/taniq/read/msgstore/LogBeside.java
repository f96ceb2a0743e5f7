package org.taniq.read.msgstore;

import java.io.IOException;
import java.util.Optional;
import org.taniq.base.Bytes;
import org.taniq.base.sqlite.Database;
import org.taniq.base.sqlite.Log;
import org.taniq.read.record.Input;
import org.taniq.read.record.Sink;
import org.taniq.read.record.Spot;

/// The file that lies beside a database in an archive and that SQLite would read with it: the log (`-wal`), into which
/// it writes what is new, or the journal (`-journal`), which stays where a change was not finished.
///
/// @param name how it is called, empty where there is none
/// @param member where it lies in its archive
/// @param kind which of the two
/// @param isWhole whether all of it is here
/// @param other the name of a second such file, of which SQLite would not know what to do first; empty where there is
///     none
record LogBeside(String name, Kind kind, Optional<Spot.Member> member, Bytes bytes, boolean isWhole, String other) {

    /// What lies beside the database.
    enum Kind {
        NOTHING(""),
        LOG("-wal"),
        JOURNAL("-journal");

        private final String ending;

        Kind(String ending) {
            this.ending = ending;
        }
    }

    private static final Bytes NONE = Bytes.of(new byte[0]);

    /// @param usesLog whether the head of the database says that it writes into a log
    /// @param most bytes of it that are read
    static LogBeside of(Input input, boolean usesLog, long most) throws IOException {
        named(input, input.name() + "-shm");
        var log = open(input, Kind.LOG, most);
        var journal = open(input, Kind.JOURNAL, most);
        if (journal.isEmpty()) {
            return log;
        }
        if (log.isEmpty()) {
            return journal;
        }
        return usesLog ? log.besides(journal) : journal.besides(log);
    }

    private static LogBeside open(Input input, Kind kind, long most) throws IOException {
        String name = input.name() + kind.ending;
        var content = input.beside().open(name);
        if (content.isEmpty()) {
            return new LogBeside("", Kind.NOTHING, Optional.empty(), NONE, true, "");
        }
        named(input, name);
        var bytes = content.get().anywhere(most);
        boolean isWhole = content.get().isWhole() && bytes.isPresent();
        return new LogBeside(name, kind, content.get().member(), bytes.orElse(NONE), isWhole, "");
    }

    /// A file of that name beside another database is none of this one.
    private static void named(Input input, String name) {
        if (input.beside().open(name).isPresent()) {
            input.beside().of(name);
        }
    }

    private boolean isEmpty() throws IOException {
        return bytes.size() == 0 && isWhole;
    }

    private LogBeside besides(LogBeside second) {
        return new LogBeside(name, kind, member, bytes, isWhole, second.name);
    }

    /// Tells that some of what is read stands in it.
    void together(Log told, Sink sink) throws IOException {
        boolean isUsed = told.applied() > 0 || told.state() == Log.State.ROLLED_BACK; // which can end the database
        if (isUsed && member.isPresent()) {
            sink.together(member.get());
        }
    }

    /// A database without the file that a change needs may hold half of that change, and may lack what was written
    /// last.
    Doubt doubt(Database database) {
        boolean isUsed = switch (database.log().state()) {
            case NONE -> kind != Kind.NOTHING || !database.header().usesLog();
            case APPLIED, EMPTY, ROLLED_BACK -> true;
            case NOT_A_LOG -> kind == Kind.JOURNAL;
            case BROKEN, OF_SEVERAL, DAMAGED, OTHER_PAGES -> false;
        };
        return Doubt.unless(isUsed && isWhole && other.isEmpty());
    }
}
