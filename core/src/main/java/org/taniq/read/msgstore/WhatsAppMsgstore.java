package org.taniq.read.msgstore;

import java.io.IOException;
import java.util.Locale;
import java.util.regex.Pattern;
import org.taniq.base.Bytes;
import org.taniq.base.Said;
import org.taniq.base.sqlite.Database;
import org.taniq.base.sqlite.SqliteException;
import org.taniq.read.record.Input;
import org.taniq.read.record.Ledger;
import org.taniq.read.record.Parser;
import org.taniq.read.record.Sink;
import org.taniq.read.record.Unread;

/// WhatsApp's own database on Android, `msgstore.db`, in the three forms that its tables had since 2009, and its
/// encrypted backups, of which it says that they are encrypted (docs/formats.md). Memory does not grow with the
/// database.
public final class WhatsAppMsgstore implements Parser {
    /// What a ledger calls it.
    public static final String FORMAT = "whatsapp-msgstore";

    private static final Pattern BACKUP = Pattern.compile(".*\\.crypt[0-9]{1,2}");
    private static final Pattern STORE = Pattern.compile("msgstore.*\\.db(\\.crypt[0-9]{1,2})?");

    private static final Unopened ENCRYPTED = new Unopened(
            "application/x-whatsapp-backup",
            Unread.Reason.FILE_ENCRYPTED,
            Said.of(
                    "an encrypted backup of WhatsApp: it is kept and not read. Its key lies in the phone, or is the one of 64"
                            + " digits that WhatsApp showed for it: keep both, let an expert decrypt a copy, and add the msgstore.db that"
                            + " comes out; meanwhile WhatsApp itself can export chats as text"));

    private static final Unopened NO_BACKUP = new Unopened(
            "application/octet-stream",
            Unread.Reason.NO_MESSAGES,
            Said.of(
                    "named like an encrypted backup of WhatsApp, and is not like one: it is another file, or damaged; it"
                            + " is kept and not read. Copy the backup from the phone again and add it as well"));

    private static final Unopened TOO_LARGE = new Unopened(
            "application/vnd.sqlite3",
            Unread.Reason.TOO_LARGE_TO_UNPACK,
            Said.of(
                    "the database is larger than is unpacked out of an archive: unpack the archive yourself, and add the"
                            + " database by itself as well"));

    private static final Unopened NOT_READABLE = new Unopened(
            "application/vnd.sqlite3",
            Unread.Reason.NO_MESSAGES,
            Said.of(
                    "a database with the name or the words of WhatsApp's, but without its tables of messages: it is kept and not"
                            + " read"));

    private static final Unopened DAMAGED = new Unopened(
            "application/vnd.sqlite3",
            Unread.Reason.BROKEN,
            Said.of(
                    "a database with the name or the words of WhatsApp's, damaged where it says which tables it has: its"
                            + " messages are kept and not read; an expert may be able to read them, and a second copy from the"
                            + " phone may be whole"));

    private static final Unopened NO_DATABASE = new Unopened(
            "application/octet-stream",
            Unread.Reason.BROKEN,
            Said.of(
                    "named like WhatsApp's database, and does not begin like one: it is damaged, encrypted or another file;"
                            + " it is kept and not read. Copy it from the phone again and add it as well"));

    private final Room room;

    /// Takes as much memory as the program may have at most.
    public WhatsAppMsgstore() {
        this(Runtime.getRuntime().maxMemory());
    }

    /// @param memory how much there is, in bytes
    WhatsAppMsgstore(long memory) {
        this.room = new Room(memory);
    }

    @Override
    public String name() {
        return "whatsapp-msgstore/1";
    }

    @Override
    public boolean knows(Input input) throws IOException {
        String name = input.name().toLowerCase(Locale.ROOT);
        byte[] head = input.head();
        var bytes = Bytes.of(head);
        if (!Database.isDatabase(bytes)) {
            return BACKUP.matcher(name).matches()
                    ? STORE.matcher(name).matches() || isBinary(head)
                    : STORE.matcher(name).matches() && isBinary(head);
        }
        return STORE.matcher(name).matches() || hasTables(bytes);
    }

    /// What is packed or is words is no database and not encrypted, whatever its name says.
    private static boolean isBinary(byte[] head) {
        boolean isPacked = head.length > 1 && head[0] == 'P' && head[1] == 'K';
        int controls = 0;
        for (int i = 0; i < Math.min(head.length, 1_024); i++) {
            controls += head[i] >= 0 && head[i] < 9 ? 1 : 0;
        }
        return head.length > 0 && !isPacked && controls > 0;
    }

    /// The schema stands mostly at the beginning; where a phone was used for years it can lie anywhere, and the name
    /// tells.
    private static boolean hasTables(Bytes head) throws IOException {
        try (var database = Database.open(head)) {
            return Store.isOne(database);
        } catch (SqliteException none) {
            return false;
        }
    }

    @Override
    public Ledger read(Input input, Sink sink) throws IOException {
        byte[] head;
        try (var in = input.bytes().open()) {
            head = in.readNBytes(1 << 10);
        }
        if (!Database.isDatabase(Bytes.of(head))) {
            return unopened(input, head).read(input, sink);
        }
        var bytes = input.bytes().anywhere(room.database());
        if (bytes.isEmpty()) {
            return TOO_LARGE.read(input, sink);
        }
        var log = LogBeside.of(input, head[18] == 2 || head[19] == 2, room.log());
        try (var database = Database.open(bytes.get(), log.bytes())) {
            return Store.isOne(database)
                    ? read(input, sink, database, log)
                    : (isSound(database) ? NOT_READABLE : DAMAGED).read(input, sink);
        } catch (SqliteException none) {
            return DAMAGED.read(input, sink);
        }
    }

    private static Unopened unopened(Input input, byte[] head) {
        if (!BACKUP.matcher(input.name().toLowerCase(Locale.ROOT)).matches()) {
            return NO_DATABASE;
        }
        return isBinary(head) ? ENCRYPTED : NO_BACKUP;
    }

    private static boolean isSound(Database database) throws IOException {
        return database.damages().isEmpty() && database.strays().next().isEmpty();
    }

    private Ledger read(Input input, Sink sink, Database database, LogBeside log) throws IOException {
        var warnings = new Warnings();
        warnings.ofLog(database, log);
        log.together(database.log(), sink);
        var doubt = Doubt.unless(input.bytes().isWhole() && log.doubt(database) == Doubt.NONE);
        return new StoreReading(input, sink, new Source(database, doubt), room).run(warnings);
    }
}
