package org.taniq.read.msgstore;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.taniq.base.sqlite.Column;
import org.taniq.base.sqlite.Database;
import org.taniq.base.sqlite.Shared;

/// The tables of `msgstore.db` that are read. A table that a version does not have says nothing. Where the meaning of
/// columns comes from is in docs/formats.md.
final class Store {
    static final String NEW = "message";
    static final String OLD = "messages";
    static final String OLD_QUOTES = "messages_quotes";
    static final String CALLS = "call_log";
    static final String ADD_ON = "message_add_on";
    static final String SEARCH = "message_ftsv2_content";

    private static final String PARENT = "message_row_id";

    private final Database database;
    private final Losses losses;
    private final Shared shared;
    private final Set<String> repeated = new HashSet<>();
    private final Set<String> unnamed = new HashSet<>();

    /// @param shared pages to which several tables lead
    Store(Database database, Losses losses, Shared shared) {
        this.database = database;
        this.losses = losses;
        this.shared = shared;
    }

    /// Whether these are the tables of WhatsApp's messages, of any year; also where the schema does not say which
    /// columns they have.
    static boolean isOne(Database database) {
        return Stream.of(NEW, OLD)
                .flatMap(name -> database.table(name).stream())
                .anyMatch(Columns::mayBe);
    }

    /// Whether a table, in small letters, holds whole messages.
    static boolean isOfMessages(String table) {
        return table.equals(NEW) || table.equals(OLD) || table.equals(OLD_QUOTES);
    }

    /// The rows of a table; nothing where there is no such table.
    Optional<OneTable> table(String name, List<String> columns) {
        var named = database.tables().stream()
                .filter(table -> table.name().equalsIgnoreCase(name))
                .toList();
        if (named.size() > 1) {
            repeated.add(name);
        }
        if (named.stream()
                .findFirst()
                .filter(table -> !Columns.areUnderstood(table))
                .isPresent()) {
            unnamed.add(name);
        }
        return named.stream().findFirst().map(table -> new OneTable(database, table, columns, losses, shared));
    }

    /// Tables of which the schema does not say, or not rightly, which columns they have: their rows are given as they
    /// are.
    int unnamed() {
        return unnamed.size();
    }

    /// Whether it is known of all tables what stands in which column.
    boolean areAllUnderstood() {
        return database.tables().stream().allMatch(Columns::areUnderstood);
    }

    /// Tables of which the schema has more than one: only the first of each is read.
    int repeated() {
        return repeated.size();
    }

    boolean hasOldMessages() {
        return database.table(OLD).isPresent();
    }

    boolean hasNewMessages() {
        return database.table(NEW).isPresent();
    }

    /// What decides whether two messages of two tables are the same.
    InStep ahead(Fit fit) throws IOException {
        return inStep(
                fit,
                Set.of(
                        "message_media",
                        "message_quoted",
                        "message_quoted_media",
                        "message_location",
                        "message_text",
                        "message_system",
                        "message_edit_info",
                        "message_revoked"));
    }

    /// The ids of all messages, and no more of them.
    InStep ids(Fit fit) throws IOException {
        var tables = new ArrayList<OneTable>();
        table(NEW, List.of("key_id", "message_type", "chat_row_id", "from_me", "sender_jid_row_id"))
                .ifPresent(tables::add);
        table(OLD, List.of("key_id", "media_wa_type", "status", "key_remote_jid", "key_from_me", "remote_resource"))
                .ifPresent(tables::add);
        addNumberedAlike(tables, Set.of("message_edit_info", "message_revoked"));
        return new InStep(tables, losses, fit);
    }

    Optional<OneTable> messages() {
        return table(NEW, Columns.MESSAGE);
    }

    /// Messages with all that is numbered as they are.
    InStep inStep(Fit fit) throws IOException {
        return inStep(fit, Columns.BESIDE.keySet());
    }

    private InStep inStep(Fit fit, Set<String> beside) throws IOException {
        var tables = new ArrayList<OneTable>();
        messages().ifPresent(tables::add);
        table(OLD, Columns.OLD_MESSAGE).ifPresent(tables::add);
        addNumberedAlike(tables, beside);
        return new InStep(tables, losses, fit);
    }

    private void addNumberedAlike(List<OneTable> tables, Set<String> names) {
        Columns.BESIDE.forEach((name, columns) -> {
            if (names.contains(name) && isNumberedAlike(name)) {
                table(name, columns).ifPresent(tables::add);
            }
        });
    }

    /// Those that name their message in a column, each with that column among the others.
    List<OneTable> apart() {
        var tables = new ArrayList<OneTable>();
        Columns.SEVERAL.forEach((name, columns) -> named(name, columns).ifPresent(tables::add));
        Columns.BESIDE.forEach((name, columns) -> {
            if (!isNumberedAlike(name)) {
                named(name, columns).ifPresent(tables::add);
            }
        });
        return tables;
    }

    /// Which quotations the messages of the older table name.
    Optional<OneTable> oldAnswers() {
        return table(OLD, List.of("quoted_row_id"));
    }

    private Optional<OneTable> named(String name, List<String> columns) {
        var all = new ArrayList<>(columns);
        all.add(PARENT);
        return table(name, all);
    }

    static boolean isCall(Fields row) {
        return row.table().equals(CALLS);
    }

    /// Which message a row names in a column; 0 where it names none.
    static long message(Fields row) {
        return row.number(PARENT, row.number("parent_message_row_id", 0));
    }

    /// Quoted messages of the old tables, by their own number.
    Optional<OneTable> oldQuotes() {
        return table(OLD_QUOTES, Columns.OLD_MESSAGE);
    }

    /// What was added to messages later, such as reactions, in step with what kind of thing it is.
    InStep addOns(Fit fit) throws IOException {
        var tables = new ArrayList<OneTable>();
        table(
                        ADD_ON,
                        List.of(
                                "parent_message_row_id",
                                "chat_row_id",
                                "from_me",
                                "key_id",
                                "sender_jid_row_id",
                                "timestamp",
                                "message_add_on_type"))
                .ifPresent(tables::add);
        table("message_add_on_reaction", List.of("reaction", "sender_timestamp"))
                .ifPresent(tables::add);
        table("message_add_on_poll_vote", List.of("sender_timestamp")).ifPresent(tables::add);
        return new InStep(tables, losses, fit);
    }

    Optional<OneTable> votes() {
        return table(
                "message_add_on_poll_vote_selected_option", List.of("message_add_on_row_id", "message_poll_option_id"));
    }

    Optional<OneTable> calls() {
        return table(
                CALLS,
                List.of(
                        "jid_row_id",
                        "from_me",
                        "call_id",
                        "timestamp",
                        "video_call",
                        "duration",
                        "call_result",
                        "group_jid_row_id",
                        "call_type"));
    }

    /// Which message stands for which call.
    Optional<OneTable> callMessages() {
        return table("message_call_log", List.of("call_log_row_id", PARENT));
    }

    /// The highest number that the database says it ever gave to a message.
    long highestNumber() throws IOException {
        long[] highest = {0};
        var given = table("sqlite_sequence", List.of("name", "seq"));
        if (given.isPresent()) {
            given.get().each(row -> {
                String name = row.text("name");
                if (name.equals(NEW) || name.equals(OLD)) {
                    highest[0] = Math.max(highest[0], row.number("seq", 0));
                }
            });
        }
        return highest[0];
    }

    /// Whether the number of a row is that of its message.
    private boolean isNumberedAlike(String name) {
        return database.table(name).stream()
                .flatMap(table -> table.columns().stream())
                .anyMatch(column -> column.kind() == Column.Kind.ROW_NUMBER
                        && (column.name().equalsIgnoreCase(PARENT)
                                || column.name().equalsIgnoreCase("docid")));
    }
}
